/** The landing page: names the screens of the hall and leads to them. */
import { createRoot } from 'react-dom/client'
import '../font.ts'
import '../base.css'
import './home.css'
import { startTexts, useLanguage } from '../texts.ts'
import { startTokens } from '../tokens.ts'
import { catalogue, useT } from './texts.ts'

const screens = [
  { href: '/kiosk/', name: 'kiosk', purpose: 'kioskFor' },
  { href: '/book/', name: 'booking', purpose: 'bookingFor' },
  { href: '/board/', name: 'board', purpose: 'boardFor' },
  { href: '/counter/', name: 'counter', purpose: 'counterFor' },
  { href: '/console/', name: 'console', purpose: 'consoleFor' },
  { href: '/api/docs', name: 'docs', purpose: 'docsFor' },
] as const

function Home() {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  return (
    <main>
      <header>
        <h1>{t('title')}</h1>
        <p>{t('subtitle')}</p>
        <button type="button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <ul>
        {screens.map((screen) => (
          <li key={screen.href}>
            <a href={screen.href}>
              <strong>{t(screen.name)}</strong>
              <span>{t(screen.purpose)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="hint">{t('pairHint')}</p>
    </main>
  )
}

startTokens()
startTexts(catalogue, navigator.language.startsWith('zh') ? 'zh' : 'en')
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Home />)
