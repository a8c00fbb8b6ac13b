/** A page on which something is typed with large keys, or scanned: a number, a code, an identity number. */
import type { ReactNode } from 'react'
import { BackKeys, Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import type { SendState } from './use-send.ts'
import { isScan, useTyped } from './use-typed.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

/** What the typed characters come to. */
export interface Reading<Value> {
  /** What stands in large type. */
  shown: string
  /** What a screen reader says of it. */
  spoken: string
  /** Complete and fit to be sent; null until then. */
  value: Value | null
  /** Why something complete cannot be right. */
  fault?: string
}

export function EntryPage<Value>(
  props: Common & {
    title: string
    note: ReactNode
    letters: readonly string[]
    read: (typed: string) => Reading<Value>
    /** On the key that sends: before, and while it is under way. */
    labels: { send: string; sending: string }
    sending: { state: SendState; failure: string }
    onSend: (value: Value) => void
    goBack?: () => void
  },
) {
  const t = useT()
  const busy = props.sending.state === 'sending'
  const send = () => {
    if (busy || value === null) return
    beginAnew()
    props.onSend(value)
  }
  const { typed, press, beginAnew } = useTyped(send)
  const { shown, spoken, value, fault } = props.read(typed)
  const alert = props.sending.failure === '' ? (fault ?? '') : props.sending.failure
  return (
    <Frame
      title={props.title}
      head={<div className="head-note">{props.note}</div>}
      foot={<BackKeys secondsLeft={props.secondsLeft} goBack={props.goBack} goHome={props.goHome} />}
    >
      <p className="number-entry" role="status">
        <span aria-hidden="true">{isScan(typed) ? t('scanned') : shown}</span>
        <span className="visually-hidden">
          {typed === '' ? t('nothingEntered') : isScan(typed) ? t('scanned') : spoken}
        </span>
      </p>
      <EntryKeys letters={props.letters} press={press} />
      <div className="take">
        <p role="alert">{alert}</p>
        <button type="button" className="take-key" disabled={value === null || busy} onClick={send}>
          {busy ? props.labels.sending : props.labels.send}
        </button>
      </div>
    </Frame>
  )
}

function EntryKeys(props: { letters: readonly string[]; press: (key: string) => void }) {
  const t = useT()
  const key = (name: string) => (
    <button key={name} type="button" className="key" onClick={() => props.press(name)}>
      {name}
    </button>
  )
  return (
    <div className="entry-keys">
      {props.letters.length > 1 && <div className="entry-letters">{props.letters.map(key)}</div>}
      <div className="entry-digits">
        {digits.map(key)}
        {props.letters.length === 1 && props.letters.map(key)}
        <button type="button" className="key" onClick={() => props.press('Backspace')}>
          {t('deleteLast')}
        </button>
      </div>
    </div>
  )
}
