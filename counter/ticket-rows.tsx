/** The tickets of one list; the picked one is marked. */
import { type RefObject, useEffect, useId } from 'react'
import type { TicketCard } from '../protocol/views.ts'
import { useLanguage } from '../ui/texts.ts'
import { useDurationText } from '../ui/widgets/duration.tsx'
import type { ListName } from './list-actions.ts'
import { ruleWordOf, useT } from './texts.ts'

const emptyWords = { next: 'nextEmpty', held: 'heldEmpty', missed: 'missedEmpty' } as const

export function TicketRows(props: {
  name: Exclude<ListName, 'lines'>
  tickets: readonly TicketCard[]
  now: number
  pickedId: string | null
  onPick: (ticketId: string) => void
  box: RefObject<HTMLDivElement | null>
}) {
  const { name, tickets, now, pickedId, onPick, box } = props
  const t = useT()
  const id = useId()
  useEffect(() => {
    if (pickedId !== null)
      box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [pickedId, box])
  if (tickets.length === 0) return <p className="rows-empty">{t(emptyWords[name])}</p>
  return (
    <div
      className="ticket-rows"
      role="listbox"
      aria-label={t(name)}
      aria-activedescendant={pickedId === null ? undefined : `${id}-${pickedId}`}
      tabIndex={0}
      ref={box}
    >
      {tickets.map((ticket) => (
        <TicketRow
          key={ticket.ticketId}
          id={`${id}-${ticket.ticketId}`}
          name={name}
          ticket={ticket}
          now={now}
          isPicked={ticket.ticketId === pickedId}
          onPick={onPick}
        />
      ))}
    </div>
  )
}

function TicketRow(props: {
  id: string
  name: Exclude<ListName, 'lines'>
  ticket: TicketCard
  now: number
  isPicked: boolean
  onPick: (ticketId: string) => void
}) {
  const { id, name, ticket, now, isPicked, onPick } = props
  const t = useT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const { ticketId, ticketNumber, service, priorityClass, note, issuedAt, heldAt, returnAt, missedAt } =
    ticket
  const ruleWord = ruleWordOf(ticket.rule)
  const when = {
    next: durationText(now - issuedAt),
    held:
      returnAt === null
        ? t('heldAgo', { wait: durationText(now - (heldAt ?? now)) })
        : t('heldEnds', { wait: durationText(returnAt - now) }),
    missed: t('missedAgo', { wait: durationText(now - (missedAt ?? now)) }),
  }[name]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(ticketId)}
    >
      <b>{ticketNumber}</b>
      <span>
        {priorityClass !== null && <em>{priorityClass[language]}</em>}
        {ruleWord !== null && <em>{t(ruleWord)}</em>}
        {note === '' ? service.name[language] : `${note} · ${service.name[language]}`}
      </span>
      <small>{when}</small>
    </div>
  )
}
