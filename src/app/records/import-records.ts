import { createHash } from 'node:crypto'
import { addDays, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import type { InputFile } from '../../formats/issue.ts'
import type { Finding, RecordFormat, ReturnYear, SourceReturn, SourceTable } from '../../formats/records.ts'
import { lockImports, importRecords as storeRecords } from '../../store/records/import.ts'
import { listRecords } from '../../store/records/list.ts'
import type { ImportTable, RecordCounts } from '../../store/records/record-file.ts'
import type { Db } from '../../store/records/transaction.ts'
import { findSubjectsWrittenSince, lastVersion } from '../../store/records/written-since.ts'
import type { App } from '../app.ts'
import { complete } from '../complete.ts'
import { recount } from '../counting/calculate.ts'
import { Refused } from '../refused.ts'
import { notFromElsewhere } from './elsewhere.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { compareWithNeighbours, sourceRow } from './neighbours.ts'
import { listCaseNumbers, type Resolved, resolvePeople } from './who.ts'

export type { Finding }

/** How many records of a type were new, said something else than was known, said the same, or were in the file's window and not in the file. */
type Counts = Pick<RecordCounts, 'new' | 'changed' | 'same' | 'gone'>

export type RecordsImported =
  | { readonly refused: true; readonly findings: readonly Finding[] }
  | {
      readonly refused: false
      readonly year: ReturnYear
      readonly knownOn: PlainDate
      /** By the name of the record type, such as `CareReview`. */
      readonly records: Readonly<Record<string, Counts>>
      /**
       * Everybody whose records were written, on whatever day they are known: whoever keeps something worked out from records does it again for these, and
       * for nobody else.
       */
      readonly changed: readonly SubjectId[]
      readonly findings: readonly Finding[]
    }

export type RecordsAsked = {
  readonly files: readonly InputFile[]
  /** The year of the return; without it the dates in the files tell. */
  readonly year?: string | undefined
  /** As of when what the files say is known; without it the last day of their year, or today while that lies ahead. */
  readonly knownOn?: PlainDate | undefined
}

/**
 * Reads the files of a return and records what they say: all of it, or nothing at all when a file cannot be read. Faults inside the data are told, and
 * what they are about is kept as it is. The same files twice change nothing, and the order in which years are loaded makes no difference.
 * @throws Refused when they may not
 */
export async function importRecords(
  app: App,
  who: Exchanger,
  format: RecordFormat,
  asked: RecordsAsked,
): Promise<RecordsImported> {
  const read = await format.read(asked.files, asked.year)
  const detail = `${format.key} ${read.refused ? 'refused' : read.year.label}: ${asked.files.map(({ name }) => name).join(', ')}`
  if (read.refused) {
    await exchange(app, who, { action: 'import', detail: detail.slice(0, MOST_DETAIL) }, async () => undefined)
    return read
  }
  const knownOn = asked.knownOn ?? knownByDefault(app, read.year)
  if (knownOn < read.year.from)
    throw new Refused(
      'bad input',
      `A return of ${read.year.label} cannot be known on ${shortText(knownOn)}, before its year began. Give another day with --known-on.`,
    )
  return exchange(app, who, { action: 'import', detail: detail.slice(0, MOST_DETAIL) }, async (db) => {
    await lockImports(db)
    const before = await lastVersion(db)
    const compared = await compareWithNeighbours(db, format, read)
    const resolved = await resolvePeople(db, read.people, {
      madeAt: app.clock.now(),
      madeBy: who.name,
      knownOn: app.clock.today,
    })
    const { tables, findings } = await toTables(app, db, format, { read, resolved, knownOn })
    const file = {
      fileName: asked.files.map(({ name }) => name).join(', '),
      sha256: hashOf(asked.files),
      format: `${format.key} ${read.year.label}`,
      knownOn,
      recordedAt: app.clock.now(),
      recordedBy: who.name,
    }
    const imported = await storeRecords(db, file, tables)
    const changed = await findSubjectsWrittenSince(db, before)
    await recount(app, db, changed)
    return {
      refused: false as const,
      year: read.year,
      knownOn,
      records: countsOf(tables, imported.tables),
      changed,
      findings: [...compared, ...findings, ...removedOf(tables, imported.tables), ...read.findings],
    }
  })
}

const MOST_DETAIL = 500

/** What a return says of its year is known when the year is over. */
const knownByDefault = ({ clock }: App, { to }: ReturnYear): PlainDate =>
  clock.today < to ? clock.today : addDays(to, -1)

/** The same for the same files, in whatever order and under whatever name they are given. */
function hashOf(files: readonly InputFile[]): string {
  const each = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  return createHash('sha256').update(each.toSorted().join()).digest('hex')
}

async function toTables(
  app: App,
  db: Db,
  format: RecordFormat,
  {
    read,
    resolved,
    knownOn,
  }: { readonly read: SourceReturn; readonly resolved: Resolved; readonly knownOn: PlainDate },
): Promise<{ readonly tables: readonly ImportTable[]; readonly findings: readonly Finding[] }> {
  const tables: ImportTable[] = []
  const findings: Finding[] = []
  const { sourceSystem, carriesOn } = format
  for (const said of read.tables) {
    const table = carriesOn?.type === said.type ? await carryOn(db, format, said, knownOn) : said
    const own = await notFromElsewhere(db, table, sourceSystem, rowsOf(app, table, resolved))
    findings.push(...own.findings)
    const { type, window } = table
    const rows = own.rows.map(({ identity, content }) => ({ identity, content }))
    const stretch = window === null ? { subjects: [] } : { ...rangeOf(window, resolved), only: 'beginning' as const }
    tables.push({ window: { type, sourceSystem, ...stretch }, rows })
  }
  return { tables, findings }
}

/** What a file says of the latest, made whole from what its source said before. */
async function carryOn(
  db: Db,
  { sourceSystem, carriesOn }: RecordFormat,
  table: SourceTable,
  knownOn: PlainDate,
): Promise<SourceTable> {
  if (carriesOn === undefined) return table
  const numbers = await listCaseNumbers(db)
  const held = await listRecords(db, table.type, knownOn)
  const before = held.filter((one) => one.sourceSystem === sourceSystem).map((one) => sourceRow(one, numbers))
  return { ...table, rows: carriesOn.rows(before, table.rows) }
}

const rangeOf = ({ from, to, people }: NonNullable<SourceTable['window']>, resolved: Resolved) => ({
  from,
  to,
  subjects: people.flatMap((number) => resolved.people.get(number) ?? []),
})

function rowsOf(app: App, { type, rows }: SourceTable, { people, made }: Resolved) {
  return rows.flatMap(({ identity, subjects, fields, forNewPeople, inferred }) => {
    const numbers = Object.values(subjects).flat()
    const [about = ''] = numbers
    if (forNewPeople && !made.has(about)) return []
    const content: Content = {
      subjects: Object.fromEntries(
        Object.keys(type.subjects).map((role) => [
          role,
          (subjects[role] ?? []).flatMap((one) => people.get(one) ?? []),
        ]),
      ),
      links: Object.fromEntries(Object.keys(type.links).map((link) => [link, null])),
      fields: complete(app, type, fields),
    }
    return [{ identity, content, about, ...(inferred === undefined ? {} : { inferred }) }]
  })
}

const countsOf = (tables: readonly ImportTable[], counts: readonly RecordCounts[]): Readonly<Record<string, Counts>> =>
  Object.fromEntries(
    tables.map(({ window: { type } }, index) => {
      const { new: added = 0, changed = 0, same = 0, gone = 0 } = counts[index] ?? {}
      return [recordName(type.key), { new: added, changed, same, gone }] as const
    }),
  )

/** `care-review` is CareReview wherever records are counted by name. */
const recordName = (key: string): string =>
  key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const removedOf = (tables: readonly ImportTable[], counts: readonly RecordCounts[]): readonly Finding[] =>
  tables.flatMap(({ window: { type } }, index) => {
    const removed = counts[index]?.removed ?? 0
    if (removed === 0) return []
    return [
      {
        rule: 'removed-before',
        table: null,
        file: type.label,
        row: null,
        column: null,
        fields: [],
        subject: null,
        message: `${removed} of the ${type.plural} in the files were removed from the system before. They were not recorded again.`,
        severity: 'warning' as const,
      },
    ]
  })
