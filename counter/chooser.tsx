/** A list to choose one of by typing: arrows move, Enter chooses, a click does too. */
import { useEffect, useId, useRef, useState } from 'react'
import { matchOptions, type Option } from './match-options.ts'
import { useT } from './texts.ts'

/** @param props.empty what to say when nothing fits; @param props.first the id that stands marked until something is typed */
export function Chooser(props: {
  label: string
  options: readonly Option[]
  empty: string
  first?: string | null
  onChoose: (id: string) => void
}) {
  const { label, options, empty, first, onChoose } = props
  const t = useT()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [markedId, setMarkedId] = useState<string | null>(null)
  const fitting = matchOptions(options, typed)
  const usable = fitting.filter((option) => option.disabled !== true)
  const wanted = markedId ?? (typed === '' ? first : null)
  const marked = usable.find((option) => option.id === wanted) ?? usable[0]
  const list = useRef<HTMLDivElement>(null)
  const markedNow = marked?.id
  useEffect(() => {
    if (markedNow === undefined) return
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [markedNow])

  const move = (by: number) => {
    const at = usable.findIndex((option) => option.id === marked?.id)
    const next = usable[Math.min(Math.max(at + by, 0), usable.length - 1)]
    if (next !== undefined) setMarkedId(next.id)
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && marked !== undefined) onChoose(marked.id)
    else return
    event.preventDefault()
  }
  return (
    <div className="chooser">
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={marked === undefined ? undefined : `${id}-${marked.id}`}
        aria-label={label}
        placeholder={label}
        // biome-ignore lint/a11y/noAutofocus: it opens to be typed into
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarkedId(null)
        }}
        onKeyDown={press}
      />
      <div className="chooser-list" id={id} role="listbox" aria-label={label} ref={list} tabIndex={-1}>
        {fitting.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.id === marked?.id}
            aria-disabled={option.disabled === true}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => option.disabled !== true && onChoose(option.id)}
          >
            <b>{option.short}</b>
            <span>
              {option.title}
              {option.detail !== undefined && <small className="chooser-detail">{option.detail}</small>}
            </span>
            <small>{option.hint}</small>
          </div>
        ))}
      </div>
      {fitting.length === 0 && <p className="chooser-empty">{empty}</p>}
      <p className="chooser-keys">{t('optionsAndKeys')}</p>
    </div>
  )
}
