/** What several screens say of a line: whether a ticket is given, and how long one waits. */

import type { PlanService } from '../../../protocol/plan.ts'
import type { KioskView, WaitRange } from '../../../protocol/views.ts'
import { notAdmitted } from '../admission.ts'
import type { Foresight, WaitPromise } from '../foresight.ts'
import type { Hall } from '../hall.ts'

const minuteMs = 60_000

/** In whole minutes, rounded up, so that no screen changes with every second. */
export function rangeOf(promise: WaitPromise | null): WaitRange {
  if (promise === null) return null
  const { medianMs, boundMs } = promise
  return { medianMinutes: Math.ceil(medianMs / minuteMs), boundMinutes: Math.ceil(boundMs / minuteMs) }
}

/** For somebody without a credit who would take a ticket now. */
export function expectedFor(hall: Hall, serviceId: string, now: number, foresee: Foresight): WaitRange {
  const place = { ticketId: '', standing: now, joinedSeq: hall.lastSeq + 1, serviceId, windowId: null }
  return rangeOf(foresee(hall, place, now))
}

type Admission = KioskView['departments'][number]['services'][number]['notAdmitted']

/** Why no ticket is given for a service now; null where one is. */
export function admissionOf(hall: Hall, service: PlanService, now: number): Admission {
  const refusal = notAdmitted(hall, service, now)
  return refusal === null ? null : { code: refusal.refused, params: refusal.params }
}
