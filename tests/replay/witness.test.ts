import { describe, expect, it } from 'vitest'
import { judgeDay, type Witnessed } from './witness.ts'

let seq = 0
function seen(kind: Witnessed['kind'], ticketNumber: string, windowId: string | null = null): Witnessed {
  seq += 1
  return { seq, kind, ticketId: `id of ${ticketNumber}`, ticketNumber, windowId }
}

describe('the witness of a day', () => {
  it('finds nothing wrong with a day as it should be, in whatever order the receipts came', () => {
    const day = [
      seen('issue', 'A001'),
      seen('issue', 'A002'),
      seen('call', 'A001', 'w1'),
      seen('start', 'A001', 'w1'),
      seen('hold', 'A001', 'w1'),
      seen('call', 'A002', 'w1'),
      seen('noShow', 'A002', 'w1'),
      seen('resume', 'A001', 'w1'),
      seen('transfer', 'A001'),
      seen('call', 'A001', 'w2'),
      seen('complete', 'A001', 'w2'),
    ]
    expect(judgeDay(day.toReversed())).toEqual({
      ticketIds: ['id of A001', 'id of A002'],
      duplicateNumbers: 0,
      doubleCalls: 0,
    })
  })

  it('sees a number given twice', () => {
    const twice = { ...seen('issue', 'A001'), ticketId: 'another' }
    expect(judgeDay([seen('issue', 'A001'), twice]).duplicateNumbers).toBe(1)
  })

  it('sees a ticket called to two windows', () => {
    const day = [seen('issue', 'A001'), seen('call', 'A001', 'w1'), seen('call', 'A001', 'w2')]
    expect(judgeDay(day).doubleCalls).toBe(1)
  })

  it('sees a window with two tickets', () => {
    const day = [seen('call', 'A001', 'w1'), seen('start', 'A001', 'w1'), seen('call', 'A002', 'w1')]
    expect(judgeDay(day).doubleCalls).toBe(1)
  })
})
