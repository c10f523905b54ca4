import { beforeAll, describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { type Period, periodContaining } from '../core/dates/period.ts'
import { plainDate } from '../core/dates/plain-date.ts'
import type { Figure } from '../core/figures/series.ts'
import { recordImport } from './imports.ts'
import { findFigures, listAuthoritiesWithFigures, listPeriods } from './series.ts'
import { findSetting, saveSetting } from './settings.ts'

const knownOn = plainDate('2023-10-04')
const month = (first: string): Period => periodContaining('month', plainDate(first))

const figure = (changes: Partial<Figure>): Figure => ({
  authority: 'exampleshire',
  area: '',
  populationGroup: '',
  indicator: 'cic-number',
  period: month('2023-09-01'),
  value: 433,
  numerator: null,
  denominator: null,
  notKnown: null,
  breakNote: null,
  note: null,
  publishedIn: 'Scorecard',
  ...changes,
})

const full = figure({
  area: 'West',
  populationGroup: 'excluding unaccompanied',
  numerator: 12.5,
  denominator: 80,
  notKnown: 3,
  breakNote: 'New population base',
  note: 'Provisional',
  value: 15.6,
})

eachDatabase(({ share }) => {
  const store = share()
  const of = { authority: 'exampleshire', periodKind: 'month', knownOn } as const

  beforeAll(async () => {
    await recordImport(store(), {
      format: 'figures',
      fileName: 'figures.csv',
      sha256: '0'.repeat(64),
      knownOn,
      recordedAt: new Date('2023-10-04T09:00:00Z'),
      recordedBy: 'operator',
      rows: [
        figure({ period: month('2023-09-01'), value: 3 }),
        figure({ period: month('2023-07-01'), value: 1 }),
        figure({ period: month('2023-08-01'), value: 2 }),
        figure({ period: month('2023-06-01'), value: null }),
        figure({ period: month('2023-05-01'), area: 'West' }),
        figure({ indicator: 'cp-plans', period: month('2023-04-01') }),
        figure({ period: periodContaining('quarter', plainDate('2023-07-01')) }),
        figure({ authority: 'dorset', period: month('2023-03-01') }),
        full,
      ],
    })
  })

  describe('findFigures', () => {
    test('gives the whole authority, everyone, one kind of period, ordered by indicator and period', async () => {
      const found = await findFigures(store(), of)
      expect(found.map(({ indicator, period, value }) => [indicator, period.from, value])).toEqual([
        ['cic-number', plainDate('2023-06-01'), null],
        ['cic-number', plainDate('2023-07-01'), 1],
        ['cic-number', plainDate('2023-08-01'), 2],
        ['cic-number', plainDate('2023-09-01'), 3],
        ['cp-plans', plainDate('2023-04-01'), 433],
      ])
    })

    test('gives every field back as it came, with the day it was known', async () => {
      const found = await findFigures(store(), { ...of, area: 'West', populationGroup: 'excluding unaccompanied' })
      expect(found).toEqual([{ ...full, knownOn }])
    })

    test('keeps to the indicators and the dates asked for', async () => {
      const asked = { ...of, indicators: ['cic-number'], from: plainDate('2023-07-01'), to: plainDate('2023-09-01') }
      expect((await findFigures(store(), asked)).map(({ value }) => value)).toEqual([1, 2])
      expect(await findFigures(store(), { ...asked, to: plainDate('2023-08-31') })).toHaveLength(1)
      expect(await findFigures(store(), { ...asked, indicators: [] })).toEqual([])
    })
  })

  test('listPeriods gives the periods with a value, oldest first, once each', async () => {
    const periods = await listPeriods(store(), { ...of, indicators: ['cic-number', 'cp-plans'] })
    expect(periods).toEqual(['2023-04-01', '2023-07-01', '2023-08-01', '2023-09-01'].map(month))
    expect(await listPeriods(store(), { ...of, indicators: ['cp-plans'] })).toEqual([month('2023-04-01')])
    expect(await listPeriods(store(), { ...of, knownOn: plainDate('2023-10-03') })).toEqual([])
  })

  test('listAuthoritiesWithFigures gives each once, in order', async () => {
    expect(await listAuthoritiesWithFigures(store())).toEqual(['dorset', 'exampleshire'])
  })

  test('a setting is found as it was last saved', async () => {
    expect(await findSetting(store(), 'demonstration')).toBeUndefined()
    await saveSetting(store(), 'demonstration', 'yes')
    await saveSetting(store(), 'demonstration', 'no')
    expect(await findSetting(store(), 'demonstration')).toBe('no')
  })
})
