/** Comma-separated files as the recordings use them: a header, quoted fields where needed, gzipped or not. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A line by the names of its header. */
export type Row = Readonly<Record<string, string>>

/**
 * @returns the lines after the header
 * @throws when a line has more or fewer fields than the header, or its quotes are broken
 */
export function parseCsv(text: string): Row[] {
  const [header, ...lines] = linesOf(text)
  if (header === undefined) throw new Error('the file is empty')
  return lines.map((fields, index) => {
    if (fields.length !== header.length) {
      throw new Error(`line ${index + 2} has ${fields.length} fields, the header ${header.length}`)
    }
    return Object.fromEntries(header.map((name, at) => [name, fields[at] ?? '']))
  })
}

/** As `parseCsv`, from a file; one that ends in `.gz` is unpacked. */
export function readCsv(file: string): Row[] {
  const bytes = readFileSync(file)
  return parseCsv((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
}

/** The field of that name. @throws when the file has no such column */
export function field(row: Row, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`there is no column "${name}"`)
  return value
}

/** One field and what ends it: a comma, the end of the line or of the text (RFC 4180). */
const fieldPattern = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y

function linesOf(text: string): string[][] {
  const lines: string[][] = []
  let fields: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length || fields.length > 0) {
    fieldPattern.lastIndex = at
    const match = fieldPattern.exec(text)
    if (match === null) throw new Error(`line ${lines.length + 1} has a quote in the wrong place`)
    const [whole, quoted, plain, separator] = match
    fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    at += whole.length
    if (separator === ',') continue
    lines.push(fields)
    fields = []
  }
  return lines
}
