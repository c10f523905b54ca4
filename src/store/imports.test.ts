import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { addDays, plainDate } from '../core/dates/plain-date.ts'
import type { Benchmark, Figure, Target } from '../core/figures/series.ts'
import { type Import, recordImport, recordImports } from './imports.ts'
import type { Store } from './open.ts'
import { findBenchmarks, findFigures, findTargets } from './series.ts'
import { StoreError } from './store-error.ts'

const september = { kind: 'month', from: plainDate('2023-09-01'), to: plainDate('2023-10-01') } as const

const aFigure: Figure = {
  authority: 'exampleshire',
  area: '',
  populationGroup: '',
  indicator: 'cic-number',
  period: september,
  value: 433,
  numerator: null,
  denominator: null,
  notKnown: null,
  breakNote: null,
  note: null,
  publishedIn: 'Scorecard, September 2023',
}

const file = (knownOn: string) => ({
  fileName: `known-on-${knownOn}.csv`,
  sha256: 'a'.repeat(64),
  knownOn: plainDate(knownOn),
  recordedAt: new Date('2023-10-04T09:00:00Z'),
  recordedBy: 'operator',
})

const figures = (knownOn: string, ...rows: Figure[]): Import<'figures'> => ({
  ...file(knownOn),
  format: 'figures',
  rows,
})

async function valueKnown(store: Store, authority: string, knownOn: string): Promise<number | null | undefined> {
  const found = await findFigures(store, { authority, periodKind: 'month', knownOn: plainDate(knownOn) })
  return found[0]?.value
}

