/** A number for a visitor who takes none at the kiosk: the service, then class and paper, then the number itself. */
import { useEffect, useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { IssueReceipt, WindowView } from '../../protocol/views.ts'
import { type Api, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Chooser } from '../chooser.tsx'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { IssueForm } from './issue-form.tsx'
import { IssuedTicket } from './issued-ticket.tsx'
import { Panel } from './panel.tsx'

export function IssuePanel(props: { view: WindowView; api: Api; commands: Commands; onDone: () => void }) {
  const { view, api, commands, onDone } = props
  const t = useT()
  const { language } = useLanguage()
  const { plan, failure } = usePlan(api)
  const [serviceId, setServiceId] = useState<string | null>(null)
  const [issued, setIssued] = useState<IssueReceipt | null>(null)
  const service = plan?.services.find((each) => each.serviceId === serviceId)

  const issue = async (priorityClassId: string | null, printerId: string | null) => {
    const body = { serviceId, priorityClassId, ...(printerId === null ? {} : { printerId }) }
    setIssued(await commands.give<IssueReceipt>('/api/tickets', body))
  }
  if (issued !== null) return <IssuedTicket api={api} issued={issued} onDone={onDone} />
  return (
    <Panel title={t('issueTitle')} onLeave={service === undefined ? onDone : () => setServiceId(null)}>
      {plan === null || service === undefined ? (
        <>
          {failure !== null && <p role="alert">{sentenceOf(failure, language)}</p>}
          <Chooser
            label={t('findService')}
            empty={t('noServiceFits')}
            options={view.transferServices.map((each) => ({
              id: each.serviceId,
              short: each.prefix,
              title: each.name[language],
              hint: '',
              words: [each.name.zh, each.name.en],
            }))}
            onChoose={setServiceId}
          />
        </>
      ) : (
        <IssueForm
          plan={plan}
          service={service}
          areaId={plan.windows.find(({ windowId }) => windowId === view.windowId)?.areaId ?? null}
          underWay={commands.underWay}
          onIssue={(priorityClassId, printerId) => void issue(priorityClassId, printerId)}
        />
      )}
    </Panel>
  )
}

/** The classes and printers of the hall, asked for when the panel opens. */
function usePlan(api: Api): { plan: Plan | null; failure: unknown } {
  const [plan, setPlan] = useState<Plan | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    api.get<Plan>('/api/plan').then(setPlan, setFailure)
  }, [api])
  return { plan, failure }
}
