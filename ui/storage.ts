/** The tokens that a screen keeps on its machine, by name. */
const names = {
  kiosk: 'shunwei.kiosk.deviceToken',
  board: 'shunwei.board.deviceToken',
  session: 'shunwei.sessionToken',
} as const
export type TokenName = keyof typeof names

/** The kept token, or null. */
export function readToken(name: TokenName): string | null {
  return localStorage.getItem(names[name])
}

/** Keeps a token; null forgets it. */
export function keepToken(name: TokenName, token: string | null): void {
  if (token === null) localStorage.removeItem(names[name])
  else localStorage.setItem(names[name], token)
}
