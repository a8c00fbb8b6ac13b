/** What the ids of the record are called now, in every language. */
import type { Plan } from '../../protocol/plan.ts'
import type { Grouping } from '../../protocol/reports.ts'
import type { StaffMember } from '../../protocol/views.ts'
import type { Text } from '../../protocol/vocabulary.ts'

export interface ReportNames {
  readonly services: ReadonlyMap<string, Text>
  readonly departments: ReadonlyMap<string, Text>
  readonly windows: ReadonlyMap<string, Text>
  readonly staff: ReadonlyMap<string, Text>
}

/** The names of the plan in force and of the accounts. Windows are named with their label: many share a name. */
export function namesOf(plan: Plan, staff: readonly StaffMember[]): ReportNames {
  return {
    services: new Map(plan.services.map((each) => [each.serviceId, each.name])),
    departments: new Map(plan.departments.map((each) => [each.departmentId, each.name])),
    windows: new Map(
      plan.windows.map(({ windowId, label, name }) => [
        windowId,
        { zh: `${label}号窗口 ${name.zh}`, en: `Window ${label} ${name.en}` },
      ]),
    ),
    staff: new Map(staff.map(({ staffId, name }) => [staffId, { zh: name, en: name }])),
  }
}

/** The name of a group's key; null where the hall has no such id any more, and for hours and days. */
export function nameOfKey(names: ReportNames, by: Grouping, key: string | null): Text | null {
  if (key === null) return null
  switch (by) {
    case 'service':
      return names.services.get(key) ?? null
    case 'department':
      return names.departments.get(key) ?? null
    case 'window':
      return names.windows.get(key) ?? null
    case 'clerk':
      return names.staff.get(key) ?? null
    case 'hour':
    case 'day':
      return null
  }
}
