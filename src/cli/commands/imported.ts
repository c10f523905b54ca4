import type { Issue } from '../../app/import-series.ts'
import type { Arguments, Surroundings } from '../command.ts'
import { printAnswer } from '../output.ts'

const MOST_SHOWN = 50
const kinds = ['new', 'changed', 'same', 'gone'] as const

type Counts = Readonly<Record<(typeof kinds)[number], number>>

/** Says what is wrong in the files, one line each, as far as anybody reads. */
export function tellIssues(issues: readonly Issue[], around: Surroundings): void {
  for (const issue of issues.slice(0, MOST_SHOWN)) around.remark(sentence(issue))
  if (issues.length > MOST_SHOWN)
    around.remark(`... and ${issues.length - MOST_SHOWN} more. --format json lists them all.`)
}

/** Prints how many records of each type the import found new, changed, the same and gone. */
export function printCounts(
  args: Arguments,
  around: Surroundings,
  records: Readonly<Record<string, Counts>>,
  issues: readonly Issue[],
): void {
  const rows = Object.entries(records).map(([record, counts]) => ({ record, counts }))
  printAnswer(args, around, {
    rows,
    json: { records, issues },
    columns: [
      { heading: 'Record', cell: ({ record }) => record },
      ...kinds.map((kind) => ({
        heading: kind,
        right: true as const,
        cell: ({ counts }: (typeof rows)[number]) => `${counts[kind]}`,
      })),
    ],
  })
}

function sentence({ file, row, column, message, severity }: Issue): string {
  const where = [file, row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
    .filter(Boolean)
    .join(', ')
  // A cell quoted in the message may run over several lines; each issue is to be one.
  return `${severity === 'warning' ? 'Warning: ' : ''}${where}: ${message}`.replaceAll(/\s+/g, ' ')
}
