/** The hall board of one area: what is called, who waits, whom to look for. */
import { useEffect, useState } from 'react'
import { useView } from '../ui/live.ts'
import { ConnectionNotice } from '../ui/widgets/connection-notice.tsx'
import type { Paired } from '../ui/widgets/paired-device.tsx'
import { Both } from './both.tsx'
import { Announcement, Calls } from './calls.tsx'
import { Clock } from './clock.tsx'
import { catalogue } from './texts.ts'
import { useAnnouncements } from './use-announcements.ts'
import { Missed, WaitingLines } from './waiting.tsx'

const reloadAfterMs = 10_000

export function Board({ device, deviceToken, forget }: Paired) {
  const live = useView<'board'>({ room: 'board', areaId: device.areaId }, deviceToken)
  const { view } = live
  const announced = useAnnouncements(view?.calls ?? null)
  const upright = useUpright()
  const unknownHere = live.refusedCode === 'notSignedIn' || live.refusedCode === 'unknownDevice'
  useEffect(() => {
    if (unknownHere) forget()
  }, [unknownHere, forget])
  useEffect(() => {
    if (live.newVersion) location.reload()
  }, [live.newVersion])

  const isRefused = live.refusedCode !== null && !unknownHere
  useEffect(() => {
    // The device may have been given another area: a new page asks which it is.
    if (!isRefused) return
    const timer = setTimeout(() => location.reload(), reloadAfterMs)
    return () => clearTimeout(timer)
  }, [isRefused])

  if (isRefused) {
    return (
      <main className="board-refused">
        <p lang="zh">{catalogue.zh.notSetUp}</p>
        <p lang="en">{catalogue.en.notSetUp}</p>
      </main>
    )
  }
  if (view === null) return <ConnectionNotice live={live} />
  return (
    <div className={`board board-${live.state}`}>
      <header className="board-head">
        <h1>
          <Both text={view.hallName} />
        </h1>
        <p className="board-area">
          <Both text={view.areaName} />
        </p>
        <Clock timeZone={view.timeZone} />
      </header>
      <ConnectionNotice live={live} />
      {!isOfAnotherDay(live, view.timeZone) && (
        <main className="board-body">
          <Calls calls={view.calls} />
          {announced !== null && <Announcement call={announced} />}
          <aside>
            <WaitingLines view={view} rows={upright ? 5 : 7} />
            <Missed numbers={view.missed} places={upright ? 8 : 6} />
          </aside>
        </main>
      )}
    </div>
  )
}

/** Cut off over midnight: what was called yesterday sends nobody anywhere. */
function isOfAnotherDay(live: { heardAt: number | null; now: number }, timeZone: string): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone })
  return live.heardAt !== null && day.format(live.heardAt) !== day.format(live.now)
}

const uprightQuery = window.matchMedia('(orientation: portrait)')

function useUpright(): boolean {
  const [upright, setUpright] = useState(uprightQuery.matches)
  useEffect(() => {
    const listen = () => setUpright(uprightQuery.matches)
    uprightQuery.addEventListener('change', listen)
    return () => uprightQuery.removeEventListener('change', listen)
  }, [])
  return upright
}
