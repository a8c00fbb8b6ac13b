/** The keys of the moment: the big one, those beside it, and the window's own at the foot. */
import { type ActionName, isResult, keyOf, type Offer } from './actions.ts'
import type { Bars } from './barred.ts'
import { KeyButton } from './key-button.tsx'
import { useT } from './texts.ts'

const warning: readonly ActionName[] = ['noShow', 'cancel']

export function Offered(props: {
  offer: Offer
  bars: Bars
  underWay: boolean
  isPaused: boolean
  press: (name: ActionName) => void
}) {
  const { offer, bars, underWay, isPaused, press } = props
  const t = useT()
  const { main, others } = offer
  return (
    <div className="offered">
      {main !== null && (
        <KeyButton cap={keyOf[main].cap} kind="main" disabled={underWay} onPress={() => press(main)}>
          {underWay ? t('sending') : mainWords(main, isPaused, t)}
        </KeyButton>
      )}
      {others.map((name) => (
        <KeyButton
          key={name}
          cap={keyOf[name].cap}
          kind={warning.includes(name) ? 'warning' : undefined}
          disabled={underWay || bars[name] !== undefined}
          onPress={() => press(name)}
        >
          {t(name)}
          {bars[name]?.values.seconds !== undefined && <small> {bars[name].values.seconds}s</small>}
        </KeyButton>
      ))}
      {main === 'start' && <p className="offered-bar">{barSentence(bars, t)}</p>}
    </div>
  )
}

/** What stands in the way longest: the calls that are still to be made, else the pause. */
function barSentence({ noShow, recall }: Bars, t: ReturnType<typeof useT>): string {
  const bar = noShow ?? recall
  return bar === undefined ? '' : t(bar.word, bar.values)
}

function mainWords(main: ActionName, isPaused: boolean, t: ReturnType<typeof useT>): string {
  if (main === 'openWindow') return t(isPaused ? 'resumeWindow' : 'openWindow')
  return isResult(main) ? t('completeAs', { result: t(main) }) : t(main)
}

export function WindowKeys(props: { offer: Offer; isLocked: boolean; press: (name: ActionName) => void }) {
  const { offer, isLocked, press } = props
  const t = useT()
  return (
    <footer className="window-keys">
      {offer.window.map(({ name, why }) => (
        <KeyButton
          key={name}
          cap={keyOf[name].cap}
          disabled={isLocked || why !== null}
          title={why === null ? undefined : t(why)}
          onPress={() => press(name)}
        >
          {t(name)}
        </KeyButton>
      ))}
    </footer>
  )
}
