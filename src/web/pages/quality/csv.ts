import type { CsvTable } from '../../../app/csv.ts'
import type { NamedError } from '../../../app/quality/read.ts'
import { whoText } from './errors.ts'
import { sortText } from './overview.ts'

/** Errors as rows of cells. */
export const qualityCsv = (errors: readonly NamedError[]): CsvTable => [
  [
    'Number',
    'Name',
    'Rule',
    'Kind',
    'What is wrong',
    'Record',
    'Records to look at',
    'Who puts it right',
    'Because',
    'Accepted',
    'Source',
  ],
  ...errors.map((error) => {
    const { whom, because } = whoText(error)
    return [
      error.subject,
      error.name,
      error.rule.label,
      sortText(error.rule.sort),
      error.why,
      error.record,
      error.behind.map(({ label }) => label).join('; '),
      whom,
      because,
      error.accepted ? 'yes' : 'no',
      error.rule.source,
    ]
  }),
]
