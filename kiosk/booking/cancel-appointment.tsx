/** The way out of an appointment, so many hours ahead; asked once more before it is gone. */
import { useEffect, useRef, useState } from 'react'
import type { AppointmentView, BookingOffer } from '../../protocol/appointments.ts'
import { sentenceOf } from '../../ui/api.ts'
import { useServerTime } from '../../ui/server-time.ts'
import { useLanguage } from '../../ui/texts.ts'
import { instantText } from './day-text.ts'
import { useT } from './texts.ts'
import { useCommand } from './use-command.ts'

export function CancelAppointment(props: {
  appointment: AppointmentView
  token: string
  offer: BookingOffer
  onCancelled: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const now = useServerTime(1_000)
  const [sure, setSure] = useState(false)
  const { busy, failure, give } = useCommand()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (sure) keep.current?.focus()
  }, [sure])
  const { mayCancelUntil } = props.appointment
  const until = instantText(mayCancelUntil, props.offer.timeZone, language)
  const cancel = async () => {
    const receipt = await give(`/api/appointments/${props.token}/cancel`, {})
    if (receipt !== null) props.onCancelled()
  }
  if (now > mayCancelUntil) return <p className="advice">{t('cancelTooLate', { until })}</p>
  return (
    <section className="cancel">
      <h2>{t('cannotCome')}</h2>
      <p>{t('cancelUntil', { until })}</p>
      <p role="alert" className="wrong">
        {failure === null ? '' : sentenceOf(failure, language)}
      </p>
      {!sure && (
        <button type="button" onClick={() => setSure(true)}>
          {t('cancel')}
        </button>
      )}
      {sure && (
        <div className="card sure">
          <p>{t('cancelSure')}</p>
          <button type="button" ref={keep} className="main" onClick={() => setSure(false)}>
            {t('cancelNo')}
          </button>
          <button type="button" disabled={busy} onClick={cancel}>
            {t(busy ? 'working' : 'cancelYes')}
          </button>
        </div>
      )}
    </section>
  )
}
