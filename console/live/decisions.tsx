/** What needs a decision, each with what can be done about it. */
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView, StaffMember } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'
import { Alarm, type CrowdingAlarm } from './alarm.tsx'
import { type ToDecide, whatToDecide } from './what-to-decide.ts'

export function Decisions(props: {
  view: ConsoleView
  plan: Plan
  staff: readonly StaffMember[]
  who: StaffMember
  api: Api
  now: number
}) {
  const { view, plan, staff, who, api, now } = props
  const t = useT()
  const decisions = whatToDecide(view, plan, now)
  const [failure, setFailure] = useState<unknown>(null)
  const reprint = async (ticketId: string, printerId: string | null) => {
    setFailure(null)
    const body = printerId === null ? {} : { printerId }
    await api.post(`/api/tickets/${ticketId}/reprint`, body).catch(setFailure)
  }
  const see = async ({ crowdingRuleId, serviceId }: CrowdingAlarm) => {
    setFailure(null)
    await api.post('/api/alarms/see', { crowdingRuleId, serviceId }).catch(setFailure)
  }
  return (
    <section className="decisions">
      <h2>{t('toDecide')}</h2>
      <Failure of={failure} />
      {decisions.length === 0 && <p className="quiet">{t('nothingToDecide')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when long, and the keyboard has to reach it */}
      <ul tabIndex={0} aria-label={t('toDecide')}>
        {decisions.map((decision) => (
          <li key={keyOf(decision)} className={`decision-${decision.what}`}>
            {decision.what === 'alarm' && (
              <Alarm alarm={decision.alarm} view={view} staff={staff} who={who} now={now} onSee={see} />
            )}
            {decision.what === 'slip' && <SlipFault slip={decision.slip} plan={plan} onReprint={reprint} />}
            {(decision.what === 'noWindow' || decision.what === 'overTarget') && (
              <LineDecision decision={decision} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function keyOf(decision: ToDecide): string {
  switch (decision.what) {
    case 'alarm':
      return `alarm ${decision.alarm.crowdingRuleId} ${decision.alarm.serviceId}`
    case 'slip':
      return `slip ${decision.slip.ticketId}`
    default:
      return `${decision.what} ${decision.line.serviceId}`
  }
}

function LineDecision({ decision }: { decision: Extract<ToDecide, { what: 'noWindow' | 'overTarget' }> }) {
  const t = useT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const { line } = decision
  const service = line.name[language]
  const count = line.waiting
  if (decision.what === 'noWindow') {
    return (
      <>
        <b>{t('noWindowOpen', { service, count })}</b>
        <span>{t('mayOpen', { labels: decision.mayOpen.join(language === 'zh' ? '、' : ', ') })}</span>
      </>
    )
  }
  const { waitMs, targetMinutes } = decision
  return (
    <>
      <b>{t('overTarget', { service, wait: durationText(waitMs), target: targetMinutes })}</b>
      <span>{t('overTargetHint', { count, windows: line.openWindows })}</span>
    </>
  )
}

function SlipFault(props: {
  slip: ConsoleView['slipFaults'][number]
  plan: Plan
  onReprint: (ticketId: string, printerId: string | null) => Promise<void>
}) {
  const { slip, plan, onReprint } = props
  const t = useT()
  const { language } = useLanguage()
  const [printerId, setPrinterId] = useState('')
  const [underWay, setUnderWay] = useState(false)
  const reprint = async () => {
    setUnderWay(true)
    await onReprint(slip.ticketId, printerId === '' ? null : printerId)
    setUnderWay(false)
  }
  return (
    <>
      <b>{t('slipFailed', { number: slip.ticketNumber, fault: t(slip.fault) })}</b>
      <span className="decision-keys">
        <Select
          size="small"
          aria-label={t('reprintAt')}
          value={printerId}
          onChange={setPrinterId}
          options={[
            { value: '', label: t('samePrinter') },
            ...plan.printers.map((printer) => ({ value: printer.printerId, label: printer.name[language] })),
          ]}
        />
        <Button size="small" type="primary" loading={underWay} onClick={() => void reprint()}>
          {t('reprint')}
        </Button>
      </span>
    </>
  )
}
