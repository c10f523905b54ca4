import { addDays, toText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../../store/analysts/report-schema.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { countedFigures, countedPeriods, type Figured } from '../counting/figures.ts'
import { findPlace } from '../counting/lists.ts'

/** The indicators, and every figure of them that is counted: the same as on the pages, for the same function makes both. */
export async function* figureLots(app: App, db: Db) {
  const indicators = [...app.catalogue.indicators.values()].filter((one) => findPlace(app, one) !== undefined)
  const periods = await countedPeriods(app, indicators)
  const figures = await countedFigures(app, db, { indicators, periods, knownOn: app.clock.today })
  yield { table: 'indicator', rows: indicators.map(indicatorRow) }
  yield { table: 'figure', rows: figures.map(figureRow) }
}

const text = (name: string, comment: string): ReportColumn => ({ name, type: 'text', comment })

const indicatorColumns: readonly ReportColumn[] = [
  text('indicator', 'Its key, by which the other tables name it'),
  text('label', 'What it is called'),
  text('unit', 'count, per cent, per 10,000, ratio, days or score'),
  text('good_is', 'high, low or neither'),
  text('who', 'Whom it is about'),
  text('counted_if', 'When they count'),
  text('not_known', 'What becomes of those of whom it is not known'),
  text('source', 'Where the rule comes from'),
  text('variant_of', 'The indicator of which it is a variant'),
]

const indicatorRow = (one: Indicator): ReportRow => [
  one.key,
  one.label,
  one.unit,
  one.goodIs,
  one.who,
  one.countedIf ?? null,
  one.notKnown,
  one.source,
  one.variantOf ?? null,
]

const number = (name: string, comment: string, type: 'integer' | 'numeric' = 'integer'): ReportColumn => ({
  name,
  type,
  comment,
})

/** A period as it stands in the report: its last day is in it, as in every return. */
export const periodColumns: readonly ReportColumn[] = [
  text('period', 'month, quarter, financial year, academic year or calendar year'),
  { name: 'from_on', type: 'date', comment: 'The first day of the period' },
  { name: 'to_on', type: 'date', comment: 'The last day of the period' },
]

export const periodCells = ({ kind, from, to }: Figured['period']): ReportRow => [
  kind,
  toText(from),
  toText(addDays(to, -1)),
]

const figureColumns: readonly ReportColumn[] = [
  text('indicator', 'The key of the indicator'),
  ...periodColumns,
  number('value', 'The figure, not rounded; null where there is nothing to divide by', 'numeric'),
  number('numerator', 'How many count; of a pooled figure the sum of their numbers', 'numeric'),
  number('denominator', 'Of how many', 'numeric'),
  number('not_known', 'Those in it of whom it is not known whether they count'),
  number('not_placed', 'Those of whom it is not known whether they are in it at all: in no figure'),
  { name: 'provisional', type: 'boolean', comment: 'Whether what is recorded later in time can still change it' },
]

const figureRow = (one: Figured): ReportRow => [
  one.indicator,
  ...periodCells(one.period),
  one.value === null ? null : String(one.value),
  String(one.numerator),
  one.denominator === null ? null : String(one.denominator),
  String(one.notKnown),
  String(one.notPlaced),
  String(one.provisional),
]

export const figureTables: readonly ReportTable[] = [
  {
    name: 'indicator',
    comment: 'What is counted, in words, with where the rule comes from.',
    columns: indicatorColumns,
    index: ['indicator'],
  },
  {
    name: 'figure',
    comment:
      'Every figure that is counted from the record, of the last three years. Small numbers about real children: not for publication.',
    columns: figureColumns,
    index: ['indicator', 'from_on'],
  },
]
