/** Anything that anybody might try in a hall: small numbers stand for one of the tickets, windows and services there are. */
import fc from 'fast-check'
import type { Plan } from '../../protocol/plan.ts'
import { type Actor, serviceResults } from '../../protocol/vocabulary.ts'
import type { CommandType } from '../../server/domain/commands.ts'
import type { SentCommand } from '../support/given-commands.ts'
import { admin, clerk, hallItself, kiosk, otherClerk, supervisor } from '../support/given-hall.ts'
import { bands, classIds, matterIds, serviceIds, windowIds } from './any-plan.ts'
import type { LivedDay } from './lived-day.ts'

const guide: Actor = { kind: 'staff', staffId: 'guide', role: 'guide' }
const guest: Actor = { kind: 'guest' }

/** How often each is tried, so that a day has lines, and its rare turns too. */
const often: { [Type in CommandType]?: number } = {
  issueTicket: 14,
  openWindow: 9,
  callNext: 16,
  start: 8,
  complete: 7,
  passTime: 4,
  call: 3,
  recall: 1,
  hold: 3,
  resume: 1,
  ready: 2,
  transfer: 4,
  noShow: 4,
  rejoin: 4,
  cancel: 1,
  changePriority: 2,
  bookAppointment: 3,
  checkIn: 3,
  cancelAppointment: 1,
  pauseWindow: 1,
  closeWindow: 1,
  assignWindow: 1,
  changePlan: 1,
  turnDay: 1,
}

export const anyAttempt = fc.record({
  what: fc.constantFrom(
    ...Object.entries(often).flatMap(([type, times]) =>
      Array.from({ length: times }, () => type as CommandType),
    ),
  ),
  /** Which ticket, window, service and variant is meant. */
  a: fc.nat(40),
  b: fc.nat(11),
  c: fc.nat(11),
  /** Of whom it is about: who belongs to the window, rather than anybody. */
  isApt: fc.constantFrom(true, true, true, false),
  laterSeconds: fc.constantFrom(0, 0, 0, 0, 1, 30, 60, 120, 240, 900),
})
export type Attempt = typeof anyAttempt extends fc.Arbitrary<infer Value> ? Value : never

/** @param plans the plans that the hall may change to */
export function commandOf(
  day: LivedDay,
  tried: Attempt,
  plans: readonly Plan[],
): { actor: Actor; command: SentCommand } {
  const meant = meantBy(day, tried)
  const { what, a, b, c, isApt } = tried
  const { windowId, ticketId, actor, serviceId } = meant
  const here = { windowId, ticketId }
  switch (what) {
    case 'issueTicket':
      return issue(day, tried, serviceId)
    case 'checkIn': {
      const [any] = appointmentsFrom(day, a)
      const by = b % 2 === 0 ? { code: any?.code ?? '00000000' } : { phoneHash: any?.phoneHash ?? '' }
      return { actor: kiosk, command: { type: what, ...day.newTicket(), by, printerId: null } }
    }
    case 'bookAppointment': {
      const person = `person-${a % 5}`
      const on = c % 3 === 0 ? day.following() : (day.given.hall.day ?? '')
      const { from } = bands[b % bands.length] ?? { from: '09:15' }
      const made = day.newAppointment()
      const of = { serviceId, day: on, from, personHash: person, phoneHash: person, maskedName: '张*' }
      return { actor: guest, command: { type: what, ...made, ...of } }
    }
    case 'cancelAppointment': {
      const appointmentId = appointmentsFrom(day, a)[0]?.appointmentId ?? ''
      return { actor: b % 2 === 0 ? guest : guide, command: { type: what, appointmentId } }
    }
    case 'changePriority':
      return {
        actor: guide,
        command: {
          type: what,
          ticketId,
          priorityClassId:
            [...classIds.slice(0, isApt ? day.plan().priorityClasses.length : 3), null][b % 4] ?? null,
          reason: 'seen',
        },
      }
    case 'ready':
    case 'rejoin':
    case 'cancel':
      return { actor: guide, command: { type: what, ticketId } }
    case 'assignWindow': {
      const serves = serviceIds.filter((_, n) => ((a + 1) & (1 << n)) !== 0)
      const helps = serviceIds
        .filter((each, n) => ((b + 1) & (1 << n)) !== 0 && !serves.includes(each))
        .map((each) => ({ serviceId: each, afterMinutes: c }))
      return { actor: supervisor, command: { type: what, windowId, serviceIds: serves, helps } }
    }
    case 'passTime':
      return { actor: hallItself, command: { type: what } }
    case 'changePlan':
      return { actor: admin, command: { type: what, plan: planFrom(plans, a) } }
    case 'turnDay': {
      const plan = b % 2 === 0 ? day.plan() : planFrom(plans, a)
      return { actor: hallItself, command: { type: what, ...day.turns(), plan } }
    }
    case 'pauseWindow':
      return { actor, command: { type: what, windowId, pauseReasonId: 'lunch' } }
    case 'openWindow':
    case 'closeWindow':
    case 'callNext':
      return { actor, command: { type: what, windowId } }
    case 'call':
      return {
        actor,
        command: { type: what, windowId, ticketId: meant.anyTicketId, reason: c % 4 === 0 ? '' : 'asked' },
      }
    case 'resume':
      return { actor, command: { type: what, windowId, ticketId: meant.anyTicketId } }
    case 'hold':
      return { actor, command: { type: what, ...here, note: '', returnMinutes: c % 3 === 0 ? null : 1 + c } }
    case 'transfer': {
      const toWindowId = b % 2 === 0 ? (windowIds[c % windowIds.length] ?? null) : null
      const toServiceId = b % 3 === 0 && toWindowId !== null ? null : serviceId
      return { actor, command: { type: what, ...here, toServiceId, toWindowId, backToMe: a % 2 === 0 } }
    }
    case 'complete': {
      const result = serviceResults[b % serviceResults.length] ?? 'accepted'
      const missing = result === 'papersMissing' ? ['paper'] : []
      return { actor, command: { type: what, ...here, result, missing, returnCode: day.newReturnCode() } }
    }
    default:
      return { actor, command: { type: what as 'recall' | 'start' | 'noShow', ...here } }
  }
}

