import { describe, expect, it } from 'vitest'
import { upcoming } from '../../server/domain/calling.ts'
import { GivenHall } from '../support/given-hall.ts'

const order = (given: GivenHall, windowId: string) =>
  upcoming(given.hall, windowId, 50, given.now).map(({ ticketNumber }) => ticketNumber)

describe('standing', () => {
  it('puts a priority visitor its credit ahead, and not a moment more', () => {
    const given = new GivenHall()
    given.issued('household')
    given.after(9).issued('household')
    given.after(2).issued('household', 'elderly')
    expect(order(given, 'w1')).toEqual(['A001', 'A003', 'A002'])
  })

  it('orders the lines of a general window as one', () => {
    const given = new GivenHall()
    for (const serviceId of ['household', 'identity', 'household', 'identity'])
      given.after(1).issued(serviceId)
    expect(order(given, 'w1')).toEqual(['A001', 'B001', 'A002', 'B002'])
    expect(order(given, 'w2')).toEqual(['B001', 'B002'])
  })

  it('keeps the order of arrival among those who came in the same instant', () => {
    const given = new GivenHall()
    for (let n = 0; n < 5; n += 1) given.issued('household')
    expect(order(given, 'w1')).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
  })
})
