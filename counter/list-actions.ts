/** What may be done with a picked ticket of a list, and with which key. */
import type { TicketCard, WindowView } from '../protocol/views.ts'
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
}

const space: Key = { cap: 'Space', codes: ['Space'] }
const callKey: Key = { cap: 'C', codes: ['KeyC'] }

/** A ticket can be taken only at an open window without one. */
export function listActions(
  list: Exclude<ListName, 'lines'>,
  { ticketId }: TicketCard,
  view: WindowView,
): ListAction[] {
  const isAllowed = view.state === 'open' && view.present === null
  const body = { ticketId }
  const at = `/api/windows/${view.windowId}`
  const cancel: ListAction = { name: 'cancel', key: keyOf.cancel, path: null, body: {}, isAllowed: true }
  switch (list) {
    case 'next':
      return [{ name: 'callThis', key: space, path: `${at}/call`, body, isAllowed }, cancel]
    case 'held':
      return [
        { name: 'resume', key: space, path: `${at}/resume`, body, isAllowed },
        { name: 'callHeld', key: callKey, path: `${at}/call`, body, isAllowed },
        cancel,
      ]
    case 'missed':
      return [
        {
          name: 'rejoin',
          key: space,
          path: `/api/tickets/${ticketId}/rejoin`,
          body: {},
          isAllowed: true,
        },
      ]
  }
}
