/** Which papers are missing, told once and in full: ticked in the service's list, and what the list does not name. */
import { useState } from 'react'
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { useKeys } from '../use-keys.ts'
import { Panel } from './panel.tsx'

const enter = { cap: 'Enter', codes: ['Enter', 'NumpadEnter'] }
const keyed = 9
const longestOthers = 200
const longestEach = 100

export function MissingPanel(props: {
  view: WindowView
  ticket: TicketCard
  commands: Commands
  onLeave: () => void
  onDone: () => void
}) {
  const { view, ticket, commands, onLeave, onDone } = props
  const { materials, returnDays } = ticket.service
  const t = useT()
  const { language } = useLanguage()
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [others, setOthers] = useState('')
  const missing = [
    ...materials.filter((_, at) => ticked.has(at)).map(({ zh }) => zh),
    ...others.split(/[;；]/).map((each) => each.trim().slice(0, longestEach)),
  ].filter((each) => each !== '')
  const isReady = missing.length > 0 && !commands.underWay
  const send = async () => {
    if (!isReady) return
    const body = { ticketId: ticket.ticketId, result: 'papersMissing', missing }
    if ((await commands.give(`/api/windows/${view.windowId}/complete`, body)) !== null) onDone()
  }
  const toggle = (at: number) => {
    const next = new Set(ticked)
    if (!next.delete(at)) next.add(at)
    setTicked(next)
  }
  useKeys([
    { key: enter, run: () => void send() },
    ...materials.slice(0, keyed).map((_, at) => ({
      key: { cap: String(at + 1), codes: [`Digit${at + 1}`, `Numpad${at + 1}`] },
      run: () => toggle(at),
    })),
  ])
  return (
    <Panel
      title={t('missingTitle', { number: ticket.ticketNumber })}
      hint={t(materials.length === 0 ? 'missingHintNone' : 'missingHint')}
      onLeave={onLeave}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter sends from each of its fields */}
      <div
        className="missing"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return
          if (event.target instanceof HTMLInputElement) void send()
        }}
      >
        <ul>
          {materials.map((material, at) => (
            <li key={material.zh}>
              <label>
                <input type="checkbox" checked={ticked.has(at)} onChange={() => toggle(at)} />
                {at < keyed && <kbd>{at + 1}</kbd>}
                <span>{material[language]}</span>
              </label>
            </li>
          ))}
        </ul>
        <label className="missing-others">
          {t('missingOthers')}
          <input
            // biome-ignore lint/a11y/noAutofocus: nothing else is to be said where the list is empty
            autoFocus={materials.length === 0}
            maxLength={longestOthers}
            value={others}
            onChange={(event) => setOthers(event.target.value)}
          />
        </label>
        <p className="panel-hint" role="status">
          {returnDays > 0 ? t('mayReturn', { days: returnDays }) : t('noReturn')}
        </p>
      </div>
      <KeyButton cap={enter.cap} kind="main" disabled={!isReady} onPress={() => void send()}>
        {commands.underWay ? t('sending') : t('completeMissing', { count: missing.length })}
      </KeyButton>
    </Panel>
  )
}
