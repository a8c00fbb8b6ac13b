/** A found ticket: how it stands, what can be done, and who was called before it. It follows the hall while shown. */
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Explanation } from '../../protocol/explain.ts'
import type { Plan } from '../../protocol/plan.ts'
import type { TicketView } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { Failure } from '../failure.tsx'
import { useAnswer } from '../use-answer.ts'
import { ChangePriority } from './change-priority.tsx'
import { useTicketsT } from './texts.ts'
import { TicketBefore } from './ticket-before.tsx'
import { TicketFacts } from './ticket-facts.tsx'

const askAgainMs = 3_000

export function FoundTicket({ ticketNumber, api }: { ticketNumber: string; api: Api }) {
  const t = useTicketsT()
  const asked = useAnswer<TicketView>(api, `/api/tickets?ticketNumber=${ticketNumber}`, askAgainMs)
  const ticket = asked.answer
  const { answer: plan } = useAnswer<Plan>(api, '/api/plan', null)
  const path = ticket === null ? null : `/api/tickets/${ticket.ticketId}/explain`
  const { answer: explanation } = useAnswer<Explanation>(api, path, askAgainMs)
  const [failure, setFailure] = useState<unknown>(null)
  /** @returns whether it was done */
  const give = async (what: string, body: object): Promise<boolean> => {
    setFailure(null)
    const error = await api.post(`/api/tickets/${ticket?.ticketId}/${what}`, body).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    setFailure(error)
    asked.askAgain()
    return error === null
  }
  if (ticket === null) return <Failure of={asked.failure} />
  return (
    <article className="found-ticket" aria-label={ticket.ticketNumber}>
      <header>
        <h2>{ticket.ticketNumber}</h2>
        <p className={`found-state found-${ticket.state}`}>{t(ticket.state)}</p>
        <TicketKeys ticket={ticket} onGive={give} />
      </header>
      <Failure of={failure ?? asked.failure} />
      <TicketFacts ticket={ticket} />
      {plan !== null && mayChangePriority(ticket) && (
        <ChangePriority plan={plan} onChange={(body) => give('priority', body)} />
      )}
      {explanation !== null && <TicketBefore explanation={explanation} timeZone={ticket.timeZone} />}
    </article>
  )
}

function mayChangePriority({ state }: TicketView): boolean {
  return state === 'waiting' || state === 'held' || state === 'noShow'
}

function TicketKeys(props: { ticket: TicketView; onGive: (what: string, body: object) => Promise<boolean> }) {
  const { ticket, onGive } = props
  const { state, mayRejoinUntil, ticketNumber } = ticket
  const t = useTicketsT()
  const mayCancel = state === 'waiting' || state === 'called' || state === 'held'
  return (
    <span className="row-keys">
      {mayRejoinUntil !== null && (
        <Button type="primary" onClick={() => void onGive('rejoin', {})}>
          {t('rejoin')}
        </Button>
      )}
      {state === 'held' && (
        <Button type="primary" onClick={() => void onGive('ready', {})}>
          {t('ready')}
        </Button>
      )}
      {mayCancel && (
        <Popconfirm
          title={t('cancelConfirm', { number: ticketNumber })}
          okText={t('cancel')}
          cancelText={t('leaveIt')}
          onConfirm={() => onGive('cancel', {}).then(() => undefined)}
        >
          <Button danger>{t('cancel')}</Button>
        </Popconfirm>
      )}
    </span>
  )
}
