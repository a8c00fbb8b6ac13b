/** A ticket is cancelled for good, so it is asked about once. */
import type { TicketCard } from '../../protocol/views.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { useKeys } from '../use-keys.ts'
import { Panel } from './panel.tsx'

const enter = { cap: 'Enter', codes: ['Enter', 'NumpadEnter'] }

export function CancelPanel(props: { ticket: TicketCard; commands: Commands; onDone: () => void }) {
  const { ticket, commands, onDone } = props
  const t = useT()
  const cancel = async () => {
    if ((await commands.give(`/api/tickets/${ticket.ticketId}/cancel`, {})) !== null) onDone()
  }
  useKeys(commands.underWay ? [] : [{ key: enter, run: () => void cancel() }])
  return (
    <Panel title={t('cancelTitle', { number: ticket.ticketNumber })} hint={t('cancelHint')} onLeave={onDone}>
      <KeyButton cap={enter.cap} kind="main" disabled={commands.underWay} onPress={() => void cancel()}>
        {commands.underWay ? t('sending') : t('confirmCancel')}
      </KeyButton>
    </Panel>
  )
}
