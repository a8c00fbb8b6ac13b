/** Everything needed for a first look at the sample hall: staff with PINs made at random, and pairing codes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../../protocol/plan.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import type { DeviceRegister } from '../staff/device-register.ts'
import { newDigits } from '../staff/secrets.ts'
import type { StaffRegister } from '../staff/staff-register.ts'

const sampleStaff: readonly { staffNumber: string; name: string; role: StaffRole }[] = [
  { staffNumber: '1001', name: '窗口人员一', role: 'clerk' },
  { staffNumber: '1002', name: '窗口人员二', role: 'clerk' },
  { staffNumber: '1003', name: '窗口人员三', role: 'clerk' },
  { staffNumber: '2001', name: '导办', role: 'guide' },
  { staffNumber: '3001', name: '督导', role: 'supervisor' },
]

export interface FirstLook {
  readonly staff: readonly { staffNumber: string; role: StaffRole; pin: string }[]
  readonly devices: readonly { kind: 'kiosk' | 'board'; areaId: string; path: string }[]
}

/**
 * Makes a kiosk and a board for each area, and the sample staff. Called on the very first start, and once more where
 * that was interrupted: what is there already gets new codes and PINs.
 */
export async function prepareFirstLook(
  plan: Plan,
  staff: StaffRegister,
  devices: DeviceRegister,
): Promise<FirstLook> {
  const made: { staffNumber: string; role: StaffRole; pin: string }[] = []
  for (const member of sampleStaff) {
    const pin = newDigits(member.role === 'supervisor' ? 10 : 6)
    await staff.add(member)
    const account = staff.accountOf(member.staffNumber)
    if (account === null) throw new Error(`there is no account ${member.staffNumber}`)
    await staff.setPassword(account.staffId, pin)
    made.push({ staffNumber: member.staffNumber, role: member.role, pin })
  }
  const links: { kind: 'kiosk' | 'board'; areaId: string; path: string }[] = []
  for (const { areaId, name } of plan.areas) {
    const printerId = plan.printers.find((printer) => printer.areaId === areaId)?.printerId ?? null
    for (const kind of ['kiosk', 'board'] as const) {
      const word = kind === 'kiosk' ? '取号机' : '大屏'
      const device = { kind, name: `${name.zh}${word}`, areaId, printerId }
      const known = devices.list().find((each) => each.kind === kind && each.areaId === areaId)
      const pairing =
        known === undefined ? await devices.add(device) : await devices.renewPairingCode(known.deviceId)
      if ('refused' in pairing) throw new Error(`${device.name} could not be paired: ${pairing.refused}`)
      links.push({ kind, areaId, path: `/${kind}/#pair=${pairing.pairingCode}` })
    }
  }
  return { staff: made, devices: links }
}

/** The same lines as were printed, so that a first look can go on after the terminal is closed. */
export function keepFirstLook(dataFolder: string, lines: readonly string[]): string {
  const file = join(dataFolder, 'first-look.txt')
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return file
}
