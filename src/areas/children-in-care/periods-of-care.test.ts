import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { episodeFaults } from './episode-faults.ts'
import type { EpisodeRow } from './episode-rows.ts'
import { inCareOn, inCareWithoutBreak, periodOn } from './in-care.ts'
import { type PeriodOfCare, periodsOfCare } from './periods-of-care.ts'

const day = plainDate
const dayOrNull = (text: string | null) => (text === null ? null : day(text))

/** `ep('2017-05-01', 'S', '2017-06-01', 'X1')`: began, why, ended, why. */
const ep = (
  from: string,
  reasonStarted: EpisodeRow['reasonStarted'],
  to: string | null = null,
  reasonEnded: EpisodeRow['reasonEnded'] = null,
  more: Partial<EpisodeRow> = {},
): EpisodeRow => ({
  startedOn: day(from),
  reasonStarted,
  endedOn: dayOrNull(to),
  reasonEnded,
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placement: 'U6',
  ...more,
})

const breaks = { legalStatus: 'V4' } as const

/** `2017-05-01 to 2018-02-01 (E4A)`, with a ~ where the day is not known to be the first or last. */
const short = (periods: readonly PeriodOfCare<EpisodeRow>[]) =>
  periods.map(({ kind, startedOn, startIs, endedOn, endIs, reasonEnded }) =>
    [
      kind === 'care' ? '' : 'breaks ',
      startIs === 'known' ? '' : '~',
      toText(startedOn),
      ' to ',
      endedOn === null ? 'now' : toText(endedOn),
      endIs === 'known' ? '' : '~',
      reasonEnded === null ? '' : ` (${reasonEnded})`,
    ].join(''),
  )
const faults = (periods: readonly PeriodOfCare<EpisodeRow>[]) => faultsOf(periods).map(({ kind }) => kind)
const faultsOf = (periods: readonly PeriodOfCare<EpisodeRow>[]) =>
  episodeFaults(periods.flatMap(({ episodes }) => episodes))

describe('episodes become periods', () => {
  it('by following one another the same day: legal status, placement and carer change, care goes on', () => {
    const periods = periodsOfCare([
      ep('2017-05-01', 'S', '2017-06-10', 'X1', { legalStatus: 'V2' }),
      ep('2017-06-10', 'L', '2017-09-01', 'X1'),
      ep('2017-09-01', 'P', '2018-02-01', 'E4A'),
    ])
    expect(short(periods)).toEqual(['2017-05-01 to 2018-02-01 (E4A)'])
    expect(faults(periods)).toEqual([])
  })

  it('and who comes back another day begins another one', () => {
    const periods = periodsOfCare([
      ep('2017-05-01', 'S', '2017-06-10', 'E4A'),
      ep('2017-06-11', 'S', '2017-07-01', 'E3'),
      ep('2017-08-01', 'S'),
    ])
    expect(short(periods)).toEqual([
      '2017-05-01 to 2017-06-10 (E4A)',
      '2017-06-11 to 2017-07-01 (E3)',
      '2017-08-01 to now',
    ])
    expect(faults(periods)).toEqual([])
  })

  it('but who comes back on the day that care ended never left', () => {
    const periods = periodsOfCare([ep('2017-05-01', 'S', '2017-06-10', 'E4A'), ep('2017-06-10', 'S')])
    expect(short(periods)).toEqual(['2017-05-01 to now'])
    expect(faults(periods)).toEqual(['came back on the day it ended'])
  })

  it('with the category of need of the first episode, whatever a later one says', () => {
    const periods = periodsOfCare([
      ep('2017-05-01', 'S', '2017-06-10', 'X1', { categoryOfNeed: 'N8' }),
      ep('2017-06-10', 'P', null, null, { categoryOfNeed: 'N1' }),
    ])
    expect(periods[0]?.categoryOfNeed).toBe('N8')
    expect(faults(periods)).toEqual(['need changed'])
  })

  it('a year’s return does not say when a period began that began before; an earlier one does', () => {
    const later = ep('2018-02-01', 'P', null, null)
    const earlier = ep('2016-11-20', 'S', '2018-02-01', 'X1')
    expect(short(periodsOfCare([later]))).toEqual(['~2018-02-01 to now'])
    expect(short(periodsOfCare([later, earlier]))).toEqual(['2016-11-20 to now'])
  })

  it('short breaks apart, and a move from them into care begins care', () => {
    const periods = periodsOfCare([
      ep('2017-05-01', 'S', '2017-06-10', 'X1', breaks),
      ep('2017-06-10', 'L', '2017-08-01', 'X1'),
      ep('2017-08-01', 'L', null, null, { legalStatus: 'V3' }),
    ])
    expect(short(periods)).toEqual([
      'breaks 2017-05-01 to 2017-06-10 (X1)',
      '2017-06-10 to 2017-08-01 (X1)',
      'breaks 2017-08-01 to now',
    ])
    expect(faults(periods)).toEqual([])
  })
})

