/** Follows a ticket's paper from the printer's queue to the visitor's hand. */
import { useEffect, useState } from 'react'
import type { TicketView } from '../../protocol/views.ts'
import type { PrinterFault } from '../../protocol/vocabulary.ts'
import type { Api } from '../../ui/api.ts'

const askEveryMs = 700
const askForMs = 15_000

export type Slip =
  | { state: 'requested' | 'printed' | 'none' | 'slow' }
  | { state: 'failed'; fault: PrinterFault }

/** What became of the slip, as far as is known; `slow` when nothing was heard of it for fifteen seconds. */
export function useSlip(api: Api, ticketId: string): Slip {
  const [slip, setSlip] = useState<Slip>({ state: 'requested' })
  useEffect(() => {
    let left = false
    const watch = async () => {
      const endsAt = performance.now() + askForMs
      while (!left && performance.now() < endsAt) {
        const ticket = await api.get<TicketView>(`/api/tickets/${ticketId}`).catch(() => null)
        const settled = ticket === null ? null : settledSlip(ticket)
        if (settled !== null) return left || setSlip(settled)
        await new Promise((resolve) => setTimeout(resolve, askEveryMs))
      }
      if (!left) setSlip({ state: 'slow' })
    }
    setSlip({ state: 'requested' })
    void watch()
    return () => {
      left = true
    }
  }, [api, ticketId])
  return slip
}

function settledSlip(ticket: TicketView): Slip | null {
  if (ticket.slip === 'requested') return null
  if (ticket.slip === 'failed') return { state: 'failed', fault: ticket.slipFault ?? 'unknown' }
  return { state: ticket.slip }
}
