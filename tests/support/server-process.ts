/** The server as its own process, as `npm start` runs it: to be stopped, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface ServerProcess {
  readonly process: ChildProcess
  /** All that it has printed so far. */
  output(): string
  errors(): string
}

/** Starts `server/main.ts` under this environment and nothing else of ours. */
export function spawnServer(environment: Record<string, string>): ServerProcess {
  const { HALL_PLAN: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { ...inherited, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  return { process: child, output: () => output, errors: () => errors }
}

/** The address that it prints once it serves. @throws when it ends before that */
export async function addressOf(server: ServerProcess, withinMs = 20_000): Promise<string> {
  const until = Date.now() + withinMs
  while (Date.now() < until) {
    const port = /127\.0\.0\.1:(\d+)\/kiosk/.exec(server.output())?.[1]
    if (port !== undefined && server.output().includes('Ctrl-C')) return `http://127.0.0.1:${port}`
    if (server.process.exitCode !== null) throw new Error(`the server ended: ${server.errors()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`the server did not start: ${server.output()} ${server.errors()}`)
}

/** Ends it with a signal and waits until it is gone. @returns its exit code, null when the signal took it */
export async function endServer(server: ServerProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (server.process.exitCode !== null || server.process.signalCode !== null) return server.process.exitCode
  server.process.kill(signal)
  const [code] = (await once(server.process, 'exit')) as [number | null]
  return code
}

/** A time zone in which it is about noon now, so that no midnight comes in between. */
export function noonZone(): string {
  const offset = 12 - new Date().getUTCHours()
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}
