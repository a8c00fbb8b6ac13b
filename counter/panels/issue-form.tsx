/** Class and paper of a number that a clerk takes for a visitor; Enter takes it. */
import { useState } from 'react'
import type { Plan, PlanService } from '../../protocol/plan.ts'
import { useLanguage } from '../../ui/texts.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'

/** @param props.areaId where the clerk sits: its printer is offered first. @param props.onIssue null: ordinary, no paper */
export function IssueForm(props: {
  plan: Plan
  service: PlanService
  areaId: string | null
  underWay: boolean
  onIssue: (priorityClassId: string | null, printerId: string | null) => void
}) {
  const { plan, service, areaId, underWay, onIssue } = props
  const t = useT()
  const { language } = useLanguage()
  const [priorityClassId, setPriorityClassId] = useState<string | null>(null)
  const [printerId, setPrinterId] = useState<string | null>(
    plan.printers.find((printer) => printer.areaId === areaId)?.printerId ?? null,
  )
  const issue = () => {
    if (!underWay) onIssue(priorityClassId, printerId)
  }
  const classes = [
    { id: null, name: t('ordinary') },
    ...plan.priorityClasses.map((each) => ({ id: each.priorityClassId, name: each.name[language] })),
  ]
  return (
    <form
      className="issue-form"
      onSubmit={(event) => {
        event.preventDefault()
        issue()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.repeat || event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        issue()
      }}
    >
      <p className="chosen">
        <b>{service.name[language]}</b>
      </p>
      <fieldset>
        <legend>{t('priority')}</legend>
        {classes.map(({ id, name }) => (
          <label key={id ?? ''}>
            <input
              type="radio"
              name="priorityClass"
              // biome-ignore lint/a11y/noAutofocus: the next thing to say
              autoFocus={id === null}
              checked={priorityClassId === id}
              onChange={() => setPriorityClassId(id)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {plan.printers.length > 0 && (
        <label className="issue-printer">
          {t('printAt')}
          <select value={printerId ?? ''} onChange={(event) => setPrinterId(event.target.value || null)}>
            <option value="">{t('noPaper')}</option>
            {plan.printers.map((printer) => (
              <option key={printer.printerId} value={printer.printerId}>
                {printer.name[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      <KeyButton cap="Enter" kind="main" disabled={underWay} onPress={issue}>
        {underWay ? t('sending') : t('takeNumber')}
      </KeyButton>
    </form>
  )
}
