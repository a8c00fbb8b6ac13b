/** Somebody is called before others who stand in front: why, which those others may be told. */
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { NoteForm } from './note-form.tsx'
import { Panel } from './panel.tsx'

export function OutOfTurnPanel(props: {
  view: WindowView
  ticket: TicketCard
  commands: Commands
  onDone: () => void
}) {
  const { view, ticket, commands, onDone } = props
  const t = useT()
  const send = async (reason: string) => {
    const body = { ticketId: ticket.ticketId, reason }
    if ((await commands.give(`/api/windows/${view.windowId}/call`, body)) !== null) onDone()
  }
  return (
    <Panel
      title={t('outOfTurnTitle', { number: ticket.ticketNumber })}
      hint={t('outOfTurnHint')}
      onLeave={onDone}
    >
      <NoteForm
        label={t('reasonField')}
        action={t('callThis')}
        underWay={commands.underWay}
        isReady={(reason) => reason !== ''}
        onSend={(reason) => void send(reason)}
      />
    </Panel>
  )
}
