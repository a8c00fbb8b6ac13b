/** For how long a hold lasts: until the visitor is back, or for so many minutes. Tab comes here, the arrows choose. */
import { useT } from '../texts.ts'

const offered = [5, 10, 20, 30] as const
const most = 240

export interface Minutes {
  chosen: 'none' | 'typed' | (typeof offered)[number]
  typed: string
}

/** Null: no end; undefined: what was typed is no number of minutes. */
export function minutesOf({ chosen, typed }: Minutes): number | null | undefined {
  if (chosen === 'none') return null
  if (chosen !== 'typed') return chosen
  const minutes = Number(typed)
  return typed !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= most ? minutes : undefined
}

export function HoldMinutes(props: { value: Minutes; onChange: (value: Minutes) => void }) {
  const { value, onChange } = props
  const t = useT()
  const choices = ['none', ...offered, 'typed'] as const
  const isWrong = value.typed !== '' && minutesOf(value) === undefined
  return (
    <fieldset className="hold-minutes">
      <legend>{t('holdFor')}</legend>
      {choices.map((chosen) => (
        <label key={chosen}>
          <input
            type="radio"
            name="holdMinutes"
            checked={value.chosen === chosen}
            onChange={() => onChange({ ...value, chosen })}
          />
          {chosen === 'none' && t('untilBack')}
          {chosen === 'typed' && t('otherMinutes')}
          {typeof chosen === 'number' && t('minutes', { count: chosen })}
        </label>
      ))}
      <label className="hold-typed">
        <span className="visually-hidden">{t('howManyMinutes')}</span>
        <input
          inputMode="numeric"
          maxLength={3}
          aria-invalid={isWrong}
          placeholder={t('minutesRange')}
          value={value.typed}
          onChange={(event) => onChange({ chosen: 'typed', typed: event.target.value.replace(/\D/g, '') })}
        />
      </label>
      <p role="status">
        {value.chosen === 'none' ? t('holdWithoutEnd') : t(isWrong ? 'minutesWrong' : 'holdEnds')}
      </p>
    </fieldset>
  )
}
