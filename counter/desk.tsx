/** The desk of one window: joins the window's room and shows what comes. */
import { useEffect } from 'react'
import { refusalText, refusalTexts } from '../protocol/refusals.ts'
import type { RefusalCode } from '../protocol/vocabulary.ts'
import { useView } from '../ui/live.ts'
import type { SignedInAs } from '../ui/sign-in/session-state.ts'
import { useLanguage } from '../ui/texts.ts'
import { ConnectionNotice } from '../ui/widgets/connection-notice.tsx'
import { Work } from './work.tsx'

export function Desk(props: { who: SignedInAs; windowId: string; onChooseAnother: () => void }) {
  const { who, windowId, onChooseAnother } = props
  const { language } = useLanguage()
  const live = useView<'window'>({ room: 'window', windowId }, who.sessionToken)
  const { refusedCode, view } = live
  useEffect(() => {
    if (refusedCode === 'notSignedIn') who.expire()
    if (refusedCode === 'unknownWindow') onChooseAnother()
  }, [refusedCode, who, onChooseAnother])
  if (view !== null) return <Work who={who} live={live} view={view} onChooseAnother={onChooseAnother} />
  return (
    <main className="nothing-yet">
      <ConnectionNotice live={live} />
      {refusedCode !== null && refusedCode in refusalTexts && (
        <p role="alert">{refusalText(refusedCode as RefusalCode, {}, language)}</p>
      )}
    </main>
  )
}
