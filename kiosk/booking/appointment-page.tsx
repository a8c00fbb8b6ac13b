/** One's own appointment: when, for what, the code to check in with, what to bring, and the way out of it. */
import { useEffect, useRef } from 'react'
import type { AppointmentView, BookingOffer } from '../../protocol/appointments.ts'
import { ProblemError, sentenceOf } from '../../ui/api.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { QrCode } from '../../ui/widgets/qr-code.tsx'
import { CancelAppointment } from './cancel-appointment.tsx'
import { dayText } from './day-text.ts'
import { useT } from './texts.ts'
import { useAnswer } from './use-answer.ts'

export function AppointmentPage({ offer, token }: { offer: BookingOffer; token: string }) {
  const t = useT()
  const { language } = useLanguage()
  const path = `/api/appointments/${encodeURIComponent(token)}`
  const { answer: appointment, failure, ask } = useAnswer<AppointmentView>(path)
  if (failure !== null) {
    const isUnknown = failure instanceof ProblemError && failure.status < 429
    return (
      <div className="card failure" role="alert">
        <p>{isUnknown ? t('unknownAddress') : sentenceOf(failure, language)}</p>
        {isUnknown ? (
          <a href="/book/">{t('bookAnother')}</a>
        ) : (
          <button type="button" className="main" onClick={ask}>
            {t('again')}
          </button>
        )}
      </div>
    )
  }
  if (appointment === null) return <p>{t('loading')}</p>
  return (
    <>
      <Pass appointment={appointment} />
      {appointment.state === 'booked' && <Advice offer={offer} appointment={appointment} />}
      {appointment.state === 'booked' && (
        <CancelAppointment appointment={appointment} token={token} offer={offer} onCancelled={ask} />
      )}
      {(appointment.state === 'cancelled' || appointment.state === 'missed') && (
        <a href="/book/">{t('bookAnother')}</a>
      )}
    </>
  )
}

function Pass({ appointment }: { appointment: AppointmentView }) {
  const t = useT()
  const { language } = useLanguage()
  const { code, day, from, maskedName, serviceName, state } = appointment
  const news = useRef<HTMLParagraphElement>(null)
  const before = useRef(state)
  useEffect(() => {
    // What the keyboard was on is gone with the old state.
    if (before.current !== state) news.current?.focus()
    before.current = state
  }, [state])
  return (
    <section className={`card pass pass-${state}`}>
      <p ref={news} tabIndex={-1} className="news">
        {t(state)}
      </p>
      <dl>
        <dt>{t('service')}</dt>
        <dd>{pick(serviceName, language)}</dd>
        <dt>{t('time')}</dt>
        <dd>
          {dayText(day, language)} {from}
        </dd>
        <dt>{t('name')}</dt>
        <dd>{maskedName}</dd>
      </dl>
      {state === 'booked' && (
        <div className="code">
          <div className="qr">
            <QrCode text={code} label={t('codeAsQr')} />
          </div>
          <p>
            {t('code')}
            <b>
              <span className="visually-hidden">{[...code].join(' ')}</span>
              <span aria-hidden="true">
                {code.slice(0, 4)} {code.slice(4)}
              </span>
            </b>
          </p>
        </div>
      )}
    </section>
  )
}

function Advice({ offer, appointment }: { offer: BookingOffer; appointment: AppointmentView }) {
  const t = useT()
  const { language } = useLanguage()
  const { serviceId, bound } = appointment
  const materials = offer.services.find((each) => each.serviceId === serviceId)?.materials ?? []
  return (
    <section className="advice">
      <p>{t('keepThisPage')}</p>
      <h2>{t('onTheDay')}</h2>
      <ul className="dots">
        <li>{t('checkInHow')}</li>
        <li>{pick(bound, language)}</li>
      </ul>
      {materials.length > 0 && (
        <>
          <h2>{t('materials')}</h2>
          <ol className="numbers">
            {materials.map((material) => (
              <li key={material.zh}>{pick(material, language)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
