import type { CsvTable } from '../../../app/csv.ts'
import { benchmarkOf, type DatasetFigures } from '../../../app/figures.ts'
import { periodText } from '../../../core/dates/period.ts'

/** The dataset's table as rows of cells, values exact and unrounded. */
export function datasetCsv({ authority, sections }: DatasetFigures): CsvTable {
  const months = sections[0]?.series[0]?.lines.map(({ period }) => periodText(period)) ?? []
  const heading = ['authority', 'section', 'indicator', 'label', 'unit', 'good_is', ...months]
  const judged = ['provisional', 'direction', 'target', 'rag', 'england', 'good_statistical_neighbours', 'source']
  const rows = sections.flatMap(({ section, series }) =>
    series.map(({ indicator, latest, lines }) => [
      authority.key,
      section.label,
      indicator.key,
      indicator.label,
      indicator.unit,
      indicator.goodIs,
      ...lines.map(({ value }) => value),
      latest.provisional ? 'yes' : 'no',
      latest.provisional ? null : latest.direction,
      latest.target?.target ?? null,
      latest.provisional ? null : latest.rag,
      benchmarkOf(latest, 'england') ?? null,
      benchmarkOf(latest, 'good-statistical-neighbours') ?? null,
      latest.source === 'calculated' ? 'Counted from the record' : latest.publishedIn,
    ]),
  )
  return [[...heading, ...judged], ...rows]
}
