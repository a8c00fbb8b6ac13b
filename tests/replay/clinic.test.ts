import { describe, expect, it } from 'vitest'
import { readClinic } from './clinic.ts'
import { parseCsv } from './csv.ts'
import { type DayRange, instantOf, type RecordedTurn } from './recording.ts'

const zone = { timeZone: 'Asia/Manila', offset: '+08:00' }
const all: DayRange = { from: '0000-01-01', to: '9999-12-31', limit: 99 }

/** A leg on 1 August 2019: `at 08:00 called 08:10 ended 08:20`, in the file's own columns. */
function leg(ticket: string, counter: string, times: string, valid = 'Y', day = '2019-08-01'): string {
  const [queued = '', started = '', ended = ''] = times.split(' ')
  const at = (time: string) => (time === '' ? '' : `${day}T${time}`)
  return `${day},${ticket},0,Ultrasound,${counter},${at(queued)},${at(started)},${at(ended)},${valid},`
}

function read(...legs: readonly string[]) {
  return readClinic(
    parseCsv(`date,ticket,leg,service,counter,queued,started,ended,valid,remark\n${legs.join('\n')}\n`),
    all,
  )
}

const endsOf = (recording: ReturnType<typeof read>) =>
  recording.days.flatMap(({ visits }) => visits.map(({ turns }) => turns.map(({ end }) => end).join(' ')))

describe('a leg of the clinic', () => {
  it('is a turn at its counter, read at Manila’s time', () => {
    const { days, file } = read(leg('1', 'Room 5', '08:00:00 08:10:00 08:25:00'))
    const turn: RecordedTurn | undefined = days[0]?.visits[0]?.turns[0]
    expect(turn).toEqual({
      serviceId: 'ultrasound',
      place: 'Room 5',
      queuedAt: Date.parse('2019-08-01T00:00:00Z'),
      calledAt: Date.parse('2019-08-01T00:10:00Z'),
      startedAt: Date.parse('2019-08-01T00:10:00Z'),
      endedAt: Date.parse('2019-08-01T00:25:00Z'),
      end: 'completed',
    })
    expect(file).toMatchObject({
      tickets: 1,
      called: 1,
      served: 1,
      waitsMs: [600_000],
      servicesMs: [900_000],
    })
  })

  it('ends in a transfer when a further one follows, to another service even at the same counter', () => {
    const recording = read(
      leg('1', 'Room 5', '08:00:00 08:10:00 08:25:00'),
      leg('1', 'Room 5', '08:25:00 08:25:00 08:30:00'),
      leg('1', 'Room 4', '08:40:00 08:45:00 08:50:00'),
    )
    expect(endsOf(recording)).toEqual(['transferred transferred completed'])
    expect(recording.days[0]?.visits[0]?.turns.map(({ serviceId }) => serviceId)).toEqual([
      'ultrasound',
      'ultrasound-further',
      'ultrasound',
    ])
    expect(recording.adjusted).toEqual({ heldBetweenLegs: 1 })
    expect(recording.file).toMatchObject({ tickets: 1, called: 3, served: 1, transfers: 2 })
  })

  it('that is void was a no-show at its counter, cancelled without one, and left over when never called', () => {
    const recording = read(
      leg('1', 'Room 5', '08:00:00 08:10:00 08:10:07', 'N'),
      leg('2', '', '08:00:00 08:00:00 08:00:00', 'N'),
      leg('3', '', '08:00:00', 'N'),
    )
    expect(endsOf(recording)).toEqual(['noShow', 'cancelled', 'left'])
    expect(recording.file).toMatchObject({
      tickets: 3,
      called: 1,
      served: 0,
      noShows: 1,
      cancelled: 1,
      leftOver: 1,
      waitsMs: [600_000],
      servicesMs: [],
    })
  })

  it('after a no-show is the rejoining of the same ticket, after another void a ticket of its own', () => {
    const recording = read(
      leg('1', 'Room 5', '08:00:00 08:10:00 08:10:07', 'N'),
      leg('2', '', '08:00:00 08:00:00 08:00:00', 'N'),
      leg('1', 'Room 5', '08:15:00 08:20:00 08:25:00'),
      leg('2', 'Room 5', '08:26:00 08:27:00 08:28:00'),
    )
    expect(endsOf(recording)).toEqual(['noShow completed', 'cancelled', 'completed'])
    expect(recording.file).toMatchObject({ tickets: 3, served: 2, noShows: 1, transfers: 0, cancelled: 1 })
    expect(recording.adjusted.furtherLegAsTicketOfItsOwn).toBe(1)
  })

  it('queued before the one before had ended stands in two lines at once: a ticket of its own', () => {
    const recording = read(
      leg('1', 'Room 2', '08:16:00 08:46:00 08:48:00'),
      leg('1', 'Room 4', '08:17:00 08:33:00 08:35:00'),
    )
    expect(endsOf(recording)).toEqual(['completed', 'completed'])
    expect(recording.file).toMatchObject({ tickets: 2, served: 2, transfers: 0 })
  })

  it('started a second before it was queued waited no time', () => {
    const recording = read(leg('1', 'Room 5', '09:22:30 09:22:29 09:35:53'))
    const [turn] = recording.days[0]?.visits[0]?.turns ?? []
    expect(turn).toMatchObject({ calledAt: instantOf('2019-08-01T09:22:30', zone) })
    expect(recording.file).toMatchObject({ waitsMs: [0], servicesMs: [803_000] })
    expect(recording.adjusted).toEqual({ startedBeforeQueued: 1 })
  })
})

describe('the days of a file', () => {
  const rows = parseCsv(
    `date,ticket,leg,service,counter,queued,started,ended,valid,remark\n${[
      '2019-08-03',
      '2019-08-01',
      '2019-08-02',
    ]
      .map((day) => leg('1', 'Room 5', '08:00:00 08:10:00 08:25:00', 'Y', day))
      .join('\n')}\n`,
  )
  const daysIn = (range: DayRange) => readClinic(rows, range).days.map(({ day }) => day)

  it('are replayed in order, from the first to the last that are wanted, so many of them', () => {
    expect(daysIn(all)).toEqual(['2019-08-01', '2019-08-02', '2019-08-03'])
    expect(daysIn({ ...all, limit: 2 })).toEqual(['2019-08-01', '2019-08-02'])
    expect(daysIn({ ...all, from: '2019-08-02' })).toEqual(['2019-08-02', '2019-08-03'])
    expect(readClinic(rows, { ...all, to: '2019-08-01' }).file.tickets).toBe(1)
  })
})
