/** The whole of HTTP: headers, the operations, the reports, the pages, and the problems. */
import express, { type Express, type RequestHandler, type Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { refuse } from '../domain/commands.ts'
import { describedReports } from './described-reports.ts'
import { addRoutes, type Operation } from './operation.ts'
import { apiPages, screenPages } from './pages.ts'
import { nothingHere, problemHandler, sendRefusal } from './problem.ts'
import type { Identities } from './sender.ts'

export interface HttpSetUp {
  readonly identities: Identities
  readonly operations: readonly Operation[]
  readonly reports: Router
  readonly screensFolder: string
  readonly log: Logger
}

export function httpApp({ identities, operations, reports, screensFolder, log }: HttpSetUp): Express {
  const app = express()
  app.set('etag', false)
  app.set('x-powered-by', false)
  app.use(['/api/session', '/api/devices/pair', '/api/appointments'], guessLimit())
  app.use('/api/plan', express.json({ limit: '4mb' }))
  app.use('/api', jsonOnly, express.json({ limit: '16kb' }))
  app.get('/api/health', (_request, response) => {
    response.json({ ok: true })
  })
  addRoutes(app, operations, identities)
  app.use('/api/reports', reports)
  app.use(pageHeaders())
  app.use(apiPages([...operations, ...describedReports]))
  app.use(screenPages(screensFolder))
  app.use(nothingHere)
  app.use(problemHandler(log))
  return app
}

/** An answer to a program is no page: it needs none of the pages' headers, but must not be taken for one. */
const jsonOnly: RequestHandler = (_request, response, next) => {
  response.set('X-Content-Type-Options', 'nosniff')
  next()
}

/**
 * A hall's LAN speaks plain http: helmet's `upgrade-insecure-requests`, HSTS and the cross-origin policies would
 * leave every screen blank there.
 */
function pageHeaders() {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        upgradeInsecureRequests: null,
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
}

/** Passwords and pairing codes are not to be guessed by trying. A whole hall may share one address. */
function guessLimit() {
  return rateLimit({
    windowMs: 60_000,
    limit: 300,
    skip: (request) => request.method !== 'POST',
    standardHeaders: true,
    legacyHeaders: false,
    // What a proxy says of its visitors' addresses is not believed: who asks is the machine that is connected.
    validate: { xForwardedForHeader: false },
    handler: (_request, response) => sendRefusal(response, refuse('tooManyRequests')),
  })
}
