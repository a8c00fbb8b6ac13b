/** What the clerk may do at this moment, and with which key: read from the window's view alone. */
import type { WindowView } from '../protocol/views.ts'
import { type ServiceResult, serviceResults } from '../protocol/vocabulary.ts'
import type { Word } from './texts.ts'

export type ActionName =
  | 'openWindow'
  | 'callNext'
  | 'start'
  | 'recall'
  | 'noShow'
  | 'hold'
  | 'transfer'
  | 'cancel'
  | 'pause'
  | 'close'
  | 'issue'
  | 'signOut'
  | 'chooseAnother'
  | ServiceResult

/** A key by its place on the board, so that caps lock, an input method or num lock change nothing. */
export interface Key {
  readonly cap: string
  readonly codes: readonly string[]
}

const digit = (value: number): Key => ({ cap: String(value), codes: [`Digit${value}`, `Numpad${value}`] })
const enter: Key = { cap: 'Enter', codes: ['Enter', 'NumpadEnter'] }

/** All but the rare ones lie on the numeric pad, one hand wide. */
export const keyOf: Readonly<Record<ActionName, Key>> = {
  openWindow: enter,
  callNext: enter,
  start: { cap: '+', codes: ['NumpadAdd', 'Equal'] },
  doneOnTheSpot: digit(1),
  accepted: digit(2),
  papersMissing: digit(3),
  refused: digit(4),
  enquiry: digit(5),
  recall: digit(0),
  noShow: { cap: '−', codes: ['NumpadSubtract', 'Minus'] },
  transfer: { cap: '/', codes: ['NumpadDivide', 'Slash'] },
  hold: { cap: '.', codes: ['NumpadDecimal', 'Period'] },
  cancel: { cap: 'Del', codes: ['Delete'] },
  pause: { cap: 'P', codes: ['KeyP'] },
  close: { cap: 'X', codes: ['KeyX'] },
  issue: { cap: 'N', codes: ['KeyN'] },
  signOut: { cap: 'Q', codes: ['KeyQ'] },
  chooseAnother: { cap: 'W', codes: ['KeyW'] },
}

export interface Offer {
  /** What most come to next: the one big key. Null where there is nothing to do. */
  main: ActionName | null
  others: readonly ActionName[]
  /** The keys of the window itself, always in the same place; `why` says what stands in the way. */
  window: readonly { name: ActionName; why: Word | null }[]
}

/** @param staffId whose screen it is: a window in somebody else's name offers nothing but another window */
export function offerOf(view: WindowView, staffId: string): Offer {
  const isOwn = view.state !== 'closed' && view.staffId === staffId
  const isFree = view.present === null
  const isRunning = isOwn && view.state === 'open'
  return {
    ...ofTicket(view, isOwn),
    window: [
      { name: 'pause', why: isRunning ? (isFree ? null : 'finishFirst') : 'closed' },
      { name: 'close', why: isOwn ? (isFree ? null : 'finishFirst') : 'closed' },
      { name: 'issue', why: null },
      { name: 'signOut', why: isRunning ? 'signOutFirst' : null },
    ],
  }
}

function ofTicket(view: WindowView, isOwn: boolean): Pick<Offer, 'main' | 'others'> {
  if (view.state === 'closed') return { main: 'openWindow', others: ['chooseAnother'] }
  if (!isOwn) return { main: null, others: ['chooseAnother'] }
  if (view.present?.state === 'called') {
    return { main: 'start', others: ['recall', 'noShow', 'transfer', 'cancel'] }
  }
  if (view.present !== null) {
    const usual: ServiceResult = view.present.service.kind === 'promised' ? 'accepted' : 'doneOnTheSpot'
    const rest = serviceResults.filter((result) => result !== usual)
    return { main: usual, others: [...rest, 'hold', 'transfer'] }
  }
  return { main: view.state === 'paused' ? 'openWindow' : 'callNext', others: [] }
}

export function isResult(name: ActionName): name is ServiceResult {
  return (serviceResults as readonly string[]).includes(name)
}
