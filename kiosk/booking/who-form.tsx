/** Who comes. What is kept of it is said beside it, before it is sent. */
import { type FormEvent, useRef, useState } from 'react'
import { useT } from './texts.ts'

export interface Person {
  readonly name: string
  readonly personNumber: string
  readonly phone: string
}

const fields = [
  { name: 'name', label: 'name', wrong: 'nameWrong', hint: null, mode: 'text', complete: 'name' },
  {
    name: 'personNumber',
    label: 'personNumber',
    wrong: 'personNumberWrong',
    hint: 'personNumberHint',
    mode: 'text',
    complete: 'off',
  },
  { name: 'phone', label: 'phone', wrong: 'phoneWrong', hint: null, mode: 'tel', complete: 'tel' },
] as const
type FieldName = keyof Person

/** As people type numbers: with blanks and hyphens, and the phone's with the country in front. */
function tidied(typed: Record<FieldName, string>): Person {
  const plain = (number: string) => number.replace(/[\s-]/g, '').toUpperCase()
  return {
    name: typed.name.trim(),
    personNumber: plain(typed.personNumber),
    phone: plain(typed.phone).replace(/^(\+|00)86/, ''),
  }
}

function wrongIn({ name, personNumber, phone }: Person): FieldName[] {
  const wrong: FieldName[] = []
  if (name === '' || name.length > 40) wrong.push('name')
  if (!/^[0-9A-Z]{6,30}$/.test(personNumber)) wrong.push('personNumber')
  if (!/^[0-9]{6,20}$/.test(phone)) wrong.push('phone')
  return wrong
}

export function WhoForm({ busy, onBook }: { busy: boolean; onBook: (person: Person) => void }) {
  const t = useT()
  const [typed, setTyped] = useState<Record<FieldName, string>>({ name: '', personNumber: '', phone: '' })
  const [wrong, setWrong] = useState<readonly FieldName[]>([])
  const form = useRef<HTMLFormElement>(null)
  const book = (event: FormEvent) => {
    event.preventDefault()
    const person = tidied(typed)
    const found = wrongIn(person)
    setWrong(found)
    const first = found[0]
    if (first === undefined) onBook(person)
    else form.current?.querySelector<HTMLInputElement>(`input[name=${first}]`)?.focus()
  }
  return (
    <form ref={form} className="who" noValidate onSubmit={book}>
      {fields.map((field) => {
        const isWrong = wrong.includes(field.name)
        return (
          <div key={field.name} className="field">
            <label htmlFor={field.name}>{t(field.label)}</label>
            {field.hint !== null && <small id={`${field.name}-hint`}>{t(field.hint)}</small>}
            <input
              id={field.name}
              name={field.name}
              type={field.mode}
              maxLength={40}
              autoComplete={field.complete}
              required
              aria-invalid={isWrong}
              aria-describedby={`${field.name}-hint ${field.name}-wrong`}
              value={typed[field.name]}
              onChange={(event) => setTyped({ ...typed, [field.name]: event.target.value })}
            />
            <p id={`${field.name}-wrong`} className="wrong">
              {isWrong ? t(field.wrong) : ''}
            </p>
          </div>
        )
      })}
      <p className="kept">{t('whatIsKept')}</p>
      <button type="submit" className="main" disabled={busy}>
        {t(busy ? 'working' : 'book')}
      </button>
    </form>
  )
}
