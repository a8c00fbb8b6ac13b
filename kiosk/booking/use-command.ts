/** One command at a time; tried again by hand after no answer came, it is still the same command. */
import { useRef, useState } from 'react'
import type { Receipt } from '../../protocol/views.ts'
import { makeIdempotencyKey, ProblemError } from '../../ui/api.ts'
import { api } from './use-answer.ts'

export function useCommand() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const unanswered = useRef<{ command: string; key: string } | null>(null)
  /** @returns the receipt, or null when there is a failure to show */
  const give = async (path: string, body: object): Promise<Receipt | null> => {
    const command = `${path} ${JSON.stringify(body)}`
    if (unanswered.current?.command !== command) unanswered.current = { command, key: makeIdempotencyKey() }
    setBusy(true)
    setFailure(null)
    try {
      const receipt = await api.post<Receipt>(path, body, unanswered.current.key)
      unanswered.current = null
      return receipt
    } catch (error) {
      if (error instanceof ProblemError) unanswered.current = null
      setFailure(error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, give, forget: () => setFailure(null) }
}
