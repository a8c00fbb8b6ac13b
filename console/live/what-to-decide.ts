/** What in the hall needs somebody's decision, worst first: read from the live view and the plan's targets. */
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView } from '../../protocol/views.ts'

const minuteMs = 60_000

type Line = ConsoleView['lines'][number]
export type ToDecide =
  | { what: 'alarm'; alarm: ConsoleView['alarms'][number] }
  | { what: 'slip'; slip: ConsoleView['slipFaults'][number] }
  | { what: 'noWindow'; line: Line; mayOpen: string[] }
  | { what: 'overTarget'; line: Line; waitMs: number; targetMinutes: number }

/** A line with an alarm is not named once more for its target. @param now the server's time in ms */
export function whatToDecide(view: ConsoleView, plan: Plan, now: number): ToDecide[] {
  const waiting = view.lines
    .filter((line) => line.waiting > 0)
    .sort((one, other) => (one.headIssuedAt ?? now) - (other.headIssuedAt ?? now))
  const alarmed = new Set(view.alarms.map(({ serviceId }) => serviceId))
  const noWindow = waiting.filter((line) => line.openWindows === 0)
  const late = waiting.flatMap((line): ToDecide[] => {
    const service = plan.services.find(({ serviceId }) => serviceId === line.serviceId)
    const waitMs = now - (line.headIssuedAt ?? now)
    if (line.openWindows === 0 || service === undefined || alarmed.has(line.serviceId)) return []
    const targetMinutes = service.waitTargetMinutes
    return waitMs > targetMinutes * minuteMs ? [{ what: 'overTarget', line, waitMs, targetMinutes }] : []
  })
  return [
    ...view.alarms
      .toSorted((one, other) => one.raisedAt - other.raisedAt)
      .map((alarm): ToDecide => ({ what: 'alarm', alarm })),
    ...view.slipFaults.map((slip): ToDecide => ({ what: 'slip', slip })),
    ...noWindow.map(
      (line): ToDecide => ({ what: 'noWindow', line, mayOpen: windowLabels(view, plan, line.serviceId) }),
    ),
    ...late,
  ]
}

/** What a window serves today goes before what the plan says. */
function windowLabels(view: ConsoleView, plan: Plan, serviceId: string): string[] {
  const served = (windowId: string) => view.windows.find((each) => each.windowId === windowId)?.serviceIds
  return plan.windows
    .filter(({ windowId, serviceIds }) => (served(windowId) ?? serviceIds).includes(serviceId))
    .map(({ label }) => label)
}
