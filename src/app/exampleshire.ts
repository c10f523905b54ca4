import { fromParts, type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { InputFile } from '../formats/issue.ts'
import type { RecordFormat, SourceRows } from '../formats/records.ts'
import { ssda903 } from '../formats/ssda903/index.ts'
import { templateFormat } from '../formats/templates/index.ts'
import { type Made, makeAuthority } from '../synthetic/authority.ts'
import { placesOf } from '../synthetic/places.ts'
import { recordsOf } from '../synthetic/records.ts'
import type { App } from './app.ts'
import { bringUpToDate } from './counting/calculate.ts'
import { allocateAll } from './exampleshire-teams.ts'
import type { Exchanger } from './records/exchange.ts'
import { importRecords } from './records/import-records.ts'
import { Refused } from './refused.ts'

/** How large a made-up authority is to be. */
export type Size = {
  readonly seed: number
  readonly inCare: number
  readonly unaccompanied: number
  readonly children: number
}

/** As many as Dorset published for September 2023. */
export const demonstrationSize: Size = { seed: 1, inCare: 473, unaccompanied: 67, children: 0 }

/** The extracts that are made: the returns of three years as they were known at their end, and the months up to the demonstration's day. */
const LOADED = [
  { year: '2020/21', knownOn: plainDate('2021-03-31') },
  { year: '2021/22', knownOn: plainDate('2022-03-31') },
  { year: '2022/23', knownOn: plainDate('2023-03-31') },
  { year: '2023/24', knownOn: plainDate('2023-09-04') },
  { year: '2023/24', knownOn: plainDate('2023-10-04') },
] as const
const HISTORY_SINCE = fromParts(2020, 4, 1)

const loader: Exchanger = { id: null, name: 'Demonstration', roles: ['operator'] }

/**
 * Makes the demonstration's authority, Exampleshire: children in care with their histories, written as national returns and our own templates and loaded as
 * anybody's would be, and counts them. The same seed makes the same children.
 * @param onProgress told what is being done
 */
export async function loadExampleshire(
  app: App,
  size: Size,
  onProgress: (what: string) => void = () => {},
): Promise<void> {
  const until = LOADED.at(-1)?.knownOn ?? app.clock.today
  const made = makeExampleshire(app, size, until)
  for (const { year, knownOn } of LOADED) {
    onProgress(`the return of ${year}`)
    const rows = sourceRows(app, made, knownOn)
    await load(app, ssda903, ssda903.write(rows, year, 'csv').files, { year, knownOn })
  }
  onProgress('visits, health and names')
  const rest = new Map([...sourceRows(app, made, until)].filter(([key]) => !inTheReturn.includes(key)))
  await load(app, templateFormat, templateFormat.write(rest, '', 'csv').files, { knownOn: until })
  onProgress('whose work they are')
  await allocateAll(app, made, until)
  onProgress('counting three years')
  await bringUpToDate(app)
}

/** The children of a made-up authority that lies where Dorset does. */
function makeExampleshire(app: App, size: Size, until: PlainDate): readonly Made[] {
  const area = app.own?.area
  if (area === undefined)
    throw new Refused(
      'in the way',
      'There is no authority yet whose children these could be: load the demonstration first.',
    )
  return makeAuthority({
    ...size,
    until,
    years: 3,
    places: placesOf(app.postcodes.all(), area),
    calendar: app.calendar,
  })
}

const inTheReturn: readonly string[] = [...new Set(ssda903.written.map(({ key }) => key))]

const sourceRows = (app: App, made: readonly Made[], knownOn: PlainDate): SourceRows =>
  recordsOf(made, { authority: app.own?.area ?? '', knownOn, visitsSince: HISTORY_SINCE })

async function load(
  app: App,
  format: RecordFormat,
  files: readonly { readonly name: string; readonly text: string }[],
  asked: { readonly year?: string; readonly knownOn: PlainDate },
): Promise<void> {
  const inputs: readonly InputFile[] = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }))
  const result = await importRecords(app, loader, format, { files: inputs, ...asked })
  if (result.refused)
    throw new Error(
      `The made-up authority's own files are faulty:\n${result.findings
        .slice(0, 20)
        .map(({ message }) => message)
        .join('\n')}`,
    )
}
