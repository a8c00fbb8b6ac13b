/** The sample hall is a plan that the server takes, and as large and varied as a real hall. */
import { expect, test } from 'vitest'
import { plan } from '../../protocol/plan.ts'
import { demandOfService } from '../../server/sample/demand.ts'
import { samplePlan } from '../../server/sample/plan.ts'

const windowsOf = (serviceId: string) =>
  samplePlan.windows.filter((each) => each.serviceIds.includes(serviceId))
const departmentsAt = (serviceIds: string[]) =>
  new Set(
    samplePlan.services
      .filter((each) => serviceIds.includes(each.serviceId))
      .map((each) => each.departmentId),
  )

test('the server takes it as it stands', () => {
  expect(plan.parse(samplePlan)).toEqual(samplePlan)
})

test('it has the size of a hall: two areas, ten departments, forty services, windows 1 to 16', () => {
  expect(samplePlan.areas).toHaveLength(2)
  expect(samplePlan.departments.length).toBeGreaterThanOrEqual(10)
  expect(samplePlan.services.length).toBeGreaterThanOrEqual(40)
  expect(samplePlan.windows.map((each) => each.label)).toEqual(
    Array.from({ length: 16 }, (_, at) => `${at + 1}`),
  )
  for (const { areaId } of samplePlan.areas) {
    expect(samplePlan.windows.filter((each) => each.areaId === areaId).length).toBeGreaterThanOrEqual(7)
  }
})

test('every department has a service, and every letter on a ticket belongs to one department', () => {
  for (const { departmentId } of samplePlan.departments) {
    expect(samplePlan.services.some((each) => each.departmentId === departmentId)).toBe(true)
  }
  const departmentsOfPrefix = Map.groupBy(samplePlan.services, (each) => each.prefix)
  for (const services of departmentsOfPrefix.values()) {
    expect(new Set(services.map((each) => each.departmentId)).size).toBe(1)
  }
})

test('each service says what a visitor wants to know, under an item code of its own', () => {
  const { services } = samplePlan
  expect(new Set(services.map((each) => each.itemCode)).size).toBe(services.length)
  for (const { serviceId, itemCode, kind, promisedDays, statutoryDays, materials } of services) {
    expect(itemCode, serviceId).toMatch(/^00\d{10}$/)
    expect(kind === 'onTheSpot' ? promisedDays === 0 : promisedDays > 0, serviceId).toBe(true)
    expect(promisedDays, serviceId).toBeLessThanOrEqual(statutoryDays)
    if (serviceId !== 'enquiry') expect(materials.length, serviceId).toBeGreaterThanOrEqual(2)
    expect(materials.length, serviceId).toBeLessThanOrEqual(6)
  }
})

test('general windows serve several departments, and what most people come for has several windows', () => {
  const general = samplePlan.windows.filter((each) => departmentsAt(each.serviceIds).size >= 2)
  expect(general.length).toBeGreaterThanOrEqual(4)
  for (const serviceId of ['id-card', 'social-security-card', 'company-set-up', 'home-transfer']) {
    expect(windowsOf(serviceId).length, serviceId).toBeGreaterThanOrEqual(2)
  }
  expect(windowsOf('unresolved-matter')).toHaveLength(1)
  expect(windowsOf('collect-papers')).toHaveLength(1)
})

test('old people, the disabled, parents and servicemen each have a class that is worth some minutes', () => {
  expect(samplePlan.priorityClasses.filter(({ givenBy }) => givenBy === 'visitor')).toHaveLength(4)
  expect(samplePlan.priorityClasses.filter(({ givenBy }) => givenBy === 'staff')).toHaveLength(1)
  for (const { creditMinutes } of samplePlan.priorityClasses) expect(creditMinutes).toBeGreaterThan(0)
})

test('it shows each rule of the line: matters, bookings, a helper window, returns, crowding, three calls', () => {
  const prefixes = new Set(samplePlan.services.map(({ prefix }) => prefix))
  expect(samplePlan.matters.map(({ order }) => order).sort()).toEqual(['given', 'leastWait'])
  for (const { prefix } of samplePlan.matters) expect(prefixes.has(prefix)).toBe(false)
  expect(samplePlan.services.filter(({ bands }) => bands.length > 0)).toHaveLength(4)
  expect(samplePlan.services.every(({ returnDays }) => returnDays > 0)).toBe(true)
  expect(samplePlan.windows.some(({ helps }) => helps.length > 0)).toBe(true)
  expect(new Set(samplePlan.crowding.map(({ kind }) => kind)).size).toBe(4)
  expect(samplePlan.missedCall).toMatchObject({ callsBeforeNoShow: 3, recallPauseSeconds: 20 })
})

test('it names no printer, since nobody knows one yet', () => {
  expect(samplePlan.printers).toEqual([])
})

test('the demonstration knows how many come for each service, and for no other', () => {
  const planned = samplePlan.services.map((each) => each.serviceId).sort()
  expect(Object.keys(demandOfService).sort()).toEqual(planned)
})
