import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { appOn } from '../../test/support/app.ts'
import { parsePeriod } from '../core/dates/period.ts'
import { addDays, plainDate, toText } from '../core/dates/plain-date.ts'
import { catalogue } from '../core/definitions/catalogue.ts'
import { indicator } from '../core/definitions/indicator.ts'
import type { App } from './app.ts'
import { benchmarkOf, datasetFigures, type FigureLine, indicatorFigures, periodsWithFigures } from './figures.ts'
import { importSeries, type SeriesFormat } from './import-series.ts'

const common = { status: 'stated', who: 'Everyone.', notKnown: 'Cannot arise.', source: 'Made up' } as const
const visits = indicator({
  ...common,
  key: 'visits-in-time',
  label: 'Visits in time',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'in the period',
  countedIf: 'In time.',
})
const late = indicator({
  ...common,
  key: 'plans-late',
  label: 'Plans late',
  unit: 'count',
  goodIs: 'low',
  covers: 'rolling 12 months',
})
const children = indicator({
  ...common,
  key: 'children-at-end',
  label: 'Children',
  unit: 'count',
  goodIs: 'neither',
  covers: 'at the end',
})
const checks = indicator({
  ...common,
  key: 'first-checks',
  label: 'First checks in 20 working days',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'the cohort of the period',
  ripeAfter: '20 working days',
  countedIf: 'In time.',
})
const made = catalogue([
  {
    key: 'made-up',
    label: 'Made up',
    indicators: [visits, late, children, checks],
    datasets: [
      {
        key: 'small',
        label: 'Small dataset',
        audience: 'the tests',
        source: 'Made up',
        sections: [
          { key: 'later', label: 'Later', indicators: [late, visits] },
          { key: 'sooner', label: 'Sooner', indicators: [children, checks] },
        ],
      },
    ],
  },
])

const headings: Readonly<Record<SeriesFormat, string>> = {
  figures: 'authority,indicator,period,value,numerator,denominator,not_known,published_in,break,note',
  targets: 'authority,indicator,from,to,target,red,published_in',
  benchmarks: 'authority,indicator,comparator,from,to,value,published_in',
}

