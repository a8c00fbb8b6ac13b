/** What may be done with a picked ticket of a list, and with which key. */
import type { TicketCard, WindowView } from '../protocol/views.ts'
import type { StaffRole } from '../protocol/vocabulary.ts'
import { type Key, keyOf } from './actions.ts'

export const listNames = ['next', 'lines', 'held', 'missed'] as const
export type ListName = (typeof listNames)[number]

export interface ListAction {
  name: 'callThis' | 'resume' | 'callHeld' | 'rejoin' | 'cancel'
  key: Key
  /** Where the command goes; null: it is asked about first. */
  path: string | null
  body: object
  isAllowed: boolean
  /** True where the role of who is signed in stands in the way, which is then said in a sentence. */
  isBarred: boolean
}

const space: Key = { cap: 'Space', codes: ['Space'] }
const callKey: Key = { cap: 'C', codes: ['KeyC'] }

/** A ticket can be taken only at an open window without one; out of turn by those whom the plan lets, with a reason. */
export function listActions(
  list: Exclude<ListName, 'lines'>,
  { ticketId }: TicketCard,
  view: WindowView,
  role: StaffRole,
): ListAction[] {
  const isAllowed = view.state === 'open' && view.present === null
  const at = `/api/windows/${view.windowId}`
  const taking = (name: ListAction['name'], key: Key, path: string | null): ListAction => ({
    name,
    key,
    path,
    body: { ticketId },
    isAllowed,
    isBarred: false,
  })
  const cancel: ListAction = { ...taking('cancel', keyOf.cancel, null), isAllowed: true }
  switch (list) {
    case 'next': {
      const isInTurn = view.next[0]?.ticketId === ticketId
      const isBarred = !isInTurn && !view.outOfTurnRoles.includes(role)
      const call = taking('callThis', space, isInTurn ? `${at}/call` : null)
      return [{ ...call, isAllowed: isAllowed && !isBarred, isBarred }, cancel]
    }
    case 'held':
      return [taking('resume', space, `${at}/resume`), taking('callHeld', callKey, `${at}/call`), cancel]
    case 'missed':
      return [
        {
          ...taking('rejoin', space, `/api/tickets/${ticketId}/rejoin`),
          body: {},
          isAllowed: true,
        },
      ]
  }
}
