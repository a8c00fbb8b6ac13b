/**
 * What a screen is shown: one schema a view, and the answers of the commands. Times are milliseconds since
 * 1970 by the server's clock; texts come in every language and the screen chooses.
 */
import { z } from 'zod'
import { crowdingKinds, help } from './plan-rules.ts'
import {
  appointmentStates,
  channels,
  day,
  deviceKinds,
  generatedId,
  printerFaults,
  readableId,
  refusalCodes,
  serviceKinds,
  slipStates,
  staffRoles,
  standingRules,
  text,
  ticketNumber,
  ticketStates,
  ticketToken,
  visitorCode,
  windowStates,
} from './vocabulary.ts'

const instant = z.int().meta({ description: 'milliseconds since 1970-01-01T00:00Z' })
const seq = z.int().min(0).meta({ description: "the journal's sequence number that this rests on" })
const count = z.int().min(0)

/** What was promised at issue, in ms from then on: half of such waits stay under the median, nine of ten under the bound. */
const promisedWait = z.strictObject({ medianMs: count, boundMs: count })

/** How long somebody will still wait, in whole minutes; null where too little was measured to say. */
const waitRange = z.strictObject({ medianMinutes: count, boundMinutes: count }).nullable()
export type WaitRange = z.infer<typeof waitRange>

const missedCallRule = z.strictObject({
  rejoinLimit: count,
  placesBack: count,
  graceMinutes: count,
  callsBeforeNoShow: count,
  recallPauseSeconds: count,
  automatic: z.boolean(),
})

/** Why no ticket is given for a service now. */
const notAdmitted = z
  .strictObject({
    code: z.enum(refusalCodes),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .nullable()

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
  appointment: z
    .strictObject({
      appointmentId: generatedId,
      code: visitorCode,
      token: ticketToken,
      state: z.enum(appointmentStates),
    })
    .optional(),
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
    rule: z.enum(standingRules),
    promise: promisedWait.nullable(),
  }),
})
export type IssueReceipt = z.infer<typeof issueReceipt>

const serviceBrief = z.strictObject({ serviceId: readableId, name: text, prefix: z.string() })

/** Room `kiosk:<deviceId>`: all that a visitor chooses from. */
export const kioskView = z.strictObject({
  hallName: text,
  areaName: text,
  timeZone: z.string(),
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
          onePerPerson: z.boolean(),
          notAdmitted,
          quotaLeft: count.nullable(),
          expected: waitRange,
          outlastsClosing: z
            .boolean()
            .meta({ description: 'a ticket taken now would most likely still wait when the service closes' }),
          closesAt: instant.nullable(),
        }),
      ),
    }),
  ),
  matters: z.array(
    z.strictObject({ matterId: readableId, name: text, prefix: z.string(), serviceNames: z.array(text) }),
  ),
  priorityClasses: z.array(
    z.strictObject({
      priorityClassId: readableId,
      name: text,
      creditMinutes: count,
      givenBy: z.enum(['visitor', 'staff']),
    }),
  ),
  canBook: z.boolean().meta({ description: 'some service can be booked' }),
  missedCall: missedCallRule,
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
  waiting: z.array(
    serviceBrief.extend({ waiting: count, windowLabels: z.array(z.string()), expected: waitRange }),
  ),
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
  service: serviceBrief.extend({
    materials: z.array(text),
    kind: z.enum(serviceKinds),
    returnDays: count.meta({ description: 'within how many days one may come back with missing papers' }),
  }),
  priorityClass: text.nullable(),
  rule: z.enum(standingRules),
  channel: z.enum(channels),
  issuedAt: instant,
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  heldAt: instant.nullable(),
  returnAt: instant.nullable().meta({ description: 'when the hold ends by itself' }),
  mayRecallAt: instant
    .nullable()
    .meta({ description: 'when it may be called again; null unless it is called' }),
  callsBeforeNoShow: count.meta({ description: 'how often it must still be called before it is missed' }),
  stops: z.array(text).meta({ description: 'where the visit goes after this' }),
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
  outOfTurnRoles: z.array(z.enum(staffRoles)),
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
  priorityClass: text.nullable(),
  expected: waitRange.meta({ description: 'from now on' }),
  promised: waitRange.meta({ description: 'what was promised when it was queued' }),
  holdUntil: instant.nullable(),
  stops: z.array(text).meta({ description: 'where the visit goes after this' }),
  missing: z.array(z.string()),
  mayReturn: z.strictObject({ code: z.string(), untilDay: day }).nullable(),
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
  missedCall: missedCallRule,
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
      serviceIds: z.array(readableId),
      helps: z.array(help),
      isOnShift: z.boolean().meta({ description: 'the plan has it staffed now' }),
      isAssigned: z.boolean().meta({ description: 'it serves other services today than in the plan' }),
    }),
  ),
  lines: z.array(
    serviceBrief.extend({
      departmentId: readableId,
      waiting: count,
      headIssuedAt: instant.nullable(),
      openWindows: count,
      expected: waitRange,
      notAdmitted,
    }),
  ),
  alarms: z.array(
    z.strictObject({
      crowdingRuleId: readableId,
      kind: z.enum(crowdingKinds),
      threshold: count,
      serviceId: readableId,
      serviceName: text,
      value: z.number(),
      raisedAt: instant,
      told: z.array(z.enum(staffRoles)),
      seenBy: z.array(z.strictObject({ staffId: generatedId, at: instant })),
    }),
  ),
  isYearUnknown: z.boolean().meta({
    description: 'the public holidays of this or the next month are not known: enter them in the plan',
  }),
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
