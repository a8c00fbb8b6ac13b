/** The columns of the summary: what is measured, and how it is written. */
import type { TableColumnsType } from 'antd'
import type { Figures } from '../../protocol/reports.ts'
import { useT } from '../texts.ts'
import { minutesText, shareText } from './figures-text.ts'

export type SummaryRow = Figures & { id: string; title: string }
type Column = TableColumnsType<SummaryRow>[number]

/** @param groups what the rows are: services, windows … */
export function useSummaryColumns(groups: string): TableColumnsType<SummaryRow> {
  const t = useT()
  const column = (title: string, write: (row: SummaryRow) => string | number): Column => ({
    title,
    key: title,
    align: 'right',
    render: (_, row) => write(row),
  })
  const group = (title: string, children: Column[]): Column => ({ title, key: title, children })
  return [
    { title: groups, key: 'title', dataIndex: 'title', className: 'strong summary-title' },
    column(t('turns'), (row) => row.turns),
    column(t('visits'), (row) => row.visits),
    group(t('waitMin'), [
      column(t('mean'), ({ waitMs }) => minutesText(waitMs.mean)),
      column(t('p50'), ({ waitMs }) => minutesText(waitMs.p50)),
      column(t('p90'), ({ waitMs }) => minutesText(waitMs.p90)),
      column(t('p95'), ({ waitMs }) => minutesText(waitMs.p95)),
      column(t('longest'), ({ waitMs }) => minutesText(waitMs.longest)),
      column(t('withinTarget'), ({ waitMs }) => shareText(waitMs.withinTargetShare)),
    ]),
    group(t('walkMin'), [
      column(t('mean'), ({ walkMs }) => minutesText(walkMs.mean)),
      column(t('p90'), ({ walkMs }) => minutesText(walkMs.p90)),
    ]),
    group(t('serviceMin'), [
      column(t('mean'), ({ serviceMs }) => minutesText(serviceMs.mean)),
      column(t('p50'), ({ serviceMs }) => minutesText(serviceMs.p50)),
      column(t('p90'), ({ serviceMs }) => minutesText(serviceMs.p90)),
      column(t('longest'), ({ serviceMs }) => minutesText(serviceMs.longest)),
    ]),
    group(t('shares'), [
      column(t('noShowShare'), (row) => shareText(row.noShowShare)),
      column(t('cancelledShare'), (row) => shareText(row.cancelledShare)),
      column(t('leftOverShare'), (row) => shareText(row.leftOverShare)),
      column(t('doneOnTheSpotShare'), (row) => shareText(row.doneOnTheSpotShare)),
    ]),
    group(t('channels'), [
      column(t('byKiosk'), ({ channels }) => channels.kiosk ?? 0),
      column(t('byStaff'), ({ channels }) => channels.staff ?? 0),
    ]),
  ]
}
