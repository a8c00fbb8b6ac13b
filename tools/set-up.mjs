/**
 * Before every npm script: installs what is missing and, with --screens, builds the screens when they are stale.
 * Plain JavaScript of Node's own, because on a fresh clone there is nothing else yet, not even the project's Node.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const modules = join(root, 'node_modules')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** What the screens are made of, and what makes them. */
const screenSources = [
  'protocol',
  'ui',
  'kiosk',
  'display',
  'counter',
  'console',
  'vite.config.ts',
  'package-lock.json',
]

function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  try {
    for (const name of readdirSync(full).sort()) addTo(hash, join(path, name))
  } catch {
    hash.update(path).update(readFileSync(full))
  }
}

/** Runs `work` unless it was done before for the same digest. */
function once(markFile, digest, work) {
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === digest) return
  work()
  mkdirSync(join(markFile, '..'), { recursive: true })
  writeFileSync(markFile, digest)
}

function run(what, command, args) {
  process.stderr.write(`${what} …\n`)
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write(`${what}: failed${error ? ` (${error.message})` : ''}.\n`)
  process.exit(1)
}

once(join(modules, '.cache', 'shunwei', 'installed'), digestOf(['package-lock.json']), () =>
  run('Installing what is missing', npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
)

if (process.argv.includes('--screens')) {
  const mark = join(root, 'dist', '.built-from')
  once(mark, digestOf(screenSources), () => run('Building the screens', npm, ['run', 'build', '--silent']))
}
