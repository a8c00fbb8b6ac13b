/** What the slip for missing papers says (一次性告知单): what to bring, the code for coming back, and until when. Pure. */
import type { Text } from '../../protocol/vocabulary.ts'
import type { SlipBlock } from './slip.ts'

export interface MissingPapersSlip {
  readonly ticketNumber: string
  readonly serviceName: Text
  readonly missing: readonly string[]
  /** Null: the service gives no right to come back without queueing. */
  readonly mayReturn: { readonly code: string; readonly untilDay: string } | null
  readonly header: Text
  readonly footer: Text
}

const text = (words: string, size: 1 | 2, bold: boolean): SlipBlock => ({
  kind: 'text',
  text: words,
  size,
  bold,
})
const gap: SlipBlock = { kind: 'feed', dots: 16 }
const rule: SlipBlock = { kind: 'rule' }

/** @returns the blocks of the slip in their order */
export function missingPapersContent(slip: MissingPapersSlip): SlipBlock[] {
  const { header, footer, serviceName, ticketNumber, missing, mayReturn } = slip
  return [
    text(header.zh, 1, true),
    text(header.en, 1, false),
    rule,
    text('补件告知单', 2, true),
    text('Papers to bring', 1, false),
    gap,
    text(`${ticketNumber} ${serviceName.zh}`, 1, true),
    text(serviceName.en, 1, false),
    rule,
    ...missing.map((paper, at) => text(`${at + 1}. ${paper}`, 1, true)),
    rule,
    ...(mayReturn === null ? [] : returnBlocks(mayReturn)),
    text(footer.zh, 1, false),
    text(footer.en, 1, false),
    { kind: 'cut' },
  ]
}

function returnBlocks({ code, untilDay }: { code: string; untilDay: string }): SlipBlock[] {
  return [
    text(`${untilDay} 前（含当天）凭码取号，不必重新排队：`, 1, false),
    text(`Until ${untilDay} this code gives you a place ahead:`, 1, false),
    gap,
    { kind: 'number', text: code },
    gap,
    { kind: 'qr', data: code },
    gap,
  ]
}
