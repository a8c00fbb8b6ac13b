/** Name and role of an account, and whether it may still sign in. */
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { StaffMember } from '../../protocol/views.ts'
import { staffRoles } from '../../protocol/vocabulary.ts'
import type { Api } from '../../ui/api.ts'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'

type Fields = Pick<StaffMember, 'name' | 'role' | 'disabled'>

export function ChangeStaff(props: { api: Api; account: StaffMember; onDone: () => void }) {
  const { api, account, onDone } = props
  const t = useT()
  const [form] = Form.useForm<Fields>()
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const save = async ({ name, role, disabled }: Fields) => {
    setUnderWay(true)
    setFailure(null)
    try {
      await api.put(`/api/staff/${account.staffId}`, { name, role, disabled })
      onDone()
    } catch (error) {
      setFailure(error)
      setUnderWay(false)
    }
  }
  return (
    <Modal
      open
      title={t('changeTitle', { name: `${account.name} ${account.staffNumber}` })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={underWay}
      onOk={form.submit}
      onCancel={onDone}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={account}
        onFinish={save}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="role" label={t('role')}>
          <Select options={staffRoles.map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <Form.Item name="disabled" valuePropName="checked">
          <Checkbox>{t('accountDisabled')}</Checkbox>
        </Form.Item>
      </Form>
      <Failure of={failure} />
    </Modal>
  )
}
