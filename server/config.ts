/** The only reader of the environment: every setting once, typed and frozen. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Plan, plan } from '../protocol/plan.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** The plan of the very first start; null for the sample hall. */
  readonly firstPlan: Plan | null
  readonly logLevel: (typeof logLevels)[number]
  /** By `npm start`, whose own signals do not reach the server. */
  readonly startedByNpm: boolean
}

/** A setting that cannot be used, in one sentence that says what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'it has to be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'it has to be a number from 0 to 65535')
    .default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  HALL_PLAN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
})

/** @throws ConfigError for a setting that is wrong, an unknown `HALL_` setting, or a plan that cannot be read */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const unknown = Object.keys(environment).find((name) => name.startsWith('HALL_') && name !== 'HALL_PLAN')
  if (unknown !== undefined) {
    throw new ConfigError(`There is no setting ${unknown}; the only one that begins so is HALL_PLAN.`)
  }
  const parsed = settings.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`The setting ${issue?.path.join('.')} cannot be used: ${issue?.message}.`)
  }
  const { PORT, HOST, DATA_DIR, HALL_PLAN, LOG_LEVEL } = parsed.data
  return Object.freeze({
    port: PORT,
    host: HOST,
    dataFolder: resolve(DATA_DIR),
    firstPlan: HALL_PLAN === undefined ? null : readPlan(HALL_PLAN),
    logLevel: LOG_LEVEL,
    startedByNpm: environment.npm_lifecycle_event !== undefined,
  })
}

function readPlan(file: string): Plan {
  const path = resolve(file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ConfigError(`HALL_PLAN names ${path}, which cannot be read.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ConfigError(
      `The plan in ${path} is not valid JSON: ${error instanceof Error ? error.message : error}.`,
    )
  }
  const parsed = plan.safeParse(value)
  if (parsed.success) return parsed.data
  const [first, ...others] = parsed.error.issues
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new ConfigError(
    `The plan in ${path} cannot be used: ${first?.path.join('.')}: ${first?.message}${more}.`,
  )
}
