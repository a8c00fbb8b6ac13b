/** Other services at a window for the rest of today: what it serves, and what it helps out with. */
import { Button, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView } from '../../protocol/views.ts'
import { type Api, ProblemError } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { useLiveT } from './texts.ts'

type ShownWindow = ConsoleView['windows'][number]
type Assigned = Pick<ShownWindow, 'serviceIds' | 'helps'>

const usualMinutes = 10
const mostMinutes = 240

export function AssignWindow(props: { window: ShownWindow; plan: Plan; api: Api; onDone: () => void }) {
  const { window, plan, api, onDone } = props
  const t = useLiveT()
  const [{ serviceIds, helps }, setAssigned] = useState<Assigned>(window)
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const planned = plan.windows.find(({ windowId }) => windowId === window.windowId)
  const send = async () => {
    setUnderWay(true)
    setFailure(null)
    try {
      await api.post(`/api/windows/${window.windowId}/assign`, { serviceIds, helps })
      onDone()
    } catch (error) {
      setFailure(error)
      setUnderWay(false)
    }
  }
  return (
    <Modal
      open
      title={t('assignWindow', { label: window.label })}
      okText={t('assignNow')}
      cancelText={t('leaveIt')}
      okButtonProps={{ disabled: serviceIds.length === 0, loading: underWay }}
      onOk={() => void send()}
      onCancel={onDone}
    >
      <div className="assign">
        <p className="quiet">{t('assignHint')}</p>
        <AssignFailure of={failure} plan={plan} />
        <ServiceChoice
          label={t('serves')}
          plan={plan}
          chosen={serviceIds}
          without={helps.map(({ serviceId }) => serviceId)}
          onChoose={(chosen) => setAssigned({ serviceIds: chosen, helps })}
        />
        <ServiceChoice
          label={t('helpsWith')}
          plan={plan}
          chosen={helps.map(({ serviceId }) => serviceId)}
          without={serviceIds}
          onChoose={(chosen) =>
            setAssigned({
              serviceIds,
              helps: chosen.map(
                (serviceId) =>
                  helps.find((help) => help.serviceId === serviceId) ?? {
                    serviceId,
                    afterMinutes: usualMinutes,
                  },
              ),
            })
          }
        />
        <p className="quiet">{t('helpsHint')}</p>
        <HelpMinutes
          plan={plan}
          helps={helps}
          onChange={(changed) => setAssigned({ serviceIds, helps: changed })}
        />
        {planned !== undefined && <Button onClick={() => setAssigned(planned)}>{t('asPlanned')}</Button>}
      </div>
    </Modal>
  )
}

/** A service that would be left alone is called by its name. */
function AssignFailure({ of: error, plan }: { of: unknown; plan: Plan }) {
  const t = useLiveT()
  const { language } = useLanguage()
  const problem = error instanceof ProblemError ? error.problem : null
  const left = plan.services.find(({ serviceId }) => serviceId === problem?.params?.serviceId)
  if (problem?.code !== 'serviceLeftWithoutWindow' || left === undefined) return <Failure of={error} />
  return (
    <p className="failure" role="alert">
      {t('leftWithout', { service: left.name[language] })}
    </p>
  )
}

function ServiceChoice(props: {
  label: string
  plan: Plan
  chosen: string[]
  without: readonly string[]
  onChoose: (serviceIds: string[]) => void
}) {
  const { label, plan, chosen, without, onChoose } = props
  const t = useLiveT()
  const { language } = useLanguage()
  return (
    <div className="assign-field">
      <span>{label}</span>
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={t('findService')}
        value={chosen}
        onChange={onChoose}
        showSearch={{ optionFilterProp: 'words' }}
        options={plan.services
          .filter(({ serviceId }) => !without.includes(serviceId))
          .map(({ serviceId, prefix, name }) => ({
            value: serviceId,
            label: `${prefix} ${name[language]}`,
            words: `${prefix} ${name.zh} ${name.en}`,
          }))}
      />
    </div>
  )
}

function HelpMinutes(props: {
  plan: Plan
  helps: Assigned['helps']
  onChange: (helps: Assigned['helps']) => void
}) {
  const { plan, helps, onChange } = props
  const t = useLiveT()
  const { language } = useLanguage()
  return (
    <ul className="assign-helps">
      {helps.map((help) => {
        const service =
          plan.services.find(({ serviceId }) => serviceId === help.serviceId)?.name[language] ?? ''
        return (
          <li key={help.serviceId}>
            <span>{service}</span>
            <InputNumber
              aria-label={t('helpAfter', { service })}
              min={0}
              max={mostMinutes}
              precision={0}
              value={help.afterMinutes}
              onChange={(afterMinutes) =>
                onChange(
                  helps.map((each) => (each === help ? { ...help, afterMinutes: afterMinutes ?? 0 } : each)),
                )
              }
            />
            <span>{t('minutes')}</span>
          </li>
        )
      })}
    </ul>
  )
}
