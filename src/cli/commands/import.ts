import { importSeries, type SeriesFormat, seriesFormats } from '../../app/import-series.ts'
import { findRecordFormat, recordFormats } from '../../app/records/formats.ts'
import { Refused } from '../../app/refused.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { readInput } from '../input.ts'
import { answerFormat, formatOption } from '../output.ts'
import { readDate } from './due.ts'
import { importNationalFiles } from './import-national.ts'
import { importRecordFiles } from './import-records.ts'
import { printCounts, tellIssues } from './imported.ts'

const NATIONAL = 'lait'
const formats = [...seriesFormats, NATIONAL, ...recordFormats.map(({ key }) => key)].join(', ')

export const importCommand: Command = {
  name: 'import',
  usage: 'FORMAT PATH... [--known-on DATE] [--year 2017/18] [--as USER] [--format table|csv|json]',
  summary: `reads files into the store, all or nothing. Formats: ${formats}`,
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  options: { 'known-on': { type: 'string' }, year: { type: 'string' }, ...formatOption },
  async run(args, around) {
    const [format = '', ...paths] = args.words
    const records = findRecordFormat(format)
    if (records === undefined && !isSeriesFormat(format) && format !== NATIONAL)
      throw new Refused('bad usage', `There is no format "${format}" yet. There are: ${formats}.`)
    if (records === undefined && args.text('year') !== undefined)
      throw new Refused('bad usage', `--year is for returns. Every row of ${format} says its own period.`)
    const files = await Promise.all(paths.map(readInput))
    if (format === NATIONAL) return importNationalFiles(files, args, around)
    if (records !== undefined) return importRecordFiles(records, files, args, around)
    return isSeriesFormat(format) ? importSeriesFiles(format, files, args, around) : undefined
  },
}

async function importSeriesFiles(
  format: SeriesFormat,
  files: readonly Awaited<ReturnType<typeof readInput>>[],
  args: Arguments,
  around: Surroundings,
): Promise<number | undefined> {
  const knownOn = args.text('known-on')
  const known = knownOn === undefined ? undefined : readDate(knownOn)
  const app = await around.openApp('los import')
  const result = await importSeries(
    app,
    files.map((file) => ({ format, file })),
    known ?? app.clock.today,
  )
  tellIssues(result.issues, around)
  if (result.refused) {
    if (answerFormat(args, around) === 'json')
      around.print(JSON.stringify({ records: {}, issues: result.issues }, null, 2))
    around.remark('Nothing was imported. Put the errors right and import the file again.')
    return 1
  }
  printCounts(args, around, result.records, result.issues)
  return undefined
}

const isSeriesFormat = (text: string): text is SeriesFormat => seriesFormats.some((format) => format === text)
