import { createHash } from 'node:crypto'
import { addDays, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { InputFile } from '../../formats/issue.ts'
import type { Finding, RecordFormat, ReturnYear } from '../../formats/records.ts'
import { lockImports, importRecords as storeRecords } from '../../store/records/import.ts'
import type { ImportTable, RecordCounts } from '../../store/records/record-file.ts'
import { findSubjectsWrittenSince, lastVersion } from '../../store/records/written-since.ts'
import type { App } from '../app.ts'
import { recount } from '../counting/calculate.ts'
import { Refused } from '../refused.ts'
import { carryOn } from './carry-on.ts'
import { type Exchanger, exchange } from './exchange.ts'
import { compareWithNeighbours, keepMisfits } from './neighbours.ts'
import { joined, roundsOf, toTables } from './tables-of-file.ts'
import { resolveThings, thingsNamed } from './things-of-file.ts'
import { resolvePeople } from './who.ts'

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
    const things = await resolveThings(
      db,
      format.namesThings === true ? thingsNamed(read.tables) : new Map(),
      { system: format.sourceSystem, tables: read.tables },
      { madeAt: app.clock.now(), madeBy: who.name },
    )
    const file = {
      fileName: asked.files.map(({ name }) => name).join(', '),
      sha256: hashOf(asked.files),
      format: `${format.key} ${read.year.label}`,
      knownOn,
      recordedAt: app.clock.now(),
      recordedBy: who.name,
    }
    const whole = await carryOn(db, format, read.tables, knownOn)
    const told: Told[] = []
    for (const [round, tables] of roundsOf(joined(whole, things.made)).entries()) {
      const { findings, tables: ready } = await toTables(app, db, format.sourceSystem, tables, { ...resolved, things })
      const { tables: counts } = await storeRecords(db, round === 0 ? file : inRound(file, round), ready)
      told.push({ tables: ready, counts, findings })
    }
    for (const one of compared)
      await keepMisfits(db, format.sourceSystem, one, { at: file.recordedAt, by: file.recordedBy })
    const changed = await findSubjectsWrittenSince(db, before)
    await recount(app, db, changed)
    return {
      refused: false as const,
      year: read.year,
      knownOn,
      records: Object.assign({}, ...told.map(({ tables, counts }) => countsOf(tables, counts))),
      changed,
      findings: [
        ...compared.flatMap(({ misfits }) => misfits.map(({ finding }) => finding)),
        ...told.flatMap(({ findings }) => findings),
        ...told.flatMap(({ tables, counts }) => removedOf(tables, counts)),
        ...read.findings,
      ],
    }
  })
}

/** What came of the tables that could be recorded together. */
type Told = {
  readonly tables: readonly ImportTable[]
  readonly counts: readonly RecordCounts[]
  readonly findings: readonly Finding[]
}

/** What is recorded in a later round is a file of its own to the store: it knows by the bytes whether it has seen one before. */
const inRound = <File extends { readonly sha256: string }>(file: File, round: number): File => ({
  ...file,
  sha256: createHash('sha256').update(`${file.sha256} ${round}`).digest('hex'),
})

const MOST_DETAIL = 500

/** What a return says of its year is known when the year is over. */
const knownByDefault = ({ clock }: App, { to }: ReturnYear): PlainDate =>
  clock.today < to ? clock.today : addDays(to, -1)

/** The same for the same files, in whatever order and under whatever name they are given. */
function hashOf(files: readonly InputFile[]): string {
  const each = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  return createHash('sha256').update(each.toSorted().join()).digest('hex')
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
