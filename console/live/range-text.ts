/** An expected wait in words; where too little was measured, that it is not known. */
import type { WaitRange } from '../../protocol/views.ts'
import { useLiveT } from './texts.ts'

export function useRangeText(): (range: WaitRange) => string {
  const t = useLiveT()
  return (range) => {
    if (range === null) return t('notKnown')
    const { medianMinutes: median, boundMinutes: bound } = range
    return bound > median ? t('range', { median, bound }) : t('oneValue', { median })
  }
}
