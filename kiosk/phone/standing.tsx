/** Where one stands: the number, and what is happening with it. */
import type { TicketView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { waitRangeText } from '../../ui/wait-range.ts'
import { useT } from './texts.ts'
import { timeText } from './time.ts'

export function Standing({ ticket }: { ticket: TicketView }) {
  const t = useT()
  return (
    <section className={`standing standing-${ticket.state}`} aria-live="assertive">
      <h1>
        <span className="standing-label">{t('myNumber')}</span>
        <b className="standing-number">{ticket.ticketNumber}</b>
      </h1>
      <News ticket={ticket} />
    </section>
  )
}

function News({ ticket }: { ticket: TicketView }) {
  const t = useT()
  const { language } = useLanguage()
  switch (ticket.state) {
    case 'waiting':
      return (
        <>
          <p className="ahead">
            {t('ahead')} <b>{t('people', { count: ticket.peopleAhead ?? 0 })}</b>
          </p>
          {ticket.expected !== null && <p className="range">{waitRangeText(ticket.expected, language)}</p>}
          <p>{t((ticket.peopleAhead ?? 0) === 0 ? 'nextUp' : 'waitHere')}</p>
        </>
      )
    case 'called':
      return (
        <>
          <p className="turn">{t(ticket.calls > 1 ? 'recalled' : 'calledNow')}</p>
          <p className="go">
            {t('called')} <WindowName ticket={ticket} />
          </p>
        </>
      )
    case 'serving':
      return (
        <p className="go">
          {t('serving')} <WindowName ticket={ticket} />
        </p>
      )
    case 'noShow':
      return (
        <>
          <p className="turn">{t('noShow')}</p>
          <RejoinRule ticket={ticket} />
        </>
      )
    case 'held':
      return (
        <>
          <p className="turn">{t('held')}</p>
          <p>
            {ticket.holdUntil === null
              ? t('heldHint')
              : t('heldUntil', { time: timeText(ticket.holdUntil, ticket.timeZone) })}
          </p>
        </>
      )
    case 'served':
      return <p className="turn">{t(ticket.missing.length > 0 ? 'servedMissing' : 'served')}</p>
    default:
      return <p className="turn">{t(ticket.state)}</p>
  }
}

function WindowName({ ticket }: { ticket: TicketView }) {
  const t = useT()
  const { language } = useLanguage()
  if (ticket.calledTo === null) return null
  const label = <b>{ticket.calledTo.label}</b>
  return (
    <span>
      {language === 'zh' ? label : t('window')} {language === 'zh' ? t('window') : label}
      <small>{ticket.calledTo.name[language]}</small>
    </span>
  )
}

function RejoinRule({ ticket }: { ticket: TicketView }) {
  const t = useT()
  if (ticket.mayRejoinUntil === null) return <p>{t('rejoinNoMore')}</p>
  const time = timeText(ticket.mayRejoinUntil, ticket.timeZone)
  return <p>{t('rejoinUntil', { time, placesBack: ticket.missedCall.placesBack })}</p>
}
