/** Which window this is, how it stands, who sits here; and in the same place, that the line is cut. */
import type { WindowView } from '../protocol/views.ts'
import type { Live } from '../ui/live.ts'
import { LanguageButton } from '../ui/sign-in/language-button.tsx'
import { useLanguage } from '../ui/texts.ts'
import { ConnectionNotice } from '../ui/widgets/connection-notice.tsx'
import { useT } from './texts.ts'

export function Head({ view, live, name }: { view: WindowView; live: Live<WindowView>; name: string }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <header className="head">
      <h1>
        {t('windowLabel', { label: view.label })}
        <span>{view.name[language]}</span>
      </h1>
      <p className={`window-state window-${view.state}`}>{t(view.state)}</p>
      <div className="head-line">
        <p className="head-who">
          {view.areaName[language]} · {name}
        </p>
        <LanguageButton />
        <ConnectionNotice live={live} />
      </div>
    </header>
  )
}
