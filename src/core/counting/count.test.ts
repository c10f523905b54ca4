import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendar,
  indicators,
  known,
  LookedIn,
  lookedInOnTime,
  minutes,
  numberOfGuests,
  Stay,
  shareInAttic,
} from '../../../test/support/counted.ts'
import { parsePeriod } from '../dates/period.ts'
import { plainDate, toText } from '../dates/plain-date.ts'
import { countsProblems } from '../definitions/check-counts.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { Indicator } from '../definitions/indicator.ts'
import { countSubject, type MemberFacts } from './count.ts'
import { test as ask, measure, population, subjectsWithOpen } from './define.ts'
import { explain } from './explain.ts'
import { looked, type MemberList, planLists } from './plan.ts'
import { type KnownRecord, subjectRecords } from './records.ts'
import { figureOf, tally, verdict } from './tally.ts'
import { sumOf, tallies, whyItMoved } from './why-it-moved.ts'

const lists = planLists(indicators)
const one = (subject: number) => subject as SubjectId
const listOf = (indicator: Indicator): { list: MemberList; counting: MemberList['countings'][number] } => {
  for (const list of lists) {
    const counting = list.countings.find((it) => it.indicator === indicator)
    if (counting !== undefined) return { list, counting }
  }
  throw new Error(indicator.key)
}
const answeredOn = plainDate('2023-12-31')
function members(indicator: Indicator, records: readonly KnownRecord[], period = '2023-09', on = answeredOn) {
  const { list } = listOf(indicator)
  const subjects = [...new Set(records.flatMap(({ content }) => content.subjects['guest'] ?? []))]
  const periods = [looked(list, parsePeriod(period), on, calendar)]
  return subjects.flatMap((subject) =>
    countSubject(
      list,
      subjectRecords(
        subject,
        records.filter(({ content }) => content.subjects['guest']?.includes(subject)),
        list.reads,
      ),
      periods,
      calendar,
    ),
  )
}
const figure = (indicator: Indicator, records: readonly KnownRecord[], period?: string) =>
  figureOf(
    indicator,
    tally(
      listOf(indicator).counting,
      members(indicator, records, period).map((facts) => ({ ...facts, members: 1 })),
    ),
    undefined,
  )

