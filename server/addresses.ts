/** Where the machine is reached: from the hall's LAN, and by the visitors' phones. */
import { networkInterfaces } from 'node:os'
import type { Plan } from '../protocol/plan.ts'

/** The first IPv4 address that is not the machine's own loop; null without a network. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address
    }
  }
  return null
}

/** What a slip's QR code begins with: the plan's `phoneUrl`, else this machine on the LAN. No slash at its end. */
export function phoneUrlOf(plan: Plan, port: number): string {
  return (plan.phoneUrl ?? `http://${lanAddress() ?? 'localhost'}:${port}`).replace(/\/+$/, '')
}
