/** Taking a number: for a service, for a matter of several, or for coming back with papers. */
import type { IssueReceipt, KioskView } from '../../protocol/views.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import type { Common, Page } from './kiosk.tsx'
import type { ShownTicket } from './ticket-page.tsx'
import { type Sending, useSend } from './use-send.ts'

/** What the visitor comes for, as `POST /api/tickets` asks for it. */
export type Errand =
  | { serviceId: string; priorityClassId: string | null }
  | { matterId: string }
  | { returnCode: string }

export interface Taking extends Omit<Sending<ShownTicket>, 'send'> {
  /** `personNumber`: null until the hall asks for it, which leads to the page that does. */
  take: (errand: Errand, personNumber: string | null) => Promise<void>
}

/** @param from where the visitor goes back to from the page that asks for the identity number */
export function useTake(props: Common & { view: KioskView; from: Page }): Taking {
  const { api, view, go, from } = props
  let asked: Errand | null = null
  const { state, failure, send } = useSend<ShownTicket>(
    (ticket) => go({ name: 'ticket', ticket }),
    (code) => {
      if (code !== 'personRequired' || asked === null) return false
      go({ name: 'identity', errand: asked, from })
      return true
    },
  )
  const take = (errand: Errand, personNumber: string | null) => {
    asked = errand
    const body = personNumber === null ? errand : { ...errand, personNumber }
    return send(JSON.stringify(body), async (key) => {
      const { ticket } = await api.post<IssueReceipt>('/api/tickets', body, key)
      return shownTicket(view, ticket, stopsOf(view, errand))
    })
  }
  return { state, failure, take }
}

/** A new number as its page shows it. */
export function shownTicket(
  view: KioskView,
  ticket: IssueReceipt['ticket'],
  stops: readonly Text[] = [],
): ShownTicket {
  const service = view.departments
    .flatMap(({ services }) => services)
    .find(({ serviceId }) => serviceId === ticket.serviceId)
  const serviceName = service?.name ?? view.hallName
  return {
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    token: ticket.token,
    peopleAhead: ticket.peopleAhead,
    promised: inMinutes(ticket.promise),
    rule: ticket.rule,
    serviceName,
    stops: stops.filter(({ zh }) => zh !== serviceName.zh),
    areaNames: service?.areaNames ?? [],
    windowLabels: service?.windowLabels ?? [],
  }
}

function inMinutes(promise: IssueReceipt['ticket']['promise']): ShownTicket['promised'] {
  if (promise === null) return null
  const minutes = (ms: number) => Math.ceil(ms / 60_000)
  return { medianMinutes: minutes(promise.medianMs), boundMinutes: minutes(promise.boundMs) }
}

function stopsOf(view: KioskView, errand: Errand): readonly Text[] {
  if (!('matterId' in errand)) return []
  return view.matters.find(({ matterId }) => matterId === errand.matterId)?.serviceNames ?? []
}
