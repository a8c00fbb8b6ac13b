/** `explain`: who was called before a ticket since it came, and by which rule. Numbers alone, nobody's name. */
import { z } from 'zod'
import { precedenceRules, type Text, text, ticketNumber } from './vocabulary.ts'

const instant = z.int().meta({ description: 'milliseconds since 1970-01-01T00:00Z' })

/** `GET /api/tickets/:ticketId/explain` */
export const explanation = z.strictObject({
  ticketNumber,
  issuedAt: instant,
  /** By when a later visitor must have come to be called first; in words. */
  bound: text,
  before: z.array(
    z.strictObject({
      ticketNumber,
      windowLabel: z.string(),
      calledAt: instant,
      rule: z.enum(precedenceRules),
      text,
    }),
  ),
})
export type Explanation = z.infer<typeof explanation>

type Rule = (typeof precedenceRules)[number]

/** One sentence a rule. `{other}` is the number called before, `{own}` the number asked about. */
export const precedenceTexts: Readonly<Record<Rule, Text>> = {
  cameBefore: { zh: '{other}比{own}先到。', en: '{other} came before {own}.' },
  sentOn: {
    zh: '{other}先到大厅，由其他窗口转来，按首次到达时间排队。',
    en: '{other} came to the hall first and was sent on from another window: the first arrival is kept.',
  },
  priority: {
    zh: '{other}属于“{className}”，可提前{creditMinutes}分钟。',
    en: '{other} is of the class "{className}", which stands {creditMinutes} minutes ahead.',
  },
  appointment: { zh: '{other}有预约，按预约时间排队。', en: '{other} was booked and stands at its slot.' },
  return: {
    zh: '{other}按一次性告知补齐材料后回来办理。',
    en: '{other} came back with missing papers, which is its right.',
  },
  carried: {
    zh: '{other}前一工作日未办到，保留原来的位置。',
    en: '{other} was left over on an earlier day and kept its place.',
  },
  youRejoined: {
    zh: '{own}过号后重新排队，排在了{other}之后。',
    en: '{own} missed its call and rejoined behind {other}.',
  },
  yourSlotIsLater: {
    zh: '{own}的预约时间比{other}的顺位晚。',
    en: 'The booked slot of {own} is later than where {other} stands.',
  },
  otherLine: {
    zh: '窗口{windowLabel}当时先办{other}的事项，{own}等候还不够久，由它帮办须等更久。',
    en: 'Window {windowLabel} served the matter of {other} first: it helps out with that of {own} only after a longer wait.',
  },
  outOfTurn: {
    zh: '{other}由{role}提前叫号，原因已记录，可向工作人员询问。',
    en: '{other} was called out of turn by a {role}; the reason is on record, please ask the staff.',
  },
  heldBack: {
    zh: '{other}已开始办理，暂时离开后回到窗口。',
    en: '{other} was being served already and came back from a hold.',
  },
}
