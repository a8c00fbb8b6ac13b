/** The words of the product as the exports say them, Chinese first. */
import type { Grouping } from '../../protocol/reports.ts'
import type { Channel, TurnResult, VisitOutcome } from '../../protocol/vocabulary.ts'

export const groupingWords: Readonly<Record<Grouping, string>> = {
  service: '事项 service',
  department: '部门 department',
  window: '窗口 window',
  clerk: '窗口人员 clerk',
  hour: '时段 hour',
  day: '日期 day',
}

export const resultWords: Readonly<Record<TurnResult, string>> = {
  doneOnTheSpot: '当场办结 done on the spot',
  accepted: '已受理 accepted',
  papersMissing: '材料不全 papers missing',
  refused: '不予受理 refused',
  enquiry: '咨询 enquiry',
  transferred: '转移 transferred',
  noShow: '过号 no-show',
  cancelled: '取消 cancelled',
  closed: '日终关闭 closed at the end of the day',
}

export const outcomeWords: Readonly<Record<VisitOutcome, string>> = {
  served: '已办 served',
  noShow: '过号 no-show',
  cancelled: '取消 cancelled',
  closed: '日终关闭 closed at the end of the day',
}

export const channelWords: Readonly<Record<Channel, string>> = {
  kiosk: '取号机 kiosk',
  staff: '人工 staff',
}

export const neverCalled = { zh: '未叫号', en: 'never called' }
export const allTogether = { zh: '合计', en: 'total' }
