/** The frame of a question: its title, its body, and Esc, which leaves it from anywhere. */
import { type ReactNode, useEffect, useRef } from 'react'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'

export function Panel(props: { title: string; hint?: string; onLeave: () => void; children: ReactNode }) {
  const { title, hint, onLeave, children } = props
  const t = useT()
  const leave = useRef(onLeave)
  leave.current = onLeave
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) leave.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <KeyButton cap="Esc" onPress={onLeave}>
          {t('back')}
        </KeyButton>
      </header>
      {hint !== undefined && <p className="panel-hint">{hint}</p>}
      {children}
    </section>
  )
}
