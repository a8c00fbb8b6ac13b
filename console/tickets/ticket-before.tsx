/** Who was called before a ticket and by which rule, newest first, as it may be read out to its visitor. */
import type { Explanation } from '../../protocol/explain.ts'
import { useLanguage } from '../../ui/texts.ts'
import { clockTime } from '../clock-time.ts'
import { useTicketsT } from './texts.ts'

export function TicketBefore({ explanation, timeZone }: { explanation: Explanation; timeZone: string }) {
  const t = useTicketsT()
  const { language } = useLanguage()
  const { before, bound } = explanation
  return (
    <section className="ticket-before">
      <h3>{t('why')}</h3>
      <p className="quiet">{bound[language]}</p>
      {before.length === 0 ? (
        <p>{t('nobodyBefore')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('atTime')}</th>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('because')}</th>
            </tr>
          </thead>
          <tbody>
            {before.toReversed().map((each) => (
              <tr key={`${each.ticketNumber} ${each.calledAt}`}>
                <td>{clockTime(each.calledAt, timeZone)}</td>
                <th scope="row">{each.ticketNumber}</th>
                <td>{t('window', { label: each.windowLabel })}</td>
                <td>{each.text[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
