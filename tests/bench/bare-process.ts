/** The yardstick: an Express route that parses the same command and answers the same JSON, with no hall behind it. */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { issueTicket } from '../../protocol/commands.ts'

const app = express()
app.set('etag', false)
app.use(express.json({ limit: '16kb' }))
app.post('/api/tickets', (request, response) => {
  const { serviceId, priorityClassId } = issueTicket.parse(request.body)
  const at = Date.now()
  response.status(201).json({
    seq: 1,
    at,
    ticket: {
      ticketId: randomUUID(),
      ticketNumber: 'A001',
      token: 'AAAAAAAAAAAAAAAAAAAAAA',
      state: 'waiting',
      serviceId,
      windowId: null,
      priorityClassId,
      peopleAhead: 0,
      standing: at,
    },
  })
})
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
