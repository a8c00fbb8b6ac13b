/** The calls: the newest largest, those before it below, and each new one over a third of the screen. */
import type { CSSProperties } from 'react'
import { Say } from './both.tsx'
import { type Call, callKey } from './use-announcements.ts'

const shownBelow = 8
const shownBelowWide = 4

export function Calls({ calls }: { calls: readonly Call[] }) {
  const [newest, ...earlier] = calls
  if (newest === undefined) {
    return (
      <section className="calls calls-none">
        <p>
          <Say word="noCall" />
        </p>
      </section>
    )
  }
  const wide = earlier.some((call) => call.ticketNumber.length > 5 || call.windowLabel.length > 2)
  return (
    <section className="calls">
      <div className={`hero call-${newest.state}`}>
        <h2>
          <Say word={newest.state === 'called' ? 'calling' : 'earlier'} />
        </h2>
        <Place call={newest} />
      </div>
      <ul className={wide ? 'earlier earlier-wide' : 'earlier'}>
        {earlier.slice(0, wide ? shownBelowWide : shownBelow).map((call) => (
          <li key={callKey(call)} className={`call-${call.state}`}>
            <b>{call.ticketNumber}</b>
            <Arrow />
            <b className="visually-hidden">
              <Say word="window" />
            </b>
            <b>{call.windowLabel}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One call, whole, over a third of the screen. */
export function Announcement({ call }: { call: Call }) {
  return (
    <div className="announcement" role="alert" key={callKey(call)}>
      <p className="announcement-kind">
        <Say word={call.calls > 1 ? 'recalled' : 'calling'} />
      </p>
      <Place call={call} />
    </div>
  )
}

/** Number → window, as large as the place allows. */
function Place({ call }: { call: Call }) {
  const characters = widthOf(call.ticketNumber) + widthOf(call.windowLabel)
  return (
    <p className="place" style={{ '--characters': characters } as CSSProperties}>
      <b>{call.ticketNumber}</b>
      <Arrow />
      <b>{call.windowLabel}</b>
      <Say word="window" />
    </p>
  )
}

/** How wide a text is, in digits: a Chinese character takes almost two. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e80' ? 1.8 : /[MW]/.test(character) ? 1.4 : 1
  return width
}

function Arrow() {
  return (
    <span className="arrow" aria-hidden="true">
      →
    </span>
  )
}
