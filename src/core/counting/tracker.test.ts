import { describe, expect, it } from 'vitest'
import { calendar, guests, guestTracker, known, LookedIn, lookingIn, Stay } from '../../../test/support/counted.ts'
import { plainDate } from '../dates/plain-date.ts'
import { checkDefinitions } from '../definitions/catalogue.ts'
import type { SubjectId } from '../definitions/field.ts'
import { attribute, fact, narrow, recordsDated, test } from './define.ts'
import { type KnownRecord, subjectRecords } from './records.ts'
import { furthestBehind, readsOfTracker, type Tracker, trackedOf, tracker } from './tracker.ts'

const guest = 1 as SubjectId
const on = (day: string, records: readonly KnownRecord[], defined: Tracker = guestTracker) =>
  trackedOf(defined, subjectRecords(guest, records, [Stay, LookedIn]), calendar)(plainDate(day))
const stay = (startedOn: string, room: string | null = 'attic', endedOn: string | null = null) =>
  known(Stay, guest, { startedOn, room, endedOn })
const seen = (day: string) => known(LookedIn, guest, { on: day, seen: 'yes' })
const first = (day: string, records: readonly KnownRecord[], defined?: Tracker) => on(day, records, defined)?.steps[0]

const once = { ...lookingIn, recurs: false }
const way = (more: Partial<Tracker>): Tracker => tracker({ ...guestTracker, ...more })

describe('where somebody stands with a step', () => {
  const came = stay('2023-09-01')

  it('is as its clock says: due, overdue by so many days, done', () => {
    expect(first('2023-09-06', [came])).toMatchObject({ kind: 'due', days: -2 })
    expect(first('2023-09-11', [came])).toMatchObject({ kind: 'overdue', days: 3 })
    const onceOnly = way({ steps: [{ key: 'seen', label: 'Seen', clocks: [{ timescale: once }] }] })
    expect(first('2023-09-20', [came, seen('2023-09-11')], onceOnly)).toMatchObject({
      kind: 'done',
      on: plainDate('2023-09-11'),
      occurrence: { due: plainDate('2023-09-08'), state: 'late' },
    })
  })

  it('is of the clock’s runs that are named alone', () => {
    const named = way({ steps: [{ key: 'seen', label: 'Seen', clocks: [{ timescale: once, sorts: ['night'] }] }] })
    expect(first('2023-09-11', [came], named)).toEqual({ kind: 'not yet' })
  })

  it('is not needed by whoever it is not asked of, and not known where nobody can say', () => {
    const step = guestTracker.steps[1]
    if (step === undefined) throw new Error('The guests have two steps')
    const asked = way({ steps: [step] })
    expect(first('2023-09-06', [stay('2023-09-01', 'garden')], asked)).toMatchObject({ kind: 'not needed' })
    expect(first('2023-09-06', [stay('2023-09-01', null)], asked)).toMatchObject({ kind: 'not known' })
    expect(first('2023-09-06', [came], asked)).toEqual({ kind: 'not yet' })
  })

  it('is to be taken again on a way in order, when an earlier one is asked for again', () => {
    const steps: Tracker['steps'] = [
      { key: 'look', label: 'Look', clocks: [{ timescale: lookingIn }] },
      { key: 'up', label: 'Up', takenOn: fact([Stay], () => plainDate('2023-09-03')) },
    ]
    const looked = [came, seen('2023-09-04')]
    expect(on('2023-09-10', looked, way({ steps }))?.steps[1]).toMatchObject({ kind: 'done' })
    expect(on('2023-09-10', looked, way({ steps, inOrder: true }))?.steps[1]).toEqual({ kind: 'not yet' })
    expect(on('2023-09-10', [came], way({ steps, inOrder: true }))?.steps[1]).toMatchObject({ kind: 'done' })
  })
})

describe('somebody on a tracker', () => {
  it('stands there once, whichever of its populations they are in, and nowhere when in none', () => {
    const upstairs = narrow(guests, {
      key: 'up',
      label: 'Up',
      source: 'x',
      include: { up: test([Stay], ({ history }) => history.latest(Stay)?.room === 'attic') },
    })
    const both = way({ populations: [upstairs, guests] })
    expect(on('2023-09-06', [stay('2023-09-01', 'garden')], both)).toMatchObject({ belongs: true, group: 'garden' })
    expect(on('2023-09-06', [stay('2023-09-01')], way({ populations: [upstairs] }))?.group).toBe('attic')
    expect(on('2023-09-06', [stay('2023-09-01', 'garden')], way({ populations: [upstairs] }))).toBeUndefined()
    expect(on('2023-10-06', [stay('2023-09-01', 'attic', '2023-10-01')])).toBeUndefined()
  })

  it('has a next step, and is sorted by how far behind they are', () => {
    const late = on('2023-09-11', [stay('2023-09-01')])
    const later = on('2023-09-11', [stay('2023-08-25')])
    const due = on('2023-09-06', [stay('2023-09-01')])
    if (late === undefined || later === undefined || due === undefined) throw new Error('All of them are guests')
    expect([late.next, late.past, due.past]).toEqual([0, 3, 0])
    expect([due, late, later].toSorted(furthestBehind)).toEqual([later, late, due])
  })

  it('is read from what the tracker says that it reads, and a rule that reads more is stopped', () => {
    expect(readsOfTracker(guestTracker)).toEqual([Stay, LookedIn])
    const secret = { ...LookedIn, key: 'secret' }
    const more = way({ note: fact([Stay], ({ history }) => history.latest(secret)?.seen ?? undefined) })
    expect(() => on('2023-09-06', [stay('2023-09-01')], more)).toThrow('reads records of type secret')
  })
})

it('a tracker is checked at start-up', () => {
  const area = { key: 'guest-house', label: 'Guest house', indicators: [], records: [Stay, LookedIn] }
  const said = (one: Tracker) =>
    checkDefinitions([{ ...area, timescales: [lookingIn], trackers: [one] }]).map(
      ({ path, problem }) => `${path}: ${problem}`,
    )
  expect(said(guestTracker)).toEqual([])
  const ofRecords = { ...guests, each: recordsDated(LookedIn, 'guest', 'on') }
  const look = guestTracker.steps[0]
  expect(
    said(
      way({
        label: ' ',
        populations: [ofRecords],
        groupedBy: attribute('Room', [Stay], () => 'attic'),
        steps: [look, { ...look, clocks: [{ timescale: once }] }],
      }),
    ),
  ).toEqual([
    'guest-house > guests > label: is empty',
    'guest-house > guests > populations: guests is of records, and a tracker is of whom they are about',
    'guest-house > guests: Room has no order, so its values would stand in none',
    expect.stringContaining('looked-in'),
    'guest-house > guests > looked-in: its timescale looking-in is not one of any area',
  ])
})
