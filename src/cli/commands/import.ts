import { readFile } from 'node:fs/promises'
import type { Issue } from '../../app/import-series.ts'
import { importSeries, type SeriesFormat, seriesFormats } from '../../app/import-series.ts'
import { Refused } from '../../app/refused.ts'
import type { Command, Surroundings } from '../command.ts'
import { answerFormat, formatOption, printAnswer } from '../output.ts'
import { readDate } from './due.ts'

const MOST_SHOWN = 50

export const importCommand: Command = {
  name: 'import',
  usage: 'FORMAT PATH... [--known-on DATE] [--format table|csv|json]',
  summary: `reads files into the store, all or nothing. Formats: ${seriesFormats.join(', ')}`,
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  options: { 'known-on': { type: 'string' }, ...formatOption },
  async run(args, around) {
    const [format = '', ...paths] = args.words
    if (!isSeriesFormat(format))
      throw new Refused('bad usage', `There is no format "${format}" yet. There are: ${seriesFormats.join(', ')}.`)
    const files = await Promise.all(paths.map(readInput))
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
    const rows = Object.entries(result.records).map(([record, counts]) => ({ record, ...counts }))
    printAnswer(args, around, {
      rows,
      json: { records: result.records, issues: result.issues },
      columns: [
        { heading: 'Record', cell: ({ record }) => record },
        ...(['new', 'changed', 'same', 'gone'] as const).map((kind) => ({
          heading: kind,
          right: true as const,
          cell: (row: (typeof rows)[number]) => `${row[kind]}`,
        })),
      ],
    })
    return undefined
  },
}

const isSeriesFormat = (text: string): text is SeriesFormat => seriesFormats.some((format) => format === text)

async function readInput(path: string) {
  try {
    return { name: path, bytes: await readFile(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new Refused('bad input', `There is no file ${path}. Look at the name and the folder.`)
    if (code === 'EISDIR') throw new Refused('bad input', `${path} is a folder. Name the files in it.`)
    if (code === 'EACCES')
      throw new Refused('bad input', `${path} may not be read by this user. Change its permissions or copy it.`)
    if (code === undefined) throw error
    throw new Refused('bad input', `${path} could not be read (${code}). Look at the name and the folder.`)
  }
}

function tellIssues(issues: readonly Issue[], around: Surroundings) {
  for (const issue of issues.slice(0, MOST_SHOWN)) around.remark(sentence(issue))
  if (issues.length > MOST_SHOWN)
    around.remark(`... and ${issues.length - MOST_SHOWN} more. --format json lists them all.`)
}

function sentence({ file, row, column, message, severity }: Issue): string {
  const where = [file, row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
    .filter(Boolean)
    .join(', ')
  // A cell quoted in the message may run over several lines; each issue is to be one.
  return `${severity === 'warning' ? 'Warning: ' : ''}${where}: ${message}`.replaceAll(/\s+/g, ' ')
}
