/** A real browser, which reaches the server under a name of the LAN over plain http, as a hall's screens do. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export interface LanBrowser {
  readonly browser: Browser
  /** A page of its own (own storage), with all that its console complained about. */
  newPage(size: { width: number; height: number }): Promise<{ page: Page; complaints: string[] }>
  /** The address of a running hall as the LAN knows it. */
  lanUrl(url: string): string
  close(): Promise<void>
}

export async function openBrowser(): Promise<LanBrowser> {
  const browser = await chromium.launch({
    executablePath: inject('browserPath'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--host-resolver-rules=MAP hall.lan 127.0.0.1',
    ],
  })
  return {
    browser,
    async newPage(viewport) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN' })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      return { page, complaints }
    },
    lanUrl: (url) => url.replace('127.0.0.1', 'hall.lan'),
    close: () => browser.close(),
  }
}
