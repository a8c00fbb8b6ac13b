/** Whether the server still knows the token that this screen kept. */
import { type Api, ProblemError } from './api.ts'

const askAgainMs = 2_000

/**
 * Asks `path` until it is answered, again and again while the server cannot be reached.
 * @param onUnknown the server knows the token no more
 * @returns what stops it
 */
export function askWhoIAm<Known>(
  api: Api,
  path: string,
  onKnown: (known: Known) => void,
  onUnknown: () => void,
): () => void {
  let left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    try {
      const known = await api.get<Known>(path)
      if (!left) onKnown(known)
    } catch (error) {
      if (left) return
      if (error instanceof ProblemError && error.status < 429) onUnknown()
      else timer = setTimeout(ask, askAgainMs)
    }
  }
  void ask()
  return () => {
    left = true
    clearTimeout(timer)
  }
}
