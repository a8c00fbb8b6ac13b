/** Where a kiosk or a board is given its 8-digit pairing code, by touch or by keyboard. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PairedDevice } from '../../protocol/views.ts'
import type { DeviceKind } from '../../protocol/vocabulary.ts'
import { createApi, sentenceOf } from '../api.ts'
import { useLanguage } from '../texts.ts'
import { useWidgetTexts } from './texts.ts'
import './pairing-page.css'

const codeLength = 8
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const api = createApi(() => null)

/** @param props.pairingCode a code that came with the address and is tried at once, or null */
export function PairingPage(props: {
  kind: DeviceKind
  pairingCode: string | null
  onPaired: (answer: PairedDevice) => void
}) {
  const t = useWidgetTexts()
  const { language, setLanguage } = useLanguage()
  const { entered, press, pairing, failure } = usePairing(props)
  return (
    <main className="pairing">
      <h1>{t(props.kind === 'kiosk' ? 'pairKiosk' : 'pairBoard')}</h1>
      <p>{t('pairHint')}</p>
      <p className="pairing-code" role="img" aria-label={t('entered', { count: entered.length })}>
        {Array.from({ length: codeLength }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place of the code is nothing but its place
          <span key={place} className={place === entered.length ? 'here' : ''}>
            {entered[place] ?? ''}
          </span>
        ))}
      </p>
      <p className="pairing-answer" role="alert">
        {pairing ? t('pairing') : failure === 'wrongKind' ? t('pairWrongKind') : sentence(failure, language)}
      </p>
      <div className="pairing-keys">
        {digits.map((digit) => (
          <button key={digit} type="button" aria-label={t('digit', { digit })} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className="quiet" onClick={() => press('Escape')}>
          {t('clear')}
        </button>
        <button type="button" aria-label={t('digit', { digit: '0' })} onClick={() => press('0')}>
          0
        </button>
        <button type="button" className="quiet" onClick={() => press('Backspace')}>
          {t('deleteLast')}
        </button>
      </div>
      <button
        type="button"
        className="pairing-language"
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
    </main>
  )
}

function sentence(failure: unknown, language: 'zh' | 'en'): string {
  return failure === null ? '' : sentenceOf(failure, language)
}

/** The code as it grows, and the one attempt that the eighth digit makes. */
function usePairing(props: {
  kind: DeviceKind
  pairingCode: string | null
  onPaired: (answer: PairedDevice) => void
}) {
  const { kind, onPaired } = props
  const [entered, setEntered] = useState(props.pairingCode ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const tried = useRef('')
  const pairing = entered.length === codeLength
  const whenPaired = useRef(onPaired)
  whenPaired.current = onPaired

  useEffect(() => {
    if (entered.length < codeLength || tried.current === entered) return
    tried.current = entered
    const fail = (reason: unknown) => {
      tried.current = ''
      setFailure(reason)
      setEntered('')
    }
    api
      .post<PairedDevice>('/api/devices/pair', { pairingCode: entered })
      .then((answer) => (answer.device.kind === kind ? whenPaired.current(answer) : fail('wrongKind')))
      .catch(fail)
  }, [entered, kind])

  const press = useCallback((key: string) => {
    setEntered((before) => {
      if (before.length === codeLength) return before
      if (/^\d$/.test(key)) return before + key
      if (key === 'Backspace') return before.slice(0, -1)
      return key === 'Escape' ? '' : before
    })
  }, [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event.key)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [press])
  return { entered, press, pairing, failure }
}
