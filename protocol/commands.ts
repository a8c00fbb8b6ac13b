/** What may be asked of the hall: one schema a command, as it is sent in the body of its POST (or PUT). */
import { z } from 'zod'
import { help } from './plan-rules.ts'
import {
  day,
  deviceKinds,
  generatedId,
  readableId,
  serviceResults,
  staffRoles,
  ticketToken,
  visitorCode,
} from './vocabulary.ts'

/** What people type: no control or formatting characters, which would reverse or hide what others read. */
const typed = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'no control characters')
const name = typed(40).min(1)
const note = typed(200).default('')

/** The ticket that the clerk sees at the window. A screen that lags behind can so never act on the next one. */
const thisTicket = z.strictObject({ ticketId: generatedId })
const nothing = z.strictObject({})

const personalNumber = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z \-+]{4,28}[0-9A-Za-z]$/, 'letters and digits, 6 to 30')

/** `POST /api/tickets`. Staff may name the printer; a kiosk prints where it was set up to. */
export const issueTicket = z
  .strictObject({
    serviceId: readableId.optional(),
    matterId: readableId.optional(),
    returnCode: z.union([visitorCode, ticketToken]).optional(),
    priorityClassId: readableId.nullable().default(null),
    personNumber: personalNumber
      .optional()
      .meta({ description: 'the identity number; only a keyed hash of the day is kept' }),
    printerId: readableId.optional(),
  })
  .refine(
    ({ serviceId, matterId, returnCode }) =>
      [serviceId, matterId, returnCode].filter((each) => each !== undefined).length === 1,
    { path: ['serviceId'], message: 'say one of serviceId, matterId and returnCode' },
  )

/** `POST /api/tickets/:ticketId/priority`: another class, or none, with the reason. */
export const changePriority = z.strictObject({
  priorityClassId: readableId.nullable(),
  reason: typed(200).min(1, 'give a reason'),
})
/** `POST /api/tickets/:ticketId/ready`: the visitor on hold is back before the time. */
export const ready = nothing

/** `POST /api/appointments` */
export const bookAppointment = z.strictObject({
  serviceId: readableId,
  day,
  from: z.string().regex(/^\d{2}:\d{2}$/, 'the beginning of a band, such as 09:00'),
  name,
  personNumber: personalNumber,
  phone: personalNumber,
})
/** `POST /api/appointments/:token/cancel` */
export const cancelAppointment = nothing
/** `POST /api/appointments/check-in` */
export const checkIn = z
  .strictObject({
    code: visitorCode.optional(),
    phone: personalNumber.optional(),
    printerId: readableId.optional(),
  })
  .refine(({ code, phone }) => (code === undefined) !== (phone === undefined), {
    path: ['code'],
    message: 'say code or phone',
  })
/** `POST /api/alarms/see`: somebody who was told of a crowding has seen it. */
export const seeAlarm = z.strictObject({ crowdingRuleId: readableId, serviceId: readableId })
/** `POST /api/windows/:windowId/assign`: other services for the rest of the day. */
export const assignWindow = z.strictObject({
  serviceIds: z.array(readableId).min(1).max(500),
  helps: z.array(help).max(500).default([]),
})

/** `POST /api/tickets/:ticketId/{cancel,rejoin,reprint}` */
export const cancel = nothing
export const rejoin = nothing
export const reprint = z.strictObject({ printerId: readableId.optional() })

/** `POST /api/windows/:windowId/…` */
export const openWindow = nothing
export const pauseWindow = z.strictObject({ pauseReasonId: readableId })
export const closeWindow = nothing
export const callNext = nothing
export const call = z.strictObject({
  ticketId: generatedId,
  reason: note.meta({ description: 'why out of turn; it is kept on record' }),
})
export const recall = thisTicket
export const start = thisTicket
export const hold = z.strictObject({
  ticketId: generatedId,
  note,
  returnMinutes: z.int().min(1).max(240).nullable().default(null),
})
export const resume = thisTicket
export const transfer = z
  .strictObject({
    ticketId: generatedId,
    serviceId: readableId.optional(),
    windowId: readableId.optional(),
    backToMe: z.boolean().default(false),
    note,
  })
  .refine((value) => value.serviceId !== undefined || value.windowId !== undefined, {
    message: 'say serviceId, windowId or both',
    path: ['serviceId'],
  })
export const complete = z
  .strictObject({
    ticketId: generatedId,
    result: z.enum(serviceResults),
    missing: z.array(typed(400).min(1)).max(50).default([]),
  })
  .refine(({ result, missing }) => result === 'papersMissing' || missing.length === 0, {
    path: ['missing'],
    message: 'only with the result papersMissing',
  })
export const noShow = thisTicket

const staffNumber = z.string().regex(/^[A-Za-z0-9]{1,20}$/, 'letters and digits, 20 at most')
const secret = z.string().min(1).max(200)

/** `POST /api/session`: the staff number with a PIN or a password. */
export const signIn = z.strictObject({ staffNumber, password: secret })
/** `POST /api/session/password`: one's own password. */
export const changePassword = z.strictObject({ currentPassword: secret, newPassword: secret })

/** `POST /api/staff` answers with a one-time password; `PUT /api/staff/:staffId` changes the rest. */
export const addStaff = z.strictObject({
  staffNumber,
  name,
  role: z.enum(staffRoles),
})
export const changeStaff = z.strictObject({
  name,
  role: z.enum(staffRoles),
  disabled: z.boolean(),
})
/** `POST /api/staff/:staffId/password` answers with a new one-time password. */
export const resetPassword = nothing

/** `POST /api/devices` answers with a pairing code, which the device shows once to get its token. */
export const addDevice = z.strictObject({
  kind: z.enum(deviceKinds),
  name,
  areaId: readableId,
  printerId: readableId.nullable().default(null),
})
/** `PUT /api/devices/:deviceId` */
export const changeDevice = z.strictObject({ name, areaId: readableId, printerId: readableId.nullable() })
/** `POST /api/devices/:deviceId/pairing-code` */
export const renewPairingCode = nothing
/** `POST /api/devices/pair` */
export const pairDevice = z.strictObject({ pairingCode: z.string().regex(/^\d{8}$/, 'eight digits') })
