/** 为什么还没到我: who was called before, and by which rule, asked anew whenever something changes. */
import { useEffect, useState } from 'react'
import type { Explanation } from '../../protocol/explain.ts'
import type { TicketView } from '../../protocol/views.ts'
import { createApi, sentenceOf } from '../../ui/api.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { useT } from './texts.ts'
import { timeText } from './time.ts'

export function Why({ ticket, token }: { ticket: TicketView; token: string }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="why">
      <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('why')}
      </button>
      {isOpen && <Answer ticket={ticket} token={token} />}
    </section>
  )
}

function Answer({ ticket, token }: { ticket: TicketView; token: string }) {
  const t = useT()
  const { language } = useLanguage()
  const [explanation, setExplanation] = useState<Explanation | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let isOver = false
    createApi(() => token)
      .get<Explanation>(`/api/tickets/${ticket.ticketId}/explain`)
      .then((answer) => {
        if (isOver) return
        setExplanation(answer)
        setFailure(null)
      })
      .catch((error: unknown) => isOver || setFailure(error))
    return () => {
      isOver = true
    }
    // A new view is a new object: what has been called meanwhile belongs to the answer.
  }, [ticket, token])
  return (
    <div className="why-answer" aria-live="polite">
      {failure !== null && <p role="alert">{sentenceOf(failure, language)}</p>}
      {explanation === null && failure === null && <p>{t('working')}</p>}
      {explanation !== null && (
        <>
          <p>{t(explanation.before.length === 0 ? 'nobodyBefore' : 'calledBefore')}</p>
          <ol>
            {explanation.before.map((each) => (
              <li key={`${each.ticketNumber} ${each.calledAt}`}>
                <b>{each.ticketNumber}</b> {timeText(each.calledAt, ticket.timeZone)}{' '}
                {t('windows', { labels: each.windowLabel })}
                <small>{pick(each.text, language)}</small>
              </li>
            ))}
          </ol>
          <p>{pick(explanation.bound, language)}</p>
        </>
      )}
    </div>
  )
}
