/** What all simulated people share: the hall's address, plan and time, its floor, and the count of refusals. */
import { setMaxListeners } from 'node:events'
import type { Plan, PlanService } from '../../protocol/plan.ts'
import { Refused } from './api-client.ts'
import { type Floor, openFloor } from './floor.ts'
import type { HallClock } from './hall-clock.ts'

export interface World {
  readonly origin: string
  readonly plan: Plan
  readonly clock: HallClock
  readonly floor: Floor
  /** Aborted when the demonstration stops; its reason is an Error where something broke. */
  readonly signal: AbortSignal
  /** True from the closing of the doors; those inside are still served. */
  doorsShut: boolean
  /** How often the hall said no, by code. */
  readonly refusals: Map<string, number>
  serviceOf(serviceId: string): PlanService
  /** Takes note of a refusal, as people do; stops everything on any other error. */
  noteTrouble(error: unknown): void
}

export function makeWorld(origin: string, plan: Plan, clock: HallClock, stop: AbortController): World {
  const refusals = new Map<string, number>()
  const services = new Map(plan.services.map((each) => [each.serviceId, each]))
  // Every sleep and request of some hundred people listens to this one signal.
  setMaxListeners(0, stop.signal)
  return {
    origin,
    plan,
    clock,
    floor: openFloor(clock),
    signal: stop.signal,
    doorsShut: false,
    refusals,
    serviceOf(serviceId) {
      const service = services.get(serviceId)
      if (service === undefined) throw new Error(`the plan has no service ${serviceId}`)
      return service
    },
    noteTrouble(error) {
      if (error instanceof Refused) refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1)
      else if (!stop.signal.aborted) stop.abort(error)
    },
  }
}
