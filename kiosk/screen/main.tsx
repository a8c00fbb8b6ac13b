/** The kiosk's page: starts it, and has it paired before anything else. */
import { createRoot } from 'react-dom/client'
import '../../ui/font.ts'
import '../../ui/base.css'
import './kiosk.css'
import './tiles.css'
import './service-page.css'
import './ticket-page.css'
import './entry-page.css'
import './lying.css'
import { startTexts } from '../../ui/texts.ts'
import { startTokens } from '../../ui/tokens.ts'
import { PairedDevice } from '../../ui/widgets/paired-device.tsx'
import { Kiosk } from './kiosk.tsx'
import { catalogue } from './texts.ts'

startTokens()
startTexts(catalogue, 'zh')
document.addEventListener('contextmenu', (event) => event.preventDefault())
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(<PairedDevice kind="kiosk">{(paired) => <Kiosk {...paired} />}</PairedDevice>)
}
