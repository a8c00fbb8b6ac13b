/** What is asked of the clerk before some commands. It opens in place of the keys and closes when it fits no more. */
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import type { Commands } from '../use-commands.ts'
import { CancelPanel } from './cancel-panel.tsx'
import { HoldPanel } from './hold-panel.tsx'
import { IssuePanel } from './issue-panel.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { OutOfTurnPanel } from './out-of-turn-panel.tsx'
import { PausePanel } from './pause-panel.tsx'
import { ReturnCodePanel } from './return-code-panel.tsx'
import { TransferPanel } from './transfer-panel.tsx'

export type Asked =
  | { name: 'pause' | 'issue' }
  | {
      name: 'hold' | 'transfer' | 'papersMissing' | 'returnCode' | 'callThis' | 'cancel'
      ticket: TicketCard
    }

/** False once the view has moved on and the question makes no sense any more. */
export function panelFits(asked: Asked, view: WindowView): boolean {
  const { present } = view
  switch (asked.name) {
    case 'issue':
      return true
    case 'pause':
      return view.state === 'open' && present === null
    case 'hold':
    case 'papersMissing':
      return present?.ticketId === asked.ticket.ticketId && present.state === 'serving'
    case 'transfer':
      return present?.ticketId === asked.ticket.ticketId
    case 'returnCode':
      return present === null || present.ticketId === asked.ticket.ticketId
    case 'callThis':
      return (
        view.state === 'open' &&
        present === null &&
        view.next.some(({ ticketId }) => ticketId === asked.ticket.ticketId)
      )
    case 'cancel':
      return [present, ...view.next, ...view.held].some(
        (ticket) => ticket?.ticketId === asked.ticket.ticketId && ticket.state !== 'serving',
      )
  }
}

export function OpenPanel(props: {
  asked: Asked
  view: WindowView
  api: Api
  commands: Commands
  onAsk: (asked: Asked) => void
  onDone: () => void
}) {
  const { asked, view, api, commands, onAsk, onDone } = props
  switch (asked.name) {
    case 'issue':
      return <IssuePanel view={view} api={api} commands={commands} onDone={onDone} />
    case 'pause':
      return <PausePanel view={view} commands={commands} onDone={onDone} />
    case 'hold':
      return <HoldPanel view={view} ticket={asked.ticket} commands={commands} onDone={onDone} />
    case 'papersMissing':
      return (
        <MissingPanel
          view={view}
          ticket={asked.ticket}
          commands={commands}
          onLeave={onDone}
          onDone={() => {
            if (asked.ticket.service.returnDays > 0) onAsk({ name: 'returnCode', ticket: asked.ticket })
            else onDone()
          }}
        />
      )
    case 'returnCode':
      return <ReturnCodePanel ticket={asked.ticket} api={api} onDone={onDone} />
    case 'callThis':
      return <OutOfTurnPanel view={view} ticket={asked.ticket} commands={commands} onDone={onDone} />
    case 'transfer':
      return <TransferPanel view={view} ticket={asked.ticket} commands={commands} onDone={onDone} />
    case 'cancel':
      return <CancelPanel ticket={asked.ticket} commands={commands} onDone={onDone} />
  }
}
