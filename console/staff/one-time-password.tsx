/** A one-time password, shown this once. */
import { Button } from 'antd'
import type { StaffMember } from '../../protocol/views.ts'
import { useT } from '../texts.ts'

export interface HandedOver {
  staff: StaffMember
  oneTimePassword: string
}

export function OneTimePassword({ handedOver, onNoted }: { handedOver: HandedOver; onNoted: () => void }) {
  const t = useT()
  const { name, staffNumber } = handedOver.staff
  return (
    <section className="handed-over" aria-live="polite">
      <h2>{t('oneTime', { name, number: staffNumber })}</h2>
      <p className="handed-over-code">{handedOver.oneTimePassword}</p>
      <p>{t('oneTimeHint')}</p>
      <Button onClick={onNoted}>{t('noted')}</Button>
    </section>
  )
}
