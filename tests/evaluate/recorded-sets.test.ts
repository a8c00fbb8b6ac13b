import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CannotBegin } from '../replay/wish.ts'
import { setsIn } from './recorded-sets.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, ...lines: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('the files named', () => {
  it('are known by their columns', () => {
    const bank = fileOf(
      'bank.csv',
      'call_id,customer,priority,service,entered,arrived,queued,wait_s,queue_exit,outcome,service_start,service_end,service_s,server',
      '1,7,2,PS,1999-01-01T07:43:47,1999-01-01T07:43:53,1,65,1999-01-01T07:44:58,served,1999-01-01T07:44:57,1999-01-01T07:46:23,86,M02',
      '2,8,0,IN,1999-01-01T07:43:48,1999-01-01T07:43:54,1,65,1999-01-01T07:44:59,served,1999-01-01T07:44:58,1999-01-01T07:46:24,86,M03',
    )
    const clinic = fileOf(
      'clinic.csv',
      'date,ticket,leg,service,counter,queued,started,ended,valid,remark',
      '2019-08-01,1,0,Ultrasound,Room 5,2019-08-01T08:00:00,2019-08-01T08:10:00,2019-08-01T08:25:00,Y,',
    )
    const sets = setsIn([clinic, bank]).map(({ name, joinings }) => [
      name,
      joinings.map(({ waitMs }) => waitMs / 1000),
    ])
    expect(sets).toEqual([
      ['bank', [65]],
      ['clinic', [600]],
    ])
  })

  it.each([
    ['are not there', 'nowhere.csv', 'cannot be read'],
    ['are something else', 'else.csv', 'none of the bank, Warsaw or the clinic'],
    ['are half of Warsaw', 'tickets.csv', 'name both files'],
  ])('are refused in a sentence when they %s', (_what, name, sentence) => {
    fileOf('else.csv', 'a,b', '1,2')
    fileOf('tickets.csv', 'office,called_est', 'UD_Wola,')
    expect(() => setsIn([join(folder, name)])).toThrow(CannotBegin)
    expect(() => setsIn([join(folder, name)])).toThrow(sentence)
  })
})

describe('npm run evaluate', () => {
  it('ends with 2 and a sentence when it cannot begin', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')])
    expect(status).toBe(2)
    expect(stderr.toString()).toBe('Say which recordings: npm run evaluate -- FILE…\n')
  })
})
