/** The reports as the OpenAPI document names them: they stream text, so they are a router and no operations. */
import { z } from 'zod'
import { summary, summaryQuery, turnPage, turnsQuery } from '../../protocol/reports.ts'
import type { DescribedOperation } from './openapi.ts'

const nothing = z.strictObject({})
const read = {
  method: 'get',
  who: ['supervisor', 'admin'],
  params: nothing,
  body: nothing,
  status: 200,
} as const

export const describedReports: readonly DescribedOperation[] = [
  {
    ...read,
    path: '/api/reports/summary',
    summary:
      'The measures of a range of days, by service, department, window, clerk, hour or day; JSON or CSV',
    query: summaryQuery,
    answer: summary,
  },
  {
    ...read,
    path: '/api/reports/turns',
    summary: 'The turns of a range of days: JSON a page at a time, CSV all of them',
    query: turnsQuery,
    answer: turnPage,
  },
]