describe('counting', () => {
  const stays = [
    known(Stay, one(1), { startedOn: '2023-08-01', room: 'attic' }),
    known(Stay, one(2), { startedOn: '2023-09-01', room: 'garden' }),
    known(Stay, one(3), { startedOn: '2023-09-02', room: null }),
    known(Stay, one(4), { startedOn: '2023-09-29', room: 'attic' }),
    known(Stay, one(5), { startedOn: '2023-08-01', endedOn: '2023-09-30', room: 'attic' }),
    known(Stay, one(6), { startedOn: '2023-08-01', endedOn: '2023-10-01', room: 'garden' }),
  ]

  it('counts each subject once who has a record open at the end: one that ends on the last day is over', () => {
    expect(figure(numberOfGuests, stays)).toMatchObject({ value: 5, numerator: 5, denominator: null })
    expect(figure(numberOfGuests, [...stays, known(Stay, one(1), { startedOn: '2023-09-20' })]).value).toBe(5)
  })

  it('shares leave out who is not known where the definition says so, and say how many', () => {
    // Settled: 1 (attic), 2 and 6 (garden), 3 (not known); 4 has not been here a week.
    expect(figure(shareInAttic, stays)).toEqual({
      numerator: 1,
      counted: 1,
      denominator: 3,
      notKnown: 1,
      notPlaced: 0,
      value: 100 / 3,
    })
    expect(figure(shareInAttic, []).value).toBeNull()
  })

  it('a variant leaves members out; those of whom that is not known are in no figure, and shown', () => {
    expect(figure(lookedInOnTime, stays)).toMatchObject({ denominator: 2, notPlaced: 1 })
  })

  it('counts records dated in the period, and takes the middle of a number', () => {
    const looks = [
      known(LookedIn, one(1), { on: '2023-09-01', minutes: 10 }),
      known(LookedIn, one(1), { on: '2023-09-30', minutes: 30 }),
      known(LookedIn, one(2), { on: '2023-09-15', minutes: null }),
      known(LookedIn, one(2), { on: '2023-10-01', minutes: 500 }),
    ]
    expect(figure(minutes, looks)).toMatchObject({ value: 20, numerator: 2, notKnown: 1 })
  })

  it('answers as at the last day: what is recorded of later is not seen', () => {
    const later = known(Stay, one(1), { startedOn: '2023-09-01', endedOn: '2023-10-05', room: 'attic' })
    expect(members(numberOfGuests, [later])).toEqual(
      members(numberOfGuests, [
        { ...later, content: { ...later.content, fields: { ...later.content.fields, endedOn: null } } },
      ]),
    )
  })

  it('breaks down by what was true on the day, not known included', () => {
    expect(members(numberOfGuests, stays).map(({ attributes }) => attributes[0])).toEqual([
      'attic',
      'garden',
      null,
      'attic',
      'garden',
    ])
  })

  it('stops a rule that reads what it does not say it reads', () => {
    const sly = ask([Stay], ({ history }) => history.howMany(LookedIn, () => true) > 0)
    const [list] = planLists([
      {
        ...numberOfGuests,
        counts: {
          population: population({
            key: 'x',
            label: 'X',
            source: 'x',
            each: subjectsWithOpen(Stay, 'guest'),
            include: { sly },
          }),
          whenNotKnown: 'stays',
        },
      },
    ])
    if (list === undefined) throw new Error('no list')
    const records = subjectRecords(one(1), [known(Stay, one(1), { startedOn: '2023-09-01' })], [Stay, LookedIn])
    expect(() =>
      countSubject(list, records, [looked(list, parsePeriod('2023-09'), answeredOn, calendar)], calendar),
    ).toThrow('“sly” could not be answered of subject 1: A rule reads records of type looked-in, and does not say so')
  })

  it('finds members by records of the codes that are searched for, which the field must be able to have', () => {
    const inRoom = (field: 'room' | 'content', code: string): Indicator => {
      const each = subjectsWithOpen(Stay, 'guest', { field, codes: [code] })
      const found = population({ key: 'x', label: 'X', source: 'x', each })
      return { ...numberOfGuests, counts: { population: found, whenNotKnown: 'stays' } }
    }
    const [list] = planLists([inRoom('room', 'attic')])
    if (list === undefined) throw new Error('no list')
    const counted = (room: string | null) => {
      const stay = known(Stay, one(1), { startedOn: '2023-09-01', room })
      const days = looked(list, parsePeriod('2023-09'), answeredOn, calendar)
      return countSubject(list, subjectRecords(one(1), [stay], [Stay]), [days], calendar).length
    }
    expect(['attic', 'garden', null].map(counted)).toEqual([1, 0, 0])
    const problems = (...asked: Parameters<typeof inRoom>) =>
      countsProblems('x', inRoom(...asked), new Map([[Stay.key, Stay]])).map(({ problem }) => problem)
    expect(problems('room', 'attic')).toEqual([])
    expect(problems('room', 'cellar')).toEqual(['room of stay is never cellar'])
    expect(problems('content', 'yes')).toHaveLength(1)
  })

  it('explains each answer by the records that decided it', () => {
    const { list, counting } = listOf(shareInAttic)
    const stay = known(Stay, one(1), { startedOn: '2023-08-01', room: 'attic' })
    const reasons = explain(
      list,
      counting,
      subjectRecords(one(1), [stay], list.reads),
      looked(list, parsePeriod('2023-09'), answeredOn, calendar),
      null,
      calendar,
    )
    expect(reasons).toEqual([
      { name: 'a week here', part: 'belongs', mark: '1', because: [stay.record] },
      { name: 'in the attic', part: 'counts', mark: '1', because: [stay.record] },
    ])
  })
})

describe('a cohort', () => {
  const cohort: Indicator = {
    ...numberOfGuests,
    covers: 'the cohort of the period',
    ripeAfter: '20 working days',
    counts: {
      population: population({
        key: 'came',
        label: 'Came',
        source: 'x',
        each: { ...subjectsWithOpen(Stay, 'guest'), when: 'dated' },
      }),
      counted: { 'looked in on': ask([LookedIn], ({ history }) => history.howMany(LookedIn, () => true) > 0) },
      measure: measure('mean', [], () => 1),
      whenNotKnown: 'stays',
    },
  }
  const [list] = planLists([cohort])
  if (list === undefined) throw new Error('no list')
  it.each([
    ['2023-10-04', '2023-10-04', true],
    ['2023-10-27', '2023-10-27', false],
    ['2023-11-30', '2023-10-27', false],
  ])('of September, asked on %s, is looked at as at %s; provisional: %s', (on, asAt, provisional) => {
    const days = looked(list, parsePeriod('2023-09'), plainDate(on), calendar)
    expect([toText(days.asAt), days.provisional]).toEqual([asAt, provisional])
  })
})

