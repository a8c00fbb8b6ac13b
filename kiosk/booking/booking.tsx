/** Three steps to an appointment: for what, when, and who. */
import { useEffect, useRef, useState } from 'react'
import type { BookingOffer } from '../../protocol/appointments.ts'
import { ProblemError, sentenceOf } from '../../ui/api.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { ChooseService } from './choose-service.tsx'
import { ChooseTime } from './choose-time.tsx'
import { dayText } from './day-text.ts'
import { StepHeading } from './step-heading.tsx'
import { useT } from './texts.ts'
import { useCommand } from './use-command.ts'
import { useStep } from './use-step.ts'
import { type Person, WhoForm } from './who-form.tsx'

export interface Slot {
  readonly day: string
  readonly from: string
  readonly to: string
}

/** Refusals that another time would mend. */
const ofTheTime: ReadonlySet<string> = new Set(['bandFull', 'bandNotOffered', 'bookedThatDay'])

export function Booking({ offer }: { offer: BookingOffer }) {
  const t = useT()
  const { language } = useLanguage()
  const { step, goTo } = useStep()
  const [serviceId, setServiceId] = useState<string | null>(null)
  const [slot, setSlot] = useState<Slot | null>(null)
  const { busy, failure, give, forget } = useCommand()
  const service = offer.services.find((each) => each.serviceId === serviceId)

  const book = async (person: Person) => {
    const { day, from } = slot ?? { day: '', from: '' }
    const receipt = await give('/api/appointments', { serviceId, day, from, ...person })
    if (receipt?.appointment !== undefined) location.replace(`/book/${receipt.appointment.token}`)
  }
  const changeTime = () => {
    forget()
    setSlot(null)
    goTo('time')
  }
  if (offer.services.length === 0) return <p className="card">{t('nothingToBook')}</p>
  if (service === undefined || step === 'service') {
    return (
      <ChooseService
        services={offer.services}
        onChoose={(chosen) => {
          forget()
          setSlot(null)
          setServiceId(chosen)
          goTo('time')
        }}
      />
    )
  }
  const chosenService = { label: t('service'), text: pick(service.name, language) }
  if (slot === null || step === 'time') {
    return (
      <>
        <StepHeading step="time" />
        <Chosen {...chosenService} onChange={() => goTo('service')} />
        <ChooseTime
          offer={offer}
          serviceId={service.serviceId}
          onChoose={(chosen) => {
            setSlot(chosen)
            goTo('person')
          }}
        />
      </>
    )
  }
  return (
    <>
      <StepHeading step="person" />
      <Chosen {...chosenService} onChange={() => goTo('service')} />
      <Chosen
        label={t('time')}
        text={`${dayText(slot.day, language)} ${slot.from}–${slot.to}`}
        onChange={changeTime}
      />
      <WhoForm busy={busy} onBook={book} />
      <NotBooked failure={failure} onOtherTime={changeTime} />
    </>
  )
}

/** Why it was not booked, brought into sight: on a phone it stands below what was pressed. */
function NotBooked({ failure, onOtherTime }: { failure: unknown; onOtherTime: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure !== null) alert.current?.scrollIntoView({ block: 'end' })
  }, [failure])
  const isOfTheTime = failure instanceof ProblemError && ofTheTime.has(failure.problem.code)
  return (
    <div ref={alert} role="alert" className={failure === null ? undefined : 'card failure'}>
      {failure !== null && <p>{sentenceOf(failure, language)}</p>}
      {isOfTheTime && (
        <button type="button" onClick={onOtherTime}>
          {t('otherTime')}
        </button>
      )}
    </div>
  )
}

/** What was chosen before, and the way back to it. */
function Chosen({ label, text, onChange }: { label: string; text: string; onChange: () => void }) {
  const t = useT()
  return (
    <p className="chosen">
      <span>
        <small>{label}</small> {text}
      </span>
      <button type="button" aria-label={t('changeThis', { label })} onClick={onChange}>
        {t('change')}
      </button>
    </p>
  )
}
