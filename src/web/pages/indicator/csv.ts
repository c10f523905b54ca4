import type { Authority } from '../../../app/app.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { Series } from '../../../app/figures.ts'
import { periodText, type Span } from '../../../core/dates/period.ts'
import { addDays, toText } from '../../../core/dates/plain-date.ts'

/** One row for each month that has a figure, values exact and unrounded. */
export function indicatorCsv(authority: Authority, { indicator, lines }: Series): CsvTable {
  return [
    [
      'authority',
      'indicator',
      'label',
      'unit',
      'period',
      'covers_from',
      'covers_to',
      'value',
      'numerator',
      'denominator',
      'not_known',
      'provisional',
      'target',
      'rag',
      'direction',
      'change',
      'note',
      'source',
    ],
    ...lines
      .filter(({ publishedIn, source }) => publishedIn !== null || source === 'calculated')
      .map((line) => [
        authority.key,
        indicator.key,
        indicator.label,
        indicator.unit,
        periodText(line.period),
        ...daysCovered(line.covers),
        line.value,
        line.numerator,
        line.denominator,
        line.notKnown,
        line.provisional ? 'yes' : 'no',
        line.target?.target ?? null,
        line.rag,
        line.direction,
        line.breakNote,
        line.note,
        line.source === 'calculated' ? 'Counted from the record' : line.publishedIn,
      ]),
  ]
}

/** The first and the last day; none where no term ended in the period of a figure of a term. */
const daysCovered = ({ from, to }: Span): readonly string[] =>
  from < to ? [toText(from), toText(addDays(to, -1))] : ['', '']
