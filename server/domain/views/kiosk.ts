/** What a visitor chooses from at a kiosk. */
import type { PlanService } from '../../../protocol/plan.ts'
import type { KioskView } from '../../../protocol/views.ts'
import { quotaLeft } from '../admission.ts'
import type { Foresight } from '../foresight.ts'
import { type Hall, isOpen, setUpOf, ticketOf, windowsServing } from '../hall.ts'
import { areaNamesOf } from '../plan-index.ts'
import { serviceStateAt } from '../schedule.ts'
import { admissionOf, expectedFor } from './waiting.ts'

const minuteMs = 60_000

/** Where the kiosk stands and where it prints, as it was set up. */
export interface KioskPlace {
  readonly deviceId: string
  readonly areaId: string
  readonly printerId: string | null
}

/** @param phoneUrl what a ticket's QR code begins with */
export function kioskView(
  hall: Hall,
  kiosk: KioskPlace,
  phoneUrl: string,
  now: number,
  foresee: Foresight,
): KioskView {
  const { plan, index } = setUpOf(hall)
  return {
    hallName: plan.hall.name,
    areaName: index.areas.get(kiosk.areaId)?.name ?? plan.hall.name,
    timeZone: plan.hall.timeZone,
    dayIsOpen: hall.dayIsOpen,
    phoneUrl,
    departments: plan.departments
      .map(({ departmentId, name }) => ({
        departmentId,
        name,
        services: plan.services
          .filter((service) => service.departmentId === departmentId)
          .map((service) => serviceTile(hall, service, now, foresee)),
      }))
      .filter(({ services }) => services.length > 0),
    matters: plan.matters.map(({ matterId, name, prefix, serviceIds }) => ({
      matterId,
      name,
      prefix,
      serviceNames: serviceIds.flatMap((serviceId) => index.services.get(serviceId)?.name ?? []),
    })),
    priorityClasses: plan.priorityClasses.map(({ priorityClassId, name, creditMinutes, givenBy }) => ({
      priorityClassId,
      name,
      creditMinutes,
      givenBy,
    })),
    canBook: plan.services.some(({ bands }) => bands.length > 0),
    missedCall: plan.missedCall,
    printer: kiosk.printerId === null ? null : { fault: latestFault(hall, kiosk.printerId) },
  }
}

function serviceTile(
  hall: Hall,
  service: PlanService,
  now: number,
  foresee: Foresight,
): KioskView['departments'][number]['services'][number] {
  const { index, schedule } = setUpOf(hall)
  const { serviceId, name, prefix, itemCode, kind, promisedDays, materials, fee, onePerPerson } = service
  const windows = windowsServing(hall, serviceId)
  const hours = serviceStateAt(schedule, serviceId, now)
  const closesAt = hours.state === 'open' ? hours.closesAt : null
  const expected = expectedFor(hall, serviceId, now, foresee)
  return {
    serviceId,
    name,
    prefix,
    itemCode,
    kind,
    promisedDays,
    materials,
    fee,
    areaNames: areaNamesOf(index, windows),
    windowLabels: windows.map(({ label }) => label),
    waiting: hall.serviceLines.get(serviceId)?.length ?? 0,
    openWindows: windows.filter(({ windowId }) => isOpen(hall, windowId)).length,
    onePerPerson,
    notAdmitted: admissionOf(hall, service, now),
    quotaLeft: quotaLeft(hall, service, now)?.left ?? null,
    expected,
    outlastsClosing:
      closesAt !== null && expected !== null && now + expected.medianMinutes * minuteMs > closesAt,
    closesAt,
  }
}

/** The fault of the last slip that this printer was given, until one comes out again. */
function latestFault(hall: Hall, printerId: string): NonNullable<KioskView['printer']>['fault'] {
  const ticketId = hall.lastSlipByPrinter.get(printerId)
  return ticketId === undefined ? null : ticketOf(hall, ticketId).slipFault
}
