import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '../dates/plain-date.ts'
import { date, plannedDate, type RecordId, text } from '../definitions/field.ts'
import { ALWAYS, type RecordType, recordType } from '../definitions/record-type.ts'
import { chronology, FROM_THE_START, type Moment, NEVER, type Version } from './chronology.ts'

const assessment: RecordType = recordType('assessment', {
  label: 'Assessment',
  plural: 'assessments',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'authorisedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Started', { required: true }),
    dueOn: plannedDate('Due'),
    authorisedOn: date('Authorised'),
    outcome: text('Outcome', { trueFrom: 'authorisedOn' }),
    note: text('Note'),
  },
})
const person: RecordType = recordType('person', {
  label: 'Person',
  plural: 'people',
  source: 'test',
  subjects: { person: { kind: 'person', label: 'Person' } },
  dated: ALWAYS,
  identity: ['person'],
  fields: { bornOn: date('Date of birth', { trueFrom: ALWAYS }), diedOn: date('Died') },
})
const types = new Map([assessment, person].map((type) => [type.key, type]))

const day = (text: string) => plainDate(`2024-${text}`)
let sequence = 0
const version = (changes: Partial<Version> & { fields?: Version['content']['fields'] }): Version => ({
  record: 1 as RecordId,
  type: 'assessment',
  sequence: ++sequence,
  knownOn: day('01-10'),
  state: 'recorded',
  ...changes,
  content: { subjects: {}, links: {}, fields: changes.fields ?? { startedOn: day('01-05') } },
})
const seen = (versions: readonly Version[], asAt: PlainDate, knownOn: PlainDate) =>
  chronology(versions, types, { asAt, knownOn }).map(({ content }) => content.fields)

describe('chronology', () => {
  it('does not show a record before its date, nor before it was known', () => {
    const late = [version({})]
    expect(seen(late, day('01-04'), day('12-31'))).toEqual([])
    expect(seen(late, day('01-05'), day('01-09'))).toEqual([])
    expect(seen(late, day('01-05'), day('01-10'))).toHaveLength(1)
  })

  it('shows an outcome only from the day it was authorised, and an end only from the end', () => {
    const done = [
      version({ fields: { startedOn: day('01-05'), authorisedOn: day('02-20'), outcome: 'Plan', note: 'Seen' } }),
    ]
    expect(seen(done, day('02-19'), day('12-31'))).toEqual([
      { startedOn: day('01-05'), dueOn: null, authorisedOn: null, outcome: null, note: 'Seen' },
    ])
    expect(seen(done, day('02-20'), day('12-31'))[0]).toMatchObject({ authorisedOn: day('02-20'), outcome: 'Plan' })
  })

  it('does not show an outcome that nobody authorised', () => {
    expect(
      seen([version({ fields: { startedOn: day('01-05'), outcome: 'Plan' } })], day('12-31'), day('12-31'))[0]?.[
        'outcome'
      ],
    ).toBeNull()
  })

  it('shows a plan while it still lies ahead, for it is only a plan', () => {
    const planned = [version({ fields: { startedOn: day('01-05'), dueOn: day('03-08') } })]
    expect(seen(planned, day('01-06'), day('12-31'))[0]?.['dueOn']).toBe(day('03-08'))
  })

  it('shows who somebody is at any date, but not a death that had not happened', () => {
    const who = [version({ type: 'person', fields: { bornOn: day('06-14'), diedOn: day('09-01') } })]
    expect(seen(who, day('01-01'), day('12-31'))).toEqual([{ bornOn: day('06-14'), diedOn: null }])
  })

  it('shows the last version known by the day, and nothing once it is gone or removed', () => {
    const history = [
      version({ fields: { startedOn: day('01-05'), note: 'first' } }),
      version({ knownOn: day('02-01'), fields: { startedOn: day('01-05'), note: 'corrected' } }),
      version({ knownOn: day('03-01'), state: 'gone' }),
    ]
    expect(seen(history, day('12-31'), day('01-31'))[0]?.['note']).toBe('first')
    expect(seen(history, day('12-31'), day('02-29'))[0]?.['note']).toBe('corrected')
    expect(seen(history, day('12-31'), day('03-01'))).toEqual([])
  })

  it('lets the later to arrive decide between two known on one day', () => {
    const twice = [
      version({ fields: { startedOn: day('01-05'), note: 'first' } }),
      version({ fields: { startedOn: day('01-05'), note: 'second' } }),
    ]
    expect(seen(twice, day('12-31'), day('12-31'))[0]?.['note']).toBe('second')
  })

  it('refuses to drop records of a type it was not given', () => {
    expect(() =>
      chronology([version({ type: 'visit' })], types, { asAt: day('12-31'), knownOn: day('12-31') }),
    ).toThrow('no record type visit')
  })
})

