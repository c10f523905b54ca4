import { readdirSync, readFileSync } from 'node:fs'
import type { EpisodeRow } from '../../src/areas/children-in-care/episode-rows.ts'
import { Episode } from '../../src/areas/children-in-care/episodes.ts'
import { inCareOn } from '../../src/areas/children-in-care/in-care.ts'
import { periodsOfCare } from '../../src/areas/children-in-care/periods-of-care.ts'
import type { PlainDate } from '../../src/core/dates/plain-date.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { InputFile } from '../../src/formats/issue.ts'
import { ssda903 } from '../../src/formats/ssda903/index.ts'
import { type HeldRecord, listRecords } from '../../src/store/records/list.ts'
import type { Db } from '../../src/store/records/transaction.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

/** Which children of a file to take, and under which number: so can one store hold several histories. */
type Taking = (child: string) => string | undefined

/** The files of one of the linked years: 2017 is 2017/18. */
export function yearFiles(year: number, take: Taking = (child) => child): readonly InputFile[] {
  const folder = new URL('ssda903-years/', fixtures)
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${year}-`))
    .map((name) => {
      const [heading = '', ...rows] = readFileSync(new URL(name, folder), 'utf8').split('\n')
      const taken = rows.flatMap((row) => {
        const [child = ''] = row.split(',')
        const number = child === '' ? undefined : take(child)
        return number === undefined ? [] : [`${number}${row.slice(child.length)}`]
      })
      return inputFile(name, `${[heading, ...taken].join('\n')}\n`)
    })
}

/** The files of the single year that others made up, as they stand. */
export const singleYearFiles = (): readonly InputFile[] => {
  const folder = new URL('ssda903/', fixtures)
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
}

export const inputFile = (name: string, text: string): InputFile => ({ name, bytes: new TextEncoder().encode(text) })

/** All records of a source as known on a day: what each says and about whom, by type and identity. */
export async function historyOf(
  db: Db,
  knownOn: PlainDate,
  of: (record: HeldRecord) => boolean = () => true,
): Promise<ReadonlyMap<string, unknown>> {
  const history = new Map<string, unknown>()
  for (const type of ssda903.written) {
    const records = (await listRecords(db, type, knownOn)).filter(of)
    for (const { identity, content } of records) history.set(`${type.key} ${identity}`, content.fields)
  }
  return history
}

/** How many children were in care on a day, of what was known on another. */
export async function countInCare(
  db: Db,
  on: PlainDate,
  knownOn: PlainDate,
  of: (record: HeldRecord) => boolean = () => true,
): Promise<number> {
  const byChild = new Map<number, EpisodeRow[]>()
  for (const { content } of (await listRecords(db, Episode, knownOn)).filter(of)) {
    const [child = 0] = content.subjects['child'] ?? []
    byChild.set(child, [...(byChild.get(child) ?? []), episodeRow(content.fields)])
  }
  return [...byChild.values()].filter((episodes) => inCareOn(periodsOfCare(episodes), on) === 'yes').length
}

function episodeRow(fields: HeldRecord['content']['fields']): EpisodeRow {
  const date = (name: string) => (typeof fields[name] === 'number' ? (fields[name] as PlainDate) : null)
  const code = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : null)
  return {
    startedOn: date('startedOn'),
    reasonStarted: code('reasonStarted'),
    legalStatus: code('legalStatus'),
    categoryOfNeed: code('categoryOfNeed'),
    placement: code('placement'),
    endedOn: date('endedOn'),
    reasonEnded: code('reasonEnded'),
  }
}

/** How many records of a type there are of each code of a field, among those that go on over a day. */
export async function countBy(
  db: Db,
  type: RecordType,
  field: string,
  on: PlainDate,
  knownOn: PlainDate,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const { content } of await listRecords(db, type, knownOn)) {
    const began = Number(content.fields[type.dated])
    const ended = type.ends === undefined ? began + 1 : (content.fields[type.ends] ?? Number.POSITIVE_INFINITY)
    if (began > on || Number(ended) <= on) continue
    const value = String(content.fields[field])
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
