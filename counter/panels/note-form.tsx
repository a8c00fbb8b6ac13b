/** A note, and the key that sends it: Enter. */
import { useState } from 'react'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'

const longestNote = 200

export function NoteForm(props: { action: string; underWay: boolean; onSend: (note: string) => void }) {
  const { action, underWay, onSend } = props
  const t = useT()
  const [note, setNote] = useState('')
  const send = () => {
    if (!underWay) onSend(note.trim())
  }
  return (
    <div className="note-form">
      <label>
        {t('noteField')}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens to be typed into
          autoFocus
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return
            event.preventDefault()
            send()
          }}
        />
      </label>
      <KeyButton cap="Enter" kind="main" disabled={underWay} onPress={send}>
        {underWay ? t('sending') : action}
      </KeyButton>
    </div>
  )
}
