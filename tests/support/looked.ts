/** A screen looked at as it stands: its picture kept, and nothing that axe objects to or that scrolls sideways. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const folder = join(import.meta.dirname, '../../node_modules/.cache/shunwei/screens')

/** The picture is `<name>.png` in node_modules/.cache/shunwei/screens/. */
export async function looked(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(600)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, name).toEqual([])
}
