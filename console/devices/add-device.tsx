/** A kiosk or a board to be added: what it is called, where it stands, where it prints. */
import { Button, Form, Input, Select } from 'antd'
import type { Plan } from '../../protocol/plan.ts'
import { type DeviceKind, deviceKinds } from '../../protocol/vocabulary.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useT } from '../texts.ts'

interface Fields {
  kind: DeviceKind
  name: string
  areaId: string
  printerId: string
}
export type DeviceToAdd = Omit<Fields, 'printerId'> & { printerId: string | null }

export function AddDevice({ plan, onAdd }: { plan: Plan; onAdd: (device: DeviceToAdd) => Promise<void> }) {
  const t = useT()
  const { language } = useLanguage()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const add = async ({ printerId, ...fields }: Fields) => {
    await onAdd({ ...fields, printerId: fields.kind === 'kiosk' && printerId !== '' ? printerId : null })
    form.resetFields(['name'])
  }
  return (
    <Form<Fields>
      form={form}
      layout="inline"
      className="add-form"
      aria-label={t('addDevice')}
      requiredMark={false}
      initialValues={{ kind: 'kiosk', areaId: plan.areas[0]?.areaId, printerId: '' }}
      onFinish={add}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Select options={deviceKinds.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('deviceName')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={40} placeholder={t('deviceNameExample')} />
      </Form.Item>
      <Form.Item name="areaId" label={t('area')}>
        <Select options={plan.areas.map(({ areaId, name }) => ({ value: areaId, label: name[language] }))} />
      </Form.Item>
      {kind !== 'board' && (
        <Form.Item name="printerId" label={t('printer')}>
          <Select
            options={[
              { value: '', label: t('noPrinter') },
              ...plan.printers.map(({ printerId, name }) => ({ value: printerId, label: name[language] })),
            ]}
          />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit">
        {t('addDevice')}
      </Button>
    </Form>
  )
}
