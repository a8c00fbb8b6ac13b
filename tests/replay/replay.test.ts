import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBank } from './bank.ts'
import { readClinic } from './clinic.ts'
import { parseCsv, readCsv } from './csv.ts'
import { isTrue, outcomeOf } from './figures.ts'
import { play } from './player.ts'
import type { DayRange, Recording } from './recording.ts'

const all: DayRange = { from: '0000-01-01', to: '9999-12-31', limit: 99 }
const folder = mkdtempSync(join(tmpdir(), 'shunwei-replay-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Two days with a transfer, a gap between two legs, a missed call, a cancelled and a forgotten ticket, two at one counter. */
const clinicDays = `date,ticket,leg,service,counter,queued,started,ended,valid,remark
2019-08-01,1,0,Ultrasound,Room 5,2019-08-01T08:00:00,2019-08-01T08:10:00,2019-08-01T08:20:00,Y,
2019-08-01,2,0,Ultrasound,Room 5,2019-08-01T08:01:00,2019-08-01T08:20:00,2019-08-01T08:21:30,Y,
2019-08-01,3,0,Ultrasound,Room 5,2019-08-01T08:02:00,2019-08-01T08:21:00,2019-08-01T08:25:00,Y,
2019-08-01,4,0,Ultrasound,,2019-08-01T08:02:00,2019-08-01T08:02:00,2019-08-01T08:02:00,N,
2019-08-01,5,0,Ultrasound,,2019-08-01T08:02:00,,,N,
2019-08-01,6,0,Ultrasound,,2019-08-01T08:02:00,2019-08-01T08:40:00,2019-08-01T08:40:00,Y,
2019-08-01,1,1,Ultrasound,Room 5,2019-08-01T08:20:00,2019-08-01T08:30:00,2019-08-01T08:31:00,Y,Transferred
2019-08-01,6,1,Ultrasound,Room 4,2019-08-01T08:40:00,2019-08-01T08:50:00,2019-08-01T08:59:00,Y,Transferred
2019-08-01,1,2,Ultrasound,Room 4,2019-08-01T08:45:00,2019-08-01T08:59:00,2019-08-01T09:00:00,Y,Transferred
2019-08-02,1,0,Ultrasound,Room 5,2019-08-02T08:00:00,2019-08-02T08:10:00,2019-08-02T08:10:20,N,
2019-08-02,1,1,Ultrasound,Room 5,2019-08-02T08:15:00,2019-08-02T08:15:00,2019-08-02T08:16:00,Y,
`

const bankDay = `call_id,customer,priority,service,entered,arrived,queued,wait_s,queue_exit,outcome,service_start,service_end,service_s,server
1,5,2,PS,1999-01-02T09:59:55,1999-01-02T10:00:00,1,65,1999-01-02T10:01:05,served,1999-01-02T10:01:04,1999-01-02T10:02:04,60,M02
2,0,0,NW,1999-01-02T10:00:00,1999-01-02T10:00:30,0,0,,served,1999-01-02T10:00:30,1999-01-02T10:03:30,180,M02
3,0,0,PS,1999-01-02T10:00:00,1999-01-02T10:00:10,1,30,1999-01-02T10:00:40,abandoned,,,,
4,0,0,PS,1999-01-02T10:00:00,1999-01-02T10:00:20,0,0,,abandoned,,,,
5,0,0,PS,1999-01-02T23:58:00,1999-01-02T23:58:10,1,20,1999-01-02T23:58:30,served,1999-01-02T23:58:30,1999-01-03T00:01:00,150,M02
6,0,0,PS,1999-01-02T23:59:00,1999-01-02T23:59:10,1,90,1999-01-03T00:00:40,served,1999-01-03T00:00:40,1999-01-03T00:01:00,20,
`

async function replay(recording: Recording) {
  const played = await play(recording, () => {})
  return { played, outcome: outcomeOf([{ recording, played }]) }
}

describe('a recorded day, replayed through the public API', () => {
  it('comes to the same figures as its file', async () => {
    const { played, outcome } = await replay(readClinic(parseCsv(clinicDays), all))
    expect(outcome).toMatchObject({
      tickets: { server: 7, equal: true },
      called: { server: 9, equal: true },
      served: { server: 5 },
      transfers: { server: 3 },
      noShows: { server: 1 },
      cancelled: { server: 1 },
      leftOver: { server: 1 },
      refused: {},
      waitMs: { p50: { server: 600_000, file: 600_000 }, p90: { server: 2_280_000 } },
      summaryAgrees: true,
    })
    expect(isTrue(outcome)).toBe(true)
    expect(played.windows).toBe(3)
    const held = played.turns.find(({ heldMs }) => heldMs > 0)
    expect(held).toMatchObject({ heldMs: 14 * 60_000, serviceMs: 60_000, result: 'transferred' })
  })

  it('leaves what goes on after midnight to the end of the hall’s day', async () => {
    const { played, outcome } = await replay(readBank(parseCsv(bankDay), all))
    expect(outcome).toMatchObject({
      tickets: { server: 5 },
      called: { server: 3 },
      served: { server: 2 },
      cancelled: { server: 1 },
      leftOver: { server: 2 },
      refused: {},
      leftOut: { abandonedInVoiceMenuNeverQueued: 1 },
      adjusted: { counterHadTwoAtOnce: 1, cutOffByMidnight: 2 },
    })
    expect(isTrue(outcome)).toBe(true)
    expect(played.turns.filter(({ priorityClassId }) => priorityClassId === 'priority')).toHaveLength(1)
  })

  it('is not called true when the file says something else', async () => {
    const recording = readClinic(parseCsv(clinicDays), { ...all, from: '2019-08-02' })
    const { played, outcome } = await replay(recording)
    expect(isTrue(outcome)).toBe(true)
    const { waitsMs } = recording.file
    const file = { ...recording.file, waitsMs: waitsMs.map((waitMs) => waitMs + 1) }
    expect(isTrue(outcomeOf([{ recording: { ...recording, file }, played }]))).toBe(false)
    const forgetful = { ...played, turns: played.turns.slice(0, 0) }
    expect(outcomeOf([{ recording, played: forgetful }]).lost).toBe(1)
  })

  it('counts what the hall refuses, by command and reason', async () => {
    const recording = readBank(parseCsv(bankDay), all)
    const days = recording.days.map((day) => ({
      ...day,
      visits: day.visits.map((visit) => ({
        ...visit,
        turns: [{ ...visit.turns[0], serviceId: 'gone' }] as const,
      })),
    }))
    const { outcome } = await replay({ ...recording, days })
    expect(outcome.refused['issue: unknownService']).toBe(5)
    expect(outcome.tickets).toEqual({ server: 0, file: 5, equal: false })
  })
})

describe('npm run replay', () => {
  const main = join(import.meta.dirname, 'main.ts')
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [main, ...args], (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
    })

  it('ends with one JSON object that holds each file and all together', async () => {
    const files = [join(folder, 'clinic.csv'), join(folder, 'bank.csv')]
    writeFileSync(files[0] ?? '', clinicDays)
    writeFileSync(files[1] ?? '', bankDay)
    const { code, out } = await run(...files)
    const report = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')
    expect(report.files.map(({ file, days }: { file: string; days: number }) => [file, days])).toEqual([
      [files[0], 2],
      [files[1], 1],
    ])
    expect(report.total).toMatchObject({ tickets: { server: 12, file: 12, equal: true }, lost: 0 })
    expect(code).toBe(0)
  })

  it('says in one sentence what keeps it from beginning', async () => {
    const { code, out, err } = await run(join(folder, 'nowhere.csv'))
    expect(err).toMatch(/nowhere\.csv cannot be read: .+\n$/)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out).not.toContain('{')
    expect(code).toBe(2)
  })
})

describe('the clinic’s own recording', () => {
  const file = join(import.meta.dirname, '../../../shared/data/clinic_tickets_2019/tickets_dev.csv.gz')

  it('replays its first day with equal figures', async (context) => {
    if (!existsSync(file)) {
      process.stdout.write('skipped: the recordings of ../shared/data are not here\n')
      return context.skip()
    }
    const { outcome } = await replay(readClinic(readCsv(file), { ...all, limit: 1 }))
    expect(isTrue(outcome)).toBe(true)
    expect(outcome).toMatchObject({ tickets: { server: 24 }, refused: {} })
  })
})
