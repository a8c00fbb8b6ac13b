/** What the server answers to a question, until it is asked again. */
import { useCallback, useEffect, useState } from 'react'
import { createApi } from '../../ui/api.ts'

/** Nobody signs in to book. */
export const api = createApi(() => null)

/** @returns the answer to `GET path`, or what kept it from coming; the last answer stays while it is asked again */
export function useAnswer<Answer>(path: string) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what asks again
  useEffect(() => {
    let left = false
    setFailure(null)
    const keep = <Value>(set: (value: Value) => void) => {
      return (value: Value) => {
        if (!left) set(value)
      }
    }
    api.get<Answer>(path).then(keep(setAnswer), keep(setFailure))
    return () => {
      left = true
    }
  }, [path, asked])
  return { answer, failure, ask }
}
