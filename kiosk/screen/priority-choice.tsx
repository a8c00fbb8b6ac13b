/** The priority classes: those by the visitor's own word are chosen, the others are a guide's to give. */
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { useT } from './texts.ts'

export function PriorityChoice(props: {
  classes: KioskView['priorityClasses']
  chosen: string | null
  locked: boolean
  choose: (priorityClassId: string | null) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const own = props.classes.filter(({ givenBy }) => givenBy === 'visitor')
  const byGuide = props.classes.filter(({ givenBy }) => givenBy === 'staff')
  const choices = [
    { id: null, name: t('ordinary') },
    ...own.map((each) => ({ id: each.priorityClassId, name: pick(each.name, language) })),
  ]
  return (
    <fieldset className="priority" disabled={props.locked}>
      <legend>
        {t('priority')} <small>{t('priorityHint')}</small>
      </legend>
      {own.length > 0 &&
        choices.map((choice) => (
          <button
            key={choice.id ?? 'none'}
            type="button"
            className="choice"
            aria-pressed={choice.id === props.chosen}
            onClick={() => props.choose(choice.id)}
          >
            {choice.name}
          </button>
        ))}
      {byGuide.map((each) => (
        <p key={each.priorityClassId} className="choice-of-guide">
          <b>{pick(each.name, language)}</b> {t('askGuide')}
        </p>
      ))}
    </fieldset>
  )
}
