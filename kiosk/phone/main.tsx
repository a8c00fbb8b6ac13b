/** The page of one's own ticket, on one's own phone. It uses the phone's fonts: 150 KB is all it may load. */
import { createRoot } from 'react-dom/client'
import '../../ui/base.css'
import './phone.css'
import { startTexts } from '../../ui/texts.ts'
import { startTokens } from '../../ui/tokens.ts'
import { Phone } from './phone.tsx'
import { catalogue } from './texts.ts'

startTokens()
startTexts(catalogue, navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')
const root = document.getElementById('root')
const token = /^\/t\/([A-Za-z0-9_-]{22})\/?$/.exec(location.pathname)?.[1] ?? null
if (root !== null) createRoot(root).render(<Phone token={token} />)
