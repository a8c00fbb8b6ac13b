/** The floor of the simulated hall: what is seen and said there between people, which no system records. */
import type { HallClock } from './hall-clock.ts'

/** What a visitor notices: the own number on the board, or what the clerk says. */
export type News =
  | { kind: 'called'; windowLabel: string }
  | { kind: 'done' }
  | { kind: 'waitAgain' }
  | { kind: 'stepAside'; windowLabel: string; ticketId: string }

export interface Mailbox<Message> {
  put(message: Message): void
  /** The oldest message, or null when none has come after so many ms of hall time. */
  take(waitMs: number): Promise<Message | null>
}

function openMailbox<Message>(clock: HallClock): Mailbox<Message> {
  const messages: Message[] = []
  let wake: () => void = () => {}
  return {
    put(message) {
      messages.push(message)
      wake()
    },
    async take(waitMs) {
      if (messages.length === 0) {
        const arrival = Promise.withResolvers<void>()
        wake = arrival.resolve
        await clock.within(waitMs, arrival.promise)
      }
      return messages.shift() ?? null
    },
  }
}

interface Desk {
  /** Numbers of those who have just come to the window. */
  readonly arrivals: Mailbox<string>
  /** Ids of the held tickets whose visitors are back. */
  readonly returned: string[]
}

export interface Floor {
  /** Everyone inside, by ticket number. */
  readonly visitors: Map<string, Mailbox<News>>
  comeIn(ticketNumber: string): Mailbox<News>
  tell(ticketNumber: string, news: News): void
  desk(windowLabel: string): Desk
}

export function openFloor(clock: HallClock): Floor {
  const visitors = new Map<string, Mailbox<News>>()
  const desks = new Map<string, Desk>()
  return {
    visitors,
    comeIn(ticketNumber) {
      const mailbox = openMailbox<News>(clock)
      visitors.set(ticketNumber, mailbox)
      return mailbox
    },
    tell(ticketNumber, news) {
      visitors.get(ticketNumber)?.put(news)
    },
    desk(windowLabel) {
      const known = desks.get(windowLabel)
      if (known !== undefined) return known
      const desk: Desk = { arrivals: openMailbox(clock), returned: [] }
      desks.set(windowLabel, desk)
      return desk
    },
  }
}
