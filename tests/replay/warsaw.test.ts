import { describe, expect, it } from 'vitest'
import { plan } from '../../protocol/plan.ts'
import { parseCsv } from './csv.ts'
import { planOf } from './plan.ts'
import type { DayRange } from './recording.ts'
import { seat } from './seating.ts'
import { busiestDay, readWarsaw } from './warsaw.ts'

const all: DayRange = { from: '0000-01-01', to: '9999-12-31', limit: 99 }
const header =
  'office,date,group_id,group_name,ticket,issued_lo,issued_hi,issued_est,called_lo,called_hi,called_est,wait_est_min'

/** `12 501.5 532.0`: the ticket, the minutes of its issue and of its call. */
function ticket(spoken: string, office = 'UD_Wola', date = '2020-01-07', group = '1,"Kasa, wpłaty"'): string {
  const [number, issued, called = ''] = spoken.split(' ')
  return `${office},${date},${group},${number},,,${issued},,,${called},`
}
const rowsOf = (...tickets: readonly string[]) => parseCsv([header, ...tickets].join('\n'))

describe('the offices of Warsaw', () => {
  it('are a hall each, their queues its services', () => {
    const rows = rowsOf(
      ticket('1 480.5 490'),
      ticket('1 481 482', 'USC_Andersa'),
      ticket('2 485 500', 'UD_Wola', '2020-01-07', '2,Żłobek'),
    )
    const halls = readWarsaw(rows, all)
    expect(halls.map(({ hallId }) => hallId)).toEqual(['ud-wola', 'usc-andersa'])
    expect(halls[0]?.services).toEqual([
      { serviceId: '1-kasa-wplaty', name: 'Kasa, wpłaty', prefix: 'A' },
      { serviceId: '2-zlobek', name: 'Żłobek', prefix: 'B' },
    ])
  })

  it('serve until the counter is needed again, ten minutes at most, at as many counters as were called to at once', () => {
    const [hall] = readWarsaw(rowsOf(ticket('1 480 500'), ticket('2 480 500'), ticket('3 481 504.5')), all)
    const midnight = Date.parse('2020-01-07T00:00:00+01:00')
    const minutes = (instant: number) => (instant - midnight) / 60_000
    const turns = hall?.days[0]?.visits.map(({ turns: [turn] }) => turn) ?? []
    const served = turns.flatMap((turn) => (turn.end === 'completed' ? [turn] : []))
    expect(
      served.map(({ place, calledAt, endedAt }) => [place, minutes(calledAt), minutes(endedAt)]),
    ).toEqual([
      ['1', 500, 504.5],
      ['2', 500, 510],
      ['1', 504.5, 514.5],
    ])
    expect(seat(hall?.days[0]?.visits ?? []).spared).toEqual([])
  })

  it('leave over who was never called, and know no end of a service', () => {
    const [hall] = readWarsaw(rowsOf(ticket('1 480.1 500.3'), ticket('2 481')), all)
    expect(hall?.file).toMatchObject({ tickets: 2, called: 1, served: 1, leftOver: 1, waitsMs: [1_212_000] })
    expect(hall?.file.servicesMs).toBeNull()
    expect(hall?.adjusted).toEqual({ neverCalledIsLeftOver: 1, counterAndEndOfServiceMadeUp: 1 })
  })

  it('are replayed on the busiest day unless another is named', () => {
    const rows = rowsOf(
      ticket('1 480 481', 'UD_Wola', '2020-01-03'),
      ticket('1 480 481'),
      ticket('2 480 481', 'USC_Andersa'),
    )
    expect(busiestDay(rows)).toMatchObject({ from: '2020-01-07', to: '2020-01-07' })
    expect(readWarsaw(rows, { ...all, to: '2020-01-03' })).toHaveLength(1)
  })

  it('get a plan that the hall accepts', () => {
    const [hall] = readWarsaw(rowsOf(ticket('1 480 481')), all)
    if (hall === undefined) throw new Error('there is no office')
    expect(plan.safeParse(planOf(hall, new Map([['1', '1']]))).success).toBe(true)
  })
})
