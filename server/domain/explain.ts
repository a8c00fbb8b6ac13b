/** `explain(hall, ticket)`: every call that went before it while it waited, and the rule that put it there. */
import { type Explanation, precedenceTexts } from '../../protocol/explain.ts'
import type { Language, PrecedenceRule, StaffRole, Text } from '../../protocol/vocabulary.ts'
import { type Call, type Hall, setUpOf, type Ticket, type Turn, ticketOf } from './hall.ts'
import { compareStanding, type Place } from './line.ts'

const roleNames: Readonly<Record<StaffRole, Text>> = {
  guide: { zh: '导办', en: 'guide' },
  clerk: { zh: '窗口人员', en: 'clerk' },
  supervisor: { zh: '督导', en: 'supervisor' },
  admin: { zh: '管理员', en: 'administrator' },
}

/** The calls of others by windows that could have called it, while it waited, in their order. */
export function explain(hall: Hall, ticket: Ticket): Explanation {
  const { index } = setUpOf(hall)
  const before = [...ticket.earlierTurns, ticket.turn].flatMap((turn) =>
    callsDuring(hall, ticket, turn).map((call) => {
      const rule = ruleOf(hall, ticket, turn, call)
      return {
        ticketNumber: ticketOf(hall, call.ticketId).ticketNumber,
        windowLabel: index.windows.get(call.windowId)?.label ?? call.windowId,
        calledAt: call.at,
        rule,
        text: sentence(hall, ticket, call, rule),
      }
    }),
  )
  return {
    ticketNumber: ticket.ticketNumber,
    issuedAt: ticket.issuedAt,
    bound: overtakingBound(hall),
    before,
  }
}

/** While the turn waited: from its joining to its call, or until it left, or until now. */
function callsDuring(hall: Hall, ticket: Ticket, turn: Turn): Call[] {
  const isPresent = turn === ticket.turn
  const until = turn.calledSeq ?? (turn.endedAt === null ? Number.POSITIVE_INFINITY : turn.queuedSeq)
  const calls: Call[] = []
  for (let at = hall.calls.length - 1; at >= 0; at -= 1) {
    const call = hall.calls[at]
    if (call === undefined || call.seq < turn.queuedSeq) break
    if (call.isRecall || call.ticketId === ticket.ticketId || call.seq >= until) continue
    if (couldHaveServed(hall, ticket, turn, call, isPresent)) calls.unshift(call)
  }
  return calls
}

function couldHaveServed(hall: Hall, ticket: Ticket, turn: Turn, call: Call, isPresent: boolean): boolean {
  if (isPresent && ticket.boundWindowId !== null) return call.windowId === ticket.boundWindowId
  if (call.serviceIds.includes(turn.serviceId)) return true
  const helps = hall.windows.get(call.windowId)?.helps ?? []
  return helps.some(({ serviceId }) => serviceId === turn.serviceId)
}

function ruleOf(hall: Hall, ticket: Ticket, turn: Turn, call: Call): PrecedenceRule {
  if (call.way === 'outOfTurn' || call.way === 'heldBack') return call.way
  const own: Place = { ...ticket.place, joinedSeq: turn.queuedSeq, standing: standingIn(ticket, turn) }
  if (compareStanding(call.place, own) > 0) return 'otherLine'
  const other = ticketOf(hall, call.ticketId)
  if (call.rule === 'carried' || call.rule === 'return') return call.rule
  if (other.issuedAt < ticket.issuedAt || call.place.joinedSeq < turn.queuedSeq) {
    if (call.isSentOn) return 'sentOn'
    if (other.issuedAt <= ticket.issuedAt) return 'cameBefore'
  }
  if (call.rule === 'priority' || call.rule === 'appointment') return call.rule
  if (ticket.rejoins > 0) return 'youRejoined'
  return ticket.rule === 'appointment' ? 'yourSlotIsLater' : 'cameBefore'
}

/** A rejoining moves a ticket back; what it stood at before is that of its first turn. */
function standingIn(ticket: Ticket, turn: Turn): number {
  return turn === ticket.turn ? ticket.place.standing : Math.min(ticket.place.standing, turn.queuedAt)
}

function sentence(hall: Hall, ticket: Ticket, call: Call, rule: PrecedenceRule): Text {
  const { index } = setUpOf(hall)
  const other = ticketOf(hall, call.ticketId)
  const priorityClass = index.priorityClasses.get(other.priorityClassId ?? '')
  const fill = (language: Language) => {
    const params: Readonly<Record<string, string | number | undefined>> = {
      own: ticket.ticketNumber,
      other: other.ticketNumber,
      className: priorityClass?.name[language],
      creditMinutes: priorityClass?.creditMinutes,
      windowLabel: index.windows.get(call.windowId)?.label,
      role: call.role === null ? undefined : roleNames[call.role][language],
      reason: call.reason,
    }
    return precedenceTexts[rule][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    )
  }
  return { zh: fill('zh'), en: fill('en') }
}

/** How much later one may come and still be called first, in minutes: the largest credit of the plan. */
export function longestCreditMinutes(hall: Hall): number {
  const { priorityClasses, appointments, services, returns } = setUpOf(hall).plan
  const credits = priorityClasses.map(({ creditMinutes }) => creditMinutes)
  if (services.some(({ bands }) => bands.length > 0)) {
    credits.push(appointments.creditMinutes + appointments.graceMinutes)
  }
  if (services.some(({ returnDays }) => returnDays > 0)) credits.push(returns.creditMinutes)
  return Math.max(0, ...credits)
}

function overtakingBound(hall: Hall): Text {
  const minutes = longestCreditMinutes(hall)
  return minutes === 0
    ? { zh: '按到达先后叫号。', en: 'Called in the order of arrival.' }
    : {
        zh: `比您晚到${minutes}分钟以上的人，不会按规则排在您前面；先到大厅、由其他窗口转来的除外。`,
        en: `Nobody who comes more than ${minutes} minutes after you stands before you by rule, but for those who came to the hall first and are sent on from another window.`,
      }
}
