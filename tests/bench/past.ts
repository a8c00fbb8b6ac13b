/** Years of a hall's past, made by the hall's own rules under a clock that runs through them. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { HallRunner } from '../../server/hall-runner.ts'
import { SqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { filled, noForesight, type SentCommand } from '../support/given-commands.ts'
import { benchPlan } from './bench-hall.ts'

const dayMs = 86_400_000
const visitsADay = 1_000

/** Writes so many finished visits, a thousand a day, ending yesterday, into a new database in the folder. */
export async function writePast(dataFolder: string, visits: number): Promise<void> {
  const database = openDatabase(dataFolder)
  const days = Math.ceil(visits / visitsADay)
  const firstDay = Date.now() - (days + 1) * dayMs
  let now = firstDay
  const runner = await HallRunner.open({
    journal: new SqliteJournal(database.sqlite, benchPlan.hall.hallId),
    clock: { now: () => now },
    firstPlan: benchPlan,
    foresee: noForesight,
    onFault: (fault) => {
      throw fault
    },
  })
  const give = (actor: Actor, command: SentCommand) =>
    runner.submit({ actor, command: filled(command), key: null, fingerprint: null })
  const kiosk: Actor = { kind: 'device', deviceId: 'past', deviceKind: 'kiosk' }
  const clerks = benchPlan.windows.map(({ windowId }) => ({
    windowId,
    actor: { kind: 'staff', staffId: `past-${windowId}`, role: 'clerk' } as const,
  }))
  for (let day = 0; day < days; day += 1) {
    now = firstDay + (day + 1) * dayMs
    await Promise.all(clerks.map(({ windowId, actor }) => give(actor, { type: 'openWindow', windowId })))
    for (let done = 0; done < visitsADay; done += clerks.length) {
      const round = clerks.slice(0, visitsADay - done)
      const tickets = round.map((_, n) => ({
        ticketId: `past-${day}-${done + n}`,
        token: `past-${day}-${done + n}`,
      }))
      const issue = {
        type: 'issueTicket',
        serviceId: 'household',
        priorityClassId: null,
        printerId: null,
      } as const
      await Promise.all(tickets.map((ids) => give(kiosk, { ...issue, ...ids })))
      now += 300_000
      const called = await Promise.all(
        round.map(({ windowId, actor }) => give(actor, { type: 'callNext', windowId })),
      )
      for (const [type, laterMs] of [
        ['start', 30_000],
        ['complete', 240_000],
      ] as const) {
        now += laterMs
        await Promise.all(
          round.map(({ windowId, actor }, n) => {
            const answer = called[n]
            const ticketId =
              answer !== undefined && 'receipt' in answer ? (answer.receipt.ticket?.ticketId ?? '') : ''
            return give(
              actor,
              type === 'start'
                ? { type, windowId, ticketId }
                : { type, windowId, ticketId, result: 'accepted' as const },
            )
          }),
        )
      }
    }
  }
  await runner.settle()
  database.close()
}
