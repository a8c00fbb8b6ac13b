/** A span of time in words, as short as it may be. */
import { useWidgetTexts } from './texts.ts'

const minuteMs = 60_000

/** Gives a function that says a span (ms) in words: seconds below two minutes, then minutes, then hours. */
export function useDurationText(): (durationMs: number) => string {
  const t = useWidgetTexts()
  return (durationMs) => {
    const wholeMs = Math.max(0, durationMs)
    if (wholeMs < 2 * minuteMs) return t('seconds', { count: Math.floor(wholeMs / 1_000) })
    const minutes = Math.floor(wholeMs / minuteMs)
    if (minutes < 120) return t('minutes', { count: minutes })
    return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}
