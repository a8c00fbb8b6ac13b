/** The clerk's page: starts it, and has somebody sign in before anything else. */
import { createRoot } from 'react-dom/client'
import '../ui/font.ts'
import '../ui/base.css'
import './counter.css'
import './lists.css'
import './asked.css'
import { deskLanguage } from '../ui/sign-in/language-button.tsx'
import { SignedIn } from '../ui/sign-in/signed-in.tsx'
import { startTexts } from '../ui/texts.ts'
import { startTokens } from '../ui/tokens.ts'
import { Counter } from './counter.tsx'
import { catalogue, useT } from './texts.ts'

function Page() {
  const t = useT()
  return (
    <SignedIn desk="counter" title={t('title')}>
      {(who) => <Counter key={who.staff.staffId} who={who} />}
    </SignedIn>
  )
}

startTokens()
startTexts(catalogue, deskLanguage())
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Page />)
