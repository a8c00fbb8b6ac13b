import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../server/domain/events.ts'
import { HallRunner, JournalFault, type Order } from '../../server/hall-runner.ts'
import { MemoryJournal } from '../../server/journal/memory-journal.ts'
import { filled, noForesight } from '../support/given-commands.ts'
import { clerk, kiosk, nineOClock } from '../support/given-hall.ts'
import { smallPlan } from '../support/small-plan.ts'

/** A journal whose disk can be told to fail, and which counts its transactions. */
class FragileJournal extends MemoryJournal {
  failing: 'before' | null = null
  appends: number[] = []

  override async append(...batch: Parameters<MemoryJournal['append']>): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2))
    if (this.failing === 'before') throw new Error('the disk is full')
    this.appends.push(batch[0].length)
    await super.append(...batch)
  }
}

let made = 0
const issue = (key: string | null = null): Order => {
  made += 1
  return {
    command: filled({
      type: 'issueTicket',
      ticketId: `ticket-${made}`,
      token: `token-${made}`,
      serviceId: 'household',
      priorityClassId: null,
      printerId: null,
    }),
    actor: kiosk,
    key,
    fingerprint: key,
  }
}
const open = async (journal = new FragileJournal(), clock = { now: () => nineOClock }) => ({
  journal,
  runner: await HallRunner.open({
    journal,
    clock,
    firstPlan: smallPlan,
    foresee: noForesight,
    onFault: () => {},
  }),
})
const numberOf = (answer: unknown) =>
  (answer as { receipt: { ticket: { ticketNumber: string } } }).receipt.ticket.ticketNumber

describe('the hall runner', () => {
  it('commits commands that arrive together in one transaction', async () => {
    const { journal, runner } = await open()
    journal.appends = []
    const answers = await Promise.all(Array.from({ length: 40 }, () => runner.submit(issue())))
    expect(journal.appends).toEqual([40])
    expect(new Set(answers.map(numberOf)).size).toBe(40)
  })

  it('tells nobody before the append, neither an answer nor a view nor a listener', async () => {
    const { journal, runner } = await open()
    const told: string[] = []
    runner.onCommitted(() => told.push('listener'))
    const append = journal.append.bind(journal)
    journal.append = async (...batch) => {
      const seen = runner.read((hall) => hall.tickets.size)
      await append(...batch)
      told.push('stored')
      seen.then((size) => told.push(`read ${size}`))
    }
    await runner.submit(issue()).then(() => told.push('answer'))
    await runner.read(() => null)
    expect(told[0]).toBe('stored')
    expect(told).toEqual(expect.arrayContaining(['listener', 'answer', 'read 1']))
  })

  it('leaves no trace of a batch whose append failed, and goes on when the disk does', async () => {
    const { journal, runner } = await open()
    await runner.submit(issue())
    const heard: StoredEvent[] = []
    runner.onCommitted((events) => heard.push(...events))
    journal.failing = 'before'
    const results = await Promise.allSettled([runner.submit(issue('lost-key')), runner.submit(issue())])
    expect(
      results.map((result) => result.status === 'rejected' && result.reason instanceof JournalFault),
    ).toEqual([true, true])
    expect(await runner.read((hall) => hall.tickets.size)).toBe(1)
    expect(heard).toEqual([])
    journal.failing = null
    expect(numberOf(await runner.submit(issue('lost-key')))).toBe('A002')
  })

  it('answers a repeated key as it did at first, in the same batch, later, and after a restart', async () => {
    const { journal, runner } = await open()
    const [first, twin] = await Promise.all([runner.submit(issue('key-1')), runner.submit(issue('key-1'))])
    expect(twin).toEqual(first)
    expect(await runner.submit(issue('key-1'))).toEqual(first)
    const again = await HallRunner.open({
      journal,
      clock: { now: () => nineOClock },
      firstPlan: smallPlan,
      foresee: noForesight,
      onFault: () => {},
    })
    expect(await again.submit(issue('key-1'))).toEqual(first)
    expect(await again.read((hall) => hall.tickets.size)).toBe(1)
  })

  it('refuses a key that was used for something else', async () => {
    const { runner } = await open()
    await runner.submit(issue('key-1'))
    const command = { type: 'openWindow', windowId: 'w1' } as const
    const answer = await runner.submit({ command, actor: clerk, key: 'key-1', fingerprint: 'another' })
    expect(answer).toMatchObject({ refused: 'keyReused' })
  })

  it('never goes back in time, whatever the clock does', async () => {
    let now = nineOClock
    const { journal, runner } = await open(new FragileJournal(), { now: () => now })
    await runner.submit(issue())
    now -= 3_600_000
    await runner.submit(issue())
    const events = await journal.readDay('2026-03-02')
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  it('opens the next day by itself, after days of being off too', async () => {
    let now = nineOClock
    const { journal, runner } = await open(new FragileJournal(), { now: () => now })
    await runner.submit(issue())
    now += 3 * 24 * 3_600_000
    expect(numberOf(await runner.submit(issue()))).toBe('A001')
    expect(await journal.days()).toEqual(['2026-03-02', '2026-03-05'])
    const closed = (await journal.readRecord('2026-03-02')).visits
    expect(closed).toMatchObject([{ outcome: 'closed', endedAt: Date.parse('2026-03-02T15:59:59.999Z') }])
  })
})
