/** The sample hall on a busy morning: windows open, serving and calling, lines waiting, one missed, one held. */
import type { IssueReceipt, Receipt, WindowList } from '../../protocol/views.ts'
import { samplePlan } from '../../server/sample/plan.ts'
import { nineOClock } from './given-hall.ts'
import { type RunningHall, startHall } from './running-hall.ts'

const minuteMs = 60_000

export interface LivelyHall {
  readonly running: RunningHall
  /** A ticket that still waits. */
  readonly waitingToken: string
  /** A ticket that was just called. */
  readonly calledToken: string
  close(): Promise<void>
}

/** Fills the hall through the public API under a clock that then goes on by itself. */
export async function openLivelyHall(): Promise<LivelyHall> {
  let now = nineOClock
  let startedAt: number | null = null
  const clock = { now: () => (startedAt === null ? now : now + Date.now() - startedAt) }
  const running = await startHall({ plan: samplePlan, clock })
  const kiosk = await running.paired('kiosk')
  const services = samplePlan.services.map(({ serviceId }) => serviceId)
  const classes = [null, null, null, null, samplePlan.priorityClasses[0]?.priorityClassId ?? null]
  const issue = async (n: number) => {
    const body = {
      serviceId: services[(n * 7) % services.length],
      priorityClassId: classes[n % classes.length],
    }
    const { ticket } = (await running.post<IssueReceipt>('/api/tickets', body, kiosk)).body
    return ticket
  }
  for (let n = 0; n < 60; n += 1) {
    now += minuteMs / 3
    await issue(n)
  }
  const windows = (await running.get<WindowList>('/api/windows', await running.signedIn('clerk'))).body
  let called: string | undefined
  for (const [n, { windowId }] of windows.slice(0, 12).entries()) {
    const clerk = await running.signedIn('clerk')
    const at = (step: string) => `/api/windows/${windowId}/${step}`
    await running.post(at('open'), {}, clerk)
    now += minuteMs / 2
    const { ticket } = (await running.post<Receipt>(at('call-next'), {}, clerk)).body
    if (ticket === undefined) continue
    const here = { ticketId: ticket.ticketId }
    if (n === 1) await running.post(at('no-show'), here, clerk)
    else if (n < 9) await running.post(at('start'), here, clerk)
    if (n === 2) await running.post(at('complete'), { ...here, result: 'doneOnTheSpot' }, clerk)
    if (n === 2)
      await running.post(at('pause'), { pauseReasonId: samplePlan.pauseReasons[0]?.pauseReasonId }, clerk)
    if (n === 3) await running.post(at('hold'), { ...here, note: '填写申请表' }, clerk)
    if (n >= 9) called = ticket.ticketId
  }
  const waiting = await issue(61)
  startedAt = Date.now()
  const tokenOf = (ticketId: string | undefined) =>
    running.hall.runner.read((hall) => hall.tickets.get(ticketId ?? '')?.token ?? '')
  return {
    running,
    waitingToken: waiting.token,
    calledToken: await tokenOf(called),
    close: () => running.close(),
  }
}
