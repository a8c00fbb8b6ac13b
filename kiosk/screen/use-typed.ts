/** What was typed so far: by touch, by keyboard, or by a scanner, which types fast and ends with Enter. */
import { useCallback, useEffect, useRef, useState } from 'react'

/** An address from a QR code, with room to spare. */
const longest = 300

/** Nobody's number stands on the screen for longer than this after the last key. */
const forgottenAfterMs = 20_000

/** @param onEnter what Enter does, on the keyboard and at the end of a scan */
export function useTyped(onEnter: () => void): {
  typed: string
  press: (key: string) => void
  /** What is typed next begins anew; deleting still goes on with what is there. */
  beginAnew: () => void
} {
  const [typed, setTyped] = useState('')
  const isOver = useRef(false)
  const enter = useRef(onEnter)
  enter.current = onEnter
  const press = useCallback((key: string) => {
    const anew = isOver.current
    isOver.current = false
    setTyped((before) => {
      if (key === 'Backspace') return isScan(before) ? '' : before.slice(0, -1)
      return anew ? key : (before + key).slice(0, longest)
    })
  }, [])
  const beginAnew = useCallback(() => {
    isOver.current = true
  }, [])
  useEffect(() => {
    if (typed === '') return
    const timer = setTimeout(() => setTyped(''), forgottenAfterMs)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === 'Enter') {
        if (!(event.target instanceof HTMLButtonElement)) enter.current()
      } else if (event.key === 'Backspace' || /^[!-~]$/.test(event.key)) {
        // Else the Enter that ends a scan would press the key that was touched last.
        if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur()
        press(event.key)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [press])
  return { typed, press, beginAnew }
}

/** An address, and not something that people type. */
export function isScan(typed: string): boolean {
  return typed.includes('/') || typed.includes(':')
}

/** The end of a scanned address, or what was typed. */
export function lastPart(typed: string): string {
  return typed.replace(/\/$/, '').split(/[/=#]/).at(-1) ?? ''
}
