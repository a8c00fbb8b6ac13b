/** The booked visitor is here: by the code of the booking, its QR code, or the phone number. */
import type { AppointmentView } from '../../protocol/appointments.ts'
import type { IssueReceipt, KioskView } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { EntryPage, type Reading } from './entry-page.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import type { ShownTicket } from './ticket-page.tsx'
import { useSend } from './use-send.ts'
import { shownTicket } from './use-take.ts'
import { lastPart } from './use-typed.ts'

type Proof = { code: string } | { phone: string } | { token: string }

export function BookingPage(props: Common & { view: KioskView }) {
  const t = useT()
  const { api, view, go } = props
  const sending = useSend<ShownTicket>((ticket) => go({ name: 'ticket', ticket }))
  const read = (typed: string): Reading<Proof> => ({
    shown: typed,
    spoken: t('numberEntered', { number: typed }),
    value: proofIn(lastPart(typed)),
  })
  const checkIn = async (proof: Proof, key: string) => {
    const by = 'token' in proof ? { code: await codeOf(api, proof.token) } : proof
    const { ticket } = await api.post<IssueReceipt>('/api/appointments/check-in', by, key)
    return shownTicket(view, ticket)
  }
  return (
    <EntryPage
      {...props}
      title={t('bookingTitle')}
      note={t('bookingHint')}
      letters={[]}
      read={read}
      labels={{ send: t('checkIn'), sending: t('taking') }}
      sending={sending}
      onSend={(proof) => sending.send(JSON.stringify(proof), (key) => checkIn(proof, key))}
    />
  )
}

/** Codes have eight digits, and phone numbers more. */
function proofIn(typed: string): Proof | null {
  if (/^\d{8}$/.test(typed)) return { code: typed }
  if (/^\d{10,15}$/.test(typed)) return { phone: typed }
  return /^[\w-]{22}$/.test(typed) ? { token: typed } : null
}

async function codeOf(api: Api, token: string): Promise<string> {
  return (await api.get<AppointmentView>(`/api/appointments/${token}`)).code
}
