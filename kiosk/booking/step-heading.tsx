/** Which step this is. It takes the focus when the step begins, so that a reader of screens is told. */
import { useEffect, useRef } from 'react'
import { useT } from './texts.ts'
import { type Step, steps } from './use-step.ts'

const words = { service: 'chooseService', time: 'chooseTime', person: 'whoComes' } as const

export function StepHeading({ step }: { step: Step }) {
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The first step is where the page begins: nothing changed that would have to be told.
    if (step !== 'service') heading.current?.focus()
    scrollTo(0, 0)
  }, [step])
  return (
    <h2 ref={heading} tabIndex={-1}>
      <small>{t('stepOf', { step: steps.indexOf(step) + 1, steps: steps.length })}</small> {t(words[step])}
    </h2>
  )
}
