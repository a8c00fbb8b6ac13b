/** The hall board's page: starts it, and has it paired before anything else. */
import { createRoot } from 'react-dom/client'
import '../ui/font.ts'
import '../ui/base.css'
import './board.css'
import './calls.css'
import './waiting.css'
import './announcement.css'
import './upright.css'
import { startTexts } from '../ui/texts.ts'
import { startTokens } from '../ui/tokens.ts'
import { PairedDevice } from '../ui/widgets/paired-device.tsx'
import { Board } from './board.tsx'
import { catalogue } from './texts.ts'

startTokens()
startTexts(catalogue, 'zh')
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(<PairedDevice kind="board">{(paired) => <Board {...paired} />}</PairedDevice>)
}
