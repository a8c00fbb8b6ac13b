/** Two days of a small hall, six visits and eight turns, whose figures were worked out by hand. */
import type { TurnRow } from '../../server/domain/record.ts'
import type { DayRecord } from '../../server/journal/journal.ts'
import type { ReportNames } from '../../server/reports/names.ts'
import { at, minuteMs, turnRow, visitRow } from './record-file.ts'

const monday = '2026-03-02'
const tuesday = '2026-03-03'
const a2 = { ticketId: 't3', ticketNumber: 'A002' }
const b1 = { ticketId: 't2', ticketNumber: 'B001', priorityClassId: 'elderly', channel: 'staff' } as const
const business = { serviceId: 'business', departmentId: 'market' }

/** By the hall's clock; a null for what did not come to pass. */
function times(day: string, queued: string, called: string | null, started: string | null, ended: string) {
  return {
    day,
    queuedAt: at(day, queued),
    calledAt: called === null ? null : at(day, called),
    startedAt: started === null ? null : at(day, started),
    endedAt: at(day, ended),
  }
}

function place(windowId: string, staffId: string): Pick<TurnRow, 'windowId' | 'staffId'> {
  return { windowId, staffId }
}

/** Waits 10 minutes, walks 1, is served in 9. */
const served = turnRow({
  ticketId: 't1',
  ...times(monday, '09:00', '09:10', '09:11', '09:20'),
  ...place('w1', 'c1'),
  result: 'doneOnTheSpot',
})

/** Waits 20 minutes, is called twice, walks 2, is held for 3 of 8, and sent on. */
const sentOn = turnRow({
  ...b1,
  serviceId: 'identity',
  ...times(monday, '09:30', '09:50', '09:52', '10:00'),
  ...place('w2', 'c2'),
  calls: 2,
  heldMs: 3 * minuteMs,
  result: 'transferred',
})
/** Waits 5, which is just what was promised, walks 1, is served in 10. */
const received = turnRow({
  ...b1,
  ...business,
  turnNo: 2,
  ...times(monday, '10:00', '10:05', '10:06', '10:16'),
  ...place('w3', 'c1'),
  waitTargetMs: 5 * minuteMs,
  result: 'accepted',
})

/** Waits 30 minutes and does not hear three calls. */
const missed = turnRow({
  ...a2,
  ...times(monday, '10:00', '10:30', null, '10:34'),
  ...place('w1', 'c1'),
  calls: 3,
  result: 'noShow',
})
/** Waits 10 more, walks 1, is served in 4 at the same window. */
const rejoined = turnRow({
  ...a2,
  turnNo: 2,
  ...times(monday, '10:40', '10:50', '10:51', '10:55'),
  ...place('w1', 'c1'),
  result: 'papersMissing',
})

const left = turnRow({
  ticketId: 't4',
  ticketNumber: 'A003',
  ...times(monday, '11:00', null, null, '11:20'),
  result: 'cancelled',
})

/** Waits 5, walks 1, and is still at the window when the day ends. */
const cutOff = turnRow({
  ...business,
  ticketId: 't5',
  ticketNumber: 'C001',
  channel: 'staff',
  ...times(tuesday, '16:00', '16:05', '16:06', '23:59'),
  ...place('w3', 'c2'),
  result: 'closed',
})
const neverCalled = turnRow({
  ticketId: 't6',
  ...times(tuesday, '16:30', null, null, '23:59'),
  result: 'closed',
})

export const knownRecord: DayRecord = {
  turns: [served, sentOn, received, missed, rejoined, left, cutOff, neverCalled],
  visits: [
    visitRow([served], { outcome: 'served' }),
    visitRow([sentOn, received], { outcome: 'served', peopleAheadAtIssue: 3 }),
    visitRow([missed, rejoined], { outcome: 'served', rejoins: 1, peopleAheadAtIssue: 1 }),
    visitRow([left], { outcome: 'cancelled' }),
    visitRow([cutOff], { outcome: 'closed' }),
    visitRow([neverCalled], { outcome: 'closed' }),
  ],
}

/** The names of a clerk and of a window are such as a spreadsheet must not take at their word. */
export const knownNames: ReportNames = {
  services: new Map([['household', { zh: '户口登记', en: 'Household register' }]]),
  departments: new Map([['police', { zh: '公安局', en: 'Police' }]]),
  windows: new Map([['w1', { zh: '1号窗口 "综合", 户政', en: 'Window 1\nPolice' }]]),
  staff: new Map([['c1', { zh: '=HYPERLINK("x")', en: '@c1' }]]),
}
