/** The plan by its ids: derived once for each plan, never stored. */
import type { Plan, PlanMatter, PlanPrinter, PlanService, PlanWindow } from '../../protocol/plan.ts'
import type { Text } from '../../protocol/vocabulary.ts'

export interface PlanIndex {
  readonly areas: ReadonlyMap<string, Plan['areas'][number]>
  readonly services: ReadonlyMap<string, PlanService>
  readonly windows: ReadonlyMap<string, PlanWindow>
  readonly matters: ReadonlyMap<string, PlanMatter>
  readonly priorityClasses: ReadonlyMap<string, Plan['priorityClasses'][number]>
  readonly pauseReasons: ReadonlyMap<string, Plan['pauseReasons'][number]>
  readonly printers: ReadonlyMap<string, PlanPrinter>
}

export function indexPlan(plan: Plan): PlanIndex {
  return {
    areas: new Map(plan.areas.map((each) => [each.areaId, each])),
    services: new Map(plan.services.map((each) => [each.serviceId, each])),
    windows: new Map(plan.windows.map((each) => [each.windowId, each])),
    matters: new Map(plan.matters.map((each) => [each.matterId, each])),
    priorityClasses: new Map(plan.priorityClasses.map((each) => [each.priorityClassId, each])),
    pauseReasons: new Map(plan.pauseReasons.map((each) => [each.pauseReasonId, each])),
    printers: new Map(plan.printers.map((each) => [each.printerId, each])),
  }
}

/** The names of the areas whose windows serve a service, in the plan's order. */
export function areaNamesOf(index: PlanIndex, windows: readonly PlanWindow[]): Text[] {
  const areaIds = new Set(windows.map((window) => window.areaId))
  return [...index.areas.values()].filter((area) => areaIds.has(area.areaId)).map((area) => area.name)
}
