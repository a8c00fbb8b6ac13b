/** The turns as CSV: durations in seconds, instants by the hall's wall clock. */
import type { ReportedTurn } from '../../protocol/reports.ts'
import { byteOrderMark, type Column, headerLine, rowLine, secondsOf } from './csv.ts'
import { localTimeWriter } from './local-time.ts'
import { channelWords, resultWords } from './words.ts'

/**
 * A part of the file: its head with the first rows, or more rows.
 * @param timeZone the hall's
 */
export function turnsCsv(rows: readonly ReportedTurn[], timeZone: string, withHead: boolean): string {
  const columns = columnsOf(timeZone)
  const lines = rows.map((row) => rowLine(columns, row))
  return (withHead ? [byteOrderMark, headerLine(columns), ...lines] : lines).join('')
}

function columnsOf(timeZone: string): Column<ReportedTurn>[] {
  const localTime = localTimeWriter(timeZone)
  const timeOf = (at: number | null): string | null => (at === null ? null : localTime(at))
  return [
    { title: '日期 day', cell: (row) => row.day },
    { title: '号码 ticket number', cell: (row) => row.ticketNumber },
    { title: '轮次 turn', cell: (row) => row.turnNo },
    { title: '渠道 channel', cell: (row) => channelWords[row.channel] },
    { title: '优先类别 priority class', cell: (row) => row.priorityClassId },
    { title: '事项 service', cell: (row) => row.serviceId },
    { title: '事项名称 service (zh)', cell: (row) => row.serviceName?.zh ?? null },
    { title: '事项名称 service (en)', cell: (row) => row.serviceName?.en ?? null },
    { title: '部门 department', cell: (row) => row.departmentId },
    { title: '部门名称 department (zh)', cell: (row) => row.departmentName?.zh ?? null },
    { title: '部门名称 department (en)', cell: (row) => row.departmentName?.en ?? null },
    { title: '窗口 window', cell: (row) => row.windowId },
    { title: '窗口名称 window (zh)', cell: (row) => row.windowName?.zh ?? null },
    { title: '窗口名称 window (en)', cell: (row) => row.windowName?.en ?? null },
    { title: '窗口人员 clerk', cell: (row) => row.staffId },
    { title: '姓名 clerk (zh)', cell: (row) => row.staffName?.zh ?? null },
    { title: '姓名 clerk (en)', cell: (row) => row.staffName?.en ?? null },
    { title: `排队 queued (${timeZone})`, cell: (row) => timeOf(row.queuedAt) },
    { title: `叫号 called (${timeZone})`, cell: (row) => timeOf(row.calledAt) },
    { title: `开始 started (${timeZone})`, cell: (row) => timeOf(row.startedAt) },
    { title: `结束 ended (${timeZone})`, cell: (row) => timeOf(row.endedAt) },
    { title: '叫号次数 calls', cell: (row) => row.calls },
    { title: '等候（秒） wait (s)', cell: (row) => secondsOf(row.waitMs) },
    { title: '到窗（秒） walk (s)', cell: (row) => secondsOf(row.walkMs) },
    { title: '办理（秒） service (s)', cell: (row) => secondsOf(row.serviceMs) },
    { title: '挂起（秒） held (s)', cell: (row) => secondsOf(row.heldMs) },
    { title: '等候目标（秒） wait target (s)', cell: (row) => secondsOf(row.waitTargetMs) },
    { title: '承诺中位（秒） promised median (s)', cell: (row) => secondsOf(row.promisedMedianMs) },
    { title: '承诺上限（秒） promised bound (s)', cell: (row) => secondsOf(row.promisedBoundMs) },
    { title: '结果 result', cell: (row) => resultWords[row.result] },
    { title: '号票 ticket', cell: (row) => row.ticketId },
  ]
}
