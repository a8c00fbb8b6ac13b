/** The code with which the visitor comes back with missing papers, large, to be told or written down. */
import { useEffect, useState } from 'react'
import type { TicketCard, TicketView } from '../../protocol/views.ts'
import { type Api, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'
import { useKeys } from '../use-keys.ts'
import { Panel } from './panel.tsx'

const enter = { cap: 'Enter', codes: ['Enter', 'NumpadEnter'] }

export function ReturnCodePanel(props: { ticket: TicketCard; api: Api; onDone: () => void }) {
  const { ticket, api, onDone } = props
  const { ticketId, ticketNumber } = ticket
  const t = useT()
  const { language } = useLanguage()
  const [answer, setAnswer] = useState<TicketView | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    api.get<TicketView>(`/api/tickets/${ticketId}`).then(setAnswer, setFailure)
  }, [api, ticketId])
  useKeys([{ key: enter, run: onDone }])
  const right = answer?.mayReturn ?? null
  return (
    <Panel title={t('returnCodeTitle', { number: ticketNumber })} onLeave={onDone}>
      {failure !== null && <p role="alert">{sentenceOf(failure, language)}</p>}
      {right !== null && (
        <>
          <p className="return-code">{right.code.replace(/^(\d{4})/, '$1 ')}</p>
          <p className="panel-hint">{t('returnCodeHint', { day: right.untilDay })}</p>
        </>
      )}
      {answer !== null && (
        <ol className="return-missing">
          {answer.missing.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ol>
      )}
      <KeyButton cap={enter.cap} kind="main" onPress={onDone}>
        {t('done')}
      </KeyButton>
    </Panel>
  )
}
