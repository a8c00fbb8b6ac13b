/**
 * A line: those who wait for the same thing, in the order of their standing. Equal standings keep the order
 * in which they joined (the `seq` of the event that put them there). A sorted array: finding a place is
 * logarithmic, and moving a thousand entries is a fraction of a microsecond.
 */
export interface Place {
  readonly ticketId: string
  readonly standing: number
  readonly joinedSeq: number
}
export type Line = Place[]

/** Negative when `a` stands before `b`: the one order of the hall (design section 4). */
export function compareStanding(a: Place, b: Place): number {
  return a.standing - b.standing || a.joinedSeq - b.joinedSeq
}

/** How many in the line stand before `place`, whether or not it is in the line itself. */
export function peopleBefore(line: Line, place: Place): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = line[middle]
    if (entry !== undefined && compareStanding(entry, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export function joinLine(line: Line, place: Place): void {
  const at = peopleBefore(line, place)
  // Most come last, and a push moves nobody.
  if (at === line.length) line.push(place)
  else line.splice(at, 0, place)
}

/** @throws an assertion (a bug) when the place is not in the line. */
export function leaveLine(line: Line, place: Place): void {
  const at = peopleBefore(line, place)
  if (line[at]?.ticketId !== place.ticketId) throw new Error(`${place.ticketId} is not in its line`)
  line.splice(at, 1)
}
