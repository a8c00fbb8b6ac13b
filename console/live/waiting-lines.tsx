/** Who waits, service by service: the lines with people first. */
import type { ConsoleView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { useT } from '../texts.ts'

export function WaitingLines({ view, now }: { view: ConsoleView; now: number }) {
  const t = useT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const lines = view.lines.toSorted((one, other) => other.waiting - one.waiting)
  return (
    <section className="waiting-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('waiting')}</th>
            <th scope="col">{t('headWait')}</th>
            <th scope="col">{t('openWindows')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.serviceId} className={line.waiting === 0 ? 'quiet' : ''}>
              <th scope="row">
                <i>{line.prefix}</i> {line.name[language]}
              </th>
              <td>{line.waiting}</td>
              <td>{line.headIssuedAt === null ? '' : durationText(now - line.headIssuedAt)}</td>
              <td>{line.openWindows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
