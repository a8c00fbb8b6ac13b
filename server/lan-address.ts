/** Where the machine is reached from the hall's LAN. */
import { networkInterfaces } from 'node:os'

/** The first IPv4 address that is not the machine's own loop; null without a network. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address
    }
  }
  return null
}
