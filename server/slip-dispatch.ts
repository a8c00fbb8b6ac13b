/**
 * Between the hall and its printers: a slip that the journal asks for goes to the print desk, and what became of
 * it goes back into the journal. A slip that was with a printer when the server ended may be on paper or not, so
 * it is never sent again by itself: it is recorded as failed, and whoever looks after the hall reprints it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Plan, PlanPrinter } from '../protocol/plan.ts'
import type { SlipKind } from '../protocol/vocabulary.ts'
import { peopleAhead } from './domain/calling.ts'
import type { Command } from './domain/commands.ts'
import type { StoredEvent } from './domain/events.ts'
import { type Hall, setUpOf, type Ticket, windowsServing } from './domain/hall.ts'
import { areaNamesOf } from './domain/plan-index.ts'
import type { HallRunner } from './hall-runner.ts'
import type { MissingPapersSlip } from './printing/missing-papers-slip.ts'
import { createPrintDesk, type SlipOutcome } from './printing/print-desk.ts'
import type { SlipTicket } from './printing/slip.ts'

const triesToRecord = 30
const betweenTriesMs = 1_000

export interface SlipDispatch {
  /** Resolves once every slip under way has been recorded. */
  close(): Promise<void>
}

export interface SlipDispatchSetUp {
  readonly runner: HallRunner
  readonly phoneUrlOf: (plan: Plan) => string
  readonly log: Logger
}

export async function dispatchSlips({ runner, phoneUrlOf, log }: SlipDispatchSetUp): Promise<SlipDispatch> {
  let printers: readonly PlanPrinter[] = []
  const recording = new Set<Promise<void>>()

  /** What came out of a printer has happened, so the disk is asked again when it could not take it. */
  async function record(outcome: SlipOutcome): Promise<void> {
    const { ticketId } = outcome
    const command: Command = outcome.printed
      ? { type: 'slipPrinted', ticketId }
      : { type: 'slipFailed', ticketId, fault: outcome.fault }
    for (let tries = 1; tries <= triesToRecord; tries += 1) {
      try {
        await runner.submit({ command, actor: { kind: 'hall' }, key: null, fingerprint: null })
        return
      } catch (error) {
        log.error({ err: error, ticketId, tries }, 'what became of a slip could not be recorded')
        await delay(betweenTriesMs, undefined, { ref: false })
      }
    }
  }
  function report(outcome: SlipOutcome): void {
    const recorded = record(outcome).finally(() => recording.delete(recorded))
    recording.add(recorded)
  }

  const desk = createPrintDesk({ planPrinters: () => printers, report, log })
  runner.onCommitted((events) => {
    const asked = events.flatMap(slipAskedFor)
    if (asked.length === 0) return
    runner
      .read((hall) => {
        const { plan } = setUpOf(hall)
        printers = plan.printers
        for (const { ticketId, printerId, reprint, kind } of asked) {
          const ticket = hall.tickets.get(ticketId)
          if (ticket === undefined) continue
          const slip =
            kind === 'missingPapers'
              ? papersSlip(hall, ticket)
              : slipTicket(hall, ticket, reprint, phoneUrlOf(plan))
          desk.print({ printerId, ticketId, slip })
        }
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'slips could not be made')
        for (const { ticketId } of asked) report({ ticketId, printed: false, fault: 'error' })
      })
  })
  const leftOver = await runner.read((hall) =>
    [...hall.tickets.values()].filter(({ slip }) => slip === 'requested'),
  )
  for (const { ticketId } of leftOver) report({ ticketId, printed: false, fault: 'unknown' })

  return {
    async close() {
      await desk.close()
      await Promise.all(recording)
    },
  }
}

interface Asked {
  ticketId: string
  printerId: string
  reprint: boolean
  kind: SlipKind
}

function slipAskedFor({ event }: StoredEvent): Asked[] {
  if (event.type !== 'TicketIssued' && event.type !== 'SlipRequested') return []
  const { ticketId, printerId } = event
  const kind = event.type === 'SlipRequested' ? event.slip : 'ticket'
  return printerId === null ? [] : [{ ticketId, printerId, reprint: event.type === 'SlipRequested', kind }]
}

function papersSlip(hall: Hall, { ticketNumber, turn, missing, returnRight }: Ticket): MissingPapersSlip {
  const { plan, index } = setUpOf(hall)
  const { header, footer } = plan.slip
  const serviceName = index.services.get(turn.serviceId)?.name ?? plan.hall.name
  return { ticketNumber, serviceName, missing, mayReturn: returnRight, header, footer }
}

function slipTicket(hall: Hall, ticket: Ticket, reprint: boolean, phoneUrl: string): SlipTicket {
  const { plan, index } = setUpOf(hall)
  const { serviceId } = ticket.turn
  const windows = windowsServing(hall, serviceId)
  return {
    ticketNumber: ticket.ticketNumber,
    serviceName: index.services.get(serviceId)?.name ?? plan.hall.name,
    peopleAhead: reprint ? (peopleAhead(hall, ticket) ?? 0) : ticket.peopleAheadAtIssue,
    issuedAt: ticket.issuedAt,
    timeZone: plan.hall.timeZone,
    areaNames: areaNamesOf(index, windows),
    windowLabels: windows.map(({ label }) => label),
    priorityClass: index.priorityClasses.get(ticket.priorityClassId ?? '')?.name ?? null,
    phoneUrl: `${phoneUrl}/t/${ticket.token}`,
    header: plan.slip.header,
    footer: plan.slip.footer,
    missedCall: plan.missedCall,
    promise: reprint ? null : ticket.turn.promise,
    reprint,
  }
}
