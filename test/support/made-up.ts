import { stringify } from 'csv-stringify/sync'
import type { App } from '../../src/app/app.ts'
import { importSeries, type SeriesFormat } from '../../src/app/import-series.ts'
import { lastPeriods, parsePeriod, periodText } from '../../src/core/dates/period.ts'
import { catalogue } from '../../src/core/definitions/catalogue.ts'
import type { Store } from '../../src/store/open.ts'
import { appOn } from './app.ts'
import { madeUpAreas } from './made-up-definitions.ts'

/** What an attacker, or an unlucky spreadsheet, might have put into a file that an authority sends. */
export const hostile = {
  note: '<script>alert("note")</script> & <b>bold</b>',
  formula: '=HYPERLINK("http://example.org","Click")',
} as const

type Row = Readonly<Record<string, string | number>>

const LAST = parsePeriod('2023-09')

/** So many monthly values up to September 2023, the oldest first; `more` are cells for some months. */
function months(
  indicator: string,
  values: readonly (number | '')[],
  more: Readonly<Record<string, Row>> = {},
): readonly Row[] {
  return lastPeriods(LAST, values.length).map((period, at) => ({
    authority: 'exampleshire',
    indicator,
    period: periodText(period),
    value: values[at] ?? '',
    published_in: 'Made-up pack',
    ...more[periodText(period)],
  }))
}

const repeated = (cycle: readonly number[], length: number): readonly number[] =>
  Array.from({ length }, (_, at) => cycle[at % cycle.length] ?? 0)

const before = repeated([82, 80, 83, 81, 79, 82], 18)
const after = repeated([88, 90, 87, 91, 89, 86], 17)

const visitsValues: readonly (number | '')[] = [...before, ...after, 70]

const figures: readonly Row[] = [
  ...months('visits-in-time', visitsValues.with(8, ''), {
    '2022-04': { break: 'Counted from the record, no longer by hand.' },
    '2023-09': { numerator: 70, denominator: 100, not_known: 4, note: hostile.note },
  }),
  ...months('visits-in-time-excl-uasc', [...after, 89]),
  ...months('plans-late', repeated([14, 16, 15], 24), { '2023-08': { note: hostile.formula } }),
  ...months('days-to-plan', [...repeated([30, 28, 27], 10), 26, 26]),
  ...months('children-at-end', repeated([1400, 1404, 1398, 1410], 36)),
  ...months('moves-in-year', repeated([9, 9.5, 10, 9.2], 24)),
  ...months('score-once', [14.1]),
  ...months('always-blank', ['', '', '']),
  ...months('first-checks', [50, 62.5, 40]),
  ...months('plans-agreed', [80, 79.9, 92]),
  {
    authority: 'quartershire',
    indicator: 'plans-late',
    period: '2023-24 Q1',
    value: 3,
    published_in: 'Made-up pack',
  },
]

const target = (indicator: string, from: string, more: Row): Row => ({
  authority: 'exampleshire',
  indicator,
  from,
  published_in: 'Made-up plan',
  ...more,
})

const targets: readonly Row[] = [
  target('visits-in-time', '2020-04-01', { to: '2022-03-31', target: 80 }),
  target('visits-in-time', '2022-04-01', { target: 90, red: 75, note: 'Agreed in March 2022.' }),
  target('visits-in-time-excl-uasc', '2022-04-01', { target: 90, red: 75 }),
  target('plans-late', '2020-04-01', { target: 10, red: 20 }),
  target('days-to-plan', '2020-04-01', { target: 26 }),
  target('first-checks', '2020-04-01', { target: 95 }),
  target('always-blank', '2020-04-01', { target: 2 }),
  target('plans-agreed', '2020-04-01', { target: 90, red: 70 }),
]

const benchmark = (indicator: string, comparator: string, value: number, more: Row = {}): Row => ({
  authority: 'exampleshire',
  indicator,
  comparator,
  value,
  from: '2020-04-01',
  published_in: 'Made-up returns',
  ...more,
})

const benchmarks: readonly Row[] = [
  benchmark('visits-in-time', 'england', 85, { year: '2022-23' }),
  benchmark('visits-in-time', 'good-statistical-neighbours', 91),
  benchmark('plans-late', 'england', 15),
  benchmark('moves-in-year', 'region', 9, { differs: 'Counts four moves.' }),
  benchmark('moves-in-year', 'statistical-neighbours', 10),
]

const columns: Readonly<Record<SeriesFormat, readonly string[]>> = {
  figures: [
    'authority',
    'indicator',
    'period',
    'value',
    'numerator',
    'denominator',
    'not_known',
    'break',
    'note',
    'published_in',
  ],
  targets: ['authority', 'indicator', 'from', 'to', 'target', 'red', 'note', 'published_in'],
  benchmarks: ['authority', 'indicator', 'comparator', 'value', 'year', 'from', 'differs', 'published_in'],
}

const file = (format: SeriesFormat, rows: readonly Row[]) => ({
  format,
  file: {
    name: `made-up.${format}.csv`,
    bytes: Buffer.from(stringify([...rows], { header: true, columns: [...columns[format]] })),
  },
})

/** The made-up definitions over an empty store. */
export const emptyMadeUpOn = (store: Store): App =>
  appOn(store, {
    catalogue: catalogue(madeUpAreas),
    authorities: new Map(
      ['Exampleshire', 'Quartershire', 'Nowhereshire'].map((name) => {
        const key = name.toLowerCase()
        return [key, { key, name, council: `${name} Council`, code: '', area: '' }]
      }),
    ),
  })

/** Up to 36 months of made-up figures: a usual range and a signal, a break, changing targets, gaps, one month only, nothing. */
export async function madeUpOn(store: Store): Promise<App> {
  const app = emptyMadeUpOn(store)
  const files = [file('figures', figures), file('targets', targets), file('benchmarks', benchmarks)]
  const { refused, issues } = await importSeries(app, files, app.clock.today)
  if (refused) throw new Error(issues.map((issue) => `${issue.file} row ${issue.row}: ${issue.message}`).join('\n'))
  return app
}
