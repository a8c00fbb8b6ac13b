/** The appointments of a day, and checking in who is here. */
import { Input } from 'antd'
import { useState } from 'react'
import type { AppointmentView } from '../../protocol/appointments.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { useAnswer } from '../use-answer.ts'
import { CheckIn } from './check-in.tsx'
import { useAppointmentsT } from './texts.ts'

const askAgainMs = 5_000

/** @param props.today the hall's own day, null until it is known */
export function AppointmentsPage({ api, today }: { api: Api; today: string | null }) {
  const t = useAppointmentsT()
  const [chosen, setChosen] = useState<string | null>(null)
  const day = chosen ?? today ?? ''
  const path = day === '' ? null : `/api/appointments?day=${day}`
  const { answer, failure, askAgain } = useAnswer<AppointmentView[]>(api, path, askAgainMs)
  const shown = answer?.filter((each) => each.day === day) ?? null
  const arrived = shown?.filter(({ state }) => state === 'checkedIn').length ?? 0
  return (
    <div className="appointments">
      <CheckIn api={api} onDone={askAgain} />
      <div className="one-question">
        <label htmlFor="appointments-day">
          {t('day')}
          <Input
            id="appointments-day"
            type="date"
            value={day}
            onChange={(event) => setChosen(event.target.value)}
          />
        </label>
        {shown !== null && shown.length > 0 && (
          <span className="quiet">{t('count', { count: shown.length, arrived })}</span>
        )}
      </div>
      <Failure of={failure} />
      {shown !== null && <AppointmentRows appointments={shown} />}
    </div>
  )
}

function AppointmentRows({ appointments }: { appointments: readonly AppointmentView[] }) {
  const t = useAppointmentsT()
  const { language } = useLanguage()
  if (appointments.length === 0) return <p className="quiet">{t('nobodyBooked')}</p>
  const bounds = new Set(
    appointments.filter(({ state }) => state === 'booked').map(({ bound }) => bound[language]),
  )
  return (
    <>
      {[...bounds].map((bound) => (
        <p key={bound} className="quiet">
          {t('standing')}
          {bound}
        </p>
      ))}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {appointments.map((each) => (
            <tr key={each.appointmentId} className={each.state === 'booked' ? '' : 'quiet'}>
              <th scope="row">{each.from}</th>
              <td>{each.serviceName[language]}</td>
              <td>{each.maskedName}</td>
              <td className={stateClass[each.state]}>{t(each.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const stateClass = {
  booked: 'strong',
  checkedIn: 'state-good',
  cancelled: '',
  missed: 'state-notice',
} as const
