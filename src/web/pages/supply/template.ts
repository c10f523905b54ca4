import type { App } from '../../../app/app.ts'
import type { CsvTable } from '../../../app/csv.ts'
import { type Period, periodText } from '../../../core/dates/period.ts'
import type { Supply } from '../../../core/definitions/supply.ts'

/** A row for each figure of a month, to be filled in. */
export const templateTable = ({ own }: App, { indicators }: Supply, period: Period): CsvTable => [
  ['authority', 'indicator', 'period', 'value', 'numerator', 'denominator', 'published_in', 'note'],
  ...indicators.map(({ key }) => [own?.key ?? '', key, periodText(period), null, null, null, null, null]),
]
