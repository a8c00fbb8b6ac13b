/** What belongs to the ticket: service, class, where, what comes after, and what to bring. */
import type { TicketView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { windowLabelsText } from '../../ui/window-labels.ts'
import { useT } from './texts.ts'
import { dayText, timeText } from './time.ts'

export function Facts({ ticket }: { ticket: TicketView }) {
  const t = useT()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  return (
    <section className="phone-facts">
      <dl>
        <dt>{t('service')}</dt>
        <dd>{pick(ticket.serviceName, language)}</dd>
        {ticket.stops.length > 0 && (
          <>
            <dt>{t('stops')}</dt>
            <dd>{ticket.stops.map((stop) => pick(stop, language)).join(comma)}</dd>
          </>
        )}
        {ticket.priorityClass !== null && (
          <>
            <dt>{t('priorityClass')}</dt>
            <dd>{pick(ticket.priorityClass, language)}</dd>
          </>
        )}
        <dt>{t('where')}</dt>
        <dd>
          {t('windows', { labels: windowLabelsText(ticket.windowLabels, language) })}
          <small>{ticket.areaNames.map((name) => pick(name, language)).join(comma)}</small>
        </dd>
        <dt>{t('issued')}</dt>
        <dd>{timeText(ticket.issuedAt, ticket.timeZone)}</dd>
      </dl>
      {ticket.materials.length > 0 && ticket.state !== 'served' && (
        <>
          <h2>{t('materials')}</h2>
          <ol>
            {ticket.materials.map((material) => (
              <li key={material.zh}>{pick(material, language)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** The papers that were missing, told once, and the right to come back with them. */
export function MissingPapers({ ticket: { missing, mayReturn } }: { ticket: TicketView }) {
  const t = useT()
  const { language } = useLanguage()
  if (missing.length === 0 && mayReturn === null) return null
  return (
    <section className="phone-facts missing">
      {missing.length > 0 && (
        <>
          <h2>{t('missing')}</h2>
          <ol>
            {missing.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ol>
        </>
      )}
      {mayReturn !== null && (
        <>
          <h2>{t('returnCode')}</h2>
          <p className="return-code">{mayReturn.code}</p>
          <p>{t('returnUntil', { day: dayText(mayReturn.untilDay, language) })}</p>
        </>
      )}
    </section>
  )
}
