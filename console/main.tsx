/** The managers' page: starts it, and has somebody sign in before anything else. */
import { ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/lib/locale/en_US.js'
import zhCN from 'antd/lib/locale/zh_CN.js'
import { createRoot } from 'react-dom/client'
import '../ui/font.ts'
import '../ui/base.css'
import './console.css'
import './live/live.css'
import './tickets/tickets.css'
import { antdTheme } from '../ui/antd-theme.ts'
import { deskLanguage } from '../ui/sign-in/language-button.tsx'
import { SignedIn } from '../ui/sign-in/signed-in.tsx'
import { startTexts, useLanguage } from '../ui/texts.ts'
import { color, startTokens } from '../ui/tokens.ts'
import { Console } from './console.tsx'
import { catalogue, useT } from './texts.ts'

const theme: ThemeConfig = {
  ...antdTheme,
  components: {
    Table: { headerBg: color.sunken, cellPaddingInlineSM: 6, cellFontSizeSM: 13 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

function Page() {
  const t = useT()
  const { language } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN.default : enUS.default}
      button={{ autoInsertSpace: false }}
    >
      <SignedIn desk="console" title={t('title')}>
        {(who) => <Console key={who.staff.staffId} who={who} />}
      </SignedIn>
    </ConfigProvider>
  )
}

startTokens()
startTexts(catalogue, deskLanguage())
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Page />)
