import { expect, it } from 'vitest'
import { type Plan, plan } from '../../protocol/plan.ts'
import { slipBytes } from '../../server/printing/escpos.ts'
import { missingPapersContent } from '../../server/printing/missing-papers-slip.ts'
import { clerk, GivenHall } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'
import { readSlip } from './escpos-reader.ts'

const withPrinter: Plan = plan.parse({
  ...smallPlan,
  services: smallPlan.services.map((each) => ({ ...each, returnDays: 5 })),
  windows: smallPlan.windows.map((each) => ({ ...each, printerId: 'desk' })),
  printers: [
    {
      printerId: 'desk',
      name: { zh: '窗口打印机', en: 'Desk' },
      areaId: 'ground',
      host: '127.0.0.1',
      port: 9100,
      widthMm: 58,
    },
  ],
})

it.each([58, 80] as const)(
  'on %i mm it lists what to bring, the code for coming back, and until when',
  (widthMm) => {
    const blocks = missingPapersContent({
      ticketNumber: 'A012',
      serviceName: { zh: '户口登记', en: 'Household register' },
      missing: ['居民户口簿', '䶮𠮷村委会证明'],
      mayReturn: { code: '04718263', untilDay: '2026-03-09' },
      header: smallPlan.slip.header,
      footer: smallPlan.slip.footer,
    })
    const read = JSON.stringify(readSlip(slipBytes(blocks, widthMm)))
    for (const words of ['补件告知单', 'A012', '1. 居民户口簿', '䶮𠮷村委会证明', '04718263', '2026-03-09']) {
      expect(read).toContain(words)
    }
  },
)

it('is asked for at the printer of the window, when papers are missing and only then', () => {
  const given = new GivenHall(withPrinter).opened('w1')
  for (const missing of [['居民户口簿'], []]) {
    const { ticketId } = given.issued('household')
    given.calledNext('w1')
    given.does(clerk, { type: 'start', windowId: 'w1', ticketId })
    const done = { type: 'complete', windowId: 'w1', ticketId, result: 'papersMissing', missing } as const
    const events = given.does(clerk, {
      ...done,
      missing: [...missing],
      returnCode: `1234567${missing.length}`,
    })
    expect(events.map(({ type }) => type)).toEqual(
      missing.length > 0 ? ['TicketCompleted', 'SlipRequested'] : ['TicketCompleted'],
    )
  }
})
