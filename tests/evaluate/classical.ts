/** The predictors of the queueing literature (Ibrahim and Whitt 2009), for one joining; null where there is nothing to go by. */
import { queueLengthWaitMs } from '../../server/forecast/line-features.ts'
import type { Joining } from './joining.ts'

export const classical: Readonly<Record<string, (joining: Joining) => number | null>> = {
  QL: ({ state }) => (state.serviceMs === null ? null : queueLengthWaitMs(state, state.serviceMs)),
  LES: ({ state }) => state.lastWaitMs,
  HOL: ({ state }) => state.headWaitMs,
  lastTen: ({ lastTenMs }) => lastTenMs,
  lastHour: ({ lastHourMs }) => lastHourMs,
}
