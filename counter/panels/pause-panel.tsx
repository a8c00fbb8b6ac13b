/** Why the window pauses: one key a reason. */
import type { WindowView } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { KeyButton } from '../key-button.tsx'
import { useT } from '../texts.ts'
import type { Commands } from '../use-commands.ts'
import { useKeys } from '../use-keys.ts'
import { Panel } from './panel.tsx'

export function PausePanel(props: { view: WindowView; commands: Commands; onDone: () => void }) {
  const { view, commands, onDone } = props
  const t = useT()
  const { language } = useLanguage()
  const pause = async (pauseReasonId: string) => {
    if ((await commands.give(`/api/windows/${view.windowId}/pause`, { pauseReasonId })) !== null) onDone()
  }
  const choices = view.pauseReasons.map(({ pauseReasonId, name }, at) => {
    const letter = at < 9 ? String(at + 1) : String.fromCharCode('A'.charCodeAt(0) + at - 9)
    const codes = at < 9 ? [`Digit${letter}`, `Numpad${letter}`] : [`Key${letter}`]
    return { key: { cap: letter, codes }, name, run: () => void pause(pauseReasonId) }
  })
  useKeys(commands.underWay ? [] : choices)
  return (
    <Panel title={t('pauseWhy')} onLeave={onDone}>
      <div className="panel-choices">
        {choices.map(({ key, name, run }) => (
          <KeyButton key={key.cap} cap={key.cap} disabled={commands.underWay} onPress={run}>
            {name[language]}
          </KeyButton>
        ))}
      </div>
    </Panel>
  )
}
