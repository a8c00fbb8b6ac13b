/** The frame of both pages: whose hall it is, the language, and what can be booked there. */
import { useEffect } from 'react'
import type { BookingOffer } from '../../protocol/appointments.ts'
import { sentenceOf } from '../../ui/api.ts'
import { heardServerTime } from '../../ui/server-time.ts'
import { LanguageButton } from '../../ui/sign-in/language-button.tsx'
import { pick, useLanguage } from '../../ui/texts.ts'
import { AppointmentPage } from './appointment-page.tsx'
import { Booking } from './booking.tsx'
import { useT } from './texts.ts'
import { useAnswer } from './use-answer.ts'

/** @param props.token the appointment's token from the address; null: somebody wants to book */
export function BookingPage(props: { token: string | null }) {
  const t = useT()
  const { language } = useLanguage()
  const { answer: offer, failure, ask } = useAnswer<BookingOffer>('/api/appointments/offer')
  useEffect(() => {
    if (offer !== null) heardServerTime(offer.now)
  }, [offer])
  useEffect(() => {
    document.title = t(props.token === null ? 'title' : 'myAppointment')
  }, [props.token, t])
  return (
    <main className="booking">
      <header>
        <p>{offer === null ? '' : pick(offer.hallName, language)}</p>
        <LanguageButton />
      </header>
      <h1>{t(props.token === null ? 'title' : 'myAppointment')}</h1>
      {offer === null && failure === null && <p>{t('loading')}</p>}
      {failure !== null && <Failure failure={failure} onRetry={ask} />}
      {offer !== null &&
        (props.token === null ? (
          <Booking offer={offer} />
        ) : (
          <AppointmentPage offer={offer} token={props.token} />
        ))}
    </main>
  )
}

function Failure({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <div className="card failure" role="alert">
      <p>{sentenceOf(failure, language)}</p>
      <button type="button" className="main" onClick={onRetry}>
        {t('again')}
      </button>
    </div>
  )
}
