/** A note, what else is asked beside it, and the key that sends it all: Enter. */
import { type ReactNode, useState } from 'react'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'

const longestNote = 200

/** @param props.isReady false while something that must be said is not */
export function NoteForm(props: {
  label: string
  action: string
  underWay: boolean
  isReady: (note: string) => boolean
  onSend: (note: string) => void
  children?: ReactNode
}) {
  const { label, action, underWay, isReady, onSend, children } = props
  const t = useT()
  const [typed, setTyped] = useState('')
  const note = typed.trim()
  const send = () => {
    if (!underWay && isReady(note)) onSend(note)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter sends from each of its fields
    <div
      className="note-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return
        if (event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        send()
      }}
    >
      <label>
        {label}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens to be typed into
          autoFocus
          maxLength={longestNote}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {children}
      <KeyButton cap="Enter" kind="main" disabled={underWay || !isReady(note)} onPress={send}>
        {underWay ? t('sending') : action}
      </KeyButton>
    </div>
  )
}
