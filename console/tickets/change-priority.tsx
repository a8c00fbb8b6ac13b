/** Another priority class for a ticket that is there, with the reason that stays on record. */
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useTicketsT } from './texts.ts'

const longestReason = 200
const ordinary = ''

export function ChangePriority(props: {
  plan: Plan
  onChange: (body: { priorityClassId: string | null; reason: string }) => Promise<boolean>
}) {
  const { plan, onChange } = props
  const t = useTicketsT()
  const { language } = useLanguage()
  const [priorityClassId, setPriorityClassId] = useState(plan.priorityClasses[0]?.priorityClassId ?? ordinary)
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState('')
  const [underWay, setUnderWay] = useState(false)
  const change = async () => {
    setUnderWay(true)
    setSaid('')
    const body = {
      priorityClassId: priorityClassId === ordinary ? null : priorityClassId,
      reason: reason.trim(),
    }
    if (await onChange(body)) {
      setReason('')
      setSaid(t('changed'))
    }
    setUnderWay(false)
  }
  return (
    <form
      className="change-priority"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <h3>{t('changePriority')}</h3>
      <span className="change-priority-fields">
        <Select
          aria-label={t('toClass')}
          value={priorityClassId}
          onChange={setPriorityClassId}
          options={[
            ...plan.priorityClasses.map((each) => ({
              value: each.priorityClassId,
              label: each.name[language],
            })),
            { value: ordinary, label: t('ordinary') },
          ]}
        />
        <Input
          aria-label={t('reason')}
          placeholder={t('reason')}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button htmlType="submit" disabled={reason.trim() === ''} loading={underWay}>
          {t('change')}
        </Button>
        <span role="status">{said}</span>
      </span>
    </form>
  )
}
