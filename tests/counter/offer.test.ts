/** What the counter offers in each state of the window, and that no key ever means two things. */
import { describe, expect, it } from 'vitest'
import { type ActionName, keyOf, offerOf } from '../../counter/actions.ts'
import { barsOf } from '../../counter/barred.ts'
import { clockText } from '../../counter/clock-text.ts'
import { listActions } from '../../counter/list-actions.ts'
import { matchOptions, type Option } from '../../counter/match-options.ts'
import type { TicketCard, WindowView } from '../../protocol/views.ts'
import type { StaffRole } from '../../protocol/vocabulary.ts'

const mine = '5d0a6f0e-3c2c-4c53-9a52-2f6f2f1f0a01'
const other = '5d0a6f0e-3c2c-4c53-9a52-2f6f2f1f0a02'
const name = { zh: '户口登记', en: 'Household register' }

const ticket = (set: Partial<TicketCard>, kind: 'onTheSpot' | 'promised' = 'onTheSpot'): TicketCard => ({
  ticketId: '5d0a6f0e-3c2c-4c53-9a52-2f6f2f1f0a03',
  ticketNumber: 'A001',
  state: 'waiting',
  service: { serviceId: 'household', name, prefix: 'A', materials: [], kind, returnDays: 0 },
  priorityClass: null,
  rule: 'arrival',
  channel: 'kiosk',
  issuedAt: 0,
  calledAt: null,
  startedAt: null,
  heldAt: null,
  returnAt: null,
  mayRecallAt: null,
  callsBeforeNoShow: 0,
  stops: [],
  missedAt: null,
  calls: 0,
  note: '',
  earlierTurns: [],
  ...set,
})
const view = (set: Partial<WindowView>): WindowView => ({
  windowId: 'w1',
  label: '1',
  name,
  areaName: name,
  state: 'open',
  pauseReason: null,
  since: 0,
  staffId: mine,
  present: null,
  waitingTotal: 0,
  outOfTurnRoles: [],
  lines: [],
  next: [],
  held: [],
  missed: [],
  pauseReasons: [],
  transferServices: [],
  transferWindows: [],
  ...set,
})

const states: [string, WindowView][] = [
  ['closed', view({ state: 'closed', staffId: null })],
  ['paused', view({ state: 'paused' })],
  ['free', view({})],
  ['a ticket called', view({ present: ticket({ state: 'called' }) })],
  ['a ticket served', view({ present: ticket({ state: 'serving' }) })],
  ['somebody else is here', view({ staffId: other })],
]
const pressable = (of: WindowView): ActionName[] => {
  const offer = offerOf(of, mine)
  const window = offer.window.filter(({ why }) => why === null).map(({ name }) => name)
  return [...(offer.main === null ? [] : [offer.main]), ...offer.others, ...window]
}