function issue(day: LivedDay, { a, b, c, isApt }: Attempt, serviceId: string) {
  const returns = [...day.given.hall.returns.keys()]
  const plan = day.plan()
  const classes = isApt ? plan.priorityClasses.map(({ priorityClassId }) => priorityClassId) : classIds
  const wanted = {
    serviceId: null as string | null,
    matterId: null as string | null,
    returnCode: null as string | null,
  }
  if (c % 4 === 0 && returns.length > 0) wanted.returnCode = returns[a % returns.length] ?? null
  else if (c % 4 === 1 && (!isApt || plan.matters.length > 0))
    wanted.matterId = matterIds[a % (isApt ? plan.matters.length : 2)] ?? null
  else wanted.serviceId = serviceId
  const priorityClassId = b % 2 === 0 ? null : (classes[c % classes.length] ?? null)
  const personHash = a % 3 === 0 ? null : `person-${a % 7}`
  const command: SentCommand = {
    type: 'issueTicket',
    ...day.newTicket(),
    ...wanted,
    priorityClassId,
    personHash,
  }
  return { actor: isApt ? guide : kiosk, command }
}

/** The one at the window where that is apt, or one of all; the clerk of the window, or somebody. */
function meantBy(day: LivedDay, { what, a, b, c, isApt }: Attempt) {
  const { hall } = day.given
  const plan = day.plan()
  const serviceId = plan.services[c % plan.services.length]?.serviceId ?? ''
  const windows = [...hall.windows.values()]
  const busy = windows.filter(({ ticketId }) => ticketId !== null)
  const open = windows.filter((each) => each.state === 'open' && each.ticketId === null)
  const aboutPresent: CommandType[] = ['start', 'complete', 'hold', 'transfer', 'noShow', 'recall']
  const apt = aboutPresent.includes(what)
    ? busy
    : ['callNext', 'call', 'resume'].includes(what)
      ? open
      : windows
  const among = isApt && apt.length > 0 ? apt : windows
  const window = among[b % among.length]
  const wanted = what === 'rejoin' ? 'noShow' : what === 'ready' || what === 'resume' ? 'held' : 'waiting'
  const tickets = [...hall.tickets.values()]
  const likely = tickets.filter(({ state }) => state === wanted || (what === 'call' && state === 'held'))
  const from = isApt && likely.length > 0 ? likely : tickets
  const anyTicketId = from[a % Math.max(1, from.length)]?.ticketId ?? 'none'
  const ticketId = aboutPresent.includes(what) ? (window?.ticketId ?? anyTicketId) : anyTicketId
  const staff = [clerk, otherClerk, supervisor]
  const owner = staff.find((each) => 'staffId' in each && each.staffId === window?.staffId)
  const actor = (isApt && what !== 'closeWindow' ? owner : null) ?? staff[a % staff.length] ?? clerk
  return { windowId: window?.windowId ?? '', ticketId, anyTicketId, serviceId, actor }
}

function appointmentsFrom(day: LivedDay, a: number) {
  const all = [...day.given.hall.appointments.values()].filter(({ state }) => state === 'booked')
  return all.length === 0 ? [] : [...all.slice(a % all.length), ...all]
}

const planFrom = (plans: readonly Plan[], a: number): Plan => {
  const plan = plans[a % plans.length]
  if (plan === undefined) throw new Error('there is no plan')
  return plan
}
