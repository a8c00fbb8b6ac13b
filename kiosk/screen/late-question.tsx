/** Before a number that would most likely still wait when the service closes: does the visitor want it all the same? */
import { useEffect, useRef } from 'react'
import { useT } from './texts.ts'

export function LateQuestion(props: {
  timeZone: string
  closesAt: number
  take: () => void
  goBack: () => void
}) {
  const t = useT()
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const time = new Intl.DateTimeFormat('zh-CN', {
    timeZone: props.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(props.closesAt)
  return (
    <section className="late">
      <p ref={question} tabIndex={-1} role="alert">
        {t('outlastsClosing', { time })}
      </p>
      <button type="button" className="take-key" onClick={props.take}>
        {t('takeAllTheSame')}
      </button>
      <button type="button" className="take-key take-back" onClick={props.goBack}>
        {t('goBack')}
      </button>
    </section>
  )
}
