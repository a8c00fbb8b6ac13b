/** Keys of the page: not while a text is typed, not for a key held down, not for one that belongs to a button. */
import { useEffect, useRef } from 'react'
import type { Key } from './actions.ts'

export interface Binding {
  key: Key
  run: () => void
}

/** Listens for the bindings of the moment. */
export function useKeys(bindings: readonly Binding[]): void {
  const current = useRef(bindings)
  current.current = bindings
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.defaultPrevented) return
      if (event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return
      const binding = current.current.find(({ key }) => key.codes.includes(event.code))
      if (binding === undefined) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function belongsElsewhere({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.matches('input, textarea, select')) return true
  if (/^(Enter|NumpadEnter|Space)$/.test(code)) return target.matches('button, a')
  return code.startsWith('Arrow') && target.matches('.scrolls')
}
