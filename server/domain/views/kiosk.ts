/** What a visitor chooses from at a kiosk. */
import type { PlanService } from '../../../protocol/plan.ts'
import type { KioskView } from '../../../protocol/views.ts'
import { type Hall, setUpOf, ticketOf } from '../hall.ts'
import { areaNamesOf } from '../plan-index.ts'

/** Where the kiosk stands and where it prints, as it was set up. */
export interface KioskPlace {
  readonly deviceId: string
  readonly areaId: string
  readonly printerId: string | null
}

/** @param phoneUrl what a ticket's QR code begins with */
export function kioskView(hall: Hall, kiosk: KioskPlace, phoneUrl: string): KioskView {
  const { plan, index } = setUpOf(hall)
  return {
    hallName: plan.hall.name,
    areaName: index.areas.get(kiosk.areaId)?.name ?? plan.hall.name,
    dayIsOpen: hall.dayIsOpen,
    phoneUrl,
    departments: plan.departments
      .map(({ departmentId, name }) => ({
        departmentId,
        name,
        services: plan.services
          .filter((service) => service.departmentId === departmentId)
          .map((service) => serviceTile(hall, service)),
      }))
      .filter(({ services }) => services.length > 0),
    priorityClasses: plan.priorityClasses,
    missedCall: plan.missedCall,
    printer: kiosk.printerId === null ? null : { fault: latestFault(hall, kiosk.printerId) },
  }
}

function serviceTile(hall: Hall, service: PlanService): KioskView['departments'][number]['services'][number] {
  const { index } = setUpOf(hall)
  const { serviceId, name, prefix, itemCode, kind, promisedDays, materials, fee } = service
  const windows = index.windowsOfService.get(serviceId) ?? []
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
    openWindows: windows.filter(({ windowId }) => hall.windows.get(windowId)?.state === 'open').length,
  }
}

/** The fault of the last slip that this printer was given, until one comes out again. */
function latestFault(hall: Hall, printerId: string): NonNullable<KioskView['printer']>['fault'] {
  const ticketId = hall.lastSlipByPrinter.get(printerId)
  return ticketId === undefined ? null : ticketOf(hall, ticketId).slipFault
}