const countOf = async (store: Store, table: 'import_batch' | 'figure'): Promise<number> => {
  const { count } = await store.db
    .selectFrom(table)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

eachDatabase(({ share }) => {
  const store = share()

  /** Every test its own authority, so that one store serves them all. */
  let authorities = 0
  const newAuthority = () => {
    authorities += 1
    return `authority-${authorities}`
  }

  test('a file says what is new, changed and the same', async () => {
    const authority = newAuthority()
    const [cic, plans] = [
      { ...aFigure, authority },
      { ...aFigure, authority, indicator: 'cp-plans', value: 250 },
    ]
    expect(await recordImport(store(), figures('2023-10-04', cic, plans))).toEqual({ new: 2, changed: 0, same: 0 })
    const later = figures('2023-11-04', cic, { ...plans, note: 'Revised' }, { ...plans, area: 'West' })
    expect(await recordImport(store(), later)).toEqual({ new: 1, changed: 1, same: 1 })
  })

  test('the same file twice adds nothing, not even a batch; nor does an empty one', async () => {
    const once = figures('2023-10-04', { ...aFigure, authority: newAuthority(), value: 0.1 + 0.2, denominator: 1e-7 })
    await recordImport(store(), once)
    const before = [await countOf(store(), 'import_batch'), await countOf(store(), 'figure')]
    expect(await recordImport(store(), once)).toEqual({ new: 0, changed: 0, same: 1 })
    expect(await recordImport(store(), { ...once, rows: [] })).toEqual({ new: 0, changed: 0, same: 0 })
    expect([await countOf(store(), 'import_batch'), await countOf(store(), 'figure')]).toEqual(before)
  })

  test('a late file that says otherwise does not hide that the value was said again after it', async () => {
    const authority = newAuthority()
    const saying = (knownOn: string, value: number) => figures(knownOn, { ...aFigure, authority, value })
    expect(await recordImport(store(), saying('2023-10-01', 5))).toEqual({ new: 1, changed: 0, same: 0 })
    expect(await recordImport(store(), saying('2023-10-20', 5))).toEqual({ new: 0, changed: 0, same: 1 })
    expect(await recordImport(store(), saying('2023-10-10', 6))).toEqual({ new: 0, changed: 1, same: 0 })
    expect(await valueKnown(store(), authority, '2023-10-09')).toBe(5)
    expect(await valueKnown(store(), authority, '2023-10-10')).toBe(6)
    expect(await valueKnown(store(), authority, '2023-10-20')).toBe(5)
  })

  test('what became known later never shows earlier, and a file older than all others is new', async () => {
    const authority = newAuthority()
    await recordImport(store(), figures('2023-10-20', { ...aFigure, authority, value: 7 }))
    expect(await valueKnown(store(), authority, '2023-10-19')).toBeUndefined()
    const older = figures('2023-10-01', { ...aFigure, authority, value: 6 })
    expect(await recordImport(store(), older)).toEqual({ new: 1, changed: 0, same: 0 })
    expect(await valueKnown(store(), authority, '2023-10-19')).toBe(6)
    expect(await valueKnown(store(), authority, '2023-10-20')).toBe(7)
  })

  test('of two files known on one day, the later to arrive has the last word, and may go back on it', async () => {
    const authority = newAuthority()
    for (const value of [5, 6, 5]) {
      await recordImport(store(), figures('2023-10-04', { ...aFigure, authority, value }))
      expect(await valueKnown(store(), authority, '2023-10-04')).toBe(value)
    }
  })

  test('that there is no figure any more is something said', async () => {
    const authority = newAuthority()
    await recordImport(store(), figures('2023-10-04', { ...aFigure, authority }))
    const withdrawn = figures('2023-11-04', { ...aFigure, authority, value: null })
    expect(await recordImport(store(), withdrawn)).toEqual({ new: 0, changed: 1, same: 0 })
    expect(await valueKnown(store(), authority, '2023-11-04')).toBeNull()
  })

  test('many rows, more than one statement can take', async () => {
    const authority = newAuthority()
    const rows = Array.from({ length: 2500 }, (_, index) => ({
      ...aFigure,
      authority,
      indicator: `indicator-${index}`,
    }))
    expect(await recordImport(store(), figures('2023-10-04', ...rows))).toEqual({ new: 2500, changed: 0, same: 0 })
    const found = await findFigures(store(), { authority, periodKind: 'month', knownOn: plainDate('2023-10-04') })
    expect(new Set(found.map(({ indicator }) => indicator)).size).toBe(2500)
  })

  test('several imports of one file at the same time add it once', async () => {
    const authority = newAuthority()
    const rows = Array.from({ length: 200 }, (_, index) => ({ ...aFigure, authority, indicator: `indicator-${index}` }))
    const before = await countOf(store(), 'figure')
    const importers = Array.from({ length: 8 }, (_, index) => index)
    // Opens a connection for each, so that they set out together.
    await Promise.all(importers.map(() => sql`select 1`.execute(store().db)))
    const counts = await Promise.all(importers.map(() => recordImport(store(), figures('2023-10-04', ...rows))))
    expect(counts.map((count) => count.new).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 200])
    expect(await countOf(store(), 'figure')).toBe(before + 200)
  })

  describe('a row that the database refuses', () => {
    const refused: [string, RegExp, Partial<Figure>][] = [
      ['a period that ends before it begins', /figure_period"/, { period: { ...september, to: september.from } }],
      ['a numerator below nought', /figure_numerator"/, { numerator: -1 }],
      ['a value that is not a number', /figure_value"/, { value: Number.NaN }],
      ['a value without end', /figure_value"/, { value: Number.POSITIVE_INFINITY }],
      ['a denominator that is not a number', /figure_denominator"/, { denominator: Number.NaN }],
      ['an indicator without a name', /figure_indicator"/, { indicator: '' }],
    ]

    test.each(refused)('%s leaves nothing of any file recorded with it', async (_what, constraint, fault) => {
      const authority = newAuthority()
      const good = { ...aFigure, authority }
      const before = [await countOf(store(), 'import_batch'), await countOf(store(), 'figure')]
      const recording = recordImports(store(), [
        figures('2023-10-04', { ...good, indicator: 'cp-plans' }),
        figures(
          '2023-10-05',
          good,
          { ...good, indicator: 'cin-number', ...fault },
          { ...good, indicator: 'eh-number' },
        ),
      ])
      await expect(recording).rejects.toThrow(StoreError)
      await expect(recording).rejects.toThrow(constraint)
      await expect(recording).rejects.toThrow(/^known-on-2023-10-05.csv was not recorded, nor anything with it/)
      expect([await countOf(store(), 'import_batch'), await countOf(store(), 'figure')]).toEqual(before)
    })
  })

  test('targets and benchmarks keep what they say, by when it was known', async () => {
    const authority = newAuthority()
    const target: Target = {
      authority,
      indicator: 'cic-number',
      appliesFrom: plainDate('2023-04-01'),
      appliesTo: null,
      target: 420,
      redBeyond: null,
      publishedIn: 'Plan 2023',
      note: null,
    }
    const benchmark: Benchmark = {
      authority,
      indicator: 'cic-number',
      comparator: 'england',
      value: 70.5,
      year: '2022-23',
      appliesFrom: plainDate('2023-04-01'),
      appliesTo: plainDate('2024-04-01'),
      differs: 'A rate, not a number',
      publishedIn: 'National statistics',
    }
    const record = (knownOn: string, targetRow: Target, benchmarkRow: Benchmark) =>
      recordImports(store(), [
        { ...file(knownOn), format: 'targets', rows: [targetRow] },
        { ...file(knownOn), format: 'benchmarks', rows: [benchmarkRow] },
      ])
    const [first, second] = [plainDate('2023-04-10'), plainDate('2023-05-10')]
    expect(await record('2023-04-10', target, benchmark)).toEqual(Array(2).fill({ new: 1, changed: 0, same: 0 }))
    expect(await record('2023-04-10', target, benchmark)).toEqual(Array(2).fill({ new: 0, changed: 0, same: 1 }))
    const [closed, revised] = [
      { ...target, appliesTo: plainDate('2023-07-01'), redBeyond: 430, note: 'Closed early' },
      { ...benchmark, value: 71, appliesTo: null, differs: null, year: null },
    ]
    expect(await record('2023-05-10', closed, revised)).toEqual(Array(2).fill({ new: 0, changed: 1, same: 0 }))
    expect(await findTargets(store(), { authority, knownOn: first })).toEqual([{ ...target, knownOn: first }])
    expect(await findTargets(store(), { authority, knownOn: second })).toEqual([{ ...closed, knownOn: second }])
    expect(await findBenchmarks(store(), { authority, knownOn: first })).toEqual([{ ...benchmark, knownOn: first }])
    expect(await findBenchmarks(store(), { authority, knownOn: second })).toEqual([{ ...revised, knownOn: second }])
    expect(await findTargets(store(), { authority, knownOn: addDays(first, -1) })).toEqual([])
    expect(await findTargets(store(), { authority, indicators: ['cp-plans'], knownOn: second })).toEqual([])
  })

  test('law: on every day, what is visible is what was said last by then, whatever the order of arrival; no file adds twice', async () => {
    const firstDay = plainDate('2023-10-01')
    const days = 6
    const said = fc.record({
      area: fc.constantFrom('', 'West'),
      indicator: fc.constantFrom('cic-number', 'cp-plans'),
      value: fc.constantFrom(null, 5, 6),
    })
    // One file a day at most: then the order of arrival must not matter at all.
    const files = fc.uniqueArray(
      fc.record({
        day: fc.nat(days - 1),
        rows: fc.uniqueArray(said, { selector: identity, minLength: 2, maxLength: 4 }),
      }),
      { selector: ({ day }) => day, minLength: 2, maxLength: days },
    )
    type Files = typeof files extends fc.Arbitrary<infer Value> ? Value : never

    const visible = async (authority: string, area: string, day: number) => {
      const knownOn = addDays(firstDay, day)
      const found = await findFigures(store(), { authority, area, periodKind: 'month', knownOn })
      return found.map(({ indicator, value }) => ({ area, indicator, value }))
    }
    const expected = (all: Files, area: string, day: number) => {
      const last = new Map<string, Files[number]['rows'][number]>()
      for (const one of all.filter((each) => each.day <= day).sort((a, b) => a.day - b.day)) {
        for (const row of one.rows.filter((each) => each.area === area)) last.set(row.indicator, row)
      }
      return [...last.values()].sort((a, b) => (a.indicator < b.indicator ? -1 : 1))
    }

    const expectVisible = async (authority: string, all: Files) => {
      for (let day = 0; day < days; day++) {
        for (const area of ['', 'West']) {
          expect(await visible(authority, area, day)).toEqual(expected(all, area, day))
        }
      }
    }

    await fc.assert(
      fc.asyncProperty(files, async (arriving) => {
        const authority = newAuthority()
        const imports = arriving.map(({ day, rows }) => ({
          ...figures('2023-10-01', ...rows.map((row) => ({ ...aFigure, authority, ...row }))),
          knownOn: addDays(firstDay, day),
        }))
        await recordImports(store(), imports)
        await expectVisible(authority, arriving)
        const rowsBefore = await countOf(store(), 'figure')
        await recordImports(store(), imports.toReversed())
        expect(await countOf(store(), 'figure')).toBe(rowsBefore)
      }),
      { numRuns: 60 },
    )
  })
})

const identity = ({ area, indicator }: { area: string; indicator: string }) => `${area}/${indicator}`
