/** A button with its key printed on it. The mouse leaves the focus where it is, so that the keys go on working. */
import type { ReactNode } from 'react'

export function KeyButton(props: {
  cap: string
  children: ReactNode
  onPress: () => void
  disabled?: boolean
  title?: string
  kind?: 'main' | 'warning'
}) {
  const { cap, children, onPress, disabled, title, kind } = props
  return (
    <button
      type="button"
      className={`key-button${kind === undefined ? '' : ` key-button-${kind}`}`}
      disabled={disabled}
      title={title}
      aria-keyshortcuts={cap}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <kbd>{cap}</kbd>
      <span>{children}</span>
    </button>
  )
}
