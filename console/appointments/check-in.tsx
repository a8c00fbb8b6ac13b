/** The booked visitor is here: the code, or the phone number, makes a ticket. */
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { IssueReceipt } from '../../protocol/views.ts'
import { visitorCode } from '../../protocol/vocabulary.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { useAnswer } from '../use-answer.ts'
import { useAppointmentsT } from './texts.ts'

const noPaper = ''

export function CheckIn({ api, onDone }: { api: Api; onDone: () => void }) {
  const t = useAppointmentsT()
  const { language } = useLanguage()
  const { answer: plan } = useAnswer<Plan>(api, '/api/plan', null)
  const [typed, setTyped] = useState('')
  const [printerId, setPrinterId] = useState(noPaper)
  const [issued, setIssued] = useState<IssueReceipt | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const checkIn = async () => {
    const said = typed.replaceAll(/\s/g, '')
    const by = visitorCode.safeParse(said).success ? { code: said } : { phone: said }
    setUnderWay(true)
    setFailure(null)
    setIssued(null)
    try {
      const paper = printerId === noPaper ? {} : { printerId }
      setIssued(await api.post<IssueReceipt>('/api/appointments/check-in', { ...by, ...paper }))
      setTyped('')
    } catch (error) {
      setFailure(error)
    }
    setUnderWay(false)
    onDone()
  }
  return (
    <>
      <form
        className="one-question"
        onSubmit={(event) => {
          event.preventDefault()
          void checkIn()
        }}
      >
        <label htmlFor="check-in-by">
          {t('checkInBy')}
          <Input
            id="check-in-by"
            size="large"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {plan !== null && plan.printers.length > 0 && (
          <Select
            aria-label={t('paper')}
            size="large"
            value={printerId}
            onChange={setPrinterId}
            options={[
              { value: noPaper, label: t('noPaper') },
              ...plan.printers.map((printer) => ({
                value: printer.printerId,
                label: printer.name[language],
              })),
            ]}
          />
        )}
        <Button
          size="large"
          type="primary"
          htmlType="submit"
          disabled={typed.trim() === ''}
          loading={underWay}
        >
          {t('checkIn')}
        </Button>
      </form>
      <Failure of={failure} />
      <p className="checked-in" role="status">
        {issued !== null &&
          t('checkedInAs', { number: issued.ticket.ticketNumber, count: issued.ticket.peopleAhead })}
      </p>
    </>
  )
}
