/** CSV as RFC 4180 has it, for the spreadsheets of the hall. */

/** Excel takes UTF-8 for the system's own code page, and shows Chinese as noise, unless a file begins with this. */
export const byteOrderMark = '\u{feff}'

/**
 * What a spreadsheet takes for a formula when a cell begins with it, full-width signs as well, because a name could
 * so run a command on the reader's machine (CWE-1236; OWASP, CSV Injection).
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** A column: what stands above it, and what it shows of a row; null is an empty cell. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => string | number | null
}

/** The header line with its line end. */
export function headerLine<Row>(columns: readonly Column<Row>[]): string {
  return line(columns.map(({ title }) => title))
}

/** A row's line with its line end. */
export function rowLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return line(columns.map(({ cell }) => cell(row)))
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

function written(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Milliseconds as seconds, to the tenth. */
export function secondsOf(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 100) / 10
}

/** A share or a mean, to four places. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000
}
