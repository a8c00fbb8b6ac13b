/**
 * What a screen is shown: one schema a view, and the answers of the commands. Times are milliseconds since
 * 1970 by the server's clock; texts come in every language and the screen chooses.
 */
import { z } from 'zod'
import {
  channels,
  day,
  deviceKinds,
  generatedId,
  printerFaults,
  readableId,
  serviceKinds,
  slipStates,
  staffRoles,
  text,
  ticketNumber,
  ticketStates,
  ticketToken,
  windowStates,
} from './vocabulary.ts'

const instant = z.int().meta({ description: 'milliseconds since 1970-01-01T00:00Z' })
const seq = z.int().min(0).meta({ description: "the journal's sequence number that this rests on" })
const count = z.int().min(0)

/** The answer to a command upon the hall. A repeat with the same Idempotency-Key gets the same one. */
export const receipt = z.strictObject({
  seq,
  at: instant,
  ticket: z
    .strictObject({
      ticketId: generatedId,
      ticketNumber,
      state: z.enum(ticketStates),
      serviceId: readableId,
      windowId: readableId.nullable(),
    })
    .optional(),
  window: z.strictObject({ windowId: readableId, state: z.enum(windowStates) }).optional(),
})
export type Receipt = z.infer<typeof receipt>

/** The answer to `POST /api/tickets`. */
export const issueReceipt = z.strictObject({
  seq,
  at: instant,
  ticket: z.strictObject({
    ticketId: generatedId,
    ticketNumber,
    token: ticketToken,
    state: z.literal('waiting'),
    serviceId: readableId,
    windowId: z.null(),
    priorityClassId: readableId.nullable(),
    peopleAhead: count,
    standing: instant,
  }),
})
export type IssueReceipt = z.infer<typeof issueReceipt>

const serviceBrief = z.strictObject({ serviceId: readableId, name: text, prefix: z.string() })

/** Room `kiosk:<deviceId>`: all that a visitor chooses from. */
export const kioskView = z.strictObject({
  hallName: text,
  areaName: text,
  dayIsOpen: z.boolean(),
  phoneUrl: z.string().meta({ description: "a ticket on one's own phone is at <phoneUrl>/t/<token>" }),
  departments: z.array(
    z.strictObject({
      departmentId: readableId,
      name: text,
      services: z.array(
        serviceBrief.extend({
          itemCode: z.string(),
          kind: z.enum(serviceKinds),
          promisedDays: count,
          materials: z.array(text),
          fee: text.nullable(),
          areaNames: z.array(text),
          windowLabels: z.array(z.string()),
          waiting: count,
          openWindows: count,
        }),
      ),
    }),
  ),
  priorityClasses: z.array(z.strictObject({ priorityClassId: readableId, name: text, creditMinutes: count })),
  missedCall: z.strictObject({ rejoinLimit: count, placesBack: count, graceMinutes: count }),
  printer: z.strictObject({ fault: z.enum(printerFaults).nullable() }).nullable(),
})
export type KioskView = z.infer<typeof kioskView>

/** Room `board:<areaId>`: what the hall sees and hears. No names, no personal data. */
export const boardView = z.strictObject({
  hallName: text,
  areaName: text,
  timeZone: z.string(),
  calls: z
    .array(
      z.strictObject({
        ticketNumber,
        windowLabel: z.string(),
        windowName: text,
        calledAt: instant,
        calls: count.meta({ description: 'how often it was called: 2 and more are recalls' }),
        state: z.enum(ticketStates),
      }),
    )
    .meta({ description: 'newest first' }),
  waiting: z.array(serviceBrief.extend({ waiting: count, windowLabels: z.array(z.string()) })),
  waitingTotal: count,
  missed: z.array(ticketNumber),
  windows: z.array(
    z.strictObject({
      label: z.string(),
      name: text,
      state: z.enum(windowStates),
      ticketNumber: ticketNumber.nullable(),
      pauseReason: text.nullable(),
    }),
  ),
})
export type BoardView = z.infer<typeof boardView>

/** What a clerk needs to know of a ticket. */
export const ticketCard = z.strictObject({
  ticketId: generatedId,
  ticketNumber,
  state: z.enum(ticketStates),
  service: serviceBrief.extend({ materials: z.array(text), kind: z.enum(serviceKinds) }),
  priorityClass: text.nullable(),
  channel: z.enum(channels),
  issuedAt: instant,
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  heldAt: instant.nullable(),
  missedAt: instant.nullable(),
  calls: count,
  note: z.string(),
  earlierTurns: z.array(
    z.strictObject({ serviceName: text, windowLabel: z.string().nullable(), note: z.string() }),
  ),
})
export type TicketCard = z.infer<typeof ticketCard>

