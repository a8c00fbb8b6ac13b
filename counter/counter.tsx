/** Which window this clerk sits at: the one opened in the clerk's name, else the last one here, else to be chosen. */
import { useState } from 'react'
import type { SignedInAs } from '../ui/sign-in/session-state.ts'
import { ChooseWindow } from './choose-window.tsx'
import { Desk } from './desk.tsx'

const storedAs = 'shunwei.counter.windowId'

export function Counter({ who }: { who: SignedInAs }) {
  const [windowId, setWindowId] = useState(() => localStorage.getItem(storedAs))
  const [isChoosing, setIsChoosing] = useState(windowId === null)
  if (isChoosing || windowId === null) {
    return (
      <ChooseWindow
        who={who}
        lastWindowId={windowId}
        onOpened={(opened) => {
          localStorage.setItem(storedAs, opened)
          setWindowId(opened)
          setIsChoosing(false)
        }}
      />
    )
  }
  return <Desk who={who} windowId={windowId} onChooseAnother={() => setIsChoosing(true)} />
}
