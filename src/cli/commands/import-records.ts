import type { Issue } from '../../app/import-series.ts'
import { OWN_NOT_SET } from '../../app/own-authority.ts'
import { exchangerOf } from '../../app/records/exchange.ts'
import type { RecordFormat } from '../../app/records/formats.ts'
import { type Finding, importRecords } from '../../app/records/import-records.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import type { Arguments, Surroundings } from '../command.ts'
import type { readInput } from '../input.ts'
import { answerFormat } from '../output.ts'
import { readDate } from './due.ts'
import { printCounts, tellIssues } from './imported.ts'

/** `los import` of a format of records. */
export async function importRecordFiles(
  format: RecordFormat,
  files: readonly Awaited<ReturnType<typeof readInput>>[],
  args: Arguments,
  around: Surroundings,
): Promise<number | undefined> {
  const [asked, year] = [args.text('known-on'), args.text('year')]
  const knownOn = asked === undefined ? undefined : readDate(asked)
  const app = await around.openApp('los import')
  const who = await exchangerOf(app, args.text('as'))
  const result = await importRecords(app, who, format, { files, year, knownOn })
  const issues = result.findings.map(issueOf)
  tellIssues(issues.map(namingChild), around)
  tellKinds(result.findings, around)
  if (result.refused) {
    if (answerFormat(args, around) === 'json') around.print(JSON.stringify({ records: {}, issues }, null, 2))
    around.remark('Nothing was imported. Put right what keeps the files from being read and import them again.')
    return 1
  }
  printCounts(args, around, result.records, issues)
  around.remark(
    `${saidBy(format)} ${result.year.label} was recorded as known on ${shortText(result.knownOn)}. It changed the records of ${result.changed.length} people.`,
  )
  if (app.own === undefined) around.remark(`Nothing tells which placements are out of the area: ${OWN_NOT_SET}`)
  return undefined
}

const saidBy = ({ of, readBy }: RecordFormat): string => {
  if (of !== 'day') return 'The return of'
  return readBy === 'programs' ? 'What the files say' : 'What the lists say'
}

const issueOf = ({ file, row, column, subject, message, severity }: Finding): Issue => ({
  file,
  row,
  column,
  subject,
  message,
  severity,
})

/** In a sentence the file, row and column are not enough: one looks for the child. */
const namingChild = (issue: Issue): Issue =>
  issue.subject === null ? issue : { ...issue, message: `Child ${issue.subject}: ${issue.message}` }

/** How often each kind of fault was found, most often first: what is worth putting right at its source. */
function tellKinds(findings: readonly Finding[], around: Surroundings): void {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const kinds = [...counts].toSorted(([, one], [, other]) => other - one).map(([rule, count]) => `${count} ${rule}`)
  if (findings.length > 1) around.remark(`In all: ${kinds.join(', ')}. What the data say was kept as it is.`)
}
