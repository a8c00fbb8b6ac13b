/** Says that what is shown is old, and how old, or that nothing has come yet. Says nothing while all is well. */
import type { Live } from '../live.ts'
import { useDurationText } from './duration.tsx'
import { useWidgetTexts } from './texts.ts'
import './connection-notice.css'

export function ConnectionNotice(props: { live: Pick<Live<unknown>, 'state' | 'heardAt' | 'now'> }) {
  const t = useWidgetTexts()
  const durationText = useDurationText()
  const { state, heardAt, now } = props.live
  return (
    <div className="connection-notice" role="status">
      {state === 'connecting' && <p>{t('connecting')}</p>}
      {state === 'cut' && <p className="cut">{t('cut', { age: durationText(now - (heardAt ?? now)) })}</p>}
    </div>
  )
}
