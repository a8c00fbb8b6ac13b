/** The house keeps its own order: who may import whom, texts in every language, nothing foreign committed. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalText, refusalTexts } from '../protocol/refusals.ts'
import { languages, refusalCodes } from '../protocol/vocabulary.ts'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)))
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file))

interface Import {
  readonly from: string
  /** A file of ours relative to the root, or a package's name. */
  readonly to: string
}

const imports: Import[] = sources.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8')
  const specifiers = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/g)]
  const dynamic = [...text.matchAll(/(?:^|\n)import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g)]
  return [...specifiers, ...dynamic].map((match) => {
    const specifier = match[1] ?? match[2] ?? ''
    const to = specifier.startsWith('.') ? relative(root, join(root, dirname(from), specifier)) : specifier
    return { from, to }
  })
})

const within = (folder: string) => (file: string) => file.startsWith(folder)

/** The imports from some files that go to none of the allowed places. */
function strangers(from: (file: string) => boolean, allowed: readonly string[]): string[] {
  return imports
    .filter(
      (each) => from(each.from) && !allowed.some((place) => each.to === place || each.to.startsWith(place)),
    )
    .map((each) => `${each.from} imports ${each.to}`)
}

describe('who may import whom', () => {
  it('walks over real imports', () => {
    expect(imports.length).toBeGreaterThan(100)
    expect(imports).toContainEqual({ from: 'server/domain/calling.ts', to: 'server/domain/hall.ts' })
  })

  it('the protocol imports nothing but zod', () => {
    expect(strangers(within('protocol/'), ['zod', 'protocol/'])).toEqual([])
  })

  it('the domain imports the protocol and a calendar alone: no clock, no chance, no I/O', () => {
    expect(strangers(within('server/domain/'), ['server/domain/', 'protocol/', 'chinese-days'])).toEqual([])
    for (const file of sources.filter(within('server/domain/'))) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
        /Date\.now|new Date\(|Math\.random|randomUUID/,
      )
    }
  })

  it('the journal, the printing and the reports know the domain’s types, not the runner', () => {
    for (const folder of ['server/journal/', 'server/printing/', 'server/reports/']) {
      const runner = imports.filter(
        (each) => each.from.startsWith(folder) && each.to === 'server/hall-runner.ts',
      )
      expect(runner).toEqual([])
    }
  })

  it('the forecast is pure: it imports the domain and the protocol alone, no clock, no chance, no I/O', () => {
    expect(
      strangers(within('server/forecast/'), ['server/forecast/', 'server/domain/', 'protocol/']),
    ).toEqual([])
    for (const file of sources.filter(within('server/forecast/'))) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
        /Date\.now|new Date\(|Math\.random|randomUUID/,
      )
    }
  })

  it('screens import the protocol and ui, never the server', () => {
    for (const folder of ['kiosk/', 'display/', 'counter/', 'console/', 'ui/']) {
      const bad = imports.filter((each) => each.from.startsWith(folder) && each.to.startsWith('server/'))
      expect(bad).toEqual([])
      const others = ['kiosk/', 'display/', 'counter/', 'console/'].filter((other) => other !== folder)
      const across = imports.filter(
        (each) => each.from.startsWith(folder) && others.some((other) => each.to.startsWith(other)),
      )
      expect(across).toEqual([])
    }
  })

  it('nobody imports main, and nobody but config reads the environment', () => {
    expect(imports.filter((each) => each.to === 'server/main.ts')).toEqual([])
    const readers = sources
      .filter(within('server/'))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'))
    expect(
      readers.filter((file) => !readFileSync(join(root, file), 'utf8').includes('readConfig(process.env')),
    ).toEqual([])
  })
})

describe('what is said', () => {
  it('has a text in every language for each refusal, and leaves no parameter open', () => {
    for (const code of refusalCodes) {
      for (const language of languages) {
        expect(refusalTexts[code][language].length, `${code} in ${language}`).toBeGreaterThan(3)
        const names = (each: 'zh' | 'en') =>
          [...refusalTexts[code][each].matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
        expect(names('zh'), code).toEqual(names('en'))
      }
    }
    expect(refusalText('windowBusy', { windowLabel: '3', ticketNumber: 'A012' }, 'zh')).toBe(
      '窗口3还有号票A012，请先办结或过号。',
    )
  })
})

describe('what is committed', () => {
  it('names no registry, no path of a machine, and holds no data set', () => {
    for (const file of files.filter(
      (each) => !/\.(png|woff2?|ico|gz)$/.test(each) && each !== 'tests/tidy.test.ts',
    )) {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text, file).not.toMatch(/registry\.npmjs|\/work\/main|\/root\//)
    }
    expect(files.filter((file) => /\.(csv|gz|db|sqlite)$/.test(file))).toEqual([])
  })

  it('holds files of one subject: none is longer than 400 lines', () => {
    const long = sources
      .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 400)
    expect(long).toEqual([])
  })
})
