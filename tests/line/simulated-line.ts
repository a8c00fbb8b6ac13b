/** A line simulated under the hall's own rules: who comes when, and how long each stays at a window. */
import type { Plan } from '../../protocol/plan.ts'
import type { Actor } from '../../protocol/vocabulary.ts'
import { next } from '../../server/domain/calling.ts'
import { isRefusal } from '../../server/domain/commands.ts'
import { GivenHall, kiosk, nineOClock } from '../support/given-hall.ts'

export interface SimulatedVisitor {
  readonly name: string
  /** Ms after the hall opened. */
  readonly comesAfterMs: number
  readonly turnMs: number
  readonly priorityClassId: string | null
}

/**
 * Every window takes the next one as soon as it is free, until all are served.
 * @returns how long each waited, in ms, by name; and how many were given the class that they asked for
 */
export function simulate(
  plan: Plan,
  visitors: readonly SimulatedVisitor[],
): { waitsMs: ReadonlyMap<string, number>; withClass: number } {
  const given = new GivenHall(plan)
  const windows = plan.windows.map(({ windowId }) => ({
    windowId,
    freeAt: nineOClock,
    by: clerkOf(windowId),
  }))
  for (const { windowId, by } of windows) given.opened(windowId, by)
  const coming = visitors.toSorted((a, b) => a.comesAfterMs - b.comesAfterMs)
  const inside = new Map<string, SimulatedVisitor>()
  const waitsMs = new Map<string, number>()
  let withClass = 0
  while (waitsMs.size < visitors.length) {
    const [first] = coming
    const free = windows.filter(
      ({ freeAt, windowId }) => freeAt <= given.now && next(given.hall, windowId, given.now),
    )[0]
    if (first !== undefined && nineOClock + first.comesAfterMs <= given.now) {
      coming.shift()
      withClass += takesNumber(given, first)
      inside.set(first.name, first)
    } else if (free !== undefined) {
      const visitor = inside.get(given.calledNext(free.windowId, free.by).ticketId)
      if (visitor === undefined) throw new Error('somebody was called who never came')
      waitsMs.set(visitor.name, given.now - nineOClock - visitor.comesAfterMs)
      // The window has its next one only when this turn is over: nothing else of it is asked here.
      const here = { windowId: free.windowId, ticketId: visitor.name }
      given.does(free.by, { type: 'start', ...here })
      given.does(free.by, { type: 'complete', ...here, result: 'accepted' })
      free.freeAt = given.now + visitor.turnMs
    } else {
      const comes = first === undefined ? [] : [nineOClock + first.comesAfterMs]
      const frees = windows.map(({ freeAt }) => freeAt).filter((freeAt) => freeAt > given.now)
      given.now = Math.min(...comes, ...frees)
    }
  }
  return { waitsMs, withClass }
}

const clerkOf = (windowId: string): Actor => ({
  kind: 'staff',
  staffId: `clerk of ${windowId}`,
  role: 'clerk',
})

/** With the class where it is given, as an ordinary visitor where its tickets of the day are used up. */
function takesNumber(given: GivenHall, { name, priorityClassId }: SimulatedVisitor): 0 | 1 {
  const issue = {
    type: 'issueTicket',
    ticketId: name,
    token: `token of ${name}`,
    serviceId: 'household',
  } as const
  const isGiven = !isRefusal(given.when(kiosk, { ...issue, priorityClassId }))
  given.does(kiosk, { ...issue, priorityClassId: isGiven ? priorityClassId : null })
  return isGiven && priorityClassId !== null ? 1 : 0
}
