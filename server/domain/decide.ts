/** `decide`: the events that a command makes, or the refusal. Pure; changes nothing. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { type Command, type Decision, mayGive, refuse } from './commands.ts'
import { decideBook, decideCancelAppointment } from './decide-appointment.ts'
import { decideChangePlan, decideTurnDay } from './decide-day.ts'
import { decideCheckIn, decideIssue } from './decide-issue.ts'
import {
  decideCancel,
  decideChangePriority,
  decideReady,
  decideRejoin,
  decideReprint,
  decideSlip,
} from './decide-ticket.ts'
import { decidePassTime, decideSeeAlarm } from './decide-time.ts'
import {
  decideAssign,
  decideCall,
  decideCallNext,
  decideClose,
  decideComplete,
  decideHold,
  decideNoShow,
  decideOpen,
  decidePause,
  decideRecall,
  decideResume,
  decideStart,
  decideTransfer,
} from './decide-window.ts'
import type { Foresight } from './foresight.ts'
import type { Hall } from './hall.ts'

/**
 * @param now the server's clock in ms, never earlier than the hall's last event
 * @param foresee how long somebody will wait, for the promise that is kept with a ticket
 */
export function decide(
  hall: Hall,
  command: Command,
  actor: Actor,
  now: number,
  foresee: Foresight,
): Decision {
  if (!mayGive(actor, command)) return refuse('notAllowed')
  if (command.type === 'turnDay') return decideTurnDay(hall, command)
  if (!hall.dayIsOpen) return refuse('dayNotOpen')
  switch (command.type) {
    case 'changePlan':
      return decideChangePlan(hall, command)
    case 'issueTicket':
      return decideIssue(hall, command, actor, now, foresee)
    case 'checkIn':
      return decideCheckIn(hall, command, actor, now, foresee)
    case 'bookAppointment':
      return decideBook(hall, command, now)
    case 'cancelAppointment':
      return decideCancelAppointment(hall, command, actor, now)
    case 'changePriority':
      return decideChangePriority(hall, command)
    case 'ready':
      return decideReady(hall, command)
    case 'passTime':
      return decidePassTime(hall, now, foresee)
    case 'seeAlarm':
      return decideSeeAlarm(hall, command, actor)
    case 'assignWindow':
      return decideAssign(hall, command)
    case 'cancel':
      return decideCancel(hall, command)
    case 'rejoin':
      return decideRejoin(hall, command, now, foresee)
    case 'reprint':
      return decideReprint(hall, command)
    case 'slipPrinted':
    case 'slipFailed':
      return decideSlip(hall, command)
    case 'openWindow':
      return decideOpen(hall, command, actor)
    case 'closeWindow':
      return decideClose(hall, command, actor)
    case 'pauseWindow':
      return decidePause(hall, command, actor)
    case 'callNext':
      return decideCallNext(hall, command, actor, now)
    case 'call':
      return decideCall(hall, command, actor, now)
    case 'recall':
      return decideRecall(hall, command, actor, now)
    case 'start':
      return decideStart(hall, command, actor)
    case 'hold':
      return decideHold(hall, command, actor, now)
    case 'resume':
      return decideResume(hall, command, actor)
    case 'transfer':
      return decideTransfer(hall, command, actor, now, foresee)
    case 'complete':
      return decideComplete(hall, command, actor, now, foresee)
    case 'noShow':
      return decideNoShow(hall, command, actor, now)
  }
}
