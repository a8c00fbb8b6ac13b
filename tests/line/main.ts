/**
 * `npm run order -- FILE…`: how often the recorded calls of a bank were those that our rule makes, with its head start
 * of 90 s, and for comparison with none and with one of twelve hours, which is priority always first. JSON last.
 */
import { readBank } from '../replay/bank.ts'
import { readCsv } from '../replay/csv.ts'
import { allDays } from '../replay/wish.ts'
import { type Agreement, type Order, orderOf } from './recorded-order.ts'

const headStarts = [
  { name: 'headStart', creditSeconds: 90 },
  { name: 'plainArrival', creditSeconds: 0 },
  { name: 'priorityFirst', creditSeconds: 43_200 },
]

const shares = [
  'all',
  'contested',
  'ordinary',
  'priority',
  'withinService',
  'withinServiceOrdinary',
  'withinServicePriority',
] as const

const say = (line: string) => process.stdout.write(`${line}\n`)
const share = ({ starts, agreed }: Agreement) => (starts === 0 ? null : Number((agreed / starts).toFixed(4)))
const shown = (agreement: Agreement) =>
  `${agreement.starts === 0 ? '–' : ((agreement.agreed / agreement.starts) * 100).toFixed(1)} % of ${agreement.starts}`

function describe(name: string, order: Order): void {
  say(`  ${name}: ${shown(order.all)} calls of somebody who had waited`)
  say(`    others waited too: ${shown(order.contested)}; ordinary ${shown(order.ordinary)}`)
  say(`    of priority ${shown(order.priority)}`)
  say(
    `    next of its own service: ${shown(order.withinService)}; ordinary ${shown(order.withinServiceOrdinary)}`,
  )
  say(`    of priority ${shown(order.withinServicePriority)}`)
  const why = Object.entries(order.reasons).map(([reason, times]) => `${reason} ${times}`)
  say(`    where not: ${why.join(', ')}; served at once while others waited ${order.servedAtOnce}`)
}

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('Say which recordings of the bank: npm run order -- FILE…\n')
  process.exitCode = 2
} else {
  const told = files.map((file) => {
    const recording = readBank(readCsv(file), allDays)
    say(`${file}: ${recording.days.length} days`)
    const orders = headStarts.map(({ name, creditSeconds }) => {
      const order = orderOf(recording, creditSeconds)
      describe(name, order)
      const agreed = Object.fromEntries(shares.map((key) => [key, share(order[key])]))
      return { name, creditSeconds, shares: agreed, ...order }
    })
    return { file, days: recording.days.length, orders }
  })
  say(JSON.stringify({ files: told }))
}
