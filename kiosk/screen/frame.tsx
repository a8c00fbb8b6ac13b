/** The frame of every page: what it is about above (or at the left), what to do below, the keys at the foot. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from './texts.ts'

export function Frame(props: {
  title: string
  head?: ReactNode
  lead?: ReactNode
  children: ReactNode
  foot: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page, to be read from its top
  useEffect(() => heading.current?.focus(), [props.title])
  return (
    <>
      <header className="head">
        {props.lead}
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.head}
      </header>
      <main className="body">{props.children}</main>
      <footer className="foot">{props.foot}</footer>
    </>
  )
}

/** The keys that lead back, with the seconds that are left once they are few. */
export function BackKeys(props: { secondsLeft: number; goBack?: () => void; goHome: () => void }) {
  const t = useT()
  return (
    <>
      {props.goBack !== undefined && (
        <button type="button" className="key" onClick={props.goBack}>
          ‹ {t('back')}
        </button>
      )}
      <button type="button" className="key" onClick={props.goHome}>
        {t('home')}
      </button>
      {props.secondsLeft <= 15 && (
        <span className="seconds-left">{t('homeIn', { count: props.secondsLeft })}</span>
      )}
    </>
  )
}
