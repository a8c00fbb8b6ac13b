/** The lines that the window serves: how many wait in each, and how long the first has. */
import type { WindowView } from '../protocol/views.ts'
import { useLanguage } from '../ui/texts.ts'
import { useDurationText } from '../ui/widgets/duration.tsx'
import { useT } from './texts.ts'

/** The lines that the window serves, beside the lists where there is room. */
export function Lines({ view, now }: { view: WindowView; now: number }) {
  const t = useT()
  return (
    <section className="lines">
      <h2>{t('lines')}</h2>
      <LineRows view={view} now={now} />
    </section>
  )
}

export function LineRows({ view, now }: { view: WindowView; now: number }) {
  const { language } = useLanguage()
  const durationText = useDurationText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <ul className="line-rows scrolls" tabIndex={0}>
      {view.lines.map((line) => (
        <li key={line.serviceId} className={line.waiting === 0 ? 'line-empty' : ''}>
          <i>{line.prefix}</i>
          <span>{line.name[language]}</span>
          <b>{line.waiting}</b>
          <small>{line.headIssuedAt === null ? '' : durationText(now - line.headIssuedAt)}</small>
        </li>
      ))}
    </ul>
  )
}