describe('laws of the chronology', () => {
  const someDay = fc.integer({ min: 0, max: 30 }).map((after) => (day('01-01') + after) as PlainDate)
  const somebodysVersions = fc
    .array(
      fc.record({
        record: fc.integer({ min: 1, max: 4 }).map((id) => id as RecordId),
        knownOn: someDay,
        state: fc.constantFrom('recorded' as const, 'recorded' as const, 'gone' as const),
        startedOn: someDay,
        authorisedOn: fc.option(someDay),
        outcome: fc.option(fc.constantFrom('a', 'b')),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(
        ({ record, knownOn, state, ...fields }, sequence): Version => ({
          record,
          type: 'assessment',
          sequence,
          knownOn,
          state,
          content: { subjects: {}, links: {}, fields },
        }),
      ),
    )
  const read = (versions: readonly Version[], moment: Moment) => chronology(versions, types, moment)

  it('does not depend on the order in which versions are given', () => {
    fc.assert(
      fc.property(somebodysVersions, fc.infiniteStream(fc.nat()), someDay, someDay, (versions, keys, asAt, knownOn) => {
        const shuffled = versions
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(read(shuffled, { asAt, knownOn })).toEqual(read(versions, { asAt, knownOn }))
      }),
    )
  })

  it('does not change when something is recorded later', () => {
    fc.assert(
      fc.property(somebodysVersions, someDay, someDay, (versions, asAt, knownOn) => {
        const before = versions.filter((one) => one.knownOn <= knownOn)
        expect(read(versions, { asAt, knownOn })).toEqual(read(before, { asAt, knownOn }))
      }),
    )
  })

  it('shows nothing that became true after the date', () => {
    fc.assert(
      fc.property(somebodysVersions, someDay, someDay, (versions, asAt, knownOn) => {
        for (const { on, content } of read(versions, { asAt, knownOn })) {
          expect(on ?? asAt).toBeLessThanOrEqual(asAt)
          expect(Number(content.fields['authorisedOn'] ?? asAt)).toBeLessThanOrEqual(asAt)
          if (content.fields['authorisedOn'] === null) expect(content.fields['outcome']).toBeNull()
        }
      }),
    )
  })

  it('is not hidden or closed by what an older import says when something newer is known', () => {
    fc.assert(
      fc.property(somebodysVersions, someDay, (versions, knownOn) => {
        const newest = Math.max(...versions.map((one) => one.knownOn), day('01-01')) as PlainDate
        const older: Version = {
          record: 1 as RecordId,
          type: 'assessment',
          sequence: 999,
          knownOn: day('01-01'),
          state: 'gone',
          content: { subjects: {}, links: {}, fields: {} },
        }
        fc.pre(
          versions.some((one) => one.record === older.record && one.knownOn > older.knownOn && one.knownOn <= knownOn),
        )
        const moment = { asAt: newest, knownOn }
        expect(read([...versions, older], moment)).toEqual(read(versions, moment))
      }),
    )
  })
})

it('every date that can be written lies between the start and never', () => {
  expect(FROM_THE_START).toBeLessThan(plainDate('0001-01-01'))
  expect(NEVER).toBeGreaterThan(plainDate('9999-12-31'))
})
