/** Plays a recording through the public API: the clock is set to each recorded instant and its commands are sent. */
import { type ReportedTurn, type Summary, summary, turnPage } from '../../protocol/reports.ts'
import { issueReceipt, type Receipt, receipt } from '../../protocol/views.ts'
import { Refused } from './api-client.ts'
import { planOf, priorityClassId } from './plan.ts'
import { type Counts, countsOf, type RecordedDay, type RecordedVisit, type Recording } from './recording.ts'
import { openReplayHall, type ReplayHall } from './replay-hall.ts'
import { seat } from './seating.ts'
import { type Step, stepsOf } from './steps.ts'
import { judgeDay, type Testimony, type Witnessed } from './witness.ts'

/** What came of it: what was seen on the way, and what the server's reports say afterwards. */
export interface Played {
  readonly windows: number
  readonly testimonies: readonly Testimony[]
  readonly refused: Counts
  readonly spared: Counts
  readonly turns: readonly ReportedTurn[]
  readonly total: Summary['total']
}

export interface DayNote {
  readonly day: string
  readonly steps: number
  readonly tookMs: number
}

/** @param note told of each day when it is over. @throws when the server has a fault; refusals are counted */
export async function play(recording: Recording, note: (day: DayNote) => void): Promise<Played> {
  const seatings = recording.days.map(({ visits }) => seat(visits))
  const windows = new Map(seatings.flatMap((seating) => [...seating.windows]))
  const [first, last] = [recording.days[0], recording.days.at(-1)]
  if (first === undefined || last === undefined) throw new Error('the recording has no days')
  const hall = await openReplayHall(planOf(recording, windows), first.beginsAt)
  try {
    const refusals: string[] = []
    const testimonies: Testimony[] = []
    for (const [index, day] of recording.days.entries()) {
      const begun = performance.now()
      const seating = seatings[index]
      const steps = seating === undefined ? [] : stepsOf(day, seating)
      testimonies.push(judgeDay(await playDay(hall, day, steps, refusals)))
      note({ day: day.day, steps: steps.length, tookMs: performance.now() - begun })
    }
    return {
      windows: windows.size,
      testimonies,
      refused: countsOf(refusals),
      spared: countsOf(seatings.flatMap(({ spared }) => spared)),
      ...(await reportsOf(hall, first.day, last.day)),
    }
  } finally {
    await hall.close()
  }
}

async function playDay(
  hall: ReplayHall,
  { endsAt }: RecordedDay,
  steps: readonly Step[],
  refusals: string[],
): Promise<Witnessed[]> {
  const day = new DayPlayer(hall, refusals)
  for (const [at, ofInstant] of Map.groupBy(steps, (step) => step.at)) {
    hall.setTime(at)
    await day.playInstant(ofInstant)
  }
  await hall.endDay(endsAt)
  return day.witnessed
}

class DayPlayer {
  readonly witnessed: Witnessed[] = []
  readonly #hall: ReplayHall
  readonly #refusals: string[]
  readonly #tickets = new Map<RecordedVisit, { ticketId: string; token: string }>()
  readonly #opened = new Set<string>()

  constructor(hall: ReplayHall, refusals: string[]) {
    this.#hall = hall
    this.#refusals = refusals
  }

  /** At once, but for the steps of one ticket and those of one window, which follow each other. */
  async playInstant(steps: readonly Step[]): Promise<void> {
    const last = new Map<RecordedVisit | string, Promise<void>>()
    for (const step of steps) {
      const before = [last.get(step.visit), step.windowId === null ? undefined : last.get(step.windowId)]
      const done = Promise.all(before).then(() => this.#play(step))
      last.set(step.visit, done)
      if (step.windowId !== null) last.set(step.windowId, done)
    }
    await Promise.all(last.values())
  }

  async #play(step: Step): Promise<void> {
    try {
      const { seq, ticket } = await this.#send(step)
      if (ticket === undefined) throw new Error(`the receipt of a ${step.kind} names no ticket`)
      const { ticketId, ticketNumber, windowId } = ticket
      this.witnessed.push({ seq, kind: step.kind, ticketId, ticketNumber, windowId })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.#refusals.push(`${step.kind}: ${error.code}`)
    }
  }

  async #send(step: Step): Promise<Receipt> {
    const { api, kioskToken } = this.#hall
    const { kind, visit, serviceId, windowId } = step
    if (kind === 'issue') {
      const body = { serviceId, priorityClassId: visit.isPriority ? priorityClassId : null }
      const issued = await api.post(kioskToken, '/api/tickets', body, issueReceipt)
      this.#tickets.set(visit, issued.ticket)
      return issued
    }
    const ticket = this.#tickets.get(visit)
    if (ticket === undefined) throw new Refused('neverIssued', 'its ticket was refused')
    const { ticketId, token } = ticket
    if (kind === 'cancel') return api.post(token, `/api/tickets/${ticketId}/cancel`, {}, receipt)
    if (kind === 'rejoin') return api.post(kioskToken, `/api/tickets/${ticketId}/rejoin`, {}, receipt)
    if (windowId === null) throw new Error(`a ${kind} needs a window`)
    const clerkToken = await this.#clerkAt(windowId)
    const path = `/api/windows/${windowId}/${kind === 'noShow' ? 'no-show' : kind}`
    return api.post(clerkToken, path, { ticketId, ...bodyOf(step) }, receipt)
  }

  /** The window's clerk, who opens it when it is first needed on a day. */
  async #clerkAt(windowId: string): Promise<string> {
    const token = this.#hall.clerkTokens.get(windowId)
    if (token === undefined) throw new Error(`there is no clerk for ${windowId}`)
    if (!this.#opened.has(windowId)) {
      this.#opened.add(windowId)
      await this.#hall.api.post(token, `/api/windows/${windowId}/open`, {}, receipt)
    }
    return token
  }
}

function bodyOf({ kind, serviceId }: Step): object {
  if (kind === 'transfer') return { serviceId }
  if (kind === 'call') return { reason: 'as recorded' }
  return kind === 'complete' ? { result: 'doneOnTheSpot' } : {}
}

async function reportsOf(
  { api, supervisorToken }: ReplayHall,
  from: string,
  to: string,
): Promise<Pick<Played, 'turns' | 'total'>> {
  const turns: ReportedTurn[] = []
  const path = `/api/reports/turns?from=${from}&to=${to}&limit=10000`
  for (let after: string | null = ''; after !== null; ) {
    const page: { rows: ReportedTurn[]; next: string | null } = await api.get(
      supervisorToken,
      after === '' ? path : `${path}&after=${encodeURIComponent(after)}`,
      turnPage,
    )
    turns.push(...page.rows)
    after = page.next
  }
  const { total } = await api.get(
    supervisorToken,
    `/api/reports/summary?from=${from}&to=${to}&by=service`,
    summary,
  )
  return { turns, total }
}
