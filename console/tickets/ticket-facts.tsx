/** How a ticket stands, in words; what does not apply to it is left out. */
import type { TicketView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { windowLabelsText } from '../../ui/window-labels.ts'
import { clockTime } from '../clock-time.ts'
import { useRangeText } from '../live/range-text.ts'
import { useTicketsT } from './texts.ts'

export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const t = useTicketsT()
  const { language } = useLanguage()
  const rangeText = useRangeText()
  const { peopleAhead, calledTo, holdUntil, mayRejoinUntil, mayReturn, stops, missing } = ticket
  const clock = (at: number) => clockTime(at, ticket.timeZone)
  const facts: [string, string | null][] = [
    [t('service'), ticket.serviceName[language]],
    [t('goTo'), calledTo && `${t('window', { label: calledTo.label })} ${calledTo.name[language]}`],
    [t('ahead'), peopleAhead === null ? null : t('people', { count: peopleAhead })],
    [t('expected'), ticket.state === 'waiting' ? rangeText(ticket.expected) : null],
    [t('promised'), ticket.promised && rangeText(ticket.promised)],
    [t('priority'), ticket.priorityClass?.[language] ?? t('ordinary')],
    [t('issuedAt'), clock(ticket.issuedAt)],
    [t('windows'), windowLabelsText(ticket.windowLabels, language)],
    [t('calls'), ticket.calls === 0 ? null : String(ticket.calls)],
    [t('holdUntil'), ticket.state !== 'held' ? null : holdUntil === null ? t('untilBack') : clock(holdUntil)],
    [t('rejoinUntil'), mayRejoinUntil === null ? null : clock(mayRejoinUntil)],
    [t('stops'), stops.length === 0 ? null : stops.map((stop) => stop[language]).join(' → ')],
    [t('missing'), missing.length === 0 ? null : missing.join(language === 'zh' ? '；' : '; ')],
    [t('mayReturn'), mayReturn && t('mayReturnSays', { code: mayReturn.code, day: mayReturn.untilDay })],
  ]
  return (
    <dl className="plan-facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
