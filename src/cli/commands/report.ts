import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../app/app.ts'
import { publishedFile, readPublished } from '../../app/months/publish.ts'
import {
  draftFile,
  draftReport,
  getReport,
  getVersion,
  lastVersion,
  type ReportFormat,
  reportFormats,
} from '../../app/months/report.ts'
import { Refused } from '../../app/refused.ts'
import type { Report } from '../../core/definitions/report.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { type Audience, audiences } from '../../core/figures/month.ts'
import type { Arguments, Command } from '../command.ts'
import { keepLittle } from '../memory.ts'
import { readPeriod } from './figures.ts'

export const report: Command = {
  name: 'report',
  usage: `KEY --period 2023-09 [--version N] [--for AUDIENCE] [--format ${reportFormats.join('|')}|json] [--out FOLDER]`,
  summary: 'a report of a frozen month, as it was published to an audience or as a draft; with --out, as files',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    version: { type: 'string' },
    for: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  formats: [...reportFormats, 'json'],
  async run(args, around) {
    keepLittle()
    const [asked, out] = [args.text('period'), args.text('out')]
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const [period, format, audience, number] = [readPeriod(asked), formatOf(args), audienceOf(args), versionOf(args)]
    if (out === undefined && (format === 'pdf' || format === 'xlsx'))
      throw new Refused('bad usage', `A report as ${format} is a file. Say where it goes: --out FOLDER`)
    const app = await around.openApp('los report')
    const definition = getReport(app, args.words[0] ?? '')
    const month = { dataset: definition.dataset, period }
    const publication = await (number === undefined
      ? lastVersion(app, month)
      : getVersion(app, { ...month, version: number }))
    const edition = { publication, definition, audience }
    if (out === undefined) {
      around.print(await textOf(app, edition, format))
      return undefined
    }
    await mkdir(out, { recursive: true })
    for (const one of format === undefined ? await formatsOf(app, edition) : [format]) {
      const { fileName, bytes } = await fileOf(app, edition, one)
      await writeFile(join(out, fileName), bytes)
      around.print(join(out, fileName))
    }
    return undefined
  },
}

type Edition = {
  readonly publication: Publication
  readonly definition: Report
  /** A draft where none is said. */
  readonly audience: Audience | undefined
}

/** All that a draft is written as; of what was published, all that it was published as. */
async function formatsOf(app: App, { publication, definition, audience }: Edition): Promise<readonly ReportFormat[]> {
  if (audience === undefined) return reportFormats
  const { formats } = await readPublished(app, { ...publication, report: definition.key, audience })
  if (formats.length === 0) throw new Refused('not found', 'It was withheld: there is no file of it.')
  return reportFormats.filter((one) => formats.includes(one))
}

const fileOf = (app: App, { publication, definition, audience }: Edition, format: ReportFormat) =>
  audience === undefined
    ? draftFile(app, publication, definition, format)
    : publishedFile(app, { ...publication, report: definition.key, audience, format })

async function textOf(app: App, edition: Edition, format: ReportFormat | undefined): Promise<string> {
  const { publication, definition, audience } = edition
  if (format !== undefined)
    return Buffer.from((await fileOf(app, edition, format)).bytes)
      .toString('utf8')
      .replace(/\r\n$/, '')
  if (audience === undefined) return JSON.stringify(await draftReport(app, publication, definition), null, 2)
  const { document, published } = await readPublished(app, { ...publication, report: definition.key, audience })
  return JSON.stringify(document ?? { withheld: published.words }, null, 2)
}

/** Undefined for JSON, which is its answer where nothing is said. */
const formatOf = (args: Arguments): ReportFormat | undefined => reportFormats.find((one) => one === args.text('format'))

function audienceOf(args: Arguments): Audience | undefined {
  const text = args.text('for')
  const audience = audiences.find((one) => one === text)
  if (audience === undefined && text !== undefined)
    throw new Refused('bad usage', `Nothing is published to "${text}". Write --for ${audiences.join(', ')}.`)
  return audience
}

function versionOf(args: Arguments): number | undefined {
  const text = args.text('version')
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Refused('bad usage', `"${text}" is not the number of a version. Write --version 1`)
}
