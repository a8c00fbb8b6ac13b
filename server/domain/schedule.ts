/** One day of the hall as instants (ms): when it, each service and each window is open. Made once a day and plan. */
import type { Span } from '../../protocol/schedule.ts'
import { clockOfDay } from './calendar.ts'
import { type DayKind, dayKindOf, hoursOn, type Scheduled } from './working-days.ts'

/** Open from `openAt` until just before `closeAt`. */
export interface OpenSpan {
  readonly openAt: number
  readonly closeAt: number
}

/**
 * Whether a ticket can be had for a service. `closesAt` of `open` is the end of the span that runs now, which
 * may be a break; null: round the clock. `noMoreTickets`: the last ticket was given, the service still works
 * until `closesAt`, or will again in a span too short to take a ticket in.
 */
export type ServiceState =
  | { readonly state: 'open'; readonly closesAt: number | null; readonly lastTicketAt: number | null }
  | { readonly state: 'break'; readonly opensAt: number }
  | { readonly state: 'notYetOpen'; readonly opensAt: number }
  | { readonly state: 'noMoreTickets'; readonly closesAt: number }
  | { readonly state: 'closed' }

export interface ServiceDay {
  readonly spans: readonly OpenSpan[]
  /** From here on no ticket is given today; null: round the clock, or closed all day. */
  readonly lastTicketAt: number | null
  /** The states of the day in order, each until just before its `endsAt`; after the last it is closed. */
  readonly phases: readonly { readonly endsAt: number; readonly state: ServiceState }[]
}

export interface DaySchedule {
  readonly day: string
  readonly kind: DayKind
  readonly hall: readonly OpenSpan[]
  readonly services: ReadonlyMap<string, ServiceDay>
  readonly windows: ReadonlyMap<string, readonly OpenSpan[]>
  readonly noonAt: number
}

const closed: ServiceState = { state: 'closed' }

/** The schedule of a calendar day (`2026-03-02`) in the hall's time zone, whatever daylight saving does that day. */
export function daySchedule(scheduled: Scheduled, day: string): DaySchedule {
  const instantOf = clockOfDay(day, scheduled.hall.timeZone)
  const hoursOf = hoursOn(scheduled, day)
  const lastTicketMs = scheduled.schedule.lastTicketMinutes * 60_000
  const instants = (spans: readonly Span[]) =>
    spans
      .map(({ from, to }) => ({ openAt: instantOf(from), closeAt: instantOf(to) }))
      // A span that lies within the hour that the spring skips never comes.
      .filter(({ openAt, closeAt }) => openAt < closeAt)
  return {
    day,
    kind: dayKindOf(scheduled, day),
    hall: instants(hoursOf(null)),
    services: new Map(
      scheduled.services.map(({ serviceId, hours }) => {
        const spans = hoursOf(hours)
        const isRoundTheClock = spans.some(({ from, to }) => from === '00:00' && to === '24:00')
        return [
          serviceId,
          isRoundTheClock ? roundTheClock(instants(spans)) : serviceDay(instants(spans), lastTicketMs),
        ]
      }),
    ),
    windows: new Map(scheduled.windows.map(({ windowId, shifts }) => [windowId, instants(hoursOf(shifts))])),
    noonAt: instantOf(scheduled.schedule.noon),
  }
}

/** Whether tickets are given for a service at an instant of the day. A service that the plan lacks is closed. */
export function serviceStateAt(schedule: DaySchedule, serviceId: string, now: number): ServiceState {
  for (const phase of schedule.services.get(serviceId)?.phases ?? []) {
    if (now < phase.endsAt) return phase.state
  }
  return closed
}

/** Whether a window is to be staffed at an instant of the day. A window that the plan lacks is not. */
export function isOnShift(schedule: DaySchedule, windowId: string, at: number): boolean {
  return (schedule.windows.get(windowId) ?? []).some((span) => span.openAt <= at && at < span.closeAt)
}

/** Which half of the day an instant lies in, by the plan's noon. */
export function halfOf(schedule: DaySchedule, at: number): 'morning' | 'afternoon' {
  return at < schedule.noonAt ? 'morning' : 'afternoon'
}

function roundTheClock(spans: readonly OpenSpan[]): ServiceDay {
  const state: ServiceState = { state: 'open', closesAt: null, lastTicketAt: null }
  return { spans, lastTicketAt: null, phases: spans.map(({ closeAt }) => ({ endsAt: closeAt, state })) }
}

/** Only spans that begin before the last ticket are announced: who waits for another would wait in vain. */
function serviceDay(spans: readonly OpenSpan[], lastTicketMs: number): ServiceDay {
  const lastSpan = spans.at(-1)
  if (lastSpan === undefined) return { spans, lastTicketAt: null, phases: [] }
  const closesAt = lastSpan.closeAt
  const limitAt = closesAt - lastTicketMs
  const giving = spans.filter(({ openAt }) => openAt < limitAt)
  const lastTicketAt = Math.min(limitAt, giving.at(-1)?.closeAt ?? limitAt)
  const phases: ServiceDay['phases'] = giving.flatMap(({ openAt, closeAt }, index) => [
    { endsAt: openAt, state: { state: index === 0 ? 'notYetOpen' : 'break', opensAt: openAt } },
    {
      endsAt: Math.min(closeAt, lastTicketAt),
      state: { state: 'open', closesAt: closeAt, lastTicketAt },
    },
  ])
  return {
    spans,
    lastTicketAt,
    phases: [...phases, { endsAt: closesAt, state: { state: 'noMoreTickets', closesAt } }],
  }
}
