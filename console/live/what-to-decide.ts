/** What in the hall needs somebody's decision, worst first: read from the live view and the plan's targets. */
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView } from '../../protocol/views.ts'

const minuteMs = 60_000

type Line = ConsoleView['lines'][number]
export type ToDecide =
  | { what: 'slip'; slip: ConsoleView['slipFaults'][number] }
  | { what: 'noWindow'; line: Line; mayOpen: string[] }
  | { what: 'overTarget'; line: Line; waitMs: number; targetMinutes: number }

/** @param now the server's time in ms */
export function whatToDecide(view: ConsoleView, plan: Plan, now: number): ToDecide[] {
  const waiting = view.lines
    .filter((line) => line.waiting > 0)
    .sort((one, other) => (one.headIssuedAt ?? now) - (other.headIssuedAt ?? now))
  const noWindow = waiting.filter((line) => line.openWindows === 0)
  const late = waiting.flatMap((line): ToDecide[] => {
    const service = plan.services.find(({ serviceId }) => serviceId === line.serviceId)
    const waitMs = now - (line.headIssuedAt ?? now)
    if (line.openWindows === 0 || service === undefined) return []
    const targetMinutes = service.waitTargetMinutes
    return waitMs > targetMinutes * minuteMs ? [{ what: 'overTarget', line, waitMs, targetMinutes }] : []
  })
  return [
    ...view.slipFaults.map((slip): ToDecide => ({ what: 'slip', slip })),
    ...noWindow.map(
      (line): ToDecide => ({ what: 'noWindow', line, mayOpen: windowLabels(plan, line.serviceId) }),
    ),
    ...late,
  ]
}

function windowLabels(plan: Plan, serviceId: string): string[] {
  return plan.windows.filter(({ serviceIds }) => serviceIds.includes(serviceId)).map(({ label }) => label)
}