eachDatabase(({ share }) => {
  const store = share()

  /** Every test its own authority, so that one store serves them all. */
  let authorities = 0
  function anAuthority() {
    authorities += 1
    const key = `authority-${authorities}`
    const authority = { key, name: 'Exampleshire', council: 'Exampleshire Council', code: '', area: '' }
    const app: App = appOn(store(), { catalogue: made, authorities: new Map([[key, authority]]) })
    const say = async (format: SeriesFormat, knownOn: string, ...rows: readonly string[]) => {
      const text = [headings[format], ...rows.map((row) => `${key},${row}`)].map((row) => `${row}\n`).join('')
      const file = { name: `${format}.csv`, bytes: new TextEncoder().encode(text) }
      const { refused, issues } = await importSeries(app, [{ format, file }], plainDate(knownOn))
      if (refused) throw new Error(JSON.stringify(issues))
    }
    const line = async (indicatorKey: string, period: string, knownOn = '2023-12-31'): Promise<FigureLine> => {
      const asked = {
        audience: 'everybody' as const,
        authority: key,
        period: parsePeriod(period),
        periods: 1,
        knownOn: plainDate(knownOn),
      }
      return (await indicatorFigures(app, indicatorKey, asked)).latest
    }
    return { app, key, say, line }
  }

  test('a dataset has every indicator in the order of its sections, whether it has figures or not', async () => {
    const { app, key, say } = anAuthority()
    await say('figures', '2023-10-04', 'visits-in-time,2023-09,62.5,5,8,1,Pack,New form,Two schools')
    const found = await datasetFigures(app, 'small', {
      audience: 'everybody' as const,
      authority: key,
      period: parsePeriod('2023-09'),
      periods: 2,
    })
    expect(
      found.sections.map(({ section, series }) => [section.key, series.map(({ indicator: one }) => one.key)]),
    ).toEqual([
      ['later', ['plans-late', 'visits-in-time']],
      ['sooner', ['children-at-end', 'first-checks']],
    ])
    const [nothing, something] = found.sections[0]?.series ?? []
    expect(nothing?.latest).toMatchObject({
      value: null,
      rag: null,
      direction: null,
      provisional: false,
      publishedIn: null,
    })
    expect(something?.latest).toMatchObject({
      value: 62.5,
      numerator: 5,
      denominator: 8,
      notKnown: 1,
      breakNote: 'New form',
      note: 'Two schools',
      publishedIn: 'Pack',
    })
    expect(something?.lines.map(({ period, value }) => [toText(period.from), value])).toEqual([
      ['2023-08-01', null],
      ['2023-09-01', 62.5],
    ])
  })

  test('a figure says which days it looks at', async () => {
    const { line } = anAuthority()
    const covers = async (key: string) => {
      const { from, to } = (await line(key, '2023-09')).covers
      return `${toText(from)} to ${toText(addDays(to, -1))}`
    }
    expect(await covers('visits-in-time')).toBe('2023-09-01 to 2023-09-30')
    expect(await covers('children-at-end')).toBe('2023-09-30 to 2023-09-30')
    expect(await covers('plans-late')).toBe('2022-10-01 to 2023-09-30')
  })

  describe('direction and movement', () => {
    test.each([
      ['visits-in-time', 80, 81, 'better', 'up'],
      ['visits-in-time', 81, 80, 'worse', 'down'],
      ['visits-in-time', 80, 80, 'same', 'level'],
      ['plans-late', 5, 6, 'worse', 'up'],
      ['plans-late', 6, 0, 'better', 'down'],
      ['children-at-end', 5, 6, null, 'up'],
    ] as const)('%s from %d to %d', async (key, before, after, direction, movement) => {
      const { say, line } = anAuthority()
      await say('figures', '2023-10-04', `${key},2023-08,${before},,,,P,,`, `${key},2023-09,${after},,,,P,,`)
      expect(await line(key, '2023-09')).toMatchObject({ previous: before, value: after, direction, movement })
    })

    test('are blank after a month that is missing or has no figure, even when there are months before it', async () => {
      const { say, line, app, key } = anAuthority()
      const months = ['2023-05,80', '2023-06,82', '2023-08,', '2023-09,85']
      await say('figures', '2023-10-04', ...months.map((month) => `visits-in-time,${month},,,,P,,`))
      for (const period of ['2023-07', '2023-08', '2023-09'])
        expect(await line('visits-in-time', period)).toMatchObject({
          previous: period === '2023-07' ? 82 : null,
          direction: null,
        })
      const asked = { audience: 'everybody' as const, authority: key, period: parsePeriod('2023-09'), periods: 5 }
      const { lines } = await indicatorFigures(app, 'visits-in-time', asked)
      expect(lines.map(({ value, previous, direction }) => [value, previous, direction])).toEqual([
        [80, null, null],
        [82, 80, 'better'],
        [null, 82, null],
        [null, null, null],
        [85, null, null],
      ])
      expect((await periodsWithFigures(app, 'everybody', key, [visits])).map(({ from }) => toText(from))).toEqual([
        '2023-05-01',
        '2023-06-01',
        '2023-09-01',
      ])
    })

    test('compare a quarter with the quarter before, never with a month', async () => {
      const { say, line } = anAuthority()
      const periods = ['2023-24 Q1,70', '2023-24 Q2,75', '2023-08,90', '2023-06,10']
      await say('figures', '2023-10-04', ...periods.map((period) => `visits-in-time,${period},,,,P,,`))
      expect(await line('visits-in-time', '2023-24 Q2')).toMatchObject({ value: 75, previous: 70, direction: 'better' })
    })
  })

  describe('the rating', () => {
    test.each([
      ['visits-in-time', '90,75', [90, 89.9, 75, 74.9], ['green', 'amber', 'amber', 'red']],
      ['visits-in-time', '90,', [90, 89.9, 0, 100], ['green', 'worse than target', 'worse than target', 'green']],
      ['plans-late', '0,2', [0, 1, 2, 3], ['green', 'amber', 'amber', 'red']],
    ] as const)('of %s with target and red %s', async (key, thresholds, values, ratings) => {
      const { say, line } = anAuthority()
      const periods = ['2023-06', '2023-07', '2023-08', '2023-09'] as const
      await say('targets', '2023-04-01', `${key},2023-04-01,,${thresholds},Plan`)
      await say('figures', '2023-10-04', ...periods.map((period, at) => `${key},${period},${values[at]},,,,P,,`))
      const lines = await Promise.all(periods.map((period) => line(key, period)))
      expect(lines.map(({ rag }) => rag)).toEqual(ratings)
    })

    test('follows the target of its own month, on its last day', async () => {
      const { say, line } = anAuthority()
      await say(
        'targets',
        '2023-04-01',
        'visits-in-time,2023-04-01,2023-06-29,80,,Plan',
        'visits-in-time,2023-08-31,,90,,Plan',
        'visits-in-time,2023-10-01,,70,,Plan',
      )
      const periods = ['2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10'] as const
      await say('figures', '2023-11-04', ...periods.map((period) => `visits-in-time,${period},85,,,,P,,`))
      const lines = await Promise.all(periods.map((period) => line('visits-in-time', period)))
      expect(lines.map(({ target, rag }) => [target?.target, rag])).toEqual([
        [80, 'green'],
        // The first target ended on the 29th, a day before the month did.
        [undefined, null],
        [undefined, null],
        [90, 'worse than target'],
        [90, 'worse than target'],
        [70, 'green'],
      ])
    })

    test('follows what was known: a target set later does not rate what was seen before', async () => {
      const { say, line } = anAuthority()
      await say('figures', '2023-10-04', 'visits-in-time,2023-09,85,,,,P,,')
      await say('targets', '2023-11-01', 'visits-in-time,2023-04-01,,80,,Plan')
      expect(await line('visits-in-time', '2023-09', '2023-10-31')).toMatchObject({ value: 85, rag: null })
      expect(await line('visits-in-time', '2023-09', '2023-11-01')).toMatchObject({ value: 85, rag: 'green' })
    })
  })

  test('benchmarks: of each comparator the one in force on the last day, as known', async () => {
    const { say, line } = anAuthority()
    await say(
      'benchmarks',
      '2023-04-01',
      'visits-in-time,england,2022-04-01,2023-08-31,84,Returns',
      'visits-in-time,england,2023-09-01,,85,Returns',
      'visits-in-time,region,2022-04-01,2023-08-31,83,Returns',
    )
    await say('benchmarks', '2023-11-01', 'visits-in-time,england,2023-09-01,,86,Returns corrected')
    const england = async (period: string, knownOn: string) =>
      benchmarkOf(await line('visits-in-time', period, knownOn), 'england')
    expect(await england('2023-08', '2023-10-31')).toBe(84)
    expect(await england('2023-09', '2023-10-31')).toBe(85)
    expect(await england('2023-09', '2023-11-01')).toBe(86)
    const september = await line('visits-in-time', '2023-09')
    expect(september.benchmarks.map(({ comparator }) => comparator)).toEqual(['england'])
  })

  test('a cohort is provisional until its figure is taken after it was ripe', async () => {
    const { say, line } = anAuthority()
    const provisional = async (knownOn: string) => (await line('first-checks', '2023-09', knownOn)).provisional
    // 20 working days after Saturday 30 September 2023 end on Friday 27 October.
    await say('figures', '2023-10-26', 'first-checks,2023-09,50,,,,P,,')
    expect(await provisional('2023-10-26')).toBe(true)
    expect(await provisional('2023-12-31')).toBe(true)
    await say('figures', '2023-10-30', 'first-checks,2023-09,50,,,,P,,')
    expect(await provisional('2023-10-29')).toBe(true)
    expect(await provisional('2023-10-30')).toBe(false)
    await say('figures', '2023-10-04', 'first-checks,2023-08,,,,,P,,', 'visits-in-time,2023-09,50,,,,P,,')
    expect((await line('first-checks', '2023-08')).provisional).toBe(false)
    expect((await line('visits-in-time', '2023-09', '2023-10-04')).provisional).toBe(false)
  })

  test('what there is not is refused, naming what there is', async () => {
    const { app, key } = anAuthority()
    const asked = { audience: 'everybody' as const, authority: key, period: parsePeriod('2023-09'), periods: 1 }
    await expect(datasetFigures(app, 'smal', asked)).rejects.toMatchObject({
      kind: 'not found',
      message: 'There is no dataset "smal". Did you mean "small"?',
    })
    await expect(datasetFigures(app, 'small', { ...asked, authority: 'wales' })).rejects.toMatchObject({
      kind: 'not found',
      message: `There is no authority "wales". There are: ${key}.`,
    })
    await expect(indicatorFigures(app, 'plan-late', asked)).rejects.toMatchObject({
      message: 'There is no indicator "plan-late". Did you mean "plans-late"?',
    })
  })
})
