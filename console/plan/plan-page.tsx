/** The plan as a file: what is in force, taken out, put back, and what the server says is wrong with it. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import { type Api, ProblemError, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { Failure } from '../failure.tsx'
import { saveFile } from '../save-file.ts'
import { useT } from '../texts.ts'
import { useAnswer } from '../use-answer.ts'
import { PlanFacts } from './plan-facts.tsx'
import { PlanRules } from './plan-rules.tsx'
import { PriorityClasses } from './priority-classes.tsx'

interface ChosenFile {
  name: string
  plan: object
}

export function PlanPage({ api, mayChange }: { api: Api; mayChange: boolean }) {
  const t = useT()
  const { answer: plan, failure, askAgain } = useAnswer<Plan>(api, '/api/plan', null)
  if (plan === null) return <Failure of={failure} />
  const fileName = `plan-${plan.hall.hallId}.json`
  const download = () =>
    saveFile(new Blob([JSON.stringify(plan, null, 2)], { type: 'application/json' }), fileName)
  return (
    <div className="plan">
      <p className="plan-hint">{t('planHint')}</p>
      <section>
        <h2>{t('inForce')}</h2>
        <PlanFacts plan={plan} />
        <Button onClick={download}>{t('download')}</Button>
      </section>
      <PlanRules plan={plan} />
      <PriorityClasses plan={plan} api={api} />
      {mayChange ? <NewPlan api={api} onApplied={askAgain} /> : <p className="quiet">{t('planReadOnly')}</p>}
    </div>
  )
}

function NewPlan({ api, onApplied }: { api: Api; onApplied: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)

  const choose = async (file: File) => {
    setFailure(null)
    setSaid('')
    setChosen(null)
    try {
      setChosen({ name: file.name, plan: JSON.parse(await file.text()) as object })
    } catch (error) {
      setSaid(t('notJson', { name: file.name, reason: error instanceof Error ? error.message : '' }))
    }
  }
  const apply = async ({ plan }: ChosenFile) => {
    setUnderWay(true)
    setFailure(null)
    try {
      await api.put('/api/plan', plan)
      setChosen(null)
      setSaid(t('applied'))
      onApplied()
    } catch (error) {
      setFailure(error)
    }
    setUnderWay(false)
  }
  const faults = failure instanceof ProblemError ? (failure.problem.errors ?? []) : []
  return (
    <section>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void choose(file)
          event.target.value = ''
        }}
      />
      <Button onClick={() => field.current?.click()}>{t('upload')}</Button>
      <p role="status">{said}</p>
      {chosen !== null && (
        <div className="plan-chosen">
          <h2>{t('chosenFile', { name: chosen.name })}</h2>
          <Button type="primary" loading={underWay} onClick={() => void apply(chosen)}>
            {t(underWay ? 'applying' : 'apply')}
          </Button>
        </div>
      )}
      {failure !== null && faults.length === 0 && (
        <p className="failure" role="alert">
          {sentenceOf(failure, language)}
        </p>
      )}
      {faults.length > 0 && <PlanFaults faults={faults} />}
    </section>
  )
}

function PlanFaults({ faults }: { faults: readonly { path: string; reason: string }[] }) {
  const t = useT()
  return (
    <div role="alert">
      <p className="failure">{t('planFaults', { count: faults.length })}</p>
      <table className="plan-faults">
        <thead>
          <tr>
            <th scope="col">{t('path')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ path, reason }) => (
            <tr key={`${path} ${reason}`}>
              <td>
                <code>{path.replace(/^body\.?/, '') || t('whole')}</code>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
