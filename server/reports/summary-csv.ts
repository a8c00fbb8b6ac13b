/** The summary as CSV: a line a group, the total last. Durations in seconds, shares between 0 and 1. */
import type { Figures, Grouping, Spread, Summary } from '../../protocol/reports.ts'
import {
  channels,
  type Text,
  type TurnResult,
  turnResults,
  type VisitOutcome,
  visitOutcomes,
} from '../../protocol/vocabulary.ts'
import { byteOrderMark, type Column, headerLine, rounded, rowLine, secondsOf } from './csv.ts'
import { allTogether, channelWords, groupingWords, neverCalled, outcomeWords, resultWords } from './words.ts'

type Row = Figures & { key: string | null; name: Text | null }

/** The whole text of the file. */
export function summaryCsv({ by, rows, total }: Summary): string {
  const columns = columnsOf(by)
  const groups: Row[] = rows.map((row) => (row.key === null ? { ...row, name: neverCalled } : row))
  const last: Row = { ...total, key: null, name: allTogether }
  const lines = [...groups, last].map((row) => rowLine(columns, row))
  return [byteOrderMark, headerLine(columns), ...lines].join('')
}

function columnsOf(by: Grouping): Column<Row>[] {
  return [
    { title: groupingWords[by], cell: (row) => row.key },
    { title: '名称 name (zh)', cell: (row) => row.name?.zh ?? null },
    { title: '名称 name (en)', cell: (row) => row.name?.en ?? null },
    { title: '轮次 turns', cell: (row) => row.turns },
    { title: '到访 visits', cell: (row) => row.visits },
    ...spreadColumns('等候 wait', (row) => row.waitMs),
    { title: '达标等候占比 waits within target', cell: (row) => rounded(row.waitMs.withinTargetShare) },
    { title: '有承诺的等候 promised waits', cell: (row) => row.promise.count },
    { title: '承诺内占比 waits inside the promise', cell: (row) => rounded(row.promise.insideShare) },
    {
      title: '不超过承诺中位占比 waits under the promised median',
      cell: (row) => rounded(row.promise.underMedianShare),
    },
    {
      title: '承诺平均偏差（秒） mean error of the promise (s)',
      cell: (row) => secondsOf(row.promise.meanErrorMs),
    },
    {
      title: '承诺平均绝对偏差（秒） mean absolute error of the promise (s)',
      cell: (row) => secondsOf(row.promise.meanAbsoluteErrorMs),
    },
    ...spreadColumns('到窗 walk', (row) => row.walkMs),
    ...spreadColumns('办理 service', (row) => row.serviceMs),
    ...spreadColumns('挂起 held', (row) => row.heldMs),
    ...spreadColumns('到访全程 visit', (row) => row.visitMs),
    ...spreadColumns('到访总等候 waits of a visit', (row) => row.visitWaitMs),
    { title: '办理时间占比 share of service time', cell: (row) => rounded(row.serviceTimeShare) },
    { title: '叫号次数 calls', cell: (row) => row.calls },
    { title: '每轮叫号次数 calls per called turn', cell: (row) => rounded(row.callsPerCalledTurn) },
    ...turnResults.map((result) => resultColumn(result)),
    ...visitOutcomes.map((outcome) => outcomeColumn(outcome)),
    ...channels.map((channel) => ({
      title: `到访：${channelWords[channel]}`,
      cell: (row: Row) => row.channels[channel],
    })),
    { title: '过号占比 no-show share', cell: (row) => rounded(row.noShowShare) },
    { title: '取消占比 cancelled share', cell: (row) => rounded(row.cancelledShare) },
    { title: '日终关闭占比 left-over share', cell: (row) => rounded(row.leftOverShare) },
    { title: '转移占比 transferred share', cell: (row) => rounded(row.transferredShare) },
    { title: '当场办结占比 done-on-the-spot share', cell: (row) => rounded(row.doneOnTheSpotShare) },
    { title: '每次到访轮次 turns per visit', cell: (row) => rounded(row.turnsPerVisit) },
    { title: '一轮办成占比 served in one turn', cell: (row) => rounded(row.oneTurnShare) },
    { title: '过号重排占比 rejoined share', cell: (row) => rounded(row.rejoinShare) },
    { title: '优先占比 priority share', cell: (row) => rounded(row.priorityShare) },
    { title: '取号时前面人数均值 mean people ahead', cell: (row) => rounded(row.peopleAheadMean) },
  ]
}

function resultColumn(result: TurnResult): Column<Row> {
  return { title: `轮次：${resultWords[result]}`, cell: (row) => row.results[result] }
}

function outcomeColumn(outcome: VisitOutcome): Column<Row> {
  return { title: `到访：${outcomeWords[outcome]}`, cell: (row) => row.outcomes[outcome] }
}

function spreadColumns(what: string, spreadOf: (row: Row) => Spread): Column<Row>[] {
  return [
    { title: `${what}: 数 count`, cell: (row) => spreadOf(row).count },
    { title: `${what}: 均值（秒） mean (s)`, cell: (row) => secondsOf(spreadOf(row).mean) },
    { title: `${what}: P50（秒） p50 (s)`, cell: (row) => secondsOf(spreadOf(row).p50) },
    { title: `${what}: P90（秒） p90 (s)`, cell: (row) => secondsOf(spreadOf(row).p90) },
    { title: `${what}: P95（秒） p95 (s)`, cell: (row) => secondsOf(spreadOf(row).p95) },
    { title: `${what}: 最长（秒） longest (s)`, cell: (row) => secondsOf(spreadOf(row).longest) },
  ]
}
