/** The language of a desk's screen: remembered on the machine, changed with one button. */
import type { Language } from '../../protocol/vocabulary.ts'
import { useLanguage } from '../texts.ts'
import { useSignInTexts } from './texts.ts'

const storedAs = 'shunwei.language'

/** The language chosen last on this machine, else the browser's. */
export function deskLanguage(): Language {
  const stored = localStorage.getItem(storedAs)
  if (stored === 'zh' || stored === 'en') return stored
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export function LanguageButton() {
  const t = useSignInTexts()
  const { language, setLanguage } = useLanguage()
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="language-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        localStorage.setItem(storedAs, other)
        setLanguage(other)
      }}
    >
      {t('language')}
    </button>
  )
}
