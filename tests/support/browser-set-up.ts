/** Before all tests: unpacks the browser that ships with the project, once, and hands its path to the tests. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    browserPath: string
  }
}

export default async function setUp(project: TestProject): Promise<void> {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/chromium-153.0.0')
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const path = await chromium.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  project.provide('browserPath', path)
}
