/** The plan: a hall's set-up as one validated value, versioned in the journal, imported and exported as a file. */
import { z } from 'zod'
import {
  appointmentRules,
  bands,
  crowdingRule,
  help,
  leftOver,
  matter,
  missedCall,
  noQuota,
  outOfTurn,
  quota,
  returnRules,
  usualAppointmentRules,
} from './plan-rules.ts'
import { openRoundTheClock, schedule, serviceHours, windowShifts } from './schedule.ts'
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
  hours: serviceHours.default(null),
  quota: quota.default(noQuota),
  bands: bands.default([]),
  onePerPerson: z
    .boolean()
    .default(false)
    .meta({ description: 'a kiosk asks for an identity number, and gives one waiting ticket to each' }),
  returnDays: z
    .int()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'within how many days one may come back with missing papers' }),
})

const serviceWindow = z.strictObject({
  windowId: readableId,
  areaId: readableId,
  label: z.string().min(1).max(8).meta({ description: 'what stands above the window and is called: 3' }),
  name: text,
  serviceIds: z.array(readableId).min(1),
  helps: z.array(help).default([]),
  shifts: windowShifts.default(null),
  printerId: readableId
    .nullable()
    .default(null)
    .meta({ description: 'where its clerk prints what a visitor has to bring' }),
})

const priorityClass = z.strictObject({
  priorityClassId: readableId,
  name: text,
  creditMinutes: z
    .int()
    .min(0)
    .max(480)
    .meta({ description: 'how much earlier than its arrival a ticket of the class stands' }),
  dailyCap: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .meta({ description: 'tickets of the class in a day; null: no limit' }),
  givenBy: z.enum(['visitor', 'staff']).default('visitor').meta({
    description: "visitor: by the visitor's own word at the kiosk; staff: only by staff, who saw the proof",
  }),
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
    missedCall,
    pauseReasons: z.array(z.strictObject({ pauseReasonId: readableId, name: text })).min(1),
    printers: z.array(printer),
    slip: z.strictObject({ header: text, footer: text }),
    schedule: schedule.default(openRoundTheClock),
    appointments: appointmentRules.default(usualAppointmentRules),
    matters: z.array(matter).default([]),
    crowding: z.array(crowdingRule).default([]),
    outOfTurn: outOfTurn.default({ roles: ['supervisor', 'admin'] }),
    returns: returnRules.default({ creditMinutes: 30 }),
    leftOver: leftOver.default('close'),
    windowsPerClerk: z.int().min(1).max(4).default(1),
  })
  .superRefine((value, context) => {
    for (const [path, message] of crossReferenceFaults(value)) {
      context.addIssue({ code: 'custom', path, message })
    }
  })

export type Plan = z.infer<typeof plan>
export type PlanService = Plan['services'][number]
export type PlanWindow = Plan['windows'][number]
export type PlanMatter = Plan['matters'][number]
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
  matters: z.infer<typeof matter>[]
  crowding: z.infer<typeof crowdingRule>[]
}): Generator<Fault> {
  yield* repeated('areas', 'areaId', value.areas)
  yield* repeated('departments', 'departmentId', value.departments)
  yield* repeated('services', 'serviceId', value.services)
  yield* repeated('windows', 'windowId', value.windows)
  yield* repeated('windows', 'label', value.windows)
  yield* repeated('priorityClasses', 'priorityClassId', value.priorityClasses)
  yield* repeated('pauseReasons', 'pauseReasonId', value.pauseReasons)
  yield* repeated('printers', 'printerId', value.printers)
  yield* repeated('matters', 'matterId', value.matters)
  yield* repeated('crowding', 'crowdingRuleId', value.crowding)
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
    if (each.printerId !== null && !value.printers.some(({ printerId }) => printerId === each.printerId)) {
      yield [['windows', index, 'printerId'], `there is no printer "${each.printerId}"`]
    }
    yield* unknownServices(['windows', index, 'serviceIds'], each.serviceIds, serviceIds)
    yield* unknownServices(
      ['windows', index, 'helps'],
      [...each.serviceIds, ...each.helps.map(({ serviceId }) => serviceId)],
      serviceIds,
    )
  }
  for (const [index, each] of value.matters.entries()) {
    yield* unknownServices(['matters', index, 'serviceIds'], each.serviceIds, serviceIds)
  }
  for (const [index, each] of value.crowding.entries()) {
    yield* unknownServices(['crowding', index, 'serviceIds'], each.serviceIds ?? [], serviceIds)
  }
  for (const [index, each] of value.printers.entries()) {
    if (!areaIds.has(each.areaId)) yield [['printers', index, 'areaId'], `there is no area "${each.areaId}"`]
  }
}

function* unknownServices(
  path: (string | number)[],
  named: readonly string[],
  known: ReadonlySet<string>,
): Generator<Fault> {
  for (const [at, serviceId] of named.entries()) {
    if (!known.has(serviceId)) yield [[...path, at], `there is no service "${serviceId}"`]
    if (named.indexOf(serviceId) !== at) yield [[...path, at], `"${serviceId}" stands here twice`]
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
