/** What the holder of a ticket may do: leave the line, rejoin it after a missed call, and come back from a hold. */
import { useRef, useState } from 'react'
import type { Receipt, TicketView } from '../../protocol/views.ts'
import { createApi, makeIdempotencyKey, ProblemError, sentenceOf } from '../../ui/api.ts'
import { useServerTime } from '../../ui/server-time.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useT } from './texts.ts'

type Action = 'cancel' | 'rejoin' | 'ready'

export function Actions({ ticket, token }: { ticket: TicketView; token: string }) {
  const t = useT()
  const { language } = useLanguage()
  const now = useServerTime(1_000)
  const [sure, setSure] = useState(false)
  const { busy, failure, act } = useAction(ticket.ticketId, token)
  const mayLeave = ticket.state === 'waiting' || ticket.state === 'called' || ticket.state === 'held'
  const mayRejoin =
    ticket.state === 'noShow' && ticket.mayRejoinUntil !== null && (now === 0 || now <= ticket.mayRejoinUntil)
  return (
    <section className="actions">
      <p role="alert">{failure === null ? '' : sentenceOf(failure, language)}</p>
      {mayRejoin && (
        <button type="button" className="main" disabled={busy} onClick={() => act('rejoin')}>
          {t(busy ? 'working' : 'rejoin')}
        </button>
      )}
      {ticket.state === 'held' && (
        <button type="button" className="main" disabled={busy} onClick={() => act('ready')}>
          {t(busy ? 'working' : 'ready')}
        </button>
      )}
      {mayLeave && !sure && (
        <button type="button" className="quiet" onClick={() => setSure(true)}>
          {t('leave')}
        </button>
      )}
      {mayLeave && sure && (
        <div className="sure">
          <p>{t('leaveSure')}</p>
          <button type="button" className="main" onClick={() => setSure(false)}>
            {t('leaveNo')}
          </button>
          <button type="button" className="quiet" disabled={busy} onClick={() => act('cancel')}>
            {t(busy ? 'working' : 'leaveYes')}
          </button>
        </div>
      )}
    </section>
  )
}

/** One command at a time; tried again by hand after no answer came, it is still the same command. */
function useAction(ticketId: string, token: string) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const unanswered = useRef<{ action: Action; key: string } | null>(null)
  const act = async (action: Action) => {
    if (unanswered.current?.action !== action) unanswered.current = { action, key: makeIdempotencyKey() }
    setBusy(true)
    setFailure(null)
    try {
      await createApi(() => token).post<Receipt>(
        `/api/tickets/${ticketId}/${action}`,
        {},
        unanswered.current.key,
      )
      unanswered.current = null
    } catch (error) {
      if (error instanceof ProblemError) unanswered.current = null
      setFailure(error)
    }
    setBusy(false)
  }
  return { busy, failure, act }
}
