import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { appOn } from '../../test/support/app.ts'
import { plainDate } from '../core/dates/plain-date.ts'
import type { Store } from '../store/open.ts'
import { findFigures, findTargets } from '../store/series.ts'
import type { App } from './app.ts'
import { importSeries, type SeriesFormat } from './import-series.ts'

const headings: Readonly<Record<SeriesFormat, string>> = {
  figures: 'authority,indicator,period,value,published_in',
  targets: 'authority,indicator,from,target,published_in',
  benchmarks: 'authority,indicator,comparator,from,value,published_in',
}

const file = (format: SeriesFormat, name: string, ...rows: readonly string[]) => ({
  format,
  file: { name, bytes: new TextEncoder().encode([headings[format], ...rows].map((row) => `${row}\n`).join('')) },
})

const batches = async (store: Store): Promise<readonly { file_name: string; known_on: number; row_count: number }[]> =>
  store.db.selectFrom('import_batch').select(['file_name', 'known_on', 'row_count']).orderBy('id').execute()

eachDatabase(({ share }) => {
  const store = share()

  /** Every test its own authority, so that one store serves them all. */
  let made = 0
  function anAuthority(): { app: App; key: string } {
    made += 1
    const key = `authority-${made}`
    const authority = { key, name: 'Exampleshire', council: 'Exampleshire Council', code: '', area: '' }
    return { app: appOn(store(), { authorities: new Map([[key, authority]]) }), key }
  }
  const valueKnown = async (authority: string, knownOn: string) => {
    const found = await findFigures(store(), { authority, periodKind: 'month', knownOn: plainDate(knownOn) })
    return found.map(({ value }) => value)
  }
  const october = plainDate('2023-10-04')

  test('one bad row in the second file: nothing of any file or format is in the store', async () => {
    const { app, key } = anAuthority()
    const before = await batches(store())
    const files = [
      file('figures', 'good.csv', `${key},cic-started,2023-08,10,Pack`),
      file('figures', 'bad.csv', `${key},cic-started,2023-09,12,Pack`, `${key},cic-started,2023-07,many,Pack`),
      file('targets', 'targets.csv', `${key},cic-started,2023-04-01,10,Plan`),
    ]
    const result = await importSeries(app, files, october)
    expect(result).toMatchObject({ refused: true, records: {} })
    expect(result.issues).toMatchObject([{ file: 'bad.csv', row: 3, column: 'value', severity: 'error' }])
    expect(await batches(store())).toEqual(before)
    expect(await valueKnown(key, '2100-01-01')).toEqual([])
    expect(await findTargets(store(), { authority: key, knownOn: plainDate('2100-01-01') })).toEqual([])
  })

  test('files of every format together: each kind of record is counted', async () => {
    const { app, key } = anAuthority()
    const files = [
      file('benchmarks', 'b.csv', `${key},cic-started,england,2023-04-01,11,Returns`),
      file('figures', 'f1.csv', `${key},cic-started,2023-08,10,Pack`, `${key},cic-started,2023-07,9,Pack`),
      file('figures', 'f2.csv', `${key},cic-started,2023-09,12,Pack`),
      file('targets', 't.csv', `${key},cic-started,2023-04-01,10,Plan`),
    ]
    expect(await importSeries(app, files, october)).toEqual({
      records: {
        Figure: { new: 3, changed: 0, same: 0, gone: 0 },
        Target: { new: 1, changed: 0, same: 0, gone: 0 },
        Benchmark: { new: 1, changed: 0, same: 0, gone: 0 },
      },
      issues: [],
      refused: false,
    })
    expect((await batches(store())).slice(-3)).toEqual([
      { file_name: 'f1.csv, f2.csv', known_on: october, row_count: 3 },
      { file_name: 't.csv', known_on: october, row_count: 1 },
      { file_name: 'b.csv', known_on: october, row_count: 1 },
    ])
  })

  test('two values for one period in two files: refused', async () => {
    const { app, key } = anAuthority()
    const files = ['10', '11'].map((value, at) =>
      file('figures', `f${at}.csv`, `${key},cic-started,2023-09,${value},Pack`),
    )
    expect(await importSeries(app, files, october)).toMatchObject({
      refused: true,
      issues: [{ file: 'f1.csv', message: expect.stringContaining('10 in f0.csv row 2') }],
    })
  })

  test('the same file twice changes nothing; a warning does not keep it out', async () => {
    const { app, key } = anAuthority()
    const row = `${key},cic-started,2023-09,12,Pack`
    const twice = file('figures', 'f.csv', row, `${key},cic-started,2023-08,,Pack`, row)
    const first = await importSeries(app, [twice], october)
    expect(first).toMatchObject({ refused: false, issues: [{ row: 4, severity: 'warning' }] })
    expect(first.records['Figure']).toEqual({ new: 2, changed: 0, same: 0, gone: 0 })
    const before = await batches(store())
    const second = await importSeries(app, [twice], october)
    expect(second.records['Figure']).toEqual({ new: 0, changed: 0, same: 2, gone: 0 })
    expect(await batches(store())).toEqual(before)
  })

  test('a changed value makes `changed`, and what is absent from a file stays', async () => {
    const { app, key } = anAuthority()
    const both = [`${key},cic-started,2023-08,10,Pack`, `${key},cic-started,2023-09,12,Pack`] as const
    await importSeries(app, [file('figures', 'f.csv', ...both)], october)
    const corrected = file('figures', 'g.csv', `${key},cic-started,2023-09,13,Pack`)
    const { records } = await importSeries(app, [corrected], plainDate('2023-11-01'))
    expect(records['Figure']).toEqual({ new: 0, changed: 1, same: 0, gone: 0 })
    expect(await valueKnown(key, '2023-10-31')).toEqual([10, 12])
    expect(await valueKnown(key, '2023-11-01')).toEqual([10, 13])
  })

  test('an earlier file that arrives later does not hide a newer one', async () => {
    const { app, key } = anAuthority()
    const saying = (value: string) => [file('figures', 'f.csv', `${key},cic-started,2023-09,${value},Pack`)]
    await importSeries(app, saying('13'), plainDate('2023-11-01'))
    await importSeries(app, saying('12'), october)
    expect(await valueKnown(key, '2023-11-01')).toEqual([13])
    expect(await valueKnown(key, '2023-10-31')).toEqual([12])
    expect(await valueKnown(key, '2023-10-03')).toEqual([])
  })

  test('a heading without rows imports nothing and warns', async () => {
    const { app } = anAuthority()
    const before = await batches(store())
    const result = await importSeries(app, [file('figures', 'f.csv')], october)
    expect(result.records).toEqual({ Figure: { new: 0, changed: 0, same: 0, gone: 0 } })
    expect(result).toMatchObject({ refused: false, issues: [{ severity: 'warning' }] })
    expect(await batches(store())).toEqual(before)
  })
})
