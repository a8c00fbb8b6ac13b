/** Back into the line after a missed call: the number, typed with large keys. */
import { useCallback, useEffect, useState } from 'react'
import type { KioskView, Receipt, TicketView } from '../../protocol/views.ts'
import { type Api, makeIdempotencyKey, ProblemError, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { BackKeys, Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import type { ShownTicket } from './ticket-page.tsx'

const longestNumber = 7
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

export function RejoinPage(props: Common & { view: KioskView }) {
  const t = useT()
  const { language } = useLanguage()
  const [entered, press] = useEntry()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [idempotencyKey, setIdempotencyKey] = useState(makeIdempotencyKey)
  const complete = /^[A-Z]{1,2}\d{3,5}$/.test(entered)
  const send = () => {
    setBusy(true)
    rejoin(props.api, entered, idempotencyKey)
      .then((ticket) => props.go({ name: 'ticket', ticket }))
      .catch((error: unknown) => {
        setFailure(error)
        if (error instanceof ProblemError) setIdempotencyKey(makeIdempotencyKey())
        setBusy(false)
      })
  }
  return (
    <Frame
      title={t('rejoinTitle')}
      head={
        <>
          <p className="head-note">{t('rejoinRule', ruleOf(props.view))}</p>
          <p className="number-entry" role="status">
            <span aria-hidden="true">{entered}</span>
            <span className="visually-hidden">
              {entered === '' ? t('nothingEntered') : t('numberEntered', { number: entered })}
            </span>
          </p>
        </>
      }
      foot={<BackKeys secondsLeft={props.secondsLeft} goHome={props.goHome} />}
    >
      <EntryKeys letters={lettersOf(props.view)} press={press} />
      <div className="take">
        <p role="alert">{failure === null ? '' : sentenceOf(failure, language)}</p>
        <button type="button" className="take-key" disabled={!complete || busy} onClick={send}>
          {t(busy ? 'rejoining' : 'rejoin')}
        </button>
      </div>
    </Frame>
  )
}

function ruleOf({ missedCall }: KioskView): Record<string, number> {
  const { graceMinutes, rejoinLimit, placesBack } = missedCall
  return { graceMinutes, rejoinLimit, placesBack }
}

/** Only the letters that numbers of this hall begin with. */
function lettersOf(view: KioskView): string[] {
  const prefixes = view.departments.flatMap((department) =>
    department.services.map((service) => service.prefix),
  )
  return [...new Set(prefixes.join(''))].sort()
}

function EntryKeys(props: { letters: string[]; press: (key: string) => void }) {
  const t = useT()
  const key = (name: string) => (
    <button key={name} type="button" className="key" onClick={() => props.press(name)}>
      {name}
    </button>
  )
  return (
    <div className="entry-keys">
      <div className="entry-letters">{props.letters.map(key)}</div>
      <div className="entry-digits">
        {digits.map(key)}
        <button type="button" className="key" onClick={() => props.press('Backspace')}>
          {t('deleteLast')}
        </button>
      </div>
    </div>
  )
}

/** What was typed so far, by touch or by keyboard. */
function useEntry(): [string, (key: string) => void] {
  const [entered, setEntered] = useState('')
  const press = useCallback((key: string) => {
    setEntered((before) => {
      if (key === 'Backspace') return before.slice(0, -1)
      return /^[A-Za-z0-9]$/.test(key) && before.length < longestNumber ? before + key.toUpperCase() : before
    })
  }, [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event.key)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [press])
  return [entered, press]
}

async function rejoin(api: Api, ticketNumber: string, idempotencyKey: string): Promise<ShownTicket> {
  const { ticketId } = await api.get<TicketView>(`/api/tickets?ticketNumber=${ticketNumber}`)
  await api.post<Receipt>(`/api/tickets/${ticketId}/rejoin`, {}, idempotencyKey)
  const ticket = await api.get<TicketView>(`/api/tickets/${ticketId}`)
  return { ...ticket, token: null, peopleAhead: ticket.peopleAhead ?? 0 }
}
