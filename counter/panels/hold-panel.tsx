/** Putting the visitor on hold, with a note for whoever goes on. */
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { NoteForm } from './note-form.tsx'
import { Panel } from './panel.tsx'

export function HoldPanel(props: {
  view: WindowView
  ticket: TicketCard
  commands: Commands
  onDone: () => void
}) {
  const { view, ticket, commands, onDone } = props
  const t = useT()
  const send = async (note: string) => {
    const body = { ticketId: ticket.ticketId, note }
    if ((await commands.give(`/api/windows/${view.windowId}/hold`, body)) !== null) onDone()
  }
  return (
    <Panel title={t('holdTitle', { number: ticket.ticketNumber })} hint={t('holdHint')} onLeave={onDone}>
      <NoteForm action={t('hold')} underWay={commands.underWay} onSend={(note) => void send(note)} />
    </Panel>
  )
}
