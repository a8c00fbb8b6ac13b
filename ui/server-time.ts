/** The server's time. The clock of the machine that shows a screen is never believed, only its ticking. */
import { useEffect, useState } from 'react'

let heard: { at: number; tick: number } | null = null

/** The server said what time it is (milliseconds since 1970). */
export function heardServerTime(at: number): void {
  heard = { at, tick: performance.now() }
}

/** The server's time of this moment in milliseconds since 1970; 0 until it was heard, when there is nothing to show. */
export function serverNow(): number {
  return heard === null ? 0 : Math.round(heard.at + performance.now() - heard.tick)
}

/** The server's time, again every so many milliseconds. */
export function useServerTime(everyMs: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
