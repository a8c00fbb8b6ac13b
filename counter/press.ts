/** What each key does: a command at once, or a question first. */
import type { WindowView } from '../protocol/views.ts'
import type { ActionName } from './actions.ts'
import type { Asked } from './panels/open-panel.tsx'
import type { Commands } from './use-commands.ts'

interface Means {
  give: Commands['give']
  ask: (asked: Asked) => void
  signOut: () => Promise<void>
  chooseAnother: () => void
}

/** @param view the window as the clerk sees it: what is pressed is about this ticket and no later one */
export function pressOf(view: WindowView, means: Means): (name: ActionName) => void {
  const at = (path: string, body: object) => void means.give(`/api/windows/${view.windowId}/${path}`, body)
  const ticket = view.present
  return (name) => {
    switch (name) {
      case 'openWindow':
        return at('open', {})
      case 'close':
        return at('close', {})
      case 'callNext':
        return at('call-next', {})
      case 'pause':
      case 'issue':
        return means.ask({ name })
      case 'signOut':
        return void means.signOut()
      case 'chooseAnother':
        return means.chooseAnother()
    }
    if (ticket === null) return
    const { ticketId } = ticket
    switch (name) {
      case 'start':
      case 'recall':
        return at(name, { ticketId })
      case 'noShow':
        return at('no-show', { ticketId })
      case 'hold':
      case 'transfer':
      case 'papersMissing':
      case 'cancel':
        return means.ask({ name, ticket })
      default:
        return at('complete', { ticketId, result: name })
    }
  }
}
