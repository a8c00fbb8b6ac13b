/** One ticket, found by its number: for a guide who is asked about it. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ticketNumber as ticketNumberRule } from '../../protocol/vocabulary.ts'
import type { Api } from '../../ui/api.ts'
import { FoundTicket } from './found-ticket.tsx'
import { useTicketsT } from './texts.ts'

export function TicketsPage({ api }: { api: Api }) {
  const t = useTicketsT()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ ticketNumber: string; times: number } | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const find = () => {
    const parsed = ticketNumberRule.safeParse(typed.trim().toUpperCase())
    setIsWrong(!parsed.success)
    setAsked((before) =>
      parsed.success ? { ticketNumber: parsed.data, times: (before?.times ?? 0) + 1 } : null,
    )
  }
  return (
    <div className="tickets">
      <form
        className="one-question"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label htmlFor="ticket-number">
          {t('findTicket')}
          <Input
            id="ticket-number"
            size="large"
            autoFocus
            autoComplete="off"
            placeholder={t('findExample')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button size="large" type="primary" htmlType="submit">
          {t('find')}
        </Button>
      </form>
      <p className="failure" role="alert">
        {isWrong && t('notANumber')}
      </p>
      {asked === null ? (
        <p className="quiet">{t('findHint')}</p>
      ) : (
        <FoundTicket
          key={`${asked.ticketNumber} ${asked.times}`}
          ticketNumber={asked.ticketNumber}
          api={api}
        />
      )}
    </div>
  )
}
