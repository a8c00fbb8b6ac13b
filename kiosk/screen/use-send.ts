/** One command of the visitor's: given once, however often the key is touched and the request is sent. */
import { useRef, useState } from 'react'
import { makeIdempotencyKey, ProblemError, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useT } from './texts.ts'

/** `notConfirmed`: no answer came, so it may be done; trying again sends the very same command. */
export type SendState = 'ready' | 'sending' | 'notConfirmed'

export interface Sending<Answer> {
  state: SendState
  /** What to tell the visitor; empty when nothing went wrong. */
  failure: string
  /** `what` tells one command from another: tried again with the same one, it is the same command. */
  send: (what: string, command: (idempotencyKey: string) => Promise<Answer>) => Promise<void>
}

/** @param onRefused true when the refusal is dealt with, so that nothing is said of it */
export function useSend<Answer>(
  onDone: (answer: Answer) => void,
  onRefused: (code: string) => boolean = () => false,
): Sending<Answer> {
  const t = useT()
  const { language } = useLanguage()
  const [state, setState] = useState<SendState>('ready')
  const [failure, setFailure] = useState('')
  const underWay = useRef(false)
  const unanswered = useRef<{ what: string; key: string } | null>(null)

  const send: Sending<Answer>['send'] = async (what, command) => {
    if (underWay.current) return
    underWay.current = true
    if (unanswered.current?.what !== what) unanswered.current = { what, key: makeIdempotencyKey() }
    setState('sending')
    setFailure('')
    try {
      onDone(await command(unanswered.current.key))
    } catch (error) {
      underWay.current = false
      if (error instanceof ProblemError) {
        unanswered.current = null
        setState('ready')
        if (!onRefused(error.problem.code)) setFailure(sentenceOf(error, language))
      } else {
        setState('notConfirmed')
        setFailure(t('notConfirmed'))
      }
    }
  }
  return { state, failure, send }
}