/** Room `window:<windowId>`: the clerk's screen. */
export const windowView = z.strictObject({
  windowId: readableId,
  label: z.string(),
  name: text,
  areaName: text,
  state: z.enum(windowStates),
  pauseReason: text.nullable(),
  since: instant.nullable(),
  staffId: generatedId.nullable(),
  present: ticketCard.nullable(),
  waitingTotal: count,
  lines: z.array(serviceBrief.extend({ waiting: count, headIssuedAt: instant.nullable() })),
  next: z.array(ticketCard).meta({ description: 'the ten that would be called next, in order' }),
  held: z.array(ticketCard),
  missed: z.array(ticketCard).meta({ description: 'no-shows that may still rejoin, newest first' }),
  pauseReasons: z.array(z.strictObject({ pauseReasonId: readableId, name: text })),
  transferServices: z.array(serviceBrief),
  transferWindows: z.array(
    z.strictObject({
      windowId: readableId,
      label: z.string(),
      name: text,
      state: z.enum(windowStates),
    }),
  ),
})
export type WindowView = z.infer<typeof windowView>

/** Room `ticket:<token>`, and `GET /api/tickets/:ticketId`: one's own ticket. */
export const ticketView = z.strictObject({
  ticketId: generatedId,
  ticketNumber,
  hallName: text,
  day,
  timeZone: z.string(),
  serviceName: text,
  materials: z.array(text),
  areaNames: z.array(text),
  windowLabels: z.array(z.string()).meta({ description: 'where it may be called to' }),
  state: z.enum(ticketStates),
  peopleAhead: count.nullable().meta({ description: 'null unless it waits' }),
  calledTo: z.strictObject({ label: z.string(), name: text }).nullable(),
  calls: count,
  issuedAt: instant,
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  slip: z.enum(slipStates),
  slipFault: z.enum(printerFaults).nullable(),
  slipPrints: count,
  mayRejoinUntil: instant.nullable(),
  missedCall: z.strictObject({ rejoinLimit: count, placesBack: count, graceMinutes: count }),
})
export type TicketView = z.infer<typeof ticketView>

/** Room `console`: the live hall. */
export const consoleView = z.strictObject({
  hallName: text,
  day,
  timeZone: z.string(),
  today: z.strictObject({
    issued: count,
    waiting: count,
    called: count,
    serving: count,
    held: count,
    served: count,
    noShow: count,
    cancelled: count,
  }),
  windows: z.array(
    z.strictObject({
      windowId: readableId,
      label: z.string(),
      name: text,
      areaId: readableId,
      state: z.enum(windowStates),
      pauseReason: text.nullable(),
      since: instant.nullable(),
      staffId: generatedId.nullable(),
      ticketNumber: ticketNumber.nullable(),
      ticketState: z.enum(ticketStates).nullable(),
      ticketSince: instant.nullable(),
    }),
  ),
  lines: z.array(
    serviceBrief.extend({
      departmentId: readableId,
      waiting: count,
      headIssuedAt: instant.nullable(),
      openWindows: count,
    }),
  ),
  slipFaults: z.array(
    z.strictObject({ ticketId: generatedId, ticketNumber, fault: z.enum(printerFaults), at: instant }),
  ),
})
export type ConsoleView = z.infer<typeof consoleView>

/** `GET /api/windows`: where a clerk may sit down. */
export const windowList = z.array(
  z.strictObject({
    windowId: readableId,
    label: z.string(),
    name: text,
    areaName: text,
    state: z.enum(windowStates),
    staffId: generatedId.nullable(),
  }),
)
export type WindowList = z.infer<typeof windowList>

export const staffMember = z.strictObject({
  staffId: generatedId,
  staffNumber: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  disabled: z.boolean(),
  passwordMustChange: z.boolean(),
})
export type StaffMember = z.infer<typeof staffMember>

export const session = z.strictObject({ sessionToken: z.string(), staff: staffMember })
export type Session = z.infer<typeof session>
export const oneTimePassword = z.strictObject({ staff: staffMember, oneTimePassword: z.string() })

export const device = z.strictObject({
  deviceId: generatedId,
  kind: z.enum(deviceKinds),
  name: z.string(),
  areaId: readableId,
  printerId: readableId.nullable(),
  paired: z.boolean(),
  connected: z.boolean(),
})
export type Device = z.infer<typeof device>
export const pairing = z.strictObject({
  device,
  pairingCode: z.string().regex(/^\d{8}$/),
  validUntil: instant,
})
export type Pairing = z.infer<typeof pairing>
export const pairedDevice = z.strictObject({ deviceToken: z.string(), device })
export type PairedDevice = z.infer<typeof pairedDevice>

/** RFC 9457. `code` and `params` are for programs, `text` for people, `errors` for whoever sent it. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  text: text.optional(),
  errors: z.array(z.strictObject({ path: z.string(), reason: z.string() })).optional(),
  logId: z.string().optional(),
})
export type Problem = z.infer<typeof problem>
