/** A week of opening hours in a few words: days of the same hours are named together. */
import { type Schedule, type Span, weekdays } from '../../protocol/schedule.ts'
import type { PlanT } from './texts.ts'

/** @returns such as `周一至周五 09:00–12:00 13:00–17:00`, `周六至周日 不开放` */
export function hoursTexts(hours: Schedule['hours'], t: PlanT): string[] {
  const runs: { days: (typeof weekdays)[number][]; spans: string }[] = []
  for (const weekday of weekdays) {
    const spans = spansText(hours[weekday], t)
    const last = runs.at(-1)
    if (last?.spans === spans) last.days.push(weekday)
    else runs.push({ days: [weekday], spans })
  }
  return runs.map(({ days, spans }) => {
    const [first = 'mon'] = days
    const last = days.at(-1) ?? first
    return `${first === last ? t(first) : `${t(first)}${t('to')}${t(last)}`} ${spans}`
  })
}

function spansText(spans: readonly Span[], t: PlanT): string {
  if (spans.length === 0) return t('closedThen')
  if (spans.length === 1 && spans[0]?.from === '00:00' && spans[0].to === '24:00') return t('roundTheClock')
  return spans.map(({ from, to }) => `${from}–${to}`).join(' ')
}
