/** The words of the product: ids, states, roles and refusal codes. Everything else is spelled with these. */
import { z } from 'zod'

/** A text in every language of the product. */
export const text = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) })
export type Text = z.infer<typeof text>
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** An id that people choose and read: `household`, `w03`, `a`. */
export const readableId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, 40 at most')
/** An id that the server makes: `ticketId`, `staffId`, `deviceId`. */
export const generatedId = z.uuid()
/** What a visitor's phone shows to prove that the ticket is its own: random, base64url. */
export const ticketToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/, '22 base64url characters')
/** What people read and hear: `A001`. */
export const ticketNumber = z.string().regex(/^[A-Z]{1,2}\d{3,5}$/, 'a prefix and digits, such as A001')
/** A calendar day of the hall, in the hall's own time zone: `2026-03-02`. */
export const day = z.iso.date()

export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'served',
  'noShow',
  'cancelled',
  'closed',
] as const
export type TicketState = (typeof ticketStates)[number]

export const windowStates = ['closed', 'open', 'paused'] as const
export type WindowState = (typeof windowStates)[number]

/** How a service at the window ended, as the clerk says it. */
export const serviceResults = ['doneOnTheSpot', 'accepted', 'papersMissing', 'refused', 'enquiry'] as const
export type ServiceResult = (typeof serviceResults)[number]

/** How a turn ended: with a result of the service, or without one. */
export const turnResults = [...serviceResults, 'transferred', 'noShow', 'cancelled', 'closed'] as const
export type TurnResult = (typeof turnResults)[number]

/** How a visit ended; `closed` is what the end of the day closed. */
export const visitOutcomes = ['served', 'noShow', 'cancelled', 'closed'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** 即办件 is done on the spot, 承诺件 within the promised days. */
export const serviceKinds = ['onTheSpot', 'promised'] as const

export const channels = ['kiosk', 'staff'] as const
export type Channel = (typeof channels)[number]

export const staffRoles = ['guide', 'clerk', 'supervisor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

export const deviceKinds = ['kiosk', 'board'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What became of the paper. `none`: nobody asked for one; `requested`: with the printer now. */
export const slipStates = ['none', 'requested', 'printed', 'failed'] as const
export type SlipState = (typeof slipStates)[number]

/** What the paper is: the ticket, or what its visitor has to bring. */
export const slipKinds = ['ticket', 'missingPapers'] as const
export type SlipKind = (typeof slipKinds)[number]

/** Why a slip did not come out, as far as the printer told. `diedHalfway` and `unknown`: some of it may have. */
export const printerFaults = ['off', 'paperOut', 'coverOpen', 'error', 'diedHalfway', 'unknown'] as const
export type PrinterFault = (typeof printerFaults)[number]

/** Why a ticket stands where it does. `carried`: it was left over on an earlier day. */
export const standingRules = ['arrival', 'priority', 'appointment', 'return', 'carried'] as const
export type StandingRule = (typeof standingRules)[number]

/** How somebody came to be called. `helper`: by a window that helps out once the head has waited long enough. */
export const callWays = ['inTurn', 'helper', 'outOfTurn', 'heldBack'] as const
export type CallWay = (typeof callWays)[number]

/** Why somebody was called before somebody else, see `explain`. */
export const precedenceRules = [
  'cameBefore',
  'sentOn',
  'priority',
  'appointment',
  'return',
  'carried',
  'youRejoined',
  'yourSlotIsLater',
  'otherLine',
  'outOfTurn',
  'heldBack',
] as const
export type PrecedenceRule = (typeof precedenceRules)[number]

export const appointmentStates = ['booked', 'checkedIn', 'cancelled', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** Eight digits that a visitor types or shows: of an appointment, or for coming back with missing papers. */
export const visitorCode = z.string().regex(/^\d{8}$/, 'eight digits')

/** Expected answers of "no". A closed list: each has a text in every language in `refusals.ts`. */
export const refusalCodes = [
  'dayNotOpen',
  'serviceOpensAt',
  'serviceClosedToday',
  'noMoreTickets',
  'quotaReached',
  'priorityByStaffOnly',
  'priorityCapReached',
  'reasonRequired',
  'personRequired',
  'personAlreadyWaiting',
  'unknownMatter',
  'unknownAppointment',
  'appointmentOver',
  'appointmentOnAnotherDay',
  'bandNotOffered',
  'bandFull',
  'bookedThatDay',
  'bookingBlocked',
  'tooLateToCancel',
  'unknownReturnCode',
  'outOfTurnNotAllowed',
  'recallTooSoon',
  'noShowTooSoon',
  'clerkBusy',
  'serviceLeftWithoutWindow',
  'unknownAlarm',
  'unknownTicket',
  'unknownWindow',
  'unknownService',
  'unknownPriorityClass',
  'unknownPauseReason',
  'unknownPrinter',
  'unknownArea',
  'noTicketWaiting',
  'ticketNotHere',
  'ticketIsElsewhere',
  'wrongTicketState',
  'notServedHere',
  'windowNotOpen',
  'windowClosed',
  'windowTaken',
  'windowBusy',
  'notYourWindow',
  'clerkAtAnotherWindow',
  'transferToSamePlace',
  'rejoinUsedUp',
  'rejoinTooLate',
  'slipStillPrinting',
  'planDropsWhatIsInUse',
  'planIsOfAnotherHall',
  'keyReused',
  'unknownStaff',
  'staffNumberTaken',
  'lastAdmin',
  'signInFailed',
  'signInPaused',
  'passwordTooWeak',
  'passwordUnchanged',
  'passwordMustChange',
  'unknownDevice',
  'pairingCodeInvalid',
  'notSignedIn',
  'notAllowed',
  'tooManyRequests',
] as const
export type RefusalCode = (typeof refusalCodes)[number]
export type RefusalParams = Readonly<Record<string, string | number>>

/** Who gives a command. `hall` is the server itself: the day's opening and end,
 * the printer's report. `guest`: somebody who books from outside, known by nothing but the appointment's token. */
export type Actor =
  | { kind: 'staff'; staffId: string; role: StaffRole }
  | { kind: 'device'; deviceId: string; deviceKind: DeviceKind }
  | { kind: 'visitor'; ticketId: string }
  | { kind: 'guest' }
  | { kind: 'hall' }
