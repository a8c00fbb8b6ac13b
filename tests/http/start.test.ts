import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IssueReceipt, PairedDevice } from '../../protocol/views.ts'
import { asking } from '../support/running-hall.ts'
import { addressOf, endServer, type ServerProcess, spawnServer } from '../support/server-process.ts'
import { smallPlan } from '../support/small-plan.ts'

let folder: string
const started: ServerProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shunwei-start-'))
})
afterEach(async () => {
  for (const server of started.splice(0)) await endServer(server, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

function start(environment: Record<string, string>): ServerProcess {
  const server = spawnServer({ PORT: '0', DATA_DIR: join(folder, 'data'), ...environment })
  started.push(server)
  return server
}

/** The one sentence that a start which cannot be ends with. */
async function sentenceOf(environment: Record<string, string>): Promise<string> {
  const server = start(environment)
  const code = await new Promise((resolve) => server.process.once('close', resolve))
  expect(code).toBe(1)
  expect(server.output()).toBe('')
  const lines = server.errors().trim().split('\n')
  expect(lines, server.errors()).toHaveLength(1)
  return lines[0] ?? ''
}

describe('the first start', () => {
  it('says where every screen is, and everything for a first look at the sample hall', async () => {
    const server = start({})
    const url = await addressOf(server)
    for (const path of ['/kiosk/', '/board/', '/counter/', '/console/', '/api/docs']) {
      expect(server.output()).toContain(`${url}${path}`)
    }
    expect(server.output()).toContain(join(folder, 'data'))
    expect(server.output()).toMatch(/one-time password [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/)
    const ask = asking(url)
    const pairingCode = /kiosk\/#pair=(\d{8})/.exec(server.output())?.[1]
    const { body } = await ask<PairedDevice>('POST', '/api/devices/pair', { pairingCode }, null)
    const issued = await ask<IssueReceipt>('POST', '/api/tickets', { serviceId: 'enquiry' }, body.deviceToken)
    expect(issued.status).toBe(201)
    const [, password] = /staff number 1001, PIN (\d+)/.exec(server.output()) ?? []
    expect((await ask('POST', '/api/session', { staffNumber: '1001', password }, null)).status).toBe(201)
  })

  it('that is cut off before the password was seen is begun again by the next one', async () => {
    const cutOff = start({})
    await expect.poll(() => cutOff.output(), { timeout: 15_000 }).toContain('Shunwei')
    await endServer(cutOff, 'SIGKILL')
    const next = start({})
    await addressOf(next)
    if (!cutOff.output().includes('Ctrl-C')) expect(next.output()).toMatch(/one-time password/)
    expect(`${cutOff.output()}${next.output()}`).toMatch(/PIN \d{6}/)
  })

  it('on a plan of its own gives no sample accounts away', async () => {
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(smallPlan))
    const server = start({ HALL_PLAN: join(folder, 'plan.json') })
    await addressOf(server)
    expect(server.output()).toContain('测试政务服务中心')
    expect(server.output()).toContain('staff number admin')
    expect(server.output()).not.toContain('1001')
  })
})

describe('a second start', () => {
  it('finds the data of the first, and shows no password again', async () => {
    const first = start({})
    const url = await addressOf(first)
    const pairingCode = /kiosk\/#pair=(\d{8})/.exec(first.output())?.[1]
    const { body } = await asking(url)<PairedDevice>('POST', '/api/devices/pair', { pairingCode }, null)
    const sent = { serviceId: 'enquiry' }
    const issued = await asking(url)<IssueReceipt>('POST', '/api/tickets', sent, body.deviceToken)
    expect(await endServer(first, 'SIGTERM')).toBe(0)
    expect(first.output()).toContain('Closed')
    const second = start({})
    const again = await addressOf(second)
    expect(second.output()).not.toContain('password')
    const { ticketId } = issued.body.ticket
    const found = await asking(again)('GET', `/api/tickets/${ticketId}`, undefined, body.deviceToken)
    expect(found.status).toBe(200)
  })

  it('is refused while the first still runs', async () => {
    await addressOf(start({}))
    expect(await sentenceOf({})).toMatch(/^Another server is using the data in /)
  })
})

describe('npm start', () => {
  it('is stopped cleanly by a SIGTERM, which npm keeps to itself', async () => {
    const environment = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') }
    const npm = spawn('npm', ['start'], { env: environment, cwd: join(import.meta.dirname, '../..') })
    let output = ''
    npm.stdout.on('data', (data: Buffer) => {
      output += data.toString()
    })
    await expect.poll(() => output, { timeout: 25_000 }).toContain('Ctrl-C')
    npm.kill('SIGTERM')
    await expect.poll(() => output, { timeout: 10_000 }).toContain('Closed')
  })
})

describe('a start that cannot be ends with one clear sentence', () => {
  it('an unknown HALL_ setting', async () => {
    expect(await sentenceOf({ HALL_PLANN: 'x' })).toMatch(/no setting HALL_PLANN/)
  })
  it('a port that is none', async () => {
    expect(await sentenceOf({ PORT: 'eighty' })).toMatch(/The setting PORT cannot be used/)
  })
  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    expect(await sentenceOf({ PORT: String(port) })).toMatch(new RegExp(`^Port ${port} is in use`))
    other.close()
  })
  it('a folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await sentenceOf({ DATA_DIR: join(folder, 'file', 'data') })).toMatch(/Set DATA_DIR/)
  })
  it('a plan that is missing, no JSON, or broken', async () => {
    const plan = join(folder, 'plan.json')
    expect(await sentenceOf({ HALL_PLAN: plan })).toMatch(/cannot be read/)
    writeFileSync(plan, '{')
    expect(await sentenceOf({ HALL_PLAN: plan })).toMatch(/not valid JSON/)
    const windows = [
      { ...smallPlan.windows[0], serviceIds: ['household', 'fishing'] },
      ...smallPlan.windows.slice(1),
    ]
    writeFileSync(plan, JSON.stringify({ ...smallPlan, windows }))
    expect(await sentenceOf({ HALL_PLAN: plan })).toMatch(
      /windows\.0\.serviceIds\.1: there is no service "fishing"/,
    )
  })
  it('data that is damaged', async () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'hall.db'), 'rubbish '.repeat(2_000))
    expect(await sentenceOf({})).toMatch(/is damaged/)
  })
})
