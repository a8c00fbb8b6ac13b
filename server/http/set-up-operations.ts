/** The plan and the paired devices over HTTP. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import * as commands from '../../protocol/commands.ts'
import { type Plan, plan } from '../../protocol/plan.ts'
import { priorityCost, priorityCostQuery } from '../../protocol/priority-cost.ts'
import * as views from '../../protocol/views.ts'
import { generatedId } from '../../protocol/vocabulary.ts'
import type { HallDatabase } from '../database/schema.ts'
import { refuse } from '../domain/commands.ts'
import { setUpOf } from '../domain/hall.ts'
import type { HallRunner } from '../hall-runner.ts'
import { measuredPriorityCost } from '../reports/priority-cost.ts'
import type { DeviceRegister } from '../staff/device-register.ts'
import { type Operation, operation } from './operation.ts'
import { orRefuse, Refused } from './problem.ts'
import { actorOf, anyStaff } from './sender.ts'

const ofDevice = z.strictObject({ deviceId: generatedId })

export function planOperations(
  runner: HallRunner,
  devices: DeviceRegister,
  tables: Kysely<HallDatabase>,
): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/plan/priority-cost',
      summary: 'What a priority class costs the others, by the record of the last days',
      who: ['supervisor', 'admin'],
      query: priorityCostQuery,
      status: 200,
      answer: priorityCost,
      handle: async ({ query }) => {
        const { plan, today } = await runner.read((hall) => ({
          plan: setUpOf(hall).plan,
          today: hall.day ?? '',
        }))
        const planned = plan.priorityClasses.find((each) => each.priorityClassId === query.priorityClassId)
        if (planned === undefined) {
          throw new Refused(refuse('unknownPriorityClass', { priorityClassId: query.priorityClassId }))
        }
        const { priorityClassId } = planned
        const { creditMinutes = planned.creditMinutes, dailyCap = planned.dailyCap } = query
        return measuredPriorityCost(tables, plan, { priorityClassId, creditMinutes, dailyCap }, today)
      },
    }),
    operation({
      method: 'get',
      path: '/api/plan',
      summary: "The hall's plan in force",
      who: [...anyStaff, 'kiosk', 'board'],
      status: 200,
      answer: plan,
      handle: () => runner.read((hall) => setUpOf(hall).plan),
    }),
    operation({
      method: 'put',
      path: '/api/plan',
      summary: 'Put another plan in force, now',
      who: ['admin'],
      body: plan,
      status: 200,
      answer: plan,
      handle: async ({ body, sender }) => {
        const dropped = droppedFromDevices(body, devices.list())
        if (dropped !== null) throw new Refused(refuse('planDropsWhatIsInUse', { id: dropped }))
        const order = { actor: actorOf(sender), key: null, fingerprint: null }
        orRefuse(await runner.submit({ command: { type: 'changePlan', plan: body }, ...order }))
        return body
      },
    }),
  ]
}

/** The area or printer of a device that the plan no longer has; null when all have theirs. */
function droppedFromDevices(planned: Plan, devices: readonly views.Device[]): string | null {
  for (const { areaId, printerId } of devices) {
    if (!planned.areas.some((area) => area.areaId === areaId)) return areaId
    if (printerId !== null && !planned.printers.some((printer) => printer.printerId === printerId))
      return printerId
  }
  return null
}

export function deviceOperations(devices: DeviceRegister, runner: HallRunner): Operation[] {
  async function mustBeInPlan({
    areaId,
    printerId,
  }: {
    areaId: string
    printerId: string | null
  }): Promise<void> {
    const { index } = await runner.read(setUpOf)
    if (!index.areas.has(areaId)) throw new Refused(refuse('unknownArea', { areaId }))
    if (printerId !== null && !index.printers.has(printerId)) {
      throw new Refused(refuse('unknownPrinter', { printerId }))
    }
  }
  return [
    operation({
      method: 'get',
      path: '/api/devices/me',
      summary: 'The device that asks',
      who: ['kiosk', 'board'],
      status: 200,
      answer: views.device,
      handle: async ({ sender }) => {
        if (sender.kind !== 'device') throw new Refused(refuse('notAllowed'))
        return sender.device
      },
    }),
    operation({
      method: 'get',
      path: '/api/devices',
      summary: 'The kiosks and boards of the hall',
      who: ['admin', 'supervisor'],
      status: 200,
      answer: z.array(views.device),
      handle: async () => devices.list(),
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/devices',
      summary: 'Add a kiosk or a board; answers with its pairing code',
      who: ['admin'],
      body: commands.addDevice,
      status: 201,
      answer: views.pairing,
      handle: async ({ body }) => {
        await mustBeInPlan(body)
        return devices.add(body)
      },
    }),
    operation({
      method: 'put',
      path: '/api/devices/:deviceId',
      summary: 'Change the name, the area or the printer of a device',
      who: ['admin'],
      params: ofDevice,
      body: commands.changeDevice,
      status: 200,
      answer: views.device,
      handle: async ({ params, body }) => {
        await mustBeInPlan(body)
        return orRefuse(await devices.change(params.deviceId, body))
      },
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/devices/pair',
      summary: 'Pair this device with the code that the console shows',
      who: ['nobody'],
      body: commands.pairDevice,
      status: 201,
      answer: views.pairedDevice,
      handle: async ({ body }) => orRefuse(await devices.pair(body.pairingCode)),
    }),
    operation({
      method: 'post',
      repeats: 'inMemory',
      path: '/api/devices/:deviceId/pairing-code',
      summary: 'A new pairing code for a device',
      who: ['admin'],
      params: ofDevice,
      body: commands.renewPairingCode,
      status: 200,
      answer: views.pairing,
      handle: async ({ params }) => orRefuse(await devices.renewPairingCode(params.deviceId)),
    }),
    operation({
      method: 'delete',
      path: '/api/devices/:deviceId',
      summary: 'Remove a device; its token ends',
      who: ['admin'],
      params: ofDevice,
      status: 204,
      answer: null,
      handle: async ({ params }) => {
        const refusal = await devices.remove(params.deviceId)
        if (refusal !== null) throw new Refused(refusal)
      },
    }),
  ]
}
