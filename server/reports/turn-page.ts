/** The turns of a range of days, a page at a time, in the order in which they were queued. */
import type { ReportedTurn } from '../../protocol/reports.ts'
import type { TurnRow } from '../domain/record.ts'
import type { ReportNames } from './names.ts'
import type { RecordReader } from './record-reader.ts'

interface Question {
  readonly from: string
  readonly to: string
  readonly limit: number
  /** The `next` of the page before; undefined for the first one. */
  readonly after: string | undefined
}

/** `next` is null on the last page. What is recorded between two pages comes in its place or not at all. */
export function turnPageOf(
  reader: RecordReader,
  names: ReportNames,
  { from, to, limit, after }: Question,
): { rows: ReportedTurn[]; next: string | null } {
  const place = after === undefined ? null : placeOf(after)
  const query = reader.tables
    .selectFrom('turn')
    .selectAll()
    .where('hallId', '=', reader.hallId)
    .where('day', '>=', place !== null && place.day > from ? place.day : from)
    .where('day', '<=', to)
    .$if(place !== null, (turns) =>
      turns.where((columns) =>
        columns(
          columns.refTuple('day', 'queuedAt', 'ticketId', 'turnNo'),
          '>',
          columns.tuple(place?.day ?? '', place?.queuedAt ?? 0, place?.ticketId ?? '', place?.turnNo ?? 0),
        ),
      ),
    )
    .orderBy('day')
    .orderBy('queuedAt')
    .orderBy('ticketId')
    .orderBy('turnNo')
    .limit(limit + 1)
  const rows = [...reader.walk<TurnRow>(query)]
  const hasMore = rows.length > limit
  if (hasMore) rows.pop()
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => reported(row, names)),
    next: hasMore && last !== undefined ? cursorOf(last) : null,
  }
}

type Place = Pick<TurnRow, 'day' | 'queuedAt' | 'ticketId' | 'turnNo'>

function cursorOf({ day, queuedAt, ticketId, turnNo }: Place): string {
  return [day, queuedAt, ticketId, turnNo].join('_')
}

function placeOf(cursor: string): Place {
  const [day = '', queuedAt, ticketId = '', turnNo] = cursor.split('_')
  return { day, queuedAt: Number(queuedAt), ticketId, turnNo: Number(turnNo) }
}

function reported({ hallId: _, lineFacts: __, ...row }: TurnRow, names: ReportNames): ReportedTurn {
  return {
    ...row,
    serviceName: names.services.get(row.serviceId) ?? null,
    departmentName: names.departments.get(row.departmentId) ?? null,
    windowName: row.windowId === null ? null : (names.windows.get(row.windowId) ?? null),
    staffName: row.staffId === null ? null : (names.staff.get(row.staffId) ?? null),
  }
}
