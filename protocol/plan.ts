/** The plan: a hall's set-up as one validated value, versioned in the journal, imported and exported as a file. */
import { z } from 'zod'
import { readableId, serviceKinds, text } from './vocabulary.ts'

const area = z.strictObject({ areaId: readableId, name: text })
const department = z.strictObject({ departmentId: readableId, name: text })

const service = z.strictObject({
  serviceId: readableId,
  departmentId: readableId,
  name: text,
  itemCode: z.string().min(1).max(40).meta({ description: 'the official item code, 事项编码' }),
  kind: z.enum(serviceKinds),
  statutoryDays: z.int().min(0).max(365),
  promisedDays: z.int().min(0).max(365),
  materials: z.array(text).max(30),
  fee: text.nullable().meta({ description: 'null: free of charge' }),
  prefix: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters'),
  waitTargetMinutes: z.int().min(1).max(480),
})

const serviceWindow = z.strictObject({
  windowId: readableId,
  areaId: readableId,
  label: z.string().min(1).max(8).meta({ description: 'what stands above the window and is called: 3' }),
  name: text,
  serviceIds: z.array(readableId).min(1),
})

const priorityClass = z.strictObject({
  priorityClassId: readableId,
  name: text,
  creditMinutes: z
    .int()
    .min(0)
    .max(480)
    .meta({ description: 'how much earlier than its arrival a ticket of the class stands' }),
})

const printer = z.strictObject({
  printerId: readableId,
  name: text,
  areaId: readableId,
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65535),
  widthMm: z.union([z.literal(58), z.literal(80)]),
})

const timeZone = z.string().refine((value) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}, 'a time zone such as Asia/Shanghai')

export const plan = z
  .strictObject({
    planFormat: z.literal(1),
    hall: z.strictObject({ hallId: readableId, name: text, timeZone }),
    phoneUrl: z
      .url({ protocol: /^https?$/ })
      .regex(/^https?:\/\/[^\s?#@]+$/, 'an address without a query, a fragment or a user')
      .nullable()
      .meta({ description: "where visitors' phones reach this server; null: its first LAN address" }),
    areas: z.array(area).min(1),
    departments: z.array(department).min(1),
    services: z.array(service).min(1),
    windows: z.array(serviceWindow).min(1),
    priorityClasses: z.array(priorityClass),
    missedCall: z.strictObject({
      rejoinLimit: z.int().min(0).max(5),
      placesBack: z.int().min(0).max(50),
      graceMinutes: z.int().min(1).max(480),
    }),
    pauseReasons: z.array(z.strictObject({ pauseReasonId: readableId, name: text })).min(1),
    printers: z.array(printer),
    slip: z.strictObject({ header: text, footer: text }),
  })
  .superRefine((value, context) => {
    for (const [path, message] of crossReferenceFaults(value)) {
      context.addIssue({ code: 'custom', path, message })
    }
  })

export type Plan = z.infer<typeof plan>
export type PlanService = Plan['services'][number]
export type PlanWindow = Plan['windows'][number]
export type PlanPrinter = Plan['printers'][number]

type Fault = [path: (string | number)[], message: string]

function* crossReferenceFaults(value: {
  areas: z.infer<typeof area>[]
  departments: z.infer<typeof department>[]
  services: z.infer<typeof service>[]
  windows: z.infer<typeof serviceWindow>[]
  priorityClasses: z.infer<typeof priorityClass>[]
  pauseReasons: { pauseReasonId: string }[]
  printers: z.infer<typeof printer>[]
}): Generator<Fault> {
  yield* repeated('areas', 'areaId', value.areas)
  yield* repeated('departments', 'departmentId', value.departments)
  yield* repeated('services', 'serviceId', value.services)
  yield* repeated('windows', 'windowId', value.windows)
  yield* repeated('windows', 'label', value.windows)
  yield* repeated('priorityClasses', 'priorityClassId', value.priorityClasses)
  yield* repeated('pauseReasons', 'pauseReasonId', value.pauseReasons)
  yield* repeated('printers', 'printerId', value.printers)
  const areaIds = new Set(value.areas.map((each) => each.areaId))
  const departmentIds = new Set(value.departments.map((each) => each.departmentId))
  const serviceIds = new Set(value.services.map((each) => each.serviceId))
  for (const [index, each] of value.services.entries()) {
    if (!departmentIds.has(each.departmentId)) {
      yield [['services', index, 'departmentId'], `there is no department "${each.departmentId}"`]
    }
    if (!value.windows.some((window) => window.serviceIds.includes(each.serviceId))) {
      yield [
        ['services', index],
        `no window serves "${each.serviceId}", so nobody could ever call its tickets`,
      ]
    }
  }
  for (const [index, each] of value.windows.entries()) {
    if (!areaIds.has(each.areaId)) yield [['windows', index, 'areaId'], `there is no area "${each.areaId}"`]
    for (const [at, serviceId] of each.serviceIds.entries()) {
      if (!serviceIds.has(serviceId)) {
        yield [['windows', index, 'serviceIds', at], `there is no service "${serviceId}"`]
      }
      if (each.serviceIds.indexOf(serviceId) !== at) {
        yield [['windows', index, 'serviceIds', at], `"${serviceId}" stands here twice`]
      }
    }
  }
  for (const [index, each] of value.printers.entries()) {
    if (!areaIds.has(each.areaId)) yield [['printers', index, 'areaId'], `there is no area "${each.areaId}"`]
  }
}

function* repeated<Key extends string>(
  list: string,
  key: Key,
  entries: readonly Record<Key, string>[],
): Generator<Fault> {
  const seen = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    if (seen.has(entry[key])) yield [[list, index, key], `"${entry[key]}" stands here twice`]
    seen.add(entry[key])
  }
}
