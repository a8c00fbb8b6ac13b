/** Back into the line, after a missed call or a hold: the number, typed with large keys. */
import type { KioskView, Receipt, TicketView } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { EntryPage, type Reading } from './entry-page.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import type { ShownTicket } from './ticket-page.tsx'
import { useSend } from './use-send.ts'

export function RejoinPage(props: Common & { view: KioskView }) {
  const t = useT()
  const { graceMinutes, rejoinLimit, placesBack } = props.view.missedCall
  const sending = useSend<ShownTicket>((ticket) => props.go({ name: 'ticket', ticket }))
  const read = (typed: string): Reading<string> => {
    const number = typed.toUpperCase()
    const isComplete = /^[A-Z]{1,2}\d{3,5}$/.test(number)
    return { shown: number, spoken: t('numberEntered', { number }), value: isComplete ? number : null }
  }
  return (
    <EntryPage
      {...props}
      title={t('rejoinTitle')}
      note={
        <>
          <p>{t('rejoinRule', { graceMinutes, rejoinLimit, placesBack })}</p>
          <p>{t('readyRule')}</p>
        </>
      }
      letters={lettersOf(props.view)}
      read={read}
      labels={{ send: t('rejoin'), sending: t('rejoining') }}
      sending={sending}
      onSend={(number) => sending.send(number, (key) => comeBack(props.api, number, key))}
    />
  )
}

/** Only the letters that numbers of this hall begin with. */
function lettersOf(view: KioskView): string[] {
  const services = view.departments.flatMap((department) => department.services)
  const prefixes = [...services, ...view.matters].map(({ prefix }) => prefix)
  return [...new Set(prefixes.join(''))].sort()
}

async function comeBack(api: Api, ticketNumber: string, key: string): Promise<ShownTicket> {
  const { ticketId, state } = await api.get<TicketView>(`/api/tickets?ticketNumber=${ticketNumber}`)
  const command = state === 'held' ? 'ready' : 'rejoin'
  // The state may have moved on between two tries, and one key cannot stand for two commands.
  await api.post<Receipt>(`/api/tickets/${ticketId}/${command}`, {}, `${key}-${command}`)
  const ticket = await api.get<TicketView>(`/api/tickets/${ticketId}`)
  return { ...ticket, token: null, peopleAhead: ticket.peopleAhead ?? 0, rule: 'arrival' }
}
