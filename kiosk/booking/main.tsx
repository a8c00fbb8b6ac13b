/** Booking from one's own phone or computer, and the page of the appointment. It uses the machine's own fonts. */
import { createRoot } from 'react-dom/client'
import '../../ui/base.css'
import './booking.css'
import { deskLanguage } from '../../ui/sign-in/language-button.tsx'
import { startTexts } from '../../ui/texts.ts'
import { startTokens } from '../../ui/tokens.ts'
import { BookingPage } from './booking-page.tsx'
import { catalogue } from './texts.ts'

startTokens()
startTexts(catalogue, deskLanguage())
const root = document.getElementById('root')
const token = /^\/book\/([^/]+)$/.exec(location.pathname)?.[1] ?? null
if (root !== null) createRoot(root).render(<BookingPage token={token} />)
