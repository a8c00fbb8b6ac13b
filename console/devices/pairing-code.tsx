/** The code that pairs a device, large, with the address that carries it. */
import { Button } from 'antd'
import type { Pairing } from '../../protocol/views.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { useT } from '../texts.ts'

const paths = { kiosk: '/kiosk/', board: '/board/' } as const

export function PairingCode(props: {
  pairing: Pairing
  isPaired: boolean
  now: number
  onDismiss: () => void
}) {
  const { pairing, isPaired, now, onDismiss } = props
  const { device, pairingCode, validUntil } = pairing
  const t = useT()
  const path = paths[device.kind]
  const address = `${location.origin}${path}#pair=${pairingCode}`
  const isHere = /^(localhost|127\.|\[::1\])/.test(location.hostname)
  return (
    <section className="handed-over" aria-label={t('pairTitle', { name: device.name })}>
      <h2>{t('pairTitle', { name: device.name })}</h2>
      {isPaired ? (
        <p className="state-good" role="status">
          {t('pairDone')}
        </p>
      ) : (
        <>
          <p className="handed-over-code">
            {pairingCode.slice(0, 4)} {pairingCode.slice(4)}
          </p>
          <p>{t('pairHint', { path: `${location.host}${path}` })}</p>
          <p>
            <a className="handed-over-address" href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          </p>
          {isHere && <p className="quiet">{t('pairLocalhost', { host: location.hostname })}</p>}
          <ValidFor leftMs={now === 0 ? null : validUntil - now} />
        </>
      )}
      <Button onClick={onDismiss}>{t('dismiss')}</Button>
    </section>
  )
}

/** @param props.leftMs null until the server's time is known */
function ValidFor({ leftMs }: { leftMs: number | null }) {
  const t = useT()
  const durationText = useDurationText()
  if (leftMs === null) return null
  return (
    <p className={leftMs > 0 ? 'quiet' : 'failure'}>
      {leftMs > 0 ? t('pairValid', { time: durationText(leftMs) }) : t('pairExpired')}
    </p>
  )
}
