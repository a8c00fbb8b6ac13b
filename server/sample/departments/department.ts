/**
 * How a department of the sample hall is written down: its lines, each with the letter on its tickets, and the
 * services people come for. The item codes follow the twelve digits of the national basic catalogue (kind of
 * item, ministry, item, sub-item) and stand for the codes a real hall takes from its own province.
 */
import type { z } from 'zod'
import type { plan } from '../../../protocol/plan.ts'
import type { Text } from '../../../protocol/vocabulary.ts'

export type PlannedService = z.input<typeof plan>['services'][number]
type SampleService = Omit<PlannedService, 'departmentId' | 'prefix' | 'waitTargetMinutes'>

interface SampleLine {
  prefix: string
  waitTargetMinutes: number
  services: SampleService[]
}

export interface SampleDepartment {
  departmentId: string
  name: Text
  lines: SampleLine[]
}
