/** A screen that is a device of the hall: asks who it is, has it paired when nobody knows it, then shows it. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Device } from '../../protocol/views.ts'
import type { DeviceKind } from '../../protocol/vocabulary.ts'
import { createApi } from '../api.ts'
import { askWhoIAm } from '../ask-who-i-am.ts'
import { keepToken, readToken } from '../storage.ts'
import { PairingPage } from './pairing-page.tsx'
import { useWidgetTexts } from './texts.ts'
import './paired-device.css'

export interface Paired {
  device: Device
  deviceToken: string
  /** The server knows this device no longer: back to pairing. */
  forget: () => void
}

/** @param props.children what to show once the device is known */
export function PairedDevice(props: { kind: DeviceKind; children: (paired: Paired) => ReactNode }) {
  const { kind } = props
  const t = useWidgetTexts()
  const [pairingCode, setPairingCode] = useState(takePairingCodeFromAddress)
  const [deviceToken, setDeviceToken] = useState(() => readToken(kind))
  const [device, setDevice] = useState<Device | null>(null)
  const forget = useCallback(() => {
    keepToken(kind, null)
    setDevice(null)
    setDeviceToken(null)
  }, [kind])
  const mustPair = deviceToken === null || pairingCode !== null
  useEffect(() => {
    if (mustPair || device !== null) return
    const api = createApi(() => deviceToken)
    return askWhoIAm<Device>(api, '/api/devices/me', setDevice, forget)
  }, [mustPair, deviceToken, device, forget])
  const paired = useMemo(
    () => (device === null || deviceToken === null ? null : { device, deviceToken, forget }),
    [device, deviceToken, forget],
  )

  if (mustPair) {
    return (
      <PairingPage
        kind={kind}
        pairingCode={pairingCode}
        onPaired={(answer) => {
          keepToken(kind, answer.deviceToken)
          setDeviceToken(answer.deviceToken)
          setDevice(answer.device)
          setPairingCode(null)
        }}
      />
    )
  }
  if (paired === null) {
    return (
      <main className="device-waits" role="status">
        {t('pairUnreachable')}
      </main>
    )
  }
  return props.children(paired)
}

/** `/kiosk/#pair=12345678`: the code, once; it does not stay in the address. */
function takePairingCodeFromAddress(): string | null {
  const code = /^#pair=(\d{8})$/.exec(location.hash)?.[1] ?? null
  if (code !== null) history.replaceState(null, '', location.pathname)
  return code
}
