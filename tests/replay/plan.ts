/** The plan of a hall in which a recording can be replayed: its services, the windows it takes, one of all else. */
import { type Plan, plan } from '../../protocol/plan.ts'
import type { Recording } from './recording.ts'

export const priorityClassId = 'priority'
export const areaId = 'hall'

/** @param windows the windows with what stands above them; each serves every service */
export function planOf(recording: Recording, windows: ReadonlyMap<string, string>): Plan {
  const { hallId, timeZone, services } = recording
  const same = (name: string) => ({ zh: name, en: name })
  return plan.parse({
    planFormat: 1,
    hall: { hallId, name: same(hallId), timeZone },
    phoneUrl: null,
    areas: [{ areaId, name: same(hallId) }],
    departments: [{ departmentId: hallId, name: same(hallId) }],
    services: services.map(({ serviceId, name, prefix }) => ({
      serviceId,
      departmentId: hallId,
      name: same(name),
      itemCode: serviceId,
      kind: 'onTheSpot',
      statutoryDays: 0,
      promisedDays: 0,
      materials: [],
      fee: null,
      prefix,
      waitTargetMinutes: 30,
    })),
    windows: [...windows].map(([windowId, name], index) => ({
      windowId,
      areaId,
      label: String(index + 1),
      name: same(name),
      serviceIds: services.map(({ serviceId }) => serviceId),
    })),
    priorityClasses: [{ priorityClassId, name: same('priority'), creditMinutes: 2 }],
    missedCall: { rejoinLimit: 5, placesBack: 0, graceMinutes: 480 },
    pauseReasons: [{ pauseReasonId: 'pause', name: same('pause') }],
    outOfTurn: { roles: ['clerk'] },
    printers: [],
    slip: { header: same(hallId), footer: same(hallId) },
  })
}
