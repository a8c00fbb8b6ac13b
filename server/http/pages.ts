/** The built screens, each at its short address, and the page that reads the OpenAPI document. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import compression from 'compression'
import express, { Router } from 'express'
import { type DescribedOperation, openApiDocument } from './openapi.ts'

const pages: Readonly<Record<string, string>> = {
  '/': 'ui/home',
  '/kiosk/': 'kiosk/screen',
  '/board/': 'display',
  '/counter/': 'counter',
  '/console/': 'console',
  '/t/:token': 'kiosk/phone',
  '/book/': 'kiosk/booking',
  '/book/:token': 'kiosk/booking',
}

/** @param screensFolder what `vite build` made */
export function screenPages(screensFolder: string): Router {
  const router = Router({ strict: true })
  router.use(compression())
  for (const [path, folder] of Object.entries(pages)) {
    router.get(path, (_request, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(join(screensFolder, folder, 'index.html'))
    })
    if (path.length > 1 && path.endsWith('/')) {
      router.get(path.slice(0, -1), (_request, response) => response.redirect(308, path))
    }
  }
  router.use('/assets', express.static(join(screensFolder, 'assets'), { immutable: true, maxAge: '365d' }))
  return router
}

/** @param operations all that the API offers, those of the reports included */
export function apiPages(operations: readonly DescribedOperation[]): Router {
  const router = Router()
  const document = openApiDocument(operations)
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document)
  })
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const index = readFileSync(join(swagger, 'index.html'), 'utf8').replace(
    /(href|src)="(?:\.\/)?/g,
    '$1="/api/docs/',
  )
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(index)
  })
  router.get('/api/docs/swagger-initializer.js', (_request, response) => {
    response
      .type('js')
      .send(
        "window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true })",
      )
  })
  router.use('/api/docs', express.static(swagger, { index: false }))
  return router
}
