/** Somebody new: number, name, role. */
import { Button, Form, Input, Select } from 'antd'
import { type StaffRole, staffRoles } from '../../protocol/vocabulary.ts'
import { useT } from '../texts.ts'

interface Fields {
  staffNumber: string
  name: string
  role: StaffRole
}

/** @param props.onAdd answers whether it was done */
export function AddStaff({ onAdd }: { onAdd: (fields: Fields) => Promise<boolean> }) {
  const t = useT()
  const [form] = Form.useForm<Fields>()
  const add = async (fields: Fields) => {
    if (await onAdd(fields)) form.resetFields(['staffNumber', 'name'])
  }
  return (
    <Form<Fields>
      form={form}
      layout="inline"
      className="add-form"
      aria-label={t('addStaff')}
      requiredMark={false}
      initialValues={{ role: 'clerk' }}
      onFinish={add}
    >
      <Form.Item
        name="staffNumber"
        label={t('staffNumber')}
        rules={[{ required: true, pattern: /^[A-Za-z0-9]{1,20}$/ }]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('role')}>
        <Select options={staffRoles.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('addStaff')}
      </Button>
    </Form>
  )
}