describe('what cannot be so is named, and kept', () => {
  it.each([
    [
      'an episode that was never closed stays open',
      [ep('2017-05-01', 'S'), ep('2018-01-01', 'S', '2018-02-01', 'E4A')],
      ['2017-05-01 to now'],
      ['not closed'],
    ],
    [
      'two open at once are one child in care once',
      [ep('2017-05-01', 'S'), ep('2017-07-01', 'P')],
      ['2017-05-01 to now'],
      ['two open'],
    ],
    [
      'two that begin on one day',
      [ep('2017-05-01', 'S'), ep('2017-05-01', 'S', '2017-06-01', 'X1')],
      ['2017-05-01 to now'],
      ['overlaps'],
    ],
    [
      'an overlap',
      [ep('2017-05-01', 'S', '2017-07-01', 'X1'), ep('2017-06-01', 'P', '2017-06-20', 'X1')],
      ['2017-05-01 to 2017-07-01~ (X1)'],
      ['nothing follows', 'overlaps'],
    ],
    [
      'a gap of which both sides say that care went on',
      [ep('2017-05-01', 'S', '2017-06-01', 'X1'), ep('2017-06-05', 'P')],
      ['2017-05-01 to now'],
      ['gap'],
    ],
    [
      'a gap after which care begins',
      [ep('2017-05-01', 'S', '2017-06-01', 'X1'), ep('2017-06-05', 'S')],
      ['2017-05-01 to 2017-06-01~ (X1)', '2017-06-05 to now'],
      ['nothing follows'],
    ],
    [
      'a gap before which care ended',
      [ep('2017-05-01', 'S', '2017-06-01', 'E4A'), ep('2017-06-05', 'P')],
      ['2017-05-01 to 2017-06-01 (E4A)', '~2017-06-05 to now'],
      ['no beginning'],
    ],
    [
      'an end for good that goes on the same day',
      [ep('2017-05-01', 'S', '2017-06-01', 'E4A'), ep('2017-06-01', 'P')],
      ['2017-05-01 to now'],
      ['ended, and goes on'],
    ],
    [
      'begun and ended on one day',
      [ep('2017-05-01', 'S', '2017-05-01', 'X1'), ep('2017-05-01', 'P')],
      ['2017-05-01 to now'],
      ['ends on the day it begins'],
    ],
    [
      'an end before the beginning',
      [ep('2017-05-01', 'S', '2016-05-11', 'E4A')],
      ['2017-05-01 to 2017-05-01~ (E4A)'],
      ['ends before it begins'],
    ],
    [
      'an end without a reason is an end',
      [ep('2017-05-01', 'S', '2017-05-11')],
      ['2017-05-01 to 2017-05-11'],
      ['end without a reason'],
    ],
    ['a reason without an end', [ep('2017-05-01', 'S', null, 'E4A')], ['2017-05-01 to now'], ['reason without an end']],
    [
      'care that begins or ends with a time away',
      [ep('2017-05-01', 'S', '2017-05-11', 'E4A', { placement: 'T1' })],
      ['2017-05-01 to 2017-05-11 (E4A)'],
      ['begins with an absence', 'ends with an absence'],
    ],
  ] as const)('%s', (_, episodes, periods, told) => {
    const found = periodsOfCare(episodes)
    expect(short(found)).toEqual(periods)
    expect(faults(found)).toEqual(told)
    for (const { message } of faultsOf(found)) expect(message).toMatch(/^[A-Z].*\.$/)
  })
})

describe('in care on a day', () => {
  const away = periodsOfCare([ep('2017-05-01', 'S', '2018-03-31', 'E4A')])

  it.each([
    ['2017-04-30', 'no'],
    ['2017-05-01', 'yes'],
    ['2018-03-30', 'yes'],
    ['2018-03-31', 'no'],
  ])('a child who came on 1 May 2017 and left on 31 March 2018, on %s: %s', (on, answer) => {
    expect(inCareOn(away, day(on))).toBe(answer)
  })

  it('missing, on remand, with parents or away for a time is in care; with short breaks alone one is left out', () => {
    for (const more of [{ legalStatus: 'J1' }, { placement: 'P1' }, { placement: 'T2' }, { placement: 'A6' }] as const)
      expect(inCareOn(periodsOfCare([ep('2017-05-01', 'S', null, null, more)]), day('2017-06-01'))).toBe('yes')
    const forty = Array.from({ length: 40 }, () => [ep('2017-05-01', 'S')])
    const three = Array.from({ length: 3 }, () => [ep('2017-05-01', 'S', null, null, breaks)])
    const answers = [...forty, ...three].map((one) => inCareOn(periodsOfCare(one), day('2018-03-31')))
    expect(answers.filter((answer) => answer === 'yes')).toHaveLength(40)
    expect(answers.filter((answer) => answer === 'short breaks')).toHaveLength(3)
  })

  it('is not known where an episode is missing: in a gap, before a beginning and after an end that are not known', () => {
    const gap = periodsOfCare([ep('2017-05-01', 'S', '2017-06-01', 'X1'), ep('2017-06-05', 'P', '2017-07-01', 'X1')])
    const answers = ['2017-05-31', '2017-06-01', '2017-06-04', '2017-06-05', '2017-07-01', '2019-01-01']
    expect(answers.map((on) => inCareOn(gap, day(on)))).toEqual([
      'yes',
      'not known',
      'not known',
      'yes',
      'not known',
      'not known',
    ])
    const unseen = periodsOfCare([ep('2017-05-01', 'S', '2017-06-01', 'E4A'), ep('2018-06-05', 'P')])
    expect(inCareOn(unseen, day('2017-04-30'))).toBe('no')
    expect(inCareOn(unseen, day('2017-12-01'))).toBe('not known')
    expect(periodOn(unseen, day('2017-12-01'))).toBeUndefined()
  })
})

