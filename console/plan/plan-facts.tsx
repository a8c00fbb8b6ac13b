/** What a plan holds, at a glance. */
import type { Plan } from '../../protocol/plan.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useT } from '../texts.ts'

export function PlanFacts({ plan }: { plan: Plan }) {
  const t = useT()
  const { language } = useLanguage()
  const facts: [string, string | number][] = [
    [t('hall'), plan.hall.name[language]],
    [t('timeZone'), plan.hall.timeZone],
    [t('areas'), plan.areas.map(({ name }) => name[language]).join(language === 'zh' ? '；' : '; ')],
    [t('departments'), plan.departments.length],
    [t('services'), plan.services.length],
    [t('windows'), plan.windows.length],
    [t('priorityClasses'), plan.priorityClasses.length],
    [t('printers'), plan.printers.length],
  ]
  return (
    <dl className="plan-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
