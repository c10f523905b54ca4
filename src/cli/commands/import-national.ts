import { importNational } from '../../app/benchmarks/import-national.ts'
import type { Arguments, Surroundings } from '../command.ts'
import type { readInput } from '../input.ts'
import { answerFormat } from '../output.ts'
import { readDate } from './due.ts'
import { printCounts, tellIssues } from './imported.ts'

const MOST_CHANGES = 20

/** Imports national figures, and tells those that were published otherwise before. */
export async function importNationalFiles(
  files: readonly Awaited<ReturnType<typeof readInput>>[],
  args: Arguments,
  around: Surroundings,
): Promise<number | undefined> {
  const asked = args.text('known-on')
  const knownOn = asked === undefined ? undefined : readDate(asked)
  const app = await around.openApp('los import')
  const { counts, changes, issues, refused } = await importNational(app, files, knownOn ?? app.clock.today)
  tellIssues(issues, around)
  const isJson = answerFormat(args, around) === 'json'
  if (refused) {
    if (isJson) around.print(JSON.stringify({ records: {}, issues }, null, 2))
    around.remark('Nothing was imported. Put the errors right and import the file again.')
    return 1
  }
  const records = { 'National figure': { ...counts, gone: 0 } }
  if (isJson) around.print(JSON.stringify({ records, changes, issues }, null, 2))
  else {
    printCounts(args, around, records, issues)
    for (const { measure, year, place, before, now } of changes.slice(0, MOST_CHANGES))
      around.remark(`Changed: ${measure}, ${year}, ${place}: ${before} before, ${now} now.`)
    if (changes.length > MOST_CHANGES)
      around.remark(`... and ${changes.length - MOST_CHANGES} more changes. --format json lists them all.`)
  }
  return undefined
}
