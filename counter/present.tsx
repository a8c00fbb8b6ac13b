/** The present ticket, large; without one, how the window stands and who waits. */
import type { TicketCard, WindowView } from '../protocol/views.ts'
import { useLanguage } from '../ui/texts.ts'
import { useDurationText } from '../ui/widgets/duration.tsx'
import { clockText } from './clock-text.ts'
import { ruleWordOf, useT } from './texts.ts'

/** @param props.now the server's time in ms */
export function Present({ view, now, staffId }: { view: WindowView; now: number; staffId: string }) {
  const t = useT()
  const { language } = useLanguage()
  if (view.present !== null) return <PresentTicket ticket={view.present} now={now} />
  if (view.state === 'closed') return <Without title={t('windowIsClosed')} hint={t('windowIsClosedHint')} />
  if (view.staffId !== staffId) return <Without title={t('windowIsTaken')} hint={t('windowIsTakenHint')} />
  if (view.state === 'paused') {
    return (
      <Without
        title={t('pausedFor', { reason: view.pauseReason?.[language] ?? '' })}
        hint={t('since', { time: clockText(now - (view.since ?? now)) })}
      />
    )
  }
  return <Free view={view} now={now} />
}

function Without({ title, hint }: { title: string; hint: string }) {
  return (
    <section className="present present-none">
      <h2>{title}</h2>
      <p>{hint}</p>
    </section>
  )
}

function Free({ view, now }: { view: WindowView; now: number }) {
  const t = useT()
  const durationText = useDurationText()
  const { waitingTotal } = view
  const headIssuedAt = Math.min(...view.lines.map((line) => line.headIssuedAt ?? now))
  return (
    <section className="present present-none">
      <h2>{waitingTotal === 0 ? t('nobodyWaits') : t('ready')}</h2>
      {waitingTotal > 0 && (
        <>
          <p className="present-waiting">
            <b>{waitingTotal}</b> {t('waitingPeople')}
          </p>
          <p>{t('headWaits', { wait: durationText(now - headIssuedAt) })}</p>
        </>
      )}
    </section>
  )
}

function PresentTicket({ ticket, now }: { ticket: TicketCard; now: number }) {
  const t = useT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const { service, priorityClass, calledAt, startedAt, issuedAt, calls } = ticket
  const isCalled = ticket.state === 'called'
  const ruleWord = ruleWordOf(ticket.rule)
  const sinceAt = (isCalled ? calledAt : startedAt) ?? now
  return (
    <section className={`present present-${ticket.state}`}>
      <div className="present-top">
        <h2>{ticket.ticketNumber}</h2>
        <p className="present-timer">
          <span>{t(isCalled ? 'atWindow' : 'inService')}</span>
          <b>{clockText(now - sinceAt)}</b>
        </p>
      </div>
      <p className="present-service">{service.name[language]}</p>
      <ul className="present-marks">
        {priorityClass !== null && <li className="mark-priority">{priorityClass[language]}</li>}
        {ruleWord !== null && <li className="mark-priority">{t(ruleWord)}</li>}
        <li>{t(service.kind)}</li>
        <li>{t('waited', { wait: durationText((calledAt ?? now) - issuedAt) })}</li>
        {calls > 1 && <li className="mark-calls">{t('calledTimes', { calls })}</li>}
        {ticket.channel === 'staff' && <li>{t('byStaff')}</li>}
      </ul>
      <TicketDetails ticket={ticket} />
    </section>
  )
}

/** Note, what was done before, papers: as long as they are, they scroll in their own place. */
function TicketDetails({ ticket }: { ticket: TicketCard }) {
  const t = useT()
  const { language } = useLanguage()
  const { note, earlierTurns, stops, service } = ticket
  return (
    <dl className="present-details scrolls" tabIndex={0}>
      {note !== '' && (
        <div className="present-note">
          <dt>{t('note')}</dt>
          <dd>{note}</dd>
        </div>
      )}
      {stops.length > 0 && (
        <div>
          <dt>{t('stops')}</dt>
          <dd>{stops.map((stop) => stop[language]).join(' → ')}</dd>
        </div>
      )}
      {earlierTurns.length > 0 && (
        <div>
          <dt>{t('earlier')}</dt>
          {earlierTurns.map((turn, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is known by its place
            <dd key={at}>
              {turn.serviceName[language]}
              {turn.windowLabel !== null && ` · ${t('earlierAt', { label: turn.windowLabel })}`}
              {turn.note !== '' && ` · ${turn.note}`}
            </dd>
          ))}
        </div>
      )}
      <div className="present-papers">
        <dt>{t('materials')}</dt>
        {service.materials.length === 0 && <dd>{t('noMaterials')}</dd>}
        {service.materials.map((material) => (
          <dd key={material.zh}>{material[language]}</dd>
        ))}
      </div>
    </dl>
  )
}
