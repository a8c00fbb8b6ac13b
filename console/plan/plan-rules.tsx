/** The rules of the line in words, so that a plan can be checked without reading its file. */
import type { Plan } from '../../protocol/plan.ts'
import { useLanguage } from '../../ui/texts.ts'
import { ruleSections } from './rule-sentences.ts'
import { usePlanT } from './texts.ts'

export function PlanRules({ plan }: { plan: Plan }) {
  const t = usePlanT()
  const { language } = useLanguage()
  return (
    <section>
      <h2>{t('rules')}</h2>
      <div className="plan-rules">
        {ruleSections(plan, language, t).map(({ word, sentences }) => (
          <div key={word}>
            <h3>{t(word)}</h3>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
