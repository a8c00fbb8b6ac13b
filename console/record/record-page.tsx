/** The record of any days: the summary by service, department, window, clerk, hour or day, and its files. */
import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { type Grouping, groupings, type Summary } from '../../protocol/reports.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'
import { useAnswer } from '../use-answer.ts'
import { downloadAnswer } from './download-answer.ts'
import { useSummaryColumns } from './summary-columns.tsx'

const groupingWords = {
  service: 'byService',
  department: 'department',
  window: 'window',
  clerk: 'clerk',
  hour: 'hour',
  day: 'day',
} as const

/** @param props.today the hall's own day, null until it is known */
export function RecordPage(props: { api: Api; sessionToken: string; today: string | null }) {
  const { api, sessionToken, today } = props
  const t = useT()
  const [range, setRange] = useState<{ from: string; to: string } | null>(null)
  const [by, setBy] = useState<Grouping>('service')
  const [failure, setFailure] = useState<unknown>(null)
  const from = range?.from ?? today ?? ''
  const to = range?.to ?? today ?? ''
  const query = `from=${from}&to=${to}`
  const isBackwards = from !== '' && to !== '' && from > to
  const isAskable = from !== '' && to !== '' && !isBackwards
  const path = isAskable ? `/api/reports/summary?${query}&by=${by}` : null
  const { answer, failure: notAnswered } = useAnswer<Summary>(api, path, null)
  const download = async (report: string, fileName: string) => {
    setFailure(null)
    await downloadAnswer(`/api/reports/${report}&format=csv`, sessionToken, fileName).catch(setFailure)
  }
  return (
    <>
      <div className="record-question">
        <label htmlFor="record-from">
          {t('from')}
          <Input
            id="record-from"
            type="date"
            value={from}
            onChange={(event) => setRange({ from: event.target.value, to })}
          />
        </label>
        <label htmlFor="record-to">
          {t('to')}
          <Input
            id="record-to"
            type="date"
            value={to}
            onChange={(event) => setRange({ from, to: event.target.value })}
          />
        </label>
        <span className="record-by">
          {t('by')}
          <Select
            aria-label={t('by')}
            value={by}
            onChange={setBy}
            options={groupings.map((value) => ({ value, label: t(groupingWords[value]) }))}
          />
        </span>
        <span className="record-files">
          <Button
            disabled={!isAskable}
            onClick={() => void download(`summary?${query}&by=${by}`, `summary-by-${by}-${from}-${to}.csv`)}
          >
            {t('summaryCsv')}
          </Button>
          <Button
            disabled={!isAskable}
            onClick={() => void download(`turns?${query}`, `turns-${from}-${to}.csv`)}
          >
            {t('turnsCsv')}
          </Button>
        </span>
      </div>
      {isBackwards ? (
        <p className="failure" role="alert">
          {t('backwards')}
        </p>
      ) : (
        <Failure of={failure ?? notAnswered} />
      )}
      {answer !== null && notAnswered === null && isAskable && <SummaryTable summary={answer} />}
      <p className="quiet">{t('recordHint')}</p>
    </>
  )
}

function SummaryTable({ summary }: { summary: Summary }) {
  const t = useT()
  const { language } = useLanguage()
  const columns = useSummaryColumns(t(groupingWords[summary.by]))
  const rows = summary.rows.map((row) => ({
    ...row,
    id: row.key ?? '',
    title: row.name?.[language] ?? hourText(summary.by, row.key) ?? t('nobody'),
  }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="summary" aria-label={t('record')} tabIndex={0}>
      <Table
        rowKey="id"
        size="small"
        bordered
        pagination={false}
        dataSource={rows.length === 0 ? [] : [...rows, { ...summary.total, id: 'total', title: t('total') }]}
        rowClassName={({ id }) => (id === 'total' ? 'summary-total' : '')}
        locale={{ emptyText: t('noRecord') }}
        columns={columns}
      />
    </section>
  )
}

function hourText(by: Grouping, key: string | null): string | null {
  return by === 'hour' && key !== null ? `${key}:00` : key
}
