/** Where one stands: the number, and what is happening with it. */
import type { TicketView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useT } from './texts.ts'

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
  switch (ticket.state) {
    case 'waiting':
      return (
        <>
          <p className="ahead">
            {t('ahead')} <b>{t('people', { count: ticket.peopleAhead ?? 0 })}</b>
          </p>
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
  const time = new Intl.DateTimeFormat('zh-CN', {
    timeZone: ticket.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ticket.mayRejoinUntil)
  return <p>{t('rejoinUntil', { time, placesBack: ticket.missedCall.placesBack })}</p>
}
