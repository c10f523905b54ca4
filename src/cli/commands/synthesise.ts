import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demonstrationSize, demonstrationTime, demonstrationWith } from '../../app/exampleshire.ts'
import { type Extract, extractsOf, makeChildren, type Wanted } from '../../app/extracts.ts'
import { Refused } from '../../app/refused.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { readDate } from './due.ts'

/** How many of those known to the front door are in care, where it is not said: 450 of 60,000. */
const IN_CARE = 450 / 60_000
const MOST = { children: 1_000_000, inCare: 50_000, years: 18 } as const

export const synthesise: Command = {
  name: 'synthesise',
  usage:
    '--out FOLDER [--seed 1] [--children 60000] [--in-care 450] [--years 10] [--known-on DATE] [--format table|csv|json]',
  summary:
    'writes what a made-up authority’s case system would give out: its returns and our templates, for los import. By itself, the demonstration’s own files',
  words: { least: 0, most: 0 },
  options: {
    out: { type: 'string' },
    seed: { type: 'string' },
    children: { type: 'string' },
    'in-care': { type: 'string' },
    years: { type: 'string' },
    'known-on': { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    const out = args.text('out')
    if (out === undefined) throw new Refused('bad usage', 'Say where the files go: --out FOLDER')
    const wanted = readWanted(args, around)
    await makeEmptyFolder(out)
    around.remark('Making the children...')
    const made = makeChildren({ postcodes: around.postcodes(), calendar: around.calendar('exampleshire') }, wanted)
    const written: Written[] = []
    for (const extract of extractsOf(made, wanted)) {
      written.push(await write(extract, join(out, folderOf(extract, written.length + 1))))
      around.remark(`Written: ${written.at(-1)?.folder}`)
    }
    printAnswer(args, around, { rows: written, json: written, columns })
    return undefined
  },
}

function readWanted(args: Arguments, around: Surroundings): Wanted {
  const until = args.text('known-on')
  const children = whole(args, 'children', { most: MOST.children, otherwise: demonstrationSize.children })
  const inCare = whole(args, 'in-care', {
    most: MOST.inCare,
    otherwise: children === 0 ? demonstrationSize.inCare : Math.ceil(children * IN_CARE),
  })
  const area = around.authorities().get('exampleshire')?.area
  if (area === undefined) throw new Error('data/authorities.csv does not say where Exampleshire lies')
  return {
    ...demonstrationWith(inCare),
    seed: whole(args, 'seed', { most: Number.MAX_SAFE_INTEGER, otherwise: demonstrationSize.seed }),
    children,
    until: until === undefined ? demonstrationTime.until : readDate(until),
    years: whole(args, 'years', { most: MOST.years, otherwise: demonstrationTime.years }),
    area,
  }
}

function whole(args: Arguments, option: string, { most, otherwise }: { most: number; otherwise: number }): number {
  const text = args.text(option)
  const number = text === undefined ? otherwise : Number(text)
  if (text?.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= most) return number
  throw new Refused(
    'bad usage',
    `--${option} is a whole number from 0 to ${most.toLocaleString('en-GB')}, not "${text}".`,
  )
}

/** Files of another authority beside them would be imported with them. */
async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new Refused('in the way', `${folder} holds something already. Name a new folder, or empty it.`)
}

type Written = {
  readonly folder: string
  readonly format: string
  readonly year: string | null
  readonly knownOn: string
  readonly files: readonly string[]
  readonly rows: number
  /** What imports them. */
  readonly command: string
}

/** In the order in which they are to be imported: `01-ssda903-2020-21-known-on-2021-03-31`. */
const folderOf = ({ format, year, knownOn }: Extract, at: number): string =>
  [
    String(at).padStart(2, '0'),
    format.key,
    ...(year === undefined ? [] : [year.replace('/', '-')]),
    'known-on',
    toText(knownOn),
  ].join('-')

async function write({ format, year, knownOn, files }: Extract, folder: string): Promise<Written> {
  await mkdir(folder)
  for (const { name, text } of files) await writeFile(join(folder, name), text)
  const day = toText(knownOn)
  const of = year === undefined ? '' : ` --year ${year}`
  return {
    folder,
    format: format.key,
    year: year ?? null,
    knownOn: day,
    files: files.map(({ name }) => join(folder, name)),
    // Each begins with its headings.
    rows: files.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length - 1, 0),
    command: `los import ${format.key} ${folder}/*.csv${of} --known-on ${day}`,
  }
}

const columns = [
  { heading: 'Rows', right: true as const, cell: ({ rows }: Written) => `${rows}` },
  { heading: 'Import it so', cell: ({ command }: Written) => command },
]
