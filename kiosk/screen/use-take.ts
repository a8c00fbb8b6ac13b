/** Taking a number: one ticket, however often the key is touched and the request is sent. */
import { useRef, useState } from 'react'
import type { IssueReceipt } from '../../protocol/views.ts'
import { type Api, makeIdempotencyKey, ProblemError, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import type { Service } from './service-page.tsx'
import { useT } from './texts.ts'
import type { ShownTicket } from './ticket-page.tsx'

/** `notConfirmed`: no answer came, so there may be a ticket; trying again sends the very same command. */
export type TakeState = 'ready' | 'taking' | 'notConfirmed'

export function useTake(api: Api, service: Service, onTaken: (ticket: ShownTicket) => void) {
  const t = useT()
  const { language } = useLanguage()
  const [state, setState] = useState<TakeState>('ready')
  const [failure, setFailure] = useState('')
  const underWay = useRef(false)
  const idempotencyKey = useRef(makeIdempotencyKey())

  const take = async (priorityClassId: string | null) => {
    if (underWay.current) return
    underWay.current = true
    setState('taking')
    setFailure('')
    try {
      const body = { serviceId: service.serviceId, priorityClassId }
      const { ticket } = await api.post<IssueReceipt>('/api/tickets', body, idempotencyKey.current)
      onTaken({
        ticketId: ticket.ticketId,
        ticketNumber: ticket.ticketNumber,
        token: ticket.token,
        peopleAhead: ticket.peopleAhead,
        serviceName: service.name,
        areaNames: service.areaNames,
        windowLabels: service.windowLabels,
      })
    } catch (error) {
      underWay.current = false
      if (error instanceof ProblemError) {
        idempotencyKey.current = makeIdempotencyKey()
        setState('ready')
        setFailure(sentenceOf(error, language))
      } else {
        setState('notConfirmed')
        setFailure(t('notConfirmed'))
      }
    }
  }
  return { state, failure, take }
}
