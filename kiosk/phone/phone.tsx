/** One's own ticket: the number, how many are ahead, where to go, and what may be done. */
import { useEffect } from 'react'
import { useView } from '../../ui/live.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { ConnectionNotice } from '../../ui/widgets/connection-notice.tsx'
import { Actions } from './actions.tsx'
import { Facts, MissingPapers } from './facts.tsx'
import { Standing } from './standing.tsx'
import { useT } from './texts.ts'
import { useAlert } from './use-alert.ts'
import { Why } from './why.tsx'

/** @param props.token the ticket's token from the address; null when the address holds none */
export function Phone(props: { token: string | null }) {
  const { token } = props
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const live = useView<'ticket'>(token === null ? null : { room: 'ticket', token }, null)
  const ticket = live.view
  const { soundOn, turnOn } = useAlert(ticket)
  useEffect(() => {
    if (live.newVersion) location.reload()
  }, [live.newVersion])
  useEffect(() => {
    document.title = ticket === null ? t('myNumber') : `${ticket.ticketNumber} · ${t('myNumber')}`
  }, [ticket, t])
  const waits = ticket?.state === 'waiting' || ticket?.state === 'called' || ticket?.state === 'held'
  /** It is for the visitor to come back into the line. */
  const isToAct = ticket?.state === 'held' || ticket?.state === 'noShow'
  return (
    <main className="phone">
      <header>
        <p>{ticket === null ? '' : pick(ticket.hallName, language)}</p>
        <button type="button" className="quiet" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('otherLanguage')}
        </button>
      </header>
      <ConnectionNotice live={live} />
      {ticket === null && (
        <p className="phone-message">
          {t(token === null || live.state === 'refused' ? 'notFound' : 'loading')}
        </p>
      )}
      {ticket !== null && token !== null && (
        <>
          <Standing ticket={ticket} />
          {waits && (
            <section className="alert-choice">
              {soundOn ? (
                <p>✓ {t('soundOn')}</p>
              ) : (
                <button type="button" className="quiet" onClick={turnOn}>
                  {t('sound')}
                </button>
              )}
              <p>{t('keepOpen')}</p>
            </section>
          )}
          {isToAct && <Actions ticket={ticket} token={token} />}
          <MissingPapers ticket={ticket} />
          {ticket.state === 'waiting' && <Why ticket={ticket} token={token} />}
          <Facts ticket={ticket} />
          {!isToAct && <Actions ticket={ticket} token={token} />}
        </>
      )}
    </main>
  )
}
