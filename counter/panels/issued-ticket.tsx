/** The number just taken for a visitor, large, and what becomes of its paper. */
import { useEffect, useState } from 'react'
import type { IssueReceipt, TicketView } from '../../protocol/views.ts'
import type { SlipState } from '../../protocol/vocabulary.ts'
import type { Api } from '../../ui/api.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'
import { useKeys } from '../use-keys.ts'
import { Panel } from './panel.tsx'

const enter = { cap: 'Enter', codes: ['Enter', 'NumpadEnter'] }
const askAgainMs = 1_000
const slipWords = { requested: 'slipRequested', printed: 'slipPrinted', failed: 'slipFailed' } as const

export function IssuedTicket(props: { api: Api; issued: IssueReceipt; onDone: () => void }) {
  const { api, issued, onDone } = props
  const { ticketId, ticketNumber, peopleAhead } = issued.ticket
  const t = useT()
  const slip = useSlip(api, ticketId)
  useKeys([{ key: enter, run: onDone }])
  return (
    <Panel title={t('issued')} onLeave={onDone}>
      <p className="issued-number">{ticketNumber}</p>
      <p className="issued-ahead">{t('peopleAhead', { count: peopleAhead })}</p>
      <p className={`issued-slip issued-slip-${slip}`} role="status">
        {slip === 'none' ? '' : t(slipWords[slip])}
      </p>
      <KeyButton cap={enter.cap} kind="main" onPress={onDone}>
        {t('done')}
      </KeyButton>
    </Panel>
  )
}

/** How the slip stands, asked until the printer has said yes or no. */
function useSlip(api: Api, ticketId: string): SlipState {
  const [slip, setSlip] = useState<SlipState>('none')
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const ticket = await api.get<TicketView>(`/api/tickets/${ticketId}`).catch(() => null)
      if (left) return
      if (ticket !== null) setSlip(ticket.slip)
      if (ticket === null || ticket.slip === 'requested') timer = setTimeout(ask, askAgainMs)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [api, ticketId])
  return slip
}
