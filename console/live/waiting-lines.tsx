/** Who waits, service by service: the lines with people first; how long a new ticket would wait, or why there is none. */
import { refusalText } from '../../protocol/refusals.ts'
import type { ConsoleView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { useT } from '../texts.ts'
import { useRangeText } from './range-text.ts'
import { useLiveT } from './texts.ts'

export function WaitingLines({ view, now }: { view: ConsoleView; now: number }) {
  const t = useT()
  const liveT = useLiveT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const rangeText = useRangeText()
  const lines = view.lines.toSorted((one, other) => other.waiting - one.waiting)
  return (
    <section className="waiting-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('waiting')}</th>
            <th scope="col">{t('headWait')}</th>
            <th scope="col">{liveT('expected')}</th>
            <th scope="col">{t('openWindows')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.serviceId} className={line.waiting === 0 ? 'quiet' : ''}>
              <th scope="row">
                <i>{line.prefix}</i> {line.name[language]}
                {line.notAdmitted !== null && (
                  <small>
                    {liveT('notIssued', {
                      why: refusalText(line.notAdmitted.code, line.notAdmitted.params, language),
                    })}
                  </small>
                )}
              </th>
              <td>{line.waiting}</td>
              <td>{line.headIssuedAt === null ? '' : durationText(now - line.headIssuedAt)}</td>
              <td>{line.notAdmitted === null ? rangeText(line.expected) : ''}</td>
              <td>{line.openWindows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
