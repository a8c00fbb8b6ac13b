/** How long somebody will wait, as the domain is told it: handed in like the time, and asked where a promise is given. */
import type { Hall } from './hall.ts'
import type { Place } from './line.ts'

/** A wait from now on, in ms: as many stay under the median as over it, and nine of ten under the bound. */
export interface WaitPromise {
  readonly medianMs: number
  readonly boundMs: number
}

/** Who asks: a place in the line of a service, or in that of one window. It need not have been taken yet. */
export interface AskedPlace extends Place {
  readonly serviceId: string
  readonly windowId: string | null
}

/** @returns null where too little was measured to promise anything */
export type Foresight = (hall: Hall, place: AskedPlace, now: number) => WaitPromise | null
