import { describe, expect, it } from 'vitest'
import { parseCsv } from '../replay/csv.ts'
import { warsawJoinings } from './warsaw-polls.ts'

const minuteMs = 60_000

/** `08:05 1 2`: at that time one counter is open and two wait. */
function polls(...lines: readonly string[]) {
  const rows = lines.map((line) => {
    const [time = '', open = '', waiting = ''] = line.split(' ')
    return `UD_Wola,2020-01-07,${time},1,Meldunki,,${open},${waiting},,0`
  })
  const header =
    'office,date,time,group_id,group_name,status,counters_open,waiting,last_called,avg_service_min'
  return parseCsv([header, ...rows].join('\n'))
}

/** `1 480 485 505 510`: issued between the first two minutes, called between the last two. */
function tickets(...lines: readonly string[]) {
  const rows = lines.map((line) => {
    const [ticket = '', from = '', to = '', calledFrom = '', calledTo = ''] = line.split(' ')
    const called = calledFrom === '' ? '' : (Number(calledFrom) + Number(calledTo)) / 2
    const issued = (Number(from) + Number(to)) / 2
    return `UD_Wola,2020-01-07,1,Meldunki,${ticket},${from},${to},${issued},${calledFrom},${calledTo},${called},`
  })
  const header =
    'office,date,group_id,group_name,ticket,issued_lo,issued_hi,issued_est,called_lo,called_hi,called_est,wait_est_min'
  return parseCsv([header, ...rows].join('\n'))
}

describe('a poll of Warsaw', () => {
  const seen = polls('08:00 1 0', '08:05 1 1', '08:10 1 1', '08:15 2 2', '08:20 0 3', '08:25 1 3')

  it('is a joining when a ticket was taken since the last one, somebody waits and a counter is open', () => {
    const joinings = warsawJoinings(
      seen,
      tickets('1 480 485 490 495', '2 490 495 500 510', '3 495 500 510 520'),
    )
    expect(joinings.map(({ at, waitMs }) => [at / minuteMs, waitMs / minuteMs])).toEqual([
      [485, 7.5],
      [495, 10],
    ])
    expect(joinings[1]).toMatchObject({
      knownAt: 510 * minuteMs,
      state: {
        ahead: 1,
        windowsOpen: 2,
        serviceMs: 7.5 * minuteMs,
        headWaitMs: 2.5 * minuteMs,
        lastWaitMs: 10 * minuteMs,
        sinceLastCallMs: 2.5 * minuteMs,
      },
    })
  })

  it('leaves out a ticket that was never called', () => {
    expect(warsawJoinings(seen, tickets('1 480 485'))).toEqual([])
  })

  it('knows no call before the poll after it', () => {
    const early = warsawJoinings(seen, tickets('1 480 485 495 500', '2 490 495 500 510'))
    const late = warsawJoinings(seen, tickets('1 480 485 505 520', '2 490 495 600 610'))
    expect(early.map(({ state }) => state)).toEqual(late.map(({ state }) => state))
  })
})
