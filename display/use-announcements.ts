/** Every call in its turn: what is announced now, and what still waits to be. None is lost, none comes twice. */
import { useEffect, useRef, useState } from 'react'
import type { BoardView } from '../protocol/views.ts'

export type Call = BoardView['calls'][number]

const aloneMs = 6_000
const followedMs = 3_000
const keptKeys = 2_000

/** What makes a call one of its own: a recall, or a call to another window, is another. */
export function callKey(call: Call): string {
  return `${call.ticketNumber} ${call.windowLabel} ${call.calledAt} ${call.calls}`
}

/**
 * @param calls newest first; null before the first view, whose calls are not announced: they were, before we came
 * @returns the call to announce now, or null; each stays a few seconds, fewer while others wait
 */
export function useAnnouncements(calls: readonly Call[] | null): Call | null {
  const [queue, setQueue] = useState<Call[]>([])
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (calls === null) return
    const seen = known.current
    const fresh = seen === null ? [] : calls.filter((call) => !seen.has(callKey(call)))
    known.current = new Set([...(seen ?? []), ...calls.map(callKey)].slice(-keptKeys))
    if (fresh.length > 0) setQueue((before) => [...before, ...fresh.toReversed()])
  }, [calls])

  const current = queue[0] ?? null
  const shownMs = queue.length > 1 ? followedMs : aloneMs
  const currentKey = current === null ? null : callKey(current)
  const shownSince = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new call begins its own time
  useEffect(() => {
    shownSince.current = performance.now()
  }, [currentKey])
  useEffect(() => {
    if (currentKey === null) return
    const leftMs = Math.max(0, shownSince.current + shownMs - performance.now())
    const timer = setTimeout(() => setQueue((before) => before.slice(1)), leftMs)
    return () => clearTimeout(timer)
  }, [currentKey, shownMs])
  return current
}
