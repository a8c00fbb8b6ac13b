/** The CSV files open in a spreadsheet as they are meant: Chinese legible, nothing run, nothing shifted. */
import { expect, test } from 'vitest'
import { type Column, headerLine, rowLine } from '../../server/reports/csv.ts'
import { localTimeWriter } from '../../server/reports/local-time.ts'
import { openRecordReader } from '../../server/reports/record-reader.ts'
import { summarise } from '../../server/reports/summary.ts'
import { summaryCsv } from '../../server/reports/summary-csv.ts'
import { turnPageOf } from '../../server/reports/turn-page.ts'
import { turnsCsv } from '../../server/reports/turns-csv.ts'
import { knownNames, knownRecord } from './known-hall.ts'
import { hallId, RecordFile } from './record-file.ts'

const columns: Column<string | number | null>[] = [
  { title: '名称 name', cell: (value) => value },
  { title: 'next', cell: () => 'x' },
]

test.each([
  ['普通', '普通,x\r\n'],
  ['one, two', '"one, two",x\r\n'],
  ['say "A"', '"say ""A""",x\r\n'],
  ['two\nlines', '"two\nlines",x\r\n'],
  ['two\r\nlines', '"two\r\nlines",x\r\n'],
  ['', ',x\r\n'],
  [null, ',x\r\n'],
  [-1.5, '-1.5,x\r\n'],
  ['=1+1', "'=1+1,x\r\n"],
  ['+86', "'+86,x\r\n"],
  ['-1', "'-1,x\r\n"],
  ['@SUM(A1)', "'@SUM(A1),x\r\n"],
  ['\tx', "'\tx,x\r\n"],
  ['\rx', '"\'\rx",x\r\n'],
  ['＝1+1', "'＝1+1,x\r\n"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")",x\r\n'],
  ['a=1', 'a=1,x\r\n'],
])('the cell %j', (value, line) => {
  expect(headerLine(columns) + rowLine(columns, value)).toBe(`名称 name,next\r\n${line}`)
})

test('the turns of Monday, to the letter', async () => {
  using record = await new RecordFile().store(knownRecord)
  const reader = openRecordReader(record.file, hallId)
  const monday = { from: '2026-03-02', to: '2026-03-02', limit: 2, after: undefined }
  const { rows } = turnPageOf(reader, knownNames, monday)
  reader.close()
  const head = [
    '\u{feff}日期 day,号码 ticket number,轮次 turn,渠道 channel,优先类别 priority class',
    '事项 service,事项名称 service (zh),事项名称 service (en)',
    '部门 department,部门名称 department (zh),部门名称 department (en)',
    '窗口 window,窗口名称 window (zh),窗口名称 window (en),窗口人员 clerk,姓名 clerk (zh),姓名 clerk (en)',
    '排队 queued (Asia/Shanghai),叫号 called (Asia/Shanghai),开始 started (Asia/Shanghai),结束 ended (Asia/Shanghai)',
    '叫号次数 calls,等候（秒） wait (s),到窗（秒） walk (s),办理（秒） service (s),挂起（秒） held (s)',
    '等候目标（秒） wait target (s),承诺中位（秒） promised median (s),承诺上限（秒） promised bound (s),结果 result,号票 ticket\r\n',
  ].join(',')
  const first = [
    '2026-03-02,A001,1,取号机 kiosk,,household,户口登记,Household register,police,公安局,Police',
    'w1,"1号窗口 ""综合"", 户政","Window 1\nPolice",c1,"\'=HYPERLINK(""x"")",\'@c1',
    '2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 09:11:00,2026-03-02 09:20:00',
    '1,600,60,540,0,900,,,当场办结 done on the spot,t1\r\n',
  ].join(',')
  const second = [
    '2026-03-02,B001,1,人工 staff,elderly,identity,,,police,公安局,Police,w2,,,c2,,',
    '2026-03-02 09:30:00,2026-03-02 09:50:00,2026-03-02 09:52:00,2026-03-02 10:00:00',
    '2,1200,120,300,180,900,,,转移 transferred,t2\r\n',
  ].join(',')
  expect(turnsCsv(rows, 'Asia/Shanghai', true)).toBe(head + first + second)
  expect(turnsCsv(rows, 'Asia/Shanghai', false)).toBe(first + second)
})

test('the summary by window: a line each, those never called, and the total last', async () => {
  using record = await new RecordFile().store(knownRecord)
  const reader = openRecordReader(record.file, hallId)
  const text = summaryCsv(
    summarise(reader, knownNames, { from: '2026-03-02', to: '2026-03-03', by: 'window' }),
  )
  reader.close()
  const lines = text.split('\r\n')
  const head = '\u{feff}窗口 window,名称 name (zh),名称 name (en),轮次 turns,到访 visits,等候 wait: 数 count,'
  expect(lines[0]?.startsWith(head)).toBe(true)
  expect(lines[1]).toBe(
    [
      'w1,"1号窗口 ""综合"", 户政","Window 1\nPolice",3,2,3,1000,600,1800,1800,1800,0.6667',
      '0,,,,',
      '2,60,60,60,60,60,2,390,240,540,540,540,0,,,,,,2,2250,1200,3300,3300,3300,2,1500,600,2400,2400,2400',
      '0.4643,5,1.6667,1,0,1,0,0,0,1,0,0,2,0,0,0,2,0,0.3333,0,0,0,0.5,1.5,0.5,0.5,0,0.5',
    ].join(','),
  )
  expect(lines[4]?.startsWith(',未叫号,never called,2,2,0,,,,,,,')).toBe(true)
  expect(lines[5]?.startsWith(',合计,total,8,6,6,800,600,1800,1800,1800,0.6667,')).toBe(true)
  expect(lines.slice(6)).toEqual([''])
  const widths = [0, 2, 3, 4, 5].map((index) => lines[index]?.split(',').length)
  expect(new Set(widths).size).toBe(1)
})

test.each([
  ['Asia/Shanghai', '2026-03-02T01:15:30.999Z', '2026-03-02 09:15:30'],
  ['Asia/Shanghai', '2026-03-02T16:00:00Z', '2026-03-03 00:00:00'],
  ['Asia/Kathmandu', '2026-03-02T01:14:59Z', '2026-03-02 06:59:59'],
  ['Europe/Warsaw', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59'],
  ['Europe/Warsaw', '2026-03-29T01:00:00Z', '2026-03-29 03:00:00'],
  ['Europe/Warsaw', '2026-10-25T01:30:00Z', '2026-10-25 02:30:00'],
])('the wall clock of %s at %s', (timeZone, instant, shown) => {
  expect(localTimeWriter(timeZone)(Date.parse(instant))).toBe(shown)
})
