/** `decide(hall, command, actor, now)`: the events that a command makes, or the refusal. Pure; changes nothing. */
import type { Actor } from '../../protocol/vocabulary.ts'
import { type Command, type Decision, mayGive, refuse } from './commands.ts'
import { decideChangePlan, decideTurnDay } from './decide-day.ts'
import { decideCancel, decideIssue, decideRejoin, decideReprint, decideSlip } from './decide-ticket.ts'
import {
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
import type { Hall } from './hall.ts'

/** @param now the server's clock in ms, never earlier than the hall's last event */
export function decide(hall: Hall, command: Command, actor: Actor, now: number): Decision {
  if (!mayGive(actor, command)) return refuse('notAllowed')
  if (command.type === 'turnDay') return decideTurnDay(hall, command)
  if (!hall.dayIsOpen) return refuse('dayNotOpen')
  switch (command.type) {
    case 'changePlan':
      return decideChangePlan(hall, command)
    case 'issueTicket':
      return decideIssue(hall, command, actor, now)
    case 'cancel':
      return decideCancel(hall, command)
    case 'rejoin':
      return decideRejoin(hall, command, now)
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
      return decideCallNext(hall, command, actor)
    case 'call':
      return decideCall(hall, command, actor)
    case 'recall':
      return decideRecall(hall, command, actor)
    case 'start':
      return decideStart(hall, command, actor)
    case 'hold':
      return decideHold(hall, command, actor)
    case 'resume':
      return decideResume(hall, command, actor)
    case 'transfer':
      return decideTransfer(hall, command, actor)
    case 'complete':
      return decideComplete(hall, command, actor)
    case 'noShow':
      return decideNoShow(hall, command, actor)
  }
}
