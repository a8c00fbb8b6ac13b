/** The kiosks and boards of the hall: added here, paired with a code, removed. */
import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { Device, Pairing } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'
import { useAnswer } from '../use-answer.ts'
import { AddDevice } from './add-device.tsx'
import { PairingCode } from './pairing-code.tsx'

const askAgainMs = 2_000

/** @param props.now the server's time in ms, for how long a code is valid */
export function DevicesPage({ api, mayChange, now }: { api: Api; mayChange: boolean; now: number }) {
  const t = useT()
  const { language } = useLanguage()
  const { answer: devices, failure, askAgain } = useAnswer<Device[]>(api, '/api/devices', askAgainMs)
  const { answer: plan } = useAnswer<Plan>(api, '/api/plan', null)
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const attempt = async (command: () => Promise<void>) => {
    setRefused(null)
    await command().catch(setRefused)
    askAgain()
  }
  const renew = (deviceId: string) =>
    attempt(async () => setPairing(await api.post<Pairing>(`/api/devices/${deviceId}/pairing-code`, {})))
  const remove = (deviceId: string) =>
    attempt(async () => {
      await api.del(`/api/devices/${deviceId}`)
      if (pairing?.device.deviceId === deviceId) setPairing(null)
    })
  if (plan === null || devices === null) return <Failure of={failure} />

  return (
    <>
      <Failure of={refused ?? failure} />
      {pairing !== null && (
        <PairingCode
          key={pairing.pairingCode}
          pairing={pairing}
          isPaired={devices.some((each) => each.deviceId === pairing.device.deviceId && each.paired)}
          now={now}
          onDismiss={() => setPairing(null)}
        />
      )}
      {mayChange && (
        <AddDevice
          plan={plan}
          onAdd={(body) => attempt(async () => setPairing(await api.post<Pairing>('/api/devices', body)))}
        />
      )}
      <Table<Device>
        rowKey="deviceId"
        size="middle"
        pagination={false}
        dataSource={devices}
        locale={{ emptyText: t('noDevices') }}
        columns={[
          { title: t('kind'), render: (_, each) => t(each.kind) },
          { title: t('deviceName'), dataIndex: 'name', className: 'strong' },
          {
            title: t('area'),
            render: (_, each) => plan.areas.find(({ areaId }) => areaId === each.areaId)?.name[language],
          },
          {
            title: t('printer'),
            render: (_, each) =>
              plan.printers.find(({ printerId }) => printerId === each.printerId)?.name[language] ??
              (each.kind === 'kiosk' ? t('noPrinter') : '—'),
          },
          { title: t('state'), render: (_, each) => <DeviceState device={each} /> },
          {
            key: 'keys',
            title: <span className="visually-hidden">{t('keys')}</span>,
            align: 'right',
            render: (_, each) =>
              mayChange && (
                <span className="row-keys">
                  <Button onClick={() => void renew(each.deviceId)}>{t('renewCode')}</Button>
                  <Popconfirm
                    title={t('removeDevice', { name: each.name })}
                    okText={t('remove')}
                    cancelText={t('cancel')}
                    onConfirm={() => remove(each.deviceId)}
                  >
                    <Button danger>{t('remove')}</Button>
                  </Popconfirm>
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

function DeviceState({ device }: { device: Device }) {
  const t = useT()
  if (!device.paired) return <span className="state-notice">{t('notPaired')}</span>
  if (!device.connected) return <span className="state-bad">{t('notConnected')}</span>
  return <span className="state-good">{t('connected')}</span>
}
