/** `explain(hall, ticket)`: every call that went before it while it waited, and the rule that put it there. */
import { type Explanation, precedenceTexts } from '../../protocol/explain.ts'
import type { Language, PrecedenceRule, StaffRole, Text } from '../../protocol/vocabulary.ts'
import { type Call, type Hall, type Spell, setUpOf, type Ticket, ticketOf } from './hall.ts'
import { compareStanding } from './line.ts'

const roleNames: Readonly<Record<StaffRole, Text>> = {
  guide: { zh: '导办', en: 'guide' },
  clerk: { zh: '窗口人员', en: 'clerk' },
  supervisor: { zh: '督导', en: 'supervisor' },
  admin: { zh: '管理员', en: 'administrator' },
}

/** The calls of others by windows that could have called it, while it waited, in their order. */
export function explain(hall: Hall, ticket: Ticket): Explanation {
  const before = ticket.spells.flatMap((spell) =>
    callsDuring(hall, ticket, spell).map((call) => {
      const rule = ruleOf(hall, ticket, spell, call)
      return {
        ticketNumber: ticketOf(hall, call.ticketId).ticketNumber,
        windowLabel: call.windowLabel,
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

function callsDuring(hall: Hall, ticket: Ticket, spell: Spell): Call[] {
  const until = spell.untilSeq ?? Number.POSITIVE_INFINITY
  const calls: Call[] = []
  for (let at = hall.calls.length - 1; at >= 0; at -= 1) {
    const call = hall.calls[at]
    if (call === undefined || call.seq < spell.fromSeq) break
    if (call.isRecall || call.ticketId === ticket.ticketId || call.seq >= until) continue
    if (couldHaveServed(spell, call)) calls.push(call)
  }
  return calls.reverse()
}

function couldHaveServed({ windowId, serviceId }: Spell, call: Call): boolean {
  if (windowId !== null) return call.windowId === windowId
  return call.serviceIds.includes(serviceId) || call.helps.some((each) => each.serviceId === serviceId)
}

function ruleOf(hall: Hall, ticket: Ticket, spell: Spell, call: Call): PrecedenceRule {
  if (call.way === 'outOfTurn' || call.way === 'heldBack') return call.way
  if (compareStanding(call.place, spell.place) > 0) return 'otherLine'
  if (call.rule === 'carried') return 'carried'
  const other = ticketOf(hall, call.ticketId)
  const cameFirst =
    other.issuedAt < ticket.issuedAt || (other.issuedAt === ticket.issuedAt && call.rule === 'arrival')
  if (cameFirst) return call.isSentOn ? 'sentOn' : 'cameBefore'
  // Who has rejoined may stand no earlier than it came, whatever its class.
  if (call.rule !== 'arrival' && call.place.standing < other.issuedAt) return call.rule
  if (spell.isRejoined) return 'youRejoined'
  return ticket.rule === 'appointment' ? 'yourSlotIsLater' : 'cameBefore'
}

function sentence(hall: Hall, ticket: Ticket, call: Call, rule: PrecedenceRule): Text {
  const other = ticketOf(hall, call.ticketId)
  const { priorityClass, windowLabel } = call
  const fill = (language: Language) => {
    const params: Readonly<Record<string, string | number | undefined>> = {
      own: ticket.ticketNumber,
      other: other.ticketNumber,
      className: priorityClass?.name[language],
      creditMinutes: priorityClass?.creditMinutes,
      windowLabel,
      role: call.role === null ? undefined : roleNames[call.role][language],
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
  // What an earlier plan gave is still out.
  const isBooked = [...hall.appointments.values()].some(({ state }) => state === 'booked')
  const mayReturn = [...hall.returns.values()].some(({ standing }) => standing === null)
  const credits = priorityClasses.map(({ creditMinutes }) => creditMinutes)
  if (isBooked || services.some(({ bands }) => bands.length > 0)) {
    credits.push(appointments.creditMinutes + appointments.graceMinutes)
  }
  if (mayReturn || services.some(({ returnDays }) => returnDays > 0)) credits.push(returns.creditMinutes)
  return Math.max(0, ...credits)
}

function overtakingBound(hall: Hall): Text {
  const minutes = longestCreditMinutes(hall)
  const order: Text =
    minutes === 0
      ? { zh: '按到达大厅的先后叫号', en: 'Called in the order of arrival at the hall' }
      : {
          zh: `比您晚到${minutes}分钟以上的人，不会按规则排在您前面`,
          en: `Nobody who comes more than ${minutes} minutes after you stands before you by rule`,
        }
  const isCarried = setUpOf(hall).plan.leftOver === 'carry'
  return {
    zh: `${order.zh}；先到大厅、由其他窗口转来的${isCarried ? '，和前一天未办到的' : ''}除外。`,
    en: `${order.en}, but for those sent on from another window who came to the hall first${isCarried ? ', and those left over from the day before' : ''}.`,
  }
}
