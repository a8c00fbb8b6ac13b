/** What a tile says of a service: how long it takes and how many wait, or why no number is given. */
import { refusalText } from '../../protocol/refusals.ts'
import { useLanguage } from '../../ui/texts.ts'
import { waitRangeText } from '../../ui/wait-range.ts'
import type { Service } from './service-page.tsx'
import { useT } from './texts.ts'

/** From so many numbers on it is said how many are left. */
export const fewLeft = 10

export function ServiceLine({ service }: { service: Service }) {
  const t = useT()
  const { language } = useLanguage()
  const { notAdmitted, quotaLeft, expected } = service
  if (notAdmitted !== null) {
    return <span className="tile-note">{refusalText(notAdmitted.code, notAdmitted.params, language)}</span>
  }
  return (
    <span className="tile-facts">
      <span>
        {service.kind === 'onTheSpot' ? t('onTheSpot') : t('promised', { days: service.promisedDays })}
      </span>
      {quotaLeft !== null && quotaLeft <= fewLeft && (
        <b className="tile-few">{t('quotaLeft', { count: quotaLeft })}</b>
      )}
      {expected !== null && <span>{waitRangeText(expected, language)}</span>}
      <Waiting waiting={service.waiting} openWindows={service.openWindows} />
    </span>
  )
}

function Waiting(props: { waiting: number; openWindows: number }) {
  const t = useT()
  if (props.openWindows === 0) return <span className="tile-closed">{t('noOpenWindow')}</span>
  return (
    <span className="tile-waiting">
      <b>{props.waiting}</b> {t('waiting')}
    </span>
  )
}
