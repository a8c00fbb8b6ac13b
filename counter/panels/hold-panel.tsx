/** Putting the visitor on hold, for how long, with a note for whoever goes on. */
import { useState } from 'react'
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { HoldMinutes, type Minutes, minutesOf } from './hold-minutes.tsx'
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
  const [minutes, setMinutes] = useState<Minutes>({ chosen: 'none', typed: '' })
  const returnMinutes = minutesOf(minutes)
  const send = async (note: string) => {
    const body = { ticketId: ticket.ticketId, note, returnMinutes }
    if ((await commands.give(`/api/windows/${view.windowId}/hold`, body)) !== null) onDone()
  }
  return (
    <Panel title={t('holdTitle', { number: ticket.ticketNumber })} hint={t('holdHint')} onLeave={onDone}>
      <NoteForm
        label={t('noteField')}
        action={t('hold')}
        underWay={commands.underWay}
        isReady={() => returnMinutes !== undefined}
        onSend={(note) => void send(note)}
      >
        <HoldMinutes value={minutes} onChange={setMinutes} />
      </NoteForm>
    </Panel>
  )
}
