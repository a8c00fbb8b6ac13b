/** The answer to a question over HTTP: asked when shown, again when told, and every so often where that is wanted. */
import { useCallback, useEffect, useState } from 'react'
import type { Api } from '../ui/api.ts'

export interface Asked<Answer> {
  /** The last answer; kept while a later question fails. Null before the first. */
  answer: Answer | null
  /** Why the last question was not answered; null: it was. */
  failure: unknown
  askAgain: () => void
}

/** @param path null: nothing is asked. @param everyMs null: asked once */
export function useAnswer<Answer>(api: Api, path: string | null, everyMs: number | null): Asked<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what asks again
  useEffect(() => {
    if (path === null) return
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      try {
        const given = await api.get<Answer>(path)
        if (left) return
        setAnswer(given)
        setFailure(null)
      } catch (error) {
        if (!left) setFailure(error)
      }
      if (!left && everyMs !== null) timer = setTimeout(ask, everyMs)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [api, path, everyMs, asked])
  return { answer, failure, askAgain: useCallback(() => setAsked((before) => before + 1), []) }
}
