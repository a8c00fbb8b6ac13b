/** What may be asked of the hall: one schema a command, as it is sent in the body of its POST (or PUT). */
import { z } from 'zod'
import { deviceKinds, generatedId, readableId, serviceResults, staffRoles } from './vocabulary.ts'

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

/** `POST /api/tickets`. Staff may name the printer; a kiosk prints where it was set up to. */
export const issueTicket = z.strictObject({
  serviceId: readableId,
  priorityClassId: readableId.nullable().default(null),
  printerId: readableId.optional(),
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
export const call = thisTicket
export const recall = thisTicket
export const start = thisTicket
export const hold = z.strictObject({ ticketId: generatedId, note })
export const resume = thisTicket
export const transfer = z
  .strictObject({
    ticketId: generatedId,
    serviceId: readableId.optional(),
    windowId: readableId.optional(),
    note,
  })
  .refine((value) => value.serviceId !== undefined || value.windowId !== undefined, {
    message: 'say serviceId, windowId or both',
    path: ['serviceId'],
  })
export const complete = z.strictObject({ ticketId: generatedId, result: z.enum(serviceResults) })
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
