/** The windows of the hall, to sit down at one: choosing opens it. */
import { useEffect, useState } from 'react'
import type { WindowList } from '../protocol/views.ts'
import type { Language } from '../protocol/vocabulary.ts'
import { type Api, sentenceOf } from '../ui/api.ts'
import { LanguageButton } from '../ui/sign-in/language-button.tsx'
import type { SignedInAs } from '../ui/sign-in/session-state.ts'
import { useLanguage } from '../ui/texts.ts'
import { Chooser } from './chooser.tsx'
import type { Option } from './match-options.ts'
import { useT, type Word } from './texts.ts'

const askAgainMs = 3_000

/** @param props.lastWindowId the one used here last, marked at first; null: none yet */
export function ChooseWindow(props: {
  who: SignedInAs
  lastWindowId: string | null
  onOpened: (windowId: string) => void
}) {
  const { who, lastWindowId, onOpened } = props
  const { api, staff, signOut } = who
  const t = useT()
  const { language } = useLanguage()
  const windows = useWindowList(api)
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const open = async (windowId: string) => {
    if (underWay) return
    setUnderWay(true)
    setFailure(null)
    try {
      await api.post(`/api/windows/${windowId}/open`, {})
      onOpened(windowId)
    } catch (error) {
      setFailure(error)
      setUnderWay(false)
    }
  }
  const own = windows?.find((window) => window.staffId === staff.staffId && window.state !== 'closed')
  return (
    <main className="choose-window">
      <header>
        <p className="choose-who">{staff.name}</p>
        <LanguageButton />
        <button type="button" className="link-button" onClick={() => void signOut()}>
          {t('signOut')}
        </button>
      </header>
      {windows === null ? (
        <p role="status">{t('windowsUnreachable')}</p>
      ) : (
        <>
          <h1>{t('chooseWindow')}</h1>
          <p className="answer" role="alert">
            {failure === null ? '' : sentenceOf(failure, language)}
          </p>
          <Chooser
            label={t('findWindow')}
            empty={t('noWindowFits')}
            first={own?.windowId ?? lastWindowId}
            options={windows.map((window) => optionOf(window, staff.staffId, language, t))}
            onChoose={(windowId) => void open(windowId)}
          />
        </>
      )}
    </main>
  )
}

function optionOf(
  window: WindowList[number],
  staffId: string,
  language: Language,
  t: (word: Word) => string,
): Option {
  const isClosed = window.state === 'closed'
  const isOwn = window.staffId === staffId
  const standing = isClosed ? t('free') : isOwn ? t('yours') : t('taken')
  return {
    id: window.windowId,
    short: window.label,
    title: window.name[language],
    detail: window.areaName[language],
    hint: standing,
    words: [window.name.zh, window.name.en, window.areaName.zh, window.areaName.en],
    disabled: !isClosed && !isOwn,
  }
}

/** The list, asked for again every few seconds; null before the first answer. */
function useWindowList(api: Api): WindowList | null {
  const [windows, setWindows] = useState<WindowList | null>(null)
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await api.get<WindowList>('/api/windows').catch(() => null)
      if (left) return
      if (answer !== null) setWindows(answer)
      timer = setTimeout(ask, askAgainMs)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [api])
  return windows
}
