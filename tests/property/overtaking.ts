/** The bound on overtaking, and the reasons given for it, recomputed from the events alone. */
import type { Explanation } from '../../protocol/explain.ts'
import type { Plan } from '../../protocol/plan.ts'
import { must } from './invariants.ts'
import { byStanding, type SeenCall, type SeenTicket, type Spell, type Witness } from './witness.ts'

const minuteMs = 60_000

/** The longest credit that any plan of the day could give. */
function longestCreditMs(plans: readonly Plan[]): number {
  return (
    minuteMs *
    Math.max(
      0,
      ...plans.flatMap(({ priorityClasses, appointments, returns }) => [
        ...priorityClasses.map(({ creditMinutes }) => creditMinutes),
        appointments.creditMinutes + appointments.graceMinutes,
        returns.creditMinutes,
      ]),
    )
  )
}

/**
 * An ordinary visitor in the first line is passed only by who came before, or within the longest credit after it;
 * else out of turn, back from a hold, or left over from an earlier day.
 * @param boundMs what the hall says its bound is, when no plan was changed and nothing was carried over
 * @returns how many were passed
 */
export function boundHolds(witness: Witness, boundMs = longestCreditMs(witness.plans)): number {
  let passed = 0
  for (const own of witness.tickets.values()) {
    const [spell] = own.spells
    if (spell === undefined || own.rule !== 'arrival') continue
    for (const call of callsDuring(witness, own, spell)) {
      if (!call.serves.includes(spell.serviceId)) continue
      const other = witness.tickets.get(call.ticketId)
      if (other === undefined || other.issuedAt <= own.issuedAt) continue
      if (call.way === 'outOfTurn' || call.way === 'heldBack' || call.rule === 'carried') continue
      passed += 1
      const laterMs = other.issuedAt - own.issuedAt
      must(
        laterMs <= boundMs,
        `${own.ticketNumber} was passed by ${other.ticketNumber}, which came ${laterMs / minuteMs} minutes later`,
      )
    }
  }
  return passed
}

/** The calls of others, while the spell lasted, by windows that could have called it. */
function callsDuring(witness: Witness, own: SeenTicket, spell: Spell): SeenCall[] {
  return witness.calls.filter(
    ({ seq, ticketId, windowId, serves, helps }) =>
      seq > spell.fromSeq &&
      seq < spell.untilSeq &&
      ticketId !== own.ticketId &&
      (spell.windowId === null
        ? serves.includes(spell.serviceId) || helps.includes(spell.serviceId)
        : windowId === spell.windowId),
  )
}

/** `explain` names just those calls, and what it says of each is so. */
export function explainsTruly(witness: Witness, own: SeenTicket, told: Explanation): number {
  const calls = own.spells.flatMap((spell) =>
    callsDuring(witness, own, spell).map((call) => ({ spell, call })),
  )
  const numberOf = (ticketId: string) => witness.tickets.get(ticketId)?.ticketNumber
  const seen = calls.map(({ call }) => numberOf(call.ticketId)).join(' ')
  const said = told.before.map(({ ticketNumber }) => ticketNumber).join(' ')
  must(said === seen, `${own.ticketNumber}: explain names [${said}], the journal [${seen}]`)
  for (const [n, { rule, text }] of told.before.entries()) {
    const found = calls[n]
    const other = witness.tickets.get(found?.call.ticketId ?? '')
    if (found === undefined || other === undefined) continue
    const what = `${own.ticketNumber} is told ${rule} of ${other.ticketNumber}`
    must(claims[rule](own, other, found), what)
    must(!/[{}]/.test(text.zh + text.en), `${what}, in an open sentence: ${text.en}`)
    must(text.en.includes(other.ticketNumber) || rule === 'otherLine', what)
  }
  return calls.length
}

type Found = { readonly spell: Spell; readonly call: SeenCall }
type Claim = (own: SeenTicket, other: SeenTicket, found: Found) => boolean

const stoodBefore = ({ call, spell }: Found) => byStanding(call, spell) < 0

/** What each rule claims. */
const claims: Readonly<Record<Explanation['before'][number]['rule'], Claim>> = {
  cameBefore: (own, other, found) => other.issuedAt <= own.issuedAt && stoodBefore(found),
  sentOn: (own, other, found) => other.issuedAt <= own.issuedAt && found.call.isSentOn && stoodBefore(found),
  priority: (_own, other, found) =>
    found.call.rule === 'priority' && stoodBefore(found) && found.call.standing < other.issuedAt,
  appointment: (_own, other, found) =>
    other.isBooked && found.call.rule === 'appointment' && stoodBefore(found),
  return: (_own, other, found) => other.isReturn && found.call.rule === 'return' && stoodBefore(found),
  carried: (_own, other, found) => other.isReturn && found.call.rule === 'carried' && stoodBefore(found),
  youRejoined: (_own, _other, found) => found.spell.isRejoined && stoodBefore(found),
  yourSlotIsLater: (own, _other, found) => own.rule === 'appointment' && stoodBefore(found),
  otherLine: (_own, _other, found) =>
    !stoodBefore(found) &&
    found.spell.windowId === null &&
    !found.call.serves.includes(found.spell.serviceId),
  outOfTurn: (_own, _other, { call }) => call.way === 'outOfTurn',
  heldBack: (_own, _other, { call }) => call.way === 'heldBack',
}
