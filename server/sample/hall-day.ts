/** One simulated day: the doors open, visitors come by the curve of the day, clerks work and go home. */
import { endOfDay, localDay } from '../domain/calendar.ts'
import { apiOf, watchRoom } from './api-client.ts'
import { type Clerk, workTheDay } from './clerks.ts'
import { type Crew, signIn } from './crew.ts'
import { closesAtHour, hourMs, minuteMs, nextArrivalHour, opensAtHour } from './demand.ts'
import type { Random } from './random.ts'
import { visit } from './visitors.ts'
import type { World } from './world.ts'

/** However many come, no more are let in: the demonstration must not outgrow its machine. */
const mostInside = 250

/** The instant (ms) of an hour of the day (`9.5` is half past nine) on the calendar day of `at`. */
export function instantOfHour(at: number, hour: number, timeZone: string): number {
  return endOfDay(localDay(at, timeZone), timeZone) - (24 - hour) * hourMs
}

/** Lets every visitor hear the calls that the boards show, until the demonstration stops. */
export function listenToBoards(world: World, boards: Crew['boardTokens']): void {
  const heard = new Map<string, string>()
  for (const { areaId, token } of boards) {
    watchRoom(
      { origin: world.origin, token, signal: world.signal },
      { room: 'board', areaId },
      ({ calls }) => {
        for (const { ticketNumber, windowLabel, calledAt, calls: times, state } of calls) {
          const call = `${calledAt} ${times}`
          if (state !== 'called' || heard.get(ticketNumber) === call) continue
          heard.set(ticketNumber, call)
          world.floor.tell(ticketNumber, { kind: 'called', windowLabel })
        }
      },
      world.noteTrouble,
    )
  }
}

/**
 * Runs from the hall's present time until the last visitor has gone and the windows are closed.
 * @throws an AbortError when the demonstration stops.
 */
export async function runDay(world: World, crew: Crew, random: Random): Promise<void> {
  world.doorsShut = false
  const clerks: Clerk[] = []
  for (const { window, ...login } of crew.clerks) {
    const { sessionToken, staff } = await signIn(world, login)
    const api = apiOf(world.origin, sessionToken, world.signal)
    const own = random.branch()
    clerks.push({
      world,
      window,
      api,
      sessionToken,
      staffId: staff.staffId,
      random: own,
      breaks: breaksOf(world, Number(window.label), own),
    })
  }
  const guide = apiOf(world.origin, (await signIn(world, crew.guide)).sessionToken, world.signal)
  const kiosks = crew.kioskTokens.map((token) => apiOf(world.origin, token, world.signal))
  await Promise.all([keepDoors(world, { kiosks, guide }, random.branch()), ...clerks.map(workTheDay)])
  for (const { api } of [...clerks, { api: guide }]) await api.signOut()
}

async function keepDoors(world: World, counters: Parameters<typeof visit>[1], random: Random): Promise<void> {
  const { clock, floor, plan } = world
  const midnight = instantOfHour(clock.now(), 0, plan.hall.timeZone)
  const visits = new Set<Promise<void>>()
  let hour = nextArrivalHour((clock.now() - midnight) / hourMs, random)
  for (; hour !== null; hour = nextArrivalHour(hour, random)) {
    await clock.sleep(midnight + hour * hourMs - clock.now())
    if (floor.visitors.size >= mostInside) continue
    const one = visit(world, counters, random.branch())
      .catch(world.noteTrouble)
      .finally(() => visits.delete(one))
    visits.add(one)
  }
  await clock.sleep(midnight + closesAtHour * hourMs - clock.now())
  world.doorsShut = true
  await Promise.all(visits)
}

/** Lunch in two sittings, odd windows first, so that neighbours cover for each other; a break before and after. */
function breaksOf({ clock, plan }: World, number: number, random: Random): Clerk['breaks'] {
  const at = (hour: number) => instantOfHour(clock.now(), hour, plan.hall.timeZone)
  const away = (hour: number, minutes: number, pauseReasonId: string) => ({
    at: at(hour),
    untilAt: at(hour) + minutes * minuteMs,
    pauseReasonId,
  })
  return [
    away(opensAtHour + 1 + random.next() * 1.5, 8, 'break'),
    away(number % 2 === 1 ? 11.75 : 12.5, 45, 'lunch'),
    away(14 + random.next() * 2, 12, random.happens(0.5) ? 'break' : 'case-work'),
  ]
}
