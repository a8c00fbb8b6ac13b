/** On which day, and in which band of it. */
import { useCallback, useEffect, useState } from 'react'
import type { BookingOffer } from '../../protocol/appointments.ts'
import { sentenceOf } from '../../ui/api.ts'
import { serverNow } from '../../ui/server-time.ts'
import { useLanguage } from '../../ui/texts.ts'
import type { Slot } from './booking.tsx'
import { dayAt, dayText } from './day-text.ts'
import { useT } from './texts.ts'
import { useAnswer } from './use-answer.ts'

interface Band {
  readonly from: string
  readonly to: string
  readonly left: number
}

export function ChooseTime(props: {
  offer: BookingOffer
  serviceId: string
  onChoose: (slot: Slot) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const { days, timeZone } = props.offer
  const [chosenDay, setChosenDay] = useState<string | null>(null)
  const [offered, setOffered] = useState(0)
  const day = chosenDay ?? days[offered] ?? ''
  // Until somebody chooses a day, it is the first that has a place left.
  const lookFurther = useCallback(() => setOffered((at) => Math.min(at + 1, days.length - 1)), [days])
  const today = dayAt(serverNow(), timeZone)
  if (days.length === 0) return <p className="card">{t('noDays')}</p>
  return (
    <>
      <fieldset>
        <legend>{t('day')}</legend>
        <div className="days">
          {days.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="day" checked={each === day} onChange={() => setChosenDay(each)} />
              <span>
                {dayText(each, language)} {each === today && <small>{t('today')}</small>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Bands
        key={day}
        day={day}
        serviceId={props.serviceId}
        onChoose={props.onChoose}
        onNothingLeft={chosenDay === null ? lookFurther : null}
      />
    </>
  )
}

function Bands(props: {
  day: string
  serviceId: string
  onChoose: (slot: Slot) => void
  onNothingLeft: (() => void) | null
}) {
  const { day, serviceId, onNothingLeft } = props
  const t = useT()
  const { language } = useLanguage()
  const path = `/api/appointments/bands?serviceId=${serviceId}&day=${day}`
  const { answer: bands, failure, ask } = useAnswer<Band[]>(path)
  const [chosen, setChosen] = useState<Band | null>(null)
  const isNothingLeft = bands?.every(({ left }) => left === 0) ?? false
  useEffect(() => {
    if (isNothingLeft) onNothingLeft?.()
  }, [isNothingLeft, onNothingLeft])
  if (failure !== null) {
    return (
      <div className="card failure" role="alert">
        <p>{sentenceOf(failure, language)}</p>
        <button type="button" onClick={ask}>
          {t('again')}
        </button>
      </div>
    )
  }
  if (bands === null) return <p role="status">{t('loading')}</p>
  if (isNothingLeft) {
    return (
      <p className="card" role="status">
        {t(bands.length === 0 ? 'noBands' : 'dayFull')}
      </p>
    )
  }
  return (
    <>
      <fieldset>
        <legend>{t('band')}</legend>
        <div className="bands">
          {bands.map((band) => (
            <label key={band.from} className={band.left === 0 ? 'choice full' : 'choice'}>
              <input
                type="radio"
                name="band"
                disabled={band.left === 0}
                checked={band.from === chosen?.from}
                onChange={() => setChosen(band)}
              />
              <span>
                {band.from}–{band.to}{' '}
                <small>{band.left === 0 ? t('full') : t('left', { count: band.left })}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="main"
        disabled={chosen === null}
        onClick={() => chosen !== null && props.onChoose({ day, from: chosen.from, to: chosen.to })}
      >
        {t(chosen === null ? 'chooseBandFirst' : 'next')}
      </button>
    </>
  )
}
