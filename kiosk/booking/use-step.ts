/** The steps of a booking are steps of the browser's history too: its back button goes one step back. */
import { useEffect, useState } from 'react'

export const steps = ['service', 'time', 'person'] as const
export type Step = (typeof steps)[number]

export function useStep(): { step: Step; goTo: (step: Step) => void } {
  const [step, setStep] = useState<Step>('service')
  useEffect(() => {
    history.replaceState('service', '')
    const show = ({ state }: PopStateEvent) => setStep(steps.find((each) => each === state) ?? 'service')
    addEventListener('popstate', show)
    return () => removeEventListener('popstate', show)
  }, [])
  const goTo = (next: Step) => {
    const back = steps.indexOf(step) - steps.indexOf(next)
    if (back > 0) return history.go(-back)
    history.pushState(next, '')
    setStep(next)
  }
  return { step, goTo }
}
