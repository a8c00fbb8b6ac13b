/** The work at the window: the present ticket, the keys for it, and who waits. All of it follows the window's view. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { WindowView } from '../protocol/views.ts'
import { NetworkError, sentenceOf } from '../ui/api.ts'
import type { Live } from '../ui/live.ts'
import type { SignedInAs } from '../ui/sign-in/session-state.ts'
import { useLanguage } from '../ui/texts.ts'
import { keyOf, offerOf } from './actions.ts'
import { barsOf } from './barred.ts'
import { Head } from './head.tsx'
import { Lines } from './lines.tsx'
import { Lists } from './lists.tsx'
import { Offered, WindowKeys } from './offered.tsx'
import { type Asked, OpenPanel, panelFits } from './panels/open-panel.tsx'
import { Present } from './present.tsx'
import { pressOf } from './press.ts'
import { useT } from './texts.ts'
import { useCommands } from './use-commands.ts'
import { useKeys } from './use-keys.ts'

export function Work(props: {
  who: SignedInAs
  live: Live<WindowView>
  view: WindowView
  onChooseAnother: () => void
}) {
  const { who, live, view, onChooseAnother } = props
  const { staff, api, signOut } = who
  const t = useT()
  const { language } = useLanguage()
  const commands = useCommands(api, live.seq)
  const { underWay, failure, give } = commands
  const [asked, setAsked] = useState<Asked | null>(null)
  const panel = asked !== null && panelFits(asked, view) ? asked : null
  const offer = offerOf(view, staff.staffId)
  const bars = barsOf(view.present, live.now)
  const press = pressOf(view, { give, ask: setAsked, signOut, chooseAnother: onChooseAnother })

  const windowNames = offer.window.filter(({ why }) => why === null).map(({ name }) => name)
  const others = offer.others.filter((name) => bars[name] === undefined)
  const names = [...(offer.main === null ? [] : [offer.main]), ...others, ...windowNames]
  const isLocked = underWay || panel !== null
  useKeys(isLocked ? [] : names.map((name) => ({ key: keyOf[name], run: () => press(name) })))
  useEffect(() => {
    if (live.newVersion && panel === null && view.present === null) location.reload()
  }, [live.newVersion, panel, view.present])
  useWindowTitle(view)
  const isWide = useIsWide()

  return (
    <div className={`desk${panel === null ? '' : ' desk-asked'}`}>
      <Head view={view} live={live} name={staff.name} />
      <main>
        <Present view={view} now={live.now} staffId={staff.staffId} />
        <p className="answer" role="alert">
          {failure instanceof NetworkError && t('notReached')}
          {failure !== null && !(failure instanceof NetworkError) && sentenceOf(failure, language)}
        </p>
        {panel === null ? (
          <Offered
            offer={offer}
            bars={bars}
            underWay={underWay}
            isPaused={view.state === 'paused'}
            press={press}
          />
        ) : (
          <OpenPanel
            asked={panel}
            view={view}
            api={api}
            commands={commands}
            onAsk={setAsked}
            onDone={() => setAsked(null)}
          />
        )}
      </main>
      <aside>
        {isWide && <Lines view={view} now={live.now} />}
        <Lists
          view={view}
          now={live.now}
          commands={commands}
          role={staff.role}
          isLocked={isLocked}
          linesStandBeside={isWide}
          onAsk={(name, ticket) => setAsked({ name, ticket })}
        />
      </aside>
      <WindowKeys offer={offer} isLocked={isLocked} press={press} />
    </div>
  )
}

/** The page's title names window and ticket, for a clerk who looks at the tabs. */
function useWindowTitle(view: WindowView): void {
  const t = useT()
  const place = t('windowLabel', { label: view.label })
  const number = view.present?.ticketNumber
  useEffect(() => {
    document.title = number === undefined ? place : `${number} · ${place}`
  }, [number, place])
}

/** The same width as in counter.css. */
const wide = window.matchMedia('(min-width: 52rem)')

function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed)
      return () => wide.removeEventListener('change', changed)
    },
    () => wide.matches,
  )
}
