/** Gives the window's commands, one at a time, and keeps what the last one was answered. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Receipt } from '../protocol/views.ts'
import { type Api, makeIdempotencyKey, NetworkError } from '../ui/api.ts'

/** How long a key waits for the view that its command made, where no view comes. */
const viewWithinMs = 1_000

export interface Commands {
  /** True from the press of a key until the screen shows what it did. */
  underWay: boolean
  /** What the last command was refused with; stays until the next one. Null: nothing. */
  failure: unknown
  /** Answers null when it was refused or failed, or when another one is under way. */
  give: <Answer extends Receipt>(path: string, body: object) => Promise<Answer | null>
}

/** @param seq the journal's number that the shown view rests on */
export function useCommands(api: Api, seq: number): Commands {
  const [isSending, setIsSending] = useState(false)
  const [awaitedSeq, setAwaitedSeq] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const sending = useRef(false)
  /** A command that nobody knows the fate of: pressed again, it goes out under the same key and is done once. */
  const unanswered = useRef<{ command: string; key: string } | null>(null)

  const give = useCallback(
    async <Answer extends Receipt>(path: string, body: object) => {
      if (sending.current) return null
      sending.current = true
      setIsSending(true)
      setFailure(null)
      const command = `${path} ${JSON.stringify(body)}`
      const key = unanswered.current?.command === command ? unanswered.current.key : makeIdempotencyKey()
      unanswered.current = null
      try {
        const answer = await api.post<Answer>(path, body, key)
        setAwaitedSeq(answer.seq)
        return answer
      } catch (error) {
        if (error instanceof NetworkError) unanswered.current = { command, key }
        setFailure(error)
        return null
      } finally {
        sending.current = false
        setIsSending(false)
      }
    },
    [api],
  )

  const awaitsView = awaitedSeq > seq
  useEffect(() => {
    if (!awaitsView) return
    const timer = setTimeout(() => setAwaitedSeq(0), viewWithinMs)
    return () => clearTimeout(timer)
  }, [awaitsView])
  return { underWay: isSending || awaitsView, failure, give }
}
