import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { field, parseCsv, readCsv } from './csv.ts'

describe('a comma-separated file', () => {
  it('is read by its header, empty fields and a missing last line end included', () => {
    expect(parseCsv('a,b,c\n1,,3\n,,')).toEqual([
      { a: '1', b: '', c: '3' },
      { a: '', b: '', c: '' },
    ])
  })

  it('may hold commas, quotes and line ends in quotes, a byte order mark and Windows line ends', () => {
    expect(parseCsv('\uFEFFname,n\r\n"Kancelaria, ""A""\nB",4\r\n')).toEqual([
      { name: 'Kancelaria, "A"\nB', n: '4' },
    ])
  })

  it('is refused where a line is too short or a quote is in the wrong place', () => {
    expect(() => parseCsv('a,b\n1,2\n3\n')).toThrow('line 3 has 1 fields, the header 2')
    expect(() => parseCsv('a\n"1"2\n')).toThrow('line 2 has a quote in the wrong place')
    expect(() => parseCsv('')).toThrow('empty')
    expect(() => field({ a: '1' }, 'b')).toThrow('no column "b"')
  })

  it('is unpacked when it is gzipped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shunwei-csv-'))
    const file = join(folder, 'a.csv.gz')
    writeFileSync(file, gzipSync('a\nż\n'))
    expect(readCsv(file)).toEqual([{ a: 'ż' }])
    rmSync(folder, { recursive: true })
  })
})