const day = fc.integer({ min: 0, max: 400 }).map((days) => toText((plainDate('2023-01-01') + days) as never))
const record = fc.oneof(
  fc
    .record({
      startedOn: day,
      room: fc.constantFrom('attic', 'garden', null),
      length: fc.option(fc.integer({ min: 1, max: 200 })),
    })
    .map(
      ({ startedOn, room, length }) =>
        (subject: number) =>
          known(Stay, one(subject), {
            startedOn,
            room,
            endedOn: length === null ? null : toText((plainDate(startedOn) + length) as never),
          }),
    ),
  fc
    .record({ on: day, seen: fc.constantFrom('yes', 'no', null) })
    .map((given) => (subject: number) => known(LookedIn, one(subject), { ...given, minutes: 5 })),
)
const history = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), record), { maxLength: 20 })
  .map((all) => all.map(([subject, make]) => make(subject)))
const same = (facts: readonly MemberFacts[]) =>
  facts.toSorted((a, b) => a.subject - b.subject || (a.record ?? 0) - (b.record ?? 0))

describe('laws of counting', () => {
  it('the order of the records does not matter', () => {
    fc.assert(
      fc.property(history, (records) => {
        for (const indicator of indicators)
          expect(same(members(indicator, records.toReversed()))).toEqual(same(members(indicator, records)))
      }),
    )
  })

  it('what is dated after the day never changes the answer', () => {
    fc.assert(
      fc.property(history, (records) => {
        const last = plainDate('2023-09-30')
        const until = records.flatMap((one): KnownRecord[] => {
          const { fields } = one.content
          const began = fields['startedOn'] ?? fields['on']
          if (typeof began !== 'number' || began > last) return []
          const ended = fields['endedOn']
          return [
            typeof ended === 'number' && ended > last
              ? { ...one, content: { ...one.content, fields: { ...fields, endedOn: null } } }
              : one,
          ]
        })
        for (const indicator of indicators)
          expect(same(members(indicator, until))).toEqual(same(members(indicator, records)))
      }),
    )
  })

  it('everybody placed is counted, not counted or not known, and a figure is a count of its list', () => {
    fc.assert(
      fc.property(history, (records) => {
        for (const indicator of indicators) {
          const { counting } = listOf(indicator)
          const all = members(indicator, records)
          const tallied = tally(
            counting,
            all.map((facts) => ({ ...facts, members: 1 })),
          )
          const verdicts = all.map((facts) => verdict(counting, facts))
          const { counted, notCounted, notKnown, notPlaced } = tallied
          expect(counted + notCounted + notKnown + notPlaced).toBe(verdicts.filter((is) => is !== '-').length)
        }
      }),
    )
  })

  it('why it moved adds up exactly', () => {
    fc.assert(
      fc.property(history, (records) => {
        for (const indicator of indicators) {
          const { list, counting } = listOf(indicator)
          const [before, after] = [members(indicator, records, '2023-05'), members(indicator, records, '2023-09')]
          const of = (facts: readonly MemberFacts[]) =>
            tally(
              counting,
              facts.map((one) => ({ ...one, members: 1 })),
            )
          const [was, is] = [of(before), of(after)]
          const moved = whyItMoved(list, counting, before, after)
          const { counted, all } = sumOf(moved)
          expect(was.counted + counted).toBe(is.counted)
          const everyone = (t: typeof was) => t.counted + t.notCounted + t.notKnown
          expect(everyone(was) + all).toBe(everyone(is))
          // And so does the value, step by step, a mean or median too.
          const last = tallies(counting, before, after, moved).at(-1) ?? was
          expect(figureOf(indicator, last, 1000)).toEqual(figureOf(indicator, is, 1000))
        }
      }),
    )
  })
})
