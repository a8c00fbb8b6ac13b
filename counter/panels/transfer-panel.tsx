/** Where else the visitor goes: first the place, found by typing, then a note. */
import { useState } from 'react'
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import type { Language } from '../../protocol/vocabulary.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Chooser } from '../chooser.tsx'
import type { Option } from '../match-options.ts'
import { useT, type Word } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { NoteForm } from './note-form.tsx'
import { Panel } from './panel.tsx'

export function TransferPanel(props: {
  view: WindowView
  ticket: TicketCard
  commands: Commands
  onDone: () => void
}) {
  const { view, ticket, commands, onDone } = props
  const t = useT()
  const { language } = useLanguage()
  const [placeId, setPlaceId] = useState<string | null>(null)
  const [backToMe, setBackToMe] = useState(false)
  const places = placesOf(view, ticket, language, t)
  const place = places.find(({ id }) => id === placeId)
  const send = async (note: string) => {
    const [kind, id] = (placeId ?? '').split(':')
    const to = kind === 'service' ? { serviceId: id } : { windowId: id }
    const body = { ticketId: ticket.ticketId, note, backToMe, ...to }
    if ((await commands.give(`/api/windows/${view.windowId}/transfer`, body)) !== null) onDone()
  }
  return (
    <Panel
      title={t('transferTitle', { number: ticket.ticketNumber })}
      hint={t('transferHint')}
      onLeave={place === undefined ? onDone : () => setPlaceId(null)}
    >
      {place === undefined ? (
        <Chooser label={t('findPlace')} empty={t('noPlaceFits')} options={places} onChoose={setPlaceId} />
      ) : (
        <>
          <p className="chosen">
            <small>{t('transferTo')}</small>
            <b>{place.title}</b>
          </p>
          <NoteForm
            label={t('noteField')}
            action={t('transfer')}
            underWay={commands.underWay}
            isReady={() => true}
            onSend={(note) => void send(note)}
          >
            <label className="panel-switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked={backToMe}
                checked={backToMe}
                onChange={(event) => setBackToMe(event.target.checked)}
              />
              {t('backToMe')}
            </label>
          </NoteForm>
        </>
      )}
    </Panel>
  )
}

/** All services but the ticket's own, and all other windows. */
function placesOf(
  view: WindowView,
  ticket: TicketCard,
  language: Language,
  t: (word: Word, values?: Record<string, string>) => string,
): Option[] {
  const services = view.transferServices
    .filter(({ serviceId }) => serviceId !== ticket.service.serviceId)
    .map(({ serviceId, prefix, name }) => ({
      id: `service:${serviceId}`,
      short: prefix,
      title: name[language],
      hint: t('service'),
      words: [name.zh, name.en],
    }))
  const windows = view.transferWindows.map(({ windowId, label, name, state }) => ({
    id: `window:${windowId}`,
    short: label,
    title: `${t('windowLabel', { label })} ${name[language]}`,
    hint: t(state),
    words: [name.zh, name.en],
  }))
  return [...services, ...windows]
}
