/** The summary: one pass over the turns of a range of days, one over its visits, a tally for each group. */
import type { Grouping, Summary } from '../../protocol/reports.ts'
import { nameOfKey, type ReportNames } from './names.ts'
import type { RecordReader } from './record-reader.ts'
import { Tally, type TurnMeasures, type VisitMeasures } from './tally.ts'

interface Question {
  readonly from: string
  readonly to: string
  readonly by: Grouping
}
type Keyed<Measures> = Measures & { key: string | number | null }

const turnKeys = {
  service: 'turn.serviceId',
  department: 'turn.departmentId',
  window: 'turn.windowId',
  clerk: 'turn.staffId',
  hour: 'turn.hour',
  day: 'turn.day',
} as const

/** The figures of each group and of all. A visit that had turns with two windows counts at both, and once in all. */
export function summarise(reader: RecordReader, names: ReportNames, { from, to, by }: Question): Summary {
  const groups = new Map<string | null, Tally>()
  const all = new Tally()
  reader.atOnce(() => {
    for (const row of turnsByKey(reader, { from, to, by })) {
      groupOf(groups, row.key).addTurn(row)
      all.addTurn(row)
    }
    const mayCountTwice = by === 'window' || by === 'clerk'
    for (const row of visitsByKey(reader, { from, to, by })) {
      groupOf(groups, row.key).addVisit(row)
      if (!mayCountTwice) all.addVisit(row)
    }
    if (mayCountTwice) for (const row of visitsOnce(reader, { from, to })) all.addVisit(row)
  })
  return {
    from,
    to,
    by,
    rows: [...groups.keys()].sort(nullLast).map((key) => ({
      key,
      name: nameOfKey(names, by, key),
      ...groupOf(groups, key).figures(all.serviceTimeMs),
    })),
    total: all.figures(all.serviceTimeMs),
  }
}

function groupOf(groups: Map<string | null, Tally>, key: string | number | null): Tally {
  const name = typeof key === 'number' ? String(key).padStart(2, '0') : key
  let tally = groups.get(name)
  if (tally === undefined) {
    tally = new Tally()
    groups.set(name, tally)
  }
  return tally
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

function turnsByKey({ tables, hallId, walk }: RecordReader, { from, to, by }: Question) {
  return walk<Keyed<TurnMeasures>>(
    tables
      .selectFrom('turn')
      .where('hallId', '=', hallId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .select(`${turnKeys[by]} as key`)
      .select([
        'waitMs',
        'walkMs',
        'serviceMs',
        'heldMs',
        'waitTargetMs',
        'calls',
        'result',
        'promisedMedianMs',
        'promisedBoundMs',
      ]),
  )
}

function visitsOnce({ tables, hallId, walk }: RecordReader, { from, to }: Pick<Question, 'from' | 'to'>) {
  return walk<VisitMeasures>(visitMeasures(tables, hallId, from, to))
}

function visitsByKey({ tables, hallId, walk }: RecordReader, { from, to, by }: Question) {
  const visits = visitMeasures(tables, hallId, from, to)
  switch (by) {
    case 'service':
      return walk<Keyed<VisitMeasures>>(visits.select('visit.serviceId as key'))
    case 'department':
      return walk<Keyed<VisitMeasures>>(visits.select('visit.departmentId as key'))
    case 'hour':
      return walk<Keyed<VisitMeasures>>(visits.select('visit.hour as key'))
    case 'day':
      return walk<Keyed<VisitMeasures>>(visits.select('visit.day as key'))
    case 'window':
    case 'clerk': {
      const place = turnKeys[by]
      return walk<Keyed<VisitMeasures>>(
        visits
          .innerJoin('turn', (join) =>
            join
              .onRef('turn.hallId', '=', 'visit.hallId')
              .onRef('turn.day', '=', 'visit.day')
              .onRef('turn.ticketId', '=', 'visit.ticketId'),
          )
          .select(`${place} as key`)
          .groupBy(['visit.hallId', 'visit.day', 'visit.ticketId', place]),
      )
    }
  }
}

function visitMeasures(tables: RecordReader['tables'], hallId: string, from: string, to: string) {
  return tables
    .selectFrom('visit')
    .where('visit.hallId', '=', hallId)
    .where('visit.day', '>=', from)
    .where('visit.day', '<=', to)
    .select([
      'visit.visitMs',
      'visit.waitMs',
      'visit.turns',
      'visit.rejoins',
      'visit.peopleAheadAtIssue',
      'visit.channel',
      'visit.priorityClassId',
      'visit.outcome',
    ])
}
