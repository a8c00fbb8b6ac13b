/** Sees that nobody touches the screen any more. */
import { useEffect, useRef, useState } from 'react'

/**
 * Calls `onIdle` once after so long without a touch or a key. A change of `restart` counts as a touch.
 * @returns the whole seconds that are left
 */
export function useIdle(afterMs: number, restart: string, onIdle: () => void): number {
  const [secondsLeft, setSecondsLeft] = useState(Math.ceil(afterMs / 1_000))
  const whenIdle = useRef(onIdle)
  whenIdle.current = onIdle
  // biome-ignore lint/correctness/useExhaustiveDependencies: `restart` is what begins the wait anew
  useEffect(() => {
    let endsAt = performance.now() + afterMs
    const show = () => setSecondsLeft(Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000)))
    const touched = () => {
      endsAt = performance.now() + afterMs
      show()
    }
    const timer = setInterval(() => {
      show()
      if (performance.now() < endsAt) return
      clearInterval(timer)
      whenIdle.current()
    }, 250)
    show()
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [afterMs, restart])
  return secondsLeft
}
