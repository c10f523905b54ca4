import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, guests, known, LookedIn, Stay } from '../../../test/support/counted.ts'
import { parsePeriod } from '../dates/period.ts'
import { plainDate } from '../dates/plain-date.ts'
import { countsProblems } from '../definitions/check-counts.ts'
import type { SubjectId } from '../definitions/field.ts'
import { type Indicator, indicator } from '../definitions/indicator.ts'
import { countSubject, type MemberFacts } from './count.ts'
import { fact, type Member, pooled } from './define.ts'
import { looked, planLists } from './plan.ts'
import { type KnownRecord, subjectRecords } from './records.ts'
import { figureOf, tally } from './tally.ts'
import { tallies, whyItMoved } from './why-it-moved.ts'

const looks = fact([LookedIn], ({ history }: Member) => history.all(LookedIn))

/** How long a look takes: all minutes over all looks, so that whoever was looked in on more often weighs more. */
const minutesOfLook: Indicator = indicator({
  key: 'minutes-of-a-look',
  label: 'Minutes of a look',
  unit: 'ratio',
  goodIs: 'neither',
  covers: 'at the end',
  who: 'Made up',
  countedIf: 'Made up',
  notKnown: 'Made up',
  source: 'Made up',
  status: 'national',
  counts: {
    population: guests,
    measure: pooled([looks], {
      of: (member) =>
        looks(member).some(({ minutes }) => minutes === null)
          ? undefined
          : looks(member).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      among: (member) => looks(member).length,
    }),
    whenNotKnown: 'leaves',
  },
})

const [list] = planLists([minutesOfLook])
const counting = list?.countings[0]
if (list === undefined || counting === undefined) throw new Error('There is one list with one figure')

const september = parsePeriod('2023-09')
const days = looked(list, september, plainDate('2023-10-04'), calendar)
const members = (...guestsKnown: readonly (readonly KnownRecord[])[]) =>
  guestsKnown.flatMap((records, at) =>
    countSubject(list, subjectRecords((at + 1) as SubjectId, records, [Stay, LookedIn]), [days], calendar),
  )
const guest = (at: number, ...minutes: readonly (number | null)[]) => [
  known(Stay, at as SubjectId, { startedOn: '2023-08-01', room: 'attic' }),
  ...minutes.map((one, day) => known(LookedIn, at as SubjectId, { on: `2023-09-0${day + 1}`, minutes: one })),
]
const figure = (of: readonly MemberFacts[]) =>
  figureOf(
    minutesOfLook,
    tally(
      counting,
      of.map((one) => ({ ...one, members: 1 })),
    ),
    undefined,
  )

describe('a pooled figure', () => {
  it('is the sum of one number over the sum of another, not the mean of their quotients', () => {
    expect(figure(members(guest(1, 10, 20, 30), guest(2, 100)))).toMatchObject({
      value: 40,
      numerator: 160,
      denominator: 4,
      counted: 2,
      notKnown: 0,
    })
  })

  it('leaves out of whom a number is not known, and says how many; of nothing it is no figure', () => {
    expect(figure(members(guest(1, 10, 20), guest(2, null)))).toMatchObject({ value: 15, counted: 1, notKnown: 1 })
    expect(figure(members(guest(1)))).toMatchObject({ value: null, numerator: 0, denominator: 0, counted: 1 })
  })

  it('has a unit of a share, and none may stay of whom a number is not known', () => {
    const problems = (changes: Partial<Indicator>) =>
      countsProblems(
        'x',
        { ...minutesOfLook, ...changes } as Indicator,
        new Map([Stay, LookedIn].map((one) => [one.key, one])),
      ).map(({ problem }) => problem)
    expect(problems({})).toEqual([])
    expect(problems({ unit: 'days' })).toEqual(['one number pooled over another is a per cent or a ratio, and no days'])
    expect(
      problems({ counts: { ...minutesOfLook.counts, whenNotKnown: 'stays' } as NonNullable<Indicator['counts']> }),
    ).toEqual(['of whom a number is not known they leave a pooled figure: it has no place for them'])
  })
})

describe('laws of pooled figures', () => {
  const number = fc.option(fc.integer({ min: 0, max: 500 }))
  const oneOf = fc.record({ subject: fc.integer({ min: 1, max: 12 }), of: number, among: number })
  const facts = fc.uniqueArray(oneOf, { maxLength: 12, selector: ({ subject }) => subject }).map((all) =>
    all.map(
      ({ subject, of, among }): MemberFacts => ({
        subject: subject as SubjectId,
        record: null,
        period: 0,
        placed: '1',
        answers: '',
        measures: [of, among],
        attributes: [],
      }),
    ),
  )

  it('its parts add up to it, however it is broken down', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }), (all, groups) => {
        const whole = figure(all)
        const parts = [0, 1, 2, 3].map((group) => figure(all.filter(({ subject }) => groups[subject - 1] === group)))
        const sum = (part: 'numerator' | 'denominator' | 'counted' | 'notKnown') =>
          parts.reduce((total, one) => total + (one[part] ?? 0), 0)
        expect([sum('numerator'), sum('denominator'), sum('counted'), sum('notKnown')]).toEqual([
          whole.numerator,
          whole.denominator,
          whole.counted,
          whole.notKnown,
        ])
      }),
    )
  })

  it('why it moved adds up exactly: after the last who moved it is what it is', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const moved = whyItMoved(list, counting, before, after)
        const stands = tallies(counting, before, after, moved)
        const last = stands.at(-1)
        const is = last === undefined ? figure(before) : figureOf(minutesOfLook, last, undefined)
        expect(is).toEqual(figure(after))
      }),
    )
  })
})
