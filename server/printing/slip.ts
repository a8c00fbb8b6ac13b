/** What a slip says, block by block from the top: Chinese first, short English beneath. Pure. */
import type { Plan } from '../../protocol/plan.ts'
import type { Text } from '../../protocol/vocabulary.ts'

/** The facts of one slip. */
export interface SlipTicket {
  readonly ticketNumber: string
  readonly serviceName: Text
  /** Those who stand before it at the moment the slip is asked for. */
  readonly peopleAhead: number
  readonly issuedAt: number
  readonly timeZone: string
  /** The areas and the windows that serve it; either list may be empty. */
  readonly areaNames: readonly Text[]
  readonly windowLabels: readonly string[]
  readonly priorityClass: Text | null
  /** Where the visitor's phone shows this ticket. */
  readonly phoneUrl: string
  readonly header: Text
  readonly footer: Text
  readonly missedCall: Plan['missedCall']
  /** How long one will wait; null: too little was measured to say. */
  readonly promise: { readonly medianMs: number; readonly boundMs: number } | null
  /** Whether this number was on paper before. */
  readonly reprint: boolean
}

export type SlipBlock =
  | { readonly kind: 'text'; readonly text: string; readonly size: 1 | 2; readonly bold: boolean }
  /** One centred line, as large as the paper allows. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'rule' }
  /** ASCII only. */
  | { readonly kind: 'qr'; readonly data: string }
  /** An empty stripe, in dots of 1/8 mm. */
  | { readonly kind: 'feed'; readonly dots: number }
  | { readonly kind: 'cut' }

/**
 * @returns the blocks of the slip in their order
 * @throws RangeError on an unknown time zone, TypeError on a `phoneUrl` that is none
 */
export function slipContent(ticket: SlipTicket): SlipBlock[] {
  return [
    strong(ticket.header.zh),
    plain(ticket.header.en),
    { kind: 'rule' },
    ...numberBlocks(ticket),
    { kind: 'rule' },
    ...waitBlocks(ticket),
    wideGap,
    // A host name in Chinese becomes the ASCII that a QR command can carry.
    { kind: 'qr', data: new URL(ticket.phoneUrl).href },
    wideGap,
    plain('扫码在手机上看进度'),
    plain('Scan to follow your place in the line'),
    { kind: 'rule' },
    ...missedCallBlocks(ticket.missedCall),
    gap,
    plain(ticket.footer.zh),
    plain(ticket.footer.en),
    { kind: 'cut' },
  ]
}

const gap: SlipBlock = { kind: 'feed', dots: 16 }
/** What a QR code needs around it. */
const wideGap: SlipBlock = { kind: 'feed', dots: 24 }
const plain = (text: string): SlipBlock => ({ kind: 'text', text, size: 1, bold: false })
const strong = (text: string): SlipBlock => ({ kind: 'text', text, size: 1, bold: true })
const large = (text: string): SlipBlock => ({ kind: 'text', text, size: 2, bold: true })

function numberBlocks(ticket: SlipTicket): SlipBlock[] {
  const { priorityClass, serviceName } = ticket
  return [
    ...(ticket.reprint ? [strong('补打 Reprint')] : []),
    gap,
    { kind: 'number', text: ticket.ticketNumber },
    gap,
    large(serviceName.zh),
    plain(serviceName.en),
    ...(priorityClass === null
      ? []
      : [gap, strong(`优先：${priorityClass.zh}`), plain(`Priority: ${priorityClass.en}`)]),
    gap,
    plain(`取号 Issued ${localMinute(ticket.issuedAt, ticket.timeZone)}`),
  ]
}

function waitBlocks({ peopleAhead, areaNames, windowLabels, promise }: SlipTicket): SlipBlock[] {
  const areasZh = areaNames.map((name) => name.zh).join('\n')
  const areasEn = areaNames.map((name) => name.en).join('\n')
  const windowsEn = `${windowLabels.length === 1 ? 'Window' : 'Windows'} ${windowLabels.join(', ')}`
  return [
    gap,
    large(peopleAhead === 0 ? '前面没有人，请留意叫号' : `您前面还有${peopleAhead}人`),
    plain(peopleAheadInEnglish(peopleAhead)),
    ...promiseBlocks(promise),
    ...(areaNames.length === 0 ? [] : [gap, strong(`等候区：${areasZh}`), plain(areasEn)]),
    ...(windowLabels.length === 0 ? [] : [gap, strong(`窗口：${windowLabels.join('、')}`), plain(windowsEn)]),
  ]
}

/** From the median to the bound that nine of ten waits stay under, in whole minutes. */
function promiseBlocks(promise: SlipTicket['promise']): SlipBlock[] {
  if (promise === null) return []
  const [median, bound] = [promise.medianMs, promise.boundMs].map((ms) => Math.ceil(ms / 60_000))
  if (bound === undefined || bound === 0) return []
  const range = median === bound ? `${bound}` : `${median}—${bound}`
  return [gap, strong(`约需等候${range}分钟`), plain(`About ${range} min to wait`)]
}

function peopleAheadInEnglish(peopleAhead: number): string {
  if (peopleAhead === 0) return 'Nobody ahead: please listen for your number'
  return peopleAhead === 1 ? '1 person ahead of you' : `${peopleAhead} people ahead of you`
}

function missedCallBlocks(rule: Plan['missedCall']): SlipBlock[] {
  return [...callBlocks(rule), ...rejoinBlocks(rule)]
}

function callBlocks({ callsBeforeNoShow, recallPauseSeconds }: Plan['missedCall']): SlipBlock[] {
  if (callsBeforeNoShow === 1) return []
  return [
    plain(`每号呼叫${callsBeforeNoShow}次，每次间隔${recallPauseSeconds}秒，未到即过号。`),
    plain(`Called ${callsBeforeNoShow} times, ${recallPauseSeconds} s apart, then missed.`),
  ]
}

function rejoinBlocks({ rejoinLimit, placesBack, graceMinutes }: Plan['missedCall']): SlipBlock[] {
  if (rejoinLimit === 0) {
    return [plain('过号须重新取号。'), plain('If you miss your call, please take a new ticket.')]
  }
  const placeZh = placesBack === 0 ? '' : `排在${placesBack}人之后，`
  const placeEn = placesBack === 0 ? '' : `, after ${placesBack} ${placesBack === 1 ? 'other' : 'others'}`
  const timesEn = rejoinLimit === 1 ? 'once' : `${rejoinLimit} times`
  return [
    plain(`过号后${graceMinutes}分钟内可以重新排队${rejoinLimit}次，${placeZh}号码不变。`),
    plain(`Missed your call? Rejoin ${timesEn} within ${graceMinutes} min${placeEn}.`),
  ]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-03-02 09:15` on the clocks of that time zone. */
function localMinute(at: number, timeZone: string): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}