describe('what is offered', () => {
  it('the common way is three keys: next, start, the usual result of the service', () => {
    const way = [
      view({}),
      view({ present: ticket({ state: 'called' }) }),
      view({ present: ticket({ state: 'serving' }) }),
    ]
    expect(way.map((each) => offerOf(each, mine).main)).toEqual(['callNext', 'start', 'doneOnTheSpot'])
    const promised = view({ present: ticket({ state: 'serving' }, 'promised') })
    expect(offerOf(promised, mine).main).toBe('accepted')
    expect(offerOf(promised, mine).others).toContain('doneOnTheSpot')
  })

  it.each(states)('%s: no key means two things', (_name, of) => {
    const codes = pressable(of).flatMap((action) => keyOf[action].codes)
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('the window is neither paused nor closed while a ticket is there, and says why', () => {
    const busy = offerOf(view({ present: ticket({ state: 'serving' }) }), mine)
    expect(busy.window.filter(({ why }) => why === 'finishFirst').map(({ name }) => name)).toEqual([
      'pause',
      'close',
    ])
    expect(pressable(view({}))).toEqual(expect.arrayContaining(['pause', 'close']))
  })

  it("somebody else's window offers another window and a number for a visitor, and calls nobody", () => {
    expect(pressable(view({ staffId: other }))).toEqual(['chooseAnother', 'issue', 'signOut'])
  })

  it('one does not sign out of a window that is still calling', () => {
    expect(pressable(view({}))).not.toContain('signOut')
    expect(pressable(view({ state: 'paused' }))).toContain('signOut')
  })
})

describe('what a picked ticket offers', () => {
  const allowed = (of: WindowView, list: 'next' | 'held', role: StaffRole, picked = ticket({})) =>
    listActions(list, picked, of, role)
      .filter(({ isAllowed }) => isAllowed)
      .map(({ name }) => name)

  it('it is called or resumed only at an open window without a ticket', () => {
    const next = [ticket({})]
    expect(allowed(view({ next }), 'next', 'clerk')).toEqual(['callThis', 'cancel'])
    expect(allowed(view({}), 'held', 'clerk')).toEqual(['resume', 'callHeld', 'cancel'])
    expect(allowed(view({ next, state: 'paused' }), 'next', 'clerk')).toEqual(['cancel'])
    expect(allowed(view({ present: ticket({ state: 'called' }) }), 'held', 'clerk')).toEqual(['cancel'])
  })

  it('out of turn it is called only by a role that the plan lets, and is asked about first', () => {
    const second = ticket({ ticketId: '5d0a6f0e-3c2c-4c53-9a52-2f6f2f1f0a04', ticketNumber: 'A002' })
    const waiting = view({ next: [ticket({}), second], outOfTurnRoles: ['supervisor'] })
    expect(allowed(waiting, 'next', 'clerk', second)).toEqual(['cancel'])
    expect(allowed(waiting, 'next', 'supervisor', second)).toEqual(['callThis', 'cancel'])
    const paths = [ticket({}), second].map(
      (each) => listActions('next', each, waiting, 'supervisor')[0]?.path,
    )
    expect(paths).toEqual(['/api/windows/w1/call', null])
  })
})

describe('what the rules of the line forbid for now', () => {
  const called = (set: Partial<TicketCard>) => ticket({ state: 'called', mayRecallAt: 10_000, ...set })
  it('neither recall nor no-show within the pause, counted down in whole seconds', () => {
    expect(barsOf(called({}), 5_500)).toEqual({
      recall: { word: 'recallIn', values: { seconds: 5 } },
      noShow: { word: 'noShowIn', values: { seconds: 5 } },
    })
    expect(barsOf(called({}), 10_000)).toEqual({})
  })
  it('no no-show before it was called as often as the plan says', () => {
    expect(barsOf(called({ callsBeforeNoShow: 2 }), 10_000)).toEqual({
      noShow: { word: 'noShowAfterCalls', values: { calls: 2 } },
    })
  })
  it('nothing of a ticket that is served', () => {
    expect(barsOf(ticket({ state: 'serving', callsBeforeNoShow: 1 }), 0)).toEqual({})
  })
})

describe('finding by typing', () => {
  const option = (short: string, zh: string, en: string): Option => ({
    id: `${short} ${en}`,
    short,
    title: zh,
    hint: '',
    words: [zh, en],
  })
  const options = [
    option('12', '税务', 'Tax'),
    option('2', '公安户政', 'Household'),
    option('A', '身份证', 'Identity card'),
  ]

  it('a number finds the window of that number before those that merely hold the digit', () => {
    expect(matchOptions(options, '2').map(({ short }) => short)).toEqual(['2', '12'])
  })
  it('either language finds it, in any case, with words in any order', () => {
    expect(matchOptions(options, '身份').map(({ short }) => short)).toEqual(['A'])
    expect(matchOptions(options, 'CARD ident').map(({ short }) => short)).toEqual(['A'])
    expect(matchOptions(options, 'nothing')).toEqual([])
    expect(matchOptions(options, ' ')).toHaveLength(3)
  })
})

it('a timer is written in digits and never below nought', () => {
  expect([0, 59_999, 61_000, 3_600_000 + 187_000, -5_000].map(clockText)).toEqual([
    '0:00',
    '0:59',
    '1:01',
    '1:03:07',
    '0:00',
  ])
})
