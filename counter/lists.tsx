/**
 * Who waits, who is on hold, who missed the call: lists walked with the arrows, each entry with its own keys.
 *
 * The arrows work wherever the focus is; what was picked has its own keys, which then go before those of the desk.
 */
import { useId, useRef, useState } from 'react'
import type { TicketCard, WindowView } from '../protocol/views.ts'
import type { StaffRole } from '../protocol/vocabulary.ts'
import { KeyButton } from './key-button.tsx'
import { LineRows } from './lines.tsx'
import { type ListAction, type ListName, listActions, listNames } from './list-actions.ts'
import { useT } from './texts.ts'
import { TicketRows } from './ticket-rows.tsx'
import type { Commands } from './use-commands.ts'
import { useKeys } from './use-keys.ts'

const arrow = (name: 'Up' | 'Down' | 'Left' | 'Right') => ({ cap: name, codes: [`Arrow${name}`] })
const leaveKey = { cap: 'Esc', codes: ['Escape'] }

/** @param props.linesStandBeside the lines are shown elsewhere, so that they need no list here; @param props.onAsk before it is done */
export function Lists(props: {
  view: WindowView
  now: number
  commands: Commands
  role: StaffRole
  isLocked: boolean
  linesStandBeside: boolean
  onAsk: (name: 'cancel' | 'callThis', ticket: TicketCard) => void
}) {
  const { view, now, commands, role, isLocked, linesStandBeside, onAsk } = props
  const t = useT()
  const panelId = useId()
  const names: readonly ListName[] = linesStandBeside
    ? listNames.filter((name) => name !== 'lines')
    : listNames
  const [chosen, setChosen] = useState<ListName>('next')
  const shown = names.includes(chosen) ? chosen : 'next'
  const [pickedId, setPickedId] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const tickets = shown === 'lines' ? [] : view[shown]
  const picked = tickets.find((ticket) => ticket.ticketId === pickedId) ?? null
  const actions = picked === null || shown === 'lines' ? [] : listActions(shown, picked, view, role)

  const show = (name: ListName) => {
    setChosen(name)
    setPickedId(null)
  }
  const step = (by: number) =>
    show(names[(names.indexOf(shown) + by + names.length) % names.length] ?? 'next')
  const pick = (by: number) => {
    const at = tickets.findIndex((ticket) => ticket.ticketId === pickedId)
    const next = tickets[Math.min(Math.max(at + by, 0), tickets.length - 1)]
    if (next !== undefined) setPickedId(next.ticketId)
    box.current?.focus()
  }
  const act = (action: ListAction) => {
    if (picked === null || !action.isAllowed) return
    if (action.path !== null) void commands.give(action.path, action.body)
    else if (action.name === 'cancel' || action.name === 'callThis') onAsk(action.name, picked)
    setPickedId(null)
  }
  const keys = [
    { key: arrow('Down'), run: () => pick(1) },
    { key: arrow('Up'), run: () => pick(-1) },
    { key: arrow('Right'), run: () => step(1) },
    { key: arrow('Left'), run: () => step(-1) },
    ...(picked === null ? [] : [{ key: leaveKey, run: () => setPickedId(null) }]),
    ...actions.map((action) => ({ key: action.key, run: () => act(action) })),
  ]
  useKeys(isLocked ? [] : keys)

  return (
    <section className="lists">
      <div role="tablist" className="tabs">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === shown}
            aria-controls={panelId}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => show(name)}
          >
            {t(name)}
            <b>{name === 'lines' || name === 'next' ? '' : view[name].length}</b>
          </button>
        ))}
      </div>
      <div id={panelId} role="tabpanel" aria-label={t(shown)} className="tab-panel">
        {shown === 'lines' ? (
          <LineRows view={view} now={now} />
        ) : (
          <TicketRows
            name={shown}
            tickets={tickets}
            now={now}
            pickedId={picked?.ticketId ?? null}
            onPick={setPickedId}
            box={box}
          />
        )}
      </div>
      <div className="picked">
        {actions.length === 0 ? (
          <p>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('pickHint')} <kbd>←</kbd> <kbd>→</kbd> {t('tabHint')}
          </p>
        ) : (
          actions.map((action) =>
            action.isBarred ? (
              <p key={action.name}>{t('notOutOfTurn')}</p>
            ) : (
              <KeyButton
                key={action.name}
                cap={action.key.cap}
                disabled={isLocked || !action.isAllowed}
                onPress={() => act(action)}
              >
                {t(action.name)}
              </KeyButton>
            ),
          )
        )}
      </div>
    </section>
  )
}
