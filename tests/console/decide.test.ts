/** What the console asks a supervisor to decide, and how it writes the record's figures. */
import { expect, it } from 'vitest'
import { whatToDecide } from '../../console/live/what-to-decide.ts'
import { minutesText, shareText } from '../../console/record/figures-text.ts'
import type { ConsoleView } from '../../protocol/views.ts'
import { smallPlan } from '../support/small-plan.ts'

const minuteMs = 60_000
const now = 100 * minuteMs
const name = { zh: '事项', en: 'Service' }
const line = (serviceId: string, waiting: number, waitMinutes: number, openWindows: number) => ({
  serviceId,
  departmentId: 'police',
  name,
  prefix: 'A',
  waiting,
  headIssuedAt: waiting === 0 ? null : now - waitMinutes * minuteMs,
  openWindows,
  expected: null,
  notAdmitted: null,
})
const view = (lines: ConsoleView['lines'], slipFaults: ConsoleView['slipFaults'] = []): ConsoleView => ({
  hallName: name,
  day: '2026-03-02',
  timeZone: 'Asia/Shanghai',
  today: { issued: 0, waiting: 0, called: 0, serving: 0, held: 0, served: 0, noShow: 0, cancelled: 0 },
  windows: [],
  lines,
  alarms: [],
  isYearUnknown: false,
  slipFaults,
})

it('a failed slip comes first, then a line nobody calls from, then one beyond its target', () => {
  const slip = { ticketId: 't', ticketNumber: 'A001', fault: 'paperOut' as const, at: now }
  const lines = [line('household', 4, 16, 1), line('identity', 2, 3, 0), line('business', 0, 0, 0)]
  expect(whatToDecide(view(lines, [slip]), smallPlan, now)).toMatchObject([
    { what: 'slip', slip: { ticketNumber: 'A001' } },
    { what: 'noWindow', line: { serviceId: 'identity' }, mayOpen: ['1', '2'] },
    { what: 'overTarget', line: { serviceId: 'household' }, targetMinutes: 15, waitMs: 16 * minuteMs },
  ])
})

it('an alarm comes before all, and its line is not named once more for its target', () => {
  const lines = [line('household', 4, 16, 1)]
  const alarm: ConsoleView['alarms'][number] = {
    crowdingRuleId: 'many',
    kind: 'waitingOver',
    threshold: 3,
    serviceId: 'household',
    serviceName: name,
    value: 4,
    raisedAt: now,
    told: ['supervisor'],
    seenBy: [],
  }
  const slip = { ticketId: 't', ticketNumber: 'A001', fault: 'paperOut' as const, at: now }
  const decisions = whatToDecide({ ...view(lines, [slip]), alarms: [alarm] }, smallPlan, now)
  expect(decisions.map(({ what }) => what)).toEqual(['alarm', 'slip'])
})

it('a line within its target with a window open, or an empty one without, is nothing to decide', () => {
  const lines = [line('household', 4, 15, 1), line('business', 0, 0, 0)]
  expect(whatToDecide(view(lines), smallPlan, now)).toEqual([])
})

it('figures: minutes and shares to the tenth, a dash where nothing was measured', () => {
  expect([minutesText(754_000), minutesText(0), minutesText(null)]).toEqual(['12.6', '0.0', '–'])
  expect([shareText(0.3333), shareText(1), shareText(null)]).toEqual(['33.3%', '100.0%', '–'])
})
