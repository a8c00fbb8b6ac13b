/** What may be asked of the hall over HTTP: tickets and windows. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import * as commands from '../../protocol/commands.ts'
import { explanation } from '../../protocol/explain.ts'
import * as views from '../../protocol/views.ts'
import { generatedId, readableId, ticketNumber } from '../../protocol/vocabulary.ts'
import { type Command, refuse } from '../domain/commands.ts'
import { explain } from '../domain/explain.ts'
import type { Foresight } from '../domain/foresight.ts'
import { ticketView } from '../domain/views/ticket.ts'
import { windowList } from '../domain/views/window.ts'
import type { HallRunner } from '../hall-runner.ts'
import type { KeyedHashes } from '../privacy/keyed-hashes.ts'
import { newDigits, newTicketToken } from '../staff/secrets.ts'
import { type CommandKey, withHashes } from './idempotency.ts'
import { type Operation, operation } from './operation.ts'
import { orRefuse } from './problem.ts'
import { actorOf, anyStaff, type Sender, type Who } from './sender.ts'

const ofTicket = z.strictObject({ ticketId: generatedId })
const ofWindow = z.strictObject({ windowId: readableId })
const atWindow: readonly Who[] = ['clerk', 'supervisor', 'admin']

export function hallOperations(runner: HallRunner, foresee: Foresight, hashes: KeyedHashes): Operation[] {
  const give = async (command: Command, sender: Sender, { key, fingerprint }: CommandKey) => {
    const answer = await runner.submit({ command, actor: actorOf(sender), key, fingerprint })
    return orRefuse(answer).receipt
  }

  /** `POST /api/windows/:windowId/<name>`: the clerk's own window, the body one of the protocol's commands. */
  function windowOperation<Body extends z.ZodType>(
    name: string,
    summary: string,
    body: Body,
    toCommand: (windowId: string, body: z.output<Body>) => Command,
  ): Operation {
    return operation({
      method: 'post',
      repeats: 'inJournal',
      path: `/api/windows/:windowId/${name}`,
      summary,
      who: atWindow,
      params: ofWindow,
      body,
      status: 200,
      answer: views.receipt,
      handle: ({ params, body: sent, sender, commandKey }) =>
        give(toCommand(params.windowId, sent), sender, commandKey),
    })
  }

  return [
    operation({
      method: 'post',
      repeats: 'inJournal',
      personal: ['personNumber'],
      path: '/api/tickets',
      summary: 'Issue a ticket; a kiosk prints its slip',
      who: [...anyStaff, 'kiosk'],
      body: commands.issueTicket,
      status: 201,
      answer: views.issueReceipt,
      handle: async ({ body, sender, commandKey }) => {
        const { serviceId = null, matterId = null, returnCode = null, priorityClassId, personNumber } = body
        const day = await runner.read((hall) => hall.day ?? '')
        const personHash = personNumber === undefined ? null : await hashes.ofDay(day, personNumber)
        const errand = { serviceId, matterId, returnCode, priorityClassId, personHash }
        const ownPrinterId = sender.kind === 'device' ? sender.device.printerId : null
        const printerId = body.printerId ?? ownPrinterId
        const made = { ticketId: randomUUID(), token: newTicketToken() }
        const command: Command = { type: 'issueTicket', ...made, ...errand, printerId }
        return give(command, sender, withHashes(commandKey, personHash ?? ''))
      },
    }),
    operation({
      method: 'get',
      path: '/api/tickets',
      summary: "Find one of today's tickets by its number",
      who: [...anyStaff, 'kiosk'],
      query: z.strictObject({ ticketNumber }),
      status: 200,
      answer: views.ticketView,
      handle: async ({ query }) =>
        orRefuse(
          await runner.read((hall, now) => {
            const ticket = hall.tickets.get(hall.ticketIdByNumber.get(query.ticketNumber) ?? '')
            return ticket === undefined ? refuse('unknownTicket') : ticketView(hall, ticket, now, foresee)
          }),
        ),
    }),
    operation({
      method: 'get',
      path: '/api/tickets/:ticketId',
      summary: "One of today's tickets; a visitor sees the own one",
      who: [...anyStaff, 'kiosk', 'visitor'],
      params: ofTicket,
      status: 200,
      answer: views.ticketView,
      handle: async ({ params, sender }) =>
        orRefuse(
          await runner.read((hall, now) => {
            if (sender.kind === 'visitor' && sender.ticketId !== params.ticketId) return refuse('notAllowed')
            const ticket = hall.tickets.get(params.ticketId)
            return ticket === undefined ? refuse('unknownTicket') : ticketView(hall, ticket, now, foresee)
          }),
        ),
    }),
    ...(['cancel', 'rejoin'] as const).map((type) =>
      operation({
        method: 'post',
        repeats: 'inJournal',
        path: `/api/tickets/:ticketId/${type}`,
        summary: type === 'cancel' ? 'Leave the line' : 'Rejoin the line after a missed call',
        who: type === 'cancel' ? [...anyStaff, 'visitor'] : [...anyStaff, 'kiosk', 'visitor'],
        params: ofTicket,
        body: type === 'cancel' ? commands.cancel : commands.rejoin,
        status: 200,
        answer: views.receipt,
        handle: ({ params, sender, commandKey }) =>
          give({ type, ticketId: params.ticketId }, sender, commandKey),
      }),
    ),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/tickets/:ticketId/reprint',
      summary: 'Print the slip of the same number once more',
      who: anyStaff,
      params: ofTicket,
      body: commands.reprint,
      status: 200,
      answer: views.receipt,
      handle: ({ params, body, sender, commandKey }) =>
        give(
          { type: 'reprint', ticketId: params.ticketId, printerId: body.printerId ?? null },
          sender,
          commandKey,
        ),
    }),
    operation({
      method: 'get',
      path: '/api/tickets/:ticketId/explain',
      summary: 'Who was called before this ticket, and by which rule',
      who: [...anyStaff, 'kiosk', 'visitor'],
      params: ofTicket,
      status: 200,
      answer: explanation,
      handle: async ({ params, sender }) =>
        orRefuse(
          await runner.read((hall) => {
            if (sender.kind === 'visitor' && sender.ticketId !== params.ticketId) return refuse('notAllowed')
            const ticket = hall.tickets.get(params.ticketId)
            return ticket === undefined ? refuse('unknownTicket') : explain(hall, ticket)
          }),
        ),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/tickets/:ticketId/ready',
      summary: 'Back from a hold before its time: into the line, with the first arrival',
      who: [...anyStaff, 'kiosk', 'visitor'],
      params: ofTicket,
      body: commands.ready,
      status: 200,
      answer: views.receipt,
      handle: ({ params, sender, commandKey }) =>
        give({ type: 'ready', ticketId: params.ticketId }, sender, commandKey),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/tickets/:ticketId/priority',
      summary: 'Another priority class, or none, with a reason',
      who: ['guide', 'supervisor', 'admin'],
      params: ofTicket,
      body: commands.changePriority,
      status: 200,
      answer: views.receipt,
      handle: ({ params, body, sender, commandKey }) =>
        give({ type: 'changePriority', ticketId: params.ticketId, ...body }, sender, commandKey),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/alarms/see',
      summary: 'A crowding alarm has been seen',
      who: anyStaff,
      body: commands.seeAlarm,
      status: 200,
      answer: views.receipt,
      handle: ({ body, sender, commandKey }) => give({ type: 'seeAlarm', ...body }, sender, commandKey),
    }),
    operation({
      method: 'post',
      repeats: 'inJournal',
      path: '/api/windows/:windowId/assign',
      summary: 'Other services for the rest of the day, from the next call on',
      who: ['supervisor', 'admin'],
      params: ofWindow,
      body: commands.assignWindow,
      status: 200,
      answer: views.receipt,
      handle: ({ params, body, sender, commandKey }) =>
        give({ type: 'assignWindow', windowId: params.windowId, ...body }, sender, commandKey),
    }),
    operation({
      method: 'get',
      path: '/api/windows',
      summary: 'The windows and how they stand',
      who: anyStaff,
      status: 200,
      answer: views.windowList,
      handle: () => runner.read(windowList),
    }),
    windowOperation('open', 'Open a window, or go on after a pause', commands.openWindow, (windowId) => ({
      type: 'openWindow',
      windowId,
    })),
    windowOperation('pause', 'Pause with a reason', commands.pauseWindow, (windowId, body) => ({
      type: 'pauseWindow',
      windowId,
      ...body,
    })),
    windowOperation('close', 'Close the window', commands.closeWindow, (windowId) => ({
      type: 'closeWindow',
      windowId,
    })),
    windowOperation('call-next', 'Call the next ticket', commands.callNext, (windowId) => ({
      type: 'callNext',
      windowId,
    })),
    windowOperation('call', 'Call this ticket, waiting or held', commands.call, (windowId, body) => ({
      type: 'call',
      windowId,
      ...body,
    })),
    windowOperation('recall', 'Call the same ticket again', commands.recall, (windowId, body) => ({
      type: 'recall',
      windowId,
      ...body,
    })),
    windowOperation('start', 'The visitor is here: service starts', commands.start, (windowId, body) => ({
      type: 'start',
      windowId,
      ...body,
    })),
    windowOperation(
      'hold',
      'Let the visitor fetch or fill in something',
      commands.hold,
      (windowId, body) => ({
        type: 'hold',
        windowId,
        ...body,
      }),
    ),
    windowOperation('resume', 'Go on with a held ticket', commands.resume, (windowId, body) => ({
      type: 'resume',
      windowId,
      ...body,
    })),
    windowOperation(
      'transfer',
      'Send on to a service, a window, or both',
      commands.transfer,
      (windowId, body) => ({
        type: 'transfer',
        windowId,
        ticketId: body.ticketId,
        toServiceId: body.serviceId ?? null,
        toWindowId: body.windowId ?? null,
        backToMe: body.backToMe,
        note: body.note,
      }),
    ),
    windowOperation(
      'complete',
      'Complete the service with its result',
      commands.complete,
      (windowId, body) => ({
        type: 'complete',
        windowId,
        ...body,
        returnCode: newDigits(8),
      }),
    ),
    windowOperation('no-show', 'Nobody came to the call', commands.noShow, (windowId, body) => ({
      type: 'noShow',
      windowId,
      ...body,
    })),
  ]
}