describe('in care for 12 months without a break', () => {
  const on = (episodes: readonly EpisodeRow[], date = '2018-03-31', months = 12) =>
    inCareWithoutBreak(periodsOfCare(episodes), day(date), months)

  it.each([
    ['since exactly 12 months', [ep('2017-03-31', 'S')], 'yes'],
    ['since a day less', [ep('2017-04-01', 'S')], 'no'],
    ['with moves', [ep('2016-05-01', 'S', '2017-12-01', 'X1'), ep('2017-12-01', 'P')], 'yes'],
    ['with one day out', [ep('2016-05-01', 'S', '2017-12-01', 'E4A'), ep('2017-12-02', 'S')], 'no'],
    [
      'with short breaks that ended meanwhile',
      [ep('2016-05-01', 'S', '2017-12-01', 'E4A', breaks), ep('2016-06-01', 'S')],
      'no',
    ],
    ['of which only the last months are on record', [ep('2017-12-02', 'P')], 'not known'],
    ['of which 12 are on record, and more there may have been', [ep('2017-02-02', 'P')], 'yes'],
    ['with an episode missing', [ep('2016-05-01', 'S', '2017-12-01', 'X1'), ep('2017-12-05', 'P')], 'not known'],
    ['with short breaks only', [ep('2016-05-01', 'S', null, null, breaks)], 'short breaks'],
    ['but no longer', [ep('2016-05-01', 'S', '2018-03-31', 'E4A')], 'no'],
  ] as const)('%s', (_, episodes, answer) => {
    expect(on(episodes)).toBe(answer)
  })

  it('or for two and a half years', () => {
    expect(on([ep('2015-09-30', 'S')], '2018-03-31', 30)).toBe('yes')
    expect(on([ep('2015-10-02', 'S')], '2018-03-31', 30)).toBe('no')
  })
})

const date = fc.integer({ min: 17_000, max: 17_060 }).map((number) => number as PlainDate)
const anyEpisode: fc.Arbitrary<EpisodeRow> = fc.record({
  startedOn: date,
  endedOn: fc.option(date),
  reasonStarted: fc.constantFrom('S', 'P', 'L'),
  reasonEnded: fc.constantFrom('X1', 'E4A', null),
  legalStatus: fc.constantFrom('C2', 'V2', 'V4'),
  categoryOfNeed: fc.constantFrom('N1', 'N2'),
  placement: fc.constantFrom('U6', 'K2', 'T1'),
})
const episodes = fc.array(anyEpisode, { maxLength: 7 })

const covers = ({ startedOn, endedOn }: EpisodeRow, on: PlainDate) =>
  startedOn !== null && startedOn <= on && (endedOn === null || endedOn > on)

test('law: in care on a day exactly when an episode of care is open that day', () => {
  fc.assert(
    fc.property(episodes, date, (all, on) => {
      const open = all.some((one) => one.legalStatus !== 'V4' && covers(one, on))
      expect(inCareOn(periodsOfCare(all), on) === 'yes').toBe(open)
    }),
  )
})

test('law: every episode is in one period, whatever the order in which they are given, and periods of care do not touch', () => {
  fc.assert(
    fc.property(episodes, (all) => {
      const periods = periodsOfCare(all)
      expect(new Set(periods.flatMap((one) => one.episodes))).toEqual(new Set(all))
      expect(periods.flatMap((one) => one.episodes)).toHaveLength(all.length)
      expect(short(periodsOfCare(all.toReversed()))).toEqual(short(periods))
      const care = periods.filter(({ kind }) => kind === 'care')
      for (const [index, { startedOn }] of care.entries())
        for (const before of care.slice(0, index)) expect(before.endedOn ?? startedOn).toBeLessThan(startedOn)
    }),
  )
})

test('law: a change of placement divides an episode and changes no period', () => {
  fc.assert(
    fc.property(episodes, fc.nat(), fc.integer({ min: 1, max: 9 }), (all, which, later) => {
      const one = all[which % Math.max(all.length, 1)]
      if (one?.startedOn == null) return
      const on = addDays(one.startedOn, later)
      fc.pre(one.endedOn === null || one.endedOn > on)
      const halves: EpisodeRow[] = [
        { ...one, endedOn: on, reasonEnded: 'X1' },
        { ...one, startedOn: on, reasonStarted: 'P' },
      ]
      const divided = [...all.filter((other) => other !== one), ...halves]
      expect(short(periodsOfCare(divided))).toEqual(short(periodsOfCare(all)))
    }),
  )
})
