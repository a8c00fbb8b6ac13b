/** The accounts of the staff: added with a one-time password, changed, disabled. */
import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import type { StaffMember } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'
import { useAnswer } from '../use-answer.ts'
import { AddStaff } from './add-staff.tsx'
import { ChangeStaff } from './change-staff.tsx'
import { type HandedOver, OneTimePassword } from './one-time-password.tsx'

export function StaffPage({ api }: { api: Api }) {
  const t = useT()
  const { answer: staff, failure, askAgain } = useAnswer<StaffMember[]>(api, '/api/staff', null)
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null)
  const [changing, setChanging] = useState<StaffMember | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const handOver = async (path: string, body: object) => {
    setRefused(null)
    try {
      setHandedOver(await api.post<HandedOver>(path, body))
      askAgain()
      return true
    } catch (error) {
      setRefused(error)
      return false
    }
  }
  return (
    <>
      <Failure of={refused ?? failure} />
      {handedOver !== null && <OneTimePassword handedOver={handedOver} onNoted={() => setHandedOver(null)} />}
      <AddStaff onAdd={(body) => handOver('/api/staff', body)} />
      <Table<StaffMember>
        rowKey="staffId"
        size="middle"
        pagination={false}
        loading={staff === null}
        dataSource={staff ?? []}
        columns={[
          { title: t('staffNumber'), dataIndex: 'staffNumber' },
          { title: t('name'), dataIndex: 'name', className: 'strong' },
          { title: t('role'), render: (_, each) => t(each.role) },
          { title: t('state'), render: (_, each) => <AccountState account={each} /> },
          {
            key: 'keys',
            title: <span className="visually-hidden">{t('keys')}</span>,
            align: 'right',
            render: (_, each) => (
              <span className="row-keys">
                <Button onClick={() => setChanging(each)}>{t('change')}</Button>
                <Popconfirm
                  title={t('resetConfirm', { name: each.name })}
                  okText={t('reset')}
                  cancelText={t('cancel')}
                  onConfirm={() => handOver(`/api/staff/${each.staffId}/password`, {})}
                >
                  <Button>{t('resetPassword')}</Button>
                </Popconfirm>
              </span>
            ),
          },
        ]}
      />
      {changing !== null && (
        <ChangeStaff
          api={api}
          account={changing}
          onDone={() => {
            setChanging(null)
            askAgain()
          }}
        />
      )}
    </>
  )
}

function AccountState({ account }: { account: StaffMember }) {
  const t = useT()
  if (account.disabled) return <span className="state-bad">{t('disabled')}</span>
  if (account.passwordMustChange) return <span className="state-notice">{t('mustChange')}</span>
  return <span className="state-good">{t('inUse')}</span>
}
