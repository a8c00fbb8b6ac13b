/** The priority classes, what each is worth, and on request what it costs the others as it was measured. */
import { Button } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import { type Api, sentenceOf } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { usePlanT } from './texts.ts'

type PriorityClass = Plan['priorityClasses'][number]

export function PriorityClasses({ plan, api }: { plan: Plan; api: Api }) {
  const t = usePlanT()
  return (
    <section>
      <h2>{t('priorityClasses')}</h2>
      {plan.priorityClasses.length === 0 ? (
        <p className="quiet">{t('noClasses')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('credit')}</th>
              <th scope="col">{t('cap')}</th>
              <th scope="col">{t('givenBy')}</th>
              <th scope="col">{t('cost')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.priorityClasses.map((each) => (
              <ClassRow key={each.priorityClassId} priorityClass={each} api={api} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function ClassRow({ priorityClass, api }: { priorityClass: PriorityClass; api: Api }) {
  const { priorityClassId, name, creditMinutes, dailyCap, givenBy } = priorityClass
  const t = usePlanT()
  const { language } = useLanguage()
  const [cost, setCost] = useState<Text | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const ask = async () => {
    setUnderWay(true)
    setFailure(null)
    await api
      .get<{ text: Text }>(`/api/plan/priority-cost?priorityClassId=${priorityClassId}`)
      .then(({ text }) => setCost(text), setFailure)
    setUnderWay(false)
  }
  return (
    <tr>
      <th scope="row">{name[language]}</th>
      <td>{t('minutes', { count: creditMinutes })}</td>
      <td>{dailyCap ?? t('noCap')}</td>
      <td>{t(givenBy === 'staff' ? 'byStaff' : 'byVisitor')}</td>
      <td className="priority-cost">
        {cost === null && (
          <Button
            size="small"
            aria-label={t('costOf', { name: name[language] })}
            loading={underWay}
            onClick={() => void ask()}
          >
            {t('cost')}
          </Button>
        )}
        <span role="status">{cost?.[language]}</span>
        {failure !== null && (
          <span className="state-bad" role="alert">
            {sentenceOf(failure, language)}
          </span>
        )}
      </td>
    </tr>
  )
}
