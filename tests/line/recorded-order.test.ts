import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBank } from '../replay/bank.ts'
import { parseCsv, readCsv } from '../replay/csv.ts'
import { allDays } from '../replay/wish.ts'
import { type Order, orderOf } from './recorded-order.ts'

/** A call: its class, service, the second it came and how long it waited, and who took it; no server: it was abandoned. */
type Call = [priority: 0 | 2, service: string, came: number, waited: number, server: string | null]

const clock = (second: number) => `1999-03-01T09:${new Date(second * 1_000).toISOString().slice(14, 19)}`

function recorded(calls: readonly Call[]) {
  const header =
    'call_id,customer,priority,service,entered,arrived,queued,wait_s,queue_exit,outcome,service_start,service_end,service_s,server'
  const lines = calls.map(([priority, service, came, waited, server], n) => {
    const left = clock(came + waited)
    const served =
      server === null ? 'abandoned,,,,' : `served,${left},${clock(came + waited + 60)},60,${server}`
    return `${n},${n},${priority},${service},${clock(came)},${clock(came)},1,${waited},${left},${served}`
  })
  return readBank(parseCsv([header, ...lines].join('\n')), allDays)
}

const agreed = ({ contested }: Order) => `${contested.agreed} of ${contested.starts}`

describe('the order of a recorded line', () => {
  it('is ours where priority stands 90 s ahead: passed by who came 89 s later, not by who came 91 s later', () => {
    const within: Call[] = [
      [0, 'PS', 0, 200, 'M1'],
      [2, 'PS', 89, 100, 'M1'],
    ]
    const beyond: Call[] = [
      [0, 'PS', 0, 200, 'M1'],
      [2, 'PS', 91, 100, 'M1'],
    ]
    expect(agreed(orderOf(recorded(within), 90))).toBe('1 of 1')
    expect(agreed(orderOf(recorded(beyond), 90))).toBe('0 of 1')
    expect(agreed(orderOf(recorded(within), 0))).toBe('0 of 1')
  })

  it('counts a lone visitor apart, and lets one who came 90 s earlier to the second go first', () => {
    const order = orderOf(
      recorded([
        [0, 'PS', 0, 200, 'M1'],
        [2, 'PS', 90, 120, 'M1'],
      ]),
      90,
    )
    expect([order.all.starts, agreed(order)]).toEqual([2, '1 of 1'])
  })

  it('says why a call was not ours: another service, a server that never takes it, the same second, no server', () => {
    const before: Call = [0, 'NE', 0, 300, 'M2']
    const reasonFor = (...calls: Call[]) =>
      Object.entries(orderOf(recorded(calls), 90).reasons)
        .filter(([, times]) => times > 0)
        .map(([reason]) => reason)
    expect(reasonFor(before, [0, 'PS', 10, 50, 'M1'])).toEqual(['serverNeverTookThatService'])
    expect(reasonFor(before, [0, 'PS', 10, 50, 'M2'])).toEqual(['nextOfItsOwnService'])
    expect(reasonFor(before, [0, 'PS', 10, 289, 'M2'])).toEqual(['bothLeftInTheSameSecond'])
    expect(reasonFor(before, [0, 'PS', 10, 50, ''])).toEqual(['serverIsNotRecorded'])
    expect(reasonFor([0, 'PS', 0, 300, 'M1'], [0, 'PS', 10, 50, 'M1'])).toEqual([
      'oneOfItsServiceStoodBefore',
    ])
    expect(reasonFor([0, 'PS', 0, 300, null], [0, 'PS', 10, 50, 'M1'])).toEqual([
      'oneOfItsServiceStoodBeforeAndLeftUnserved',
    ])
    expect(reasonFor([0, 'PS', 0, 300, 'M1'], [0, 'PS', 1, 50, 'M1'])).toEqual(['standWithinOneSecond'])
  })

  const file = join(import.meta.dirname, '../../../shared/data/anonymous_bank_1999/bank_1999_02.csv.gz')
  it.skipIf(!existsSync(file))(
    'of a recorded week fits the head start better than arrival alone (needs shared/data)',
    () => {
      const week = readBank(readCsv(file), { ...allDays, limit: 7 })
      const share = (seconds: number) => {
        const { withinService } = orderOf(week, seconds)
        return withinService.agreed / withinService.starts
      }
      expect(share(90)).toBeGreaterThan(0.85)
      expect(share(90)).toBeGreaterThan(share(0))
    },
  )
})
