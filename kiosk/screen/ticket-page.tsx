/** The number that was taken, or that is in the line again: large, with where to go and how to keep it. */
import { type CSSProperties, useEffect } from 'react'
import type { WaitRange } from '../../protocol/views.ts'
import type { StandingRule, Text } from '../../protocol/vocabulary.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { waitRangeText } from '../../ui/wait-range.ts'
import { QrCode } from '../../ui/widgets/qr-code.tsx'
import { windowLabelsText } from '../../ui/window-labels.ts'
import { Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import { type Slip, useSlip } from './use-slip.ts'

export interface ShownTicket {
  ticketId: string
  ticketNumber: string
  /** For the phone; null for a ticket that rejoined, whose slip the visitor has. */
  token: string | null
  peopleAhead: number
  /** How long it was promised to wait; null where nothing was. */
  promised: WaitRange
  rule: StandingRule
  serviceName: Text
  /** Where the visit goes after this service. */
  stops: readonly Text[]
  areaNames: readonly Text[]
  windowLabels: readonly string[]
}

export function TicketPage(props: Common & { ticket: ShownTicket; phoneUrl: string }) {
  const { ticket } = props
  const t = useT()
  const { language } = useLanguage()
  return (
    <Frame
      title={t(ticket.token === null ? 'rejoined' : 'yourNumber')}
      head={
        <p className="number-hero" style={{ '--characters': ticket.ticketNumber.length } as CSSProperties}>
          {ticket.ticketNumber}
        </p>
      }
      foot={
        <>
          <span className="seconds-left">{t('homeIn', { count: props.secondsLeft })}</span>
          <span className="foot-end">
            <button type="button" className="key key-main" onClick={props.goHome}>
              {t('done')}
            </button>
          </span>
        </>
      }
    >
      <div className="ticket-facts">
        <p className="ticket-service">{pick(ticket.serviceName, language)}</p>
        <Then stops={ticket.stops} />
        <Ahead peopleAhead={ticket.peopleAhead} />
        <Promised ticket={ticket} />
        <Where ticket={ticket} />
        <p className="ticket-listen">{t('listen')}</p>
      </div>
      {ticket.token !== null && (
        <figure className="ticket-qr">
          <QrCode
            text={`${props.phoneUrl}/t/${ticket.token}`}
            label={t('scanAlt', { number: ticket.ticketNumber })}
          />
          <figcaption>{t('scan')}</figcaption>
        </figure>
      )}
      {ticket.token !== null && <SlipNotice {...props} />}
    </Frame>
  )
}

function Ahead({ peopleAhead }: { peopleAhead: number }) {
  const t = useT()
  if (peopleAhead === 0) return <p className="ticket-ahead">{t('nextUp')}</p>
  return (
    <p className="ticket-ahead">
      {t('ahead')} <b>{t('people', { count: peopleAhead })}</b>
    </p>
  )
}

/** How long it may take, and by which right it is not the order of arrival. */
function Promised({ ticket: { promised, rule } }: { ticket: ShownTicket }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <>
      {promised !== null && <p className="ticket-promise">{waitRangeText(promised, language)}</p>}
      {(rule === 'appointment' || rule === 'return' || rule === 'carried') && <p>{t(`rule_${rule}`)}</p>}
    </>
  )
}

function Then({ stops }: { stops: readonly Text[] }) {
  const t = useT()
  const { language } = useLanguage()
  if (stops.length === 0) return null
  const comma = language === 'zh' ? '、' : ', '
  return <p>{t('afterThis', { names: stops.map((name) => pick(name, language)).join(comma) })}</p>
}

function Where({ ticket }: { ticket: ShownTicket }) {
  const t = useT()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  return (
    <p className="ticket-where">
      <b>{t('windows', { labels: windowLabelsText(ticket.windowLabels, language) })}</b>{' '}
      <span>{ticket.areaNames.map((name) => pick(name, language)).join(comma)}</span>
    </p>
  )
}

/** Says what the paper does, and gives the visitor the whole time again when there will be none. */
function SlipNotice(props: Common & { ticket: ShownTicket; phoneUrl: string }) {
  const t = useT()
  const { api, ticket, giveMoreTime } = props
  const slip = useSlip(api, ticket.ticketId)
  const noPaper = slip.state === 'failed' || slip.state === 'slow'
  useEffect(() => {
    if (noPaper) giveMoreTime()
  }, [noPaper, giveMoreTime])
  return (
    <p className={`slip slip-${slip.state}`} role="status">
      {slipSentence(slip, ticket.ticketNumber, t)}
    </p>
  )
}

function slipSentence(slip: Slip, number: string, t: ReturnType<typeof useT>): string {
  if (slip.state === 'failed') return t('slipFailed', { fault: t(`fault_${slip.fault}`), number })
  if (slip.state === 'slow') return t('slipSlow', { number })
  return t(slip.state === 'printed' ? 'slipPrinted' : slip.state === 'none' ? 'slipNone' : 'slipRequested')
}
