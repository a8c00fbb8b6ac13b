/** Who waits, service by service, and the numbers that were missed. */
import type { BoardView } from '../protocol/views.ts'
import { Both, Say } from './both.tsx'
import { usePage } from './use-page.ts'

export function WaitingLines({ view, rows }: { view: BoardView; rows: number }) {
  const { shown, page, pages } = usePage(
    view.waiting.filter((line) => line.waiting > 0),
    rows,
  )
  return (
    <section className="waiting">
      <h2>
        <Say word="waiting" />
        <span className="waiting-total">
          <b>{view.waitingTotal}</b> <Say word="people" />
        </span>
      </h2>
      {shown.length === 0 && (
        <p className="waiting-none">
          <Say word="nobodyWaits" />
        </p>
      )}
      <ul style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}>
        {shown.map((line) => (
          <li key={line.serviceId}>
            <p className="line-name">
              <Both text={line.name} />
            </p>
            <b>{line.waiting}</b>
          </li>
        ))}
      </ul>
      {pages > 1 && <Dots page={page} pages={pages} />}
    </section>
  )
}

export function Missed({ numbers, places }: { numbers: readonly string[]; places: number }) {
  const { shown, page, pages } = usePage(numbers, places)
  if (numbers.length === 0) return null
  return (
    <section className="missed">
      <h2>
        <Say word="missed" />
      </h2>
      <ul>
        {shown.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
      {pages > 1 && <Dots page={page} pages={pages} />}
      <p>
        <Say word="missedHint" />
      </p>
    </section>
  )
}

function Dots({ page, pages }: { page: number; pages: number }) {
  return (
    <p className="dots">
      {page + 1} / {pages}
    </p>
  )
}
