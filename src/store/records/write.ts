import { sql } from 'kysely'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { day } from '../column-types.ts'
import { StoreError } from '../store-error.ts'
import { type RecordTable, tableOf, VERSION_ID } from './columns.ts'
import { noteDocuments } from './documents.ts'
import { EditConflict } from './edit-conflict.ts'
import { findRecord, type StoredVersion } from './find.ts'
import { References } from './references.ts'
import { insertRows } from './row-source.ts'
import { encodeContent } from './rows.ts'
import { type Db, within } from './transaction.ts'

/** Makes a subject: only that there is one. What is known about it stands in records. */
export async function makeSubject(
  db: Db,
  subject: { readonly kind: SubjectKind; readonly madeAt: Date; readonly madeBy: string },
): Promise<SubjectId> {
  const { id } = await db
    .insertInto('subject')
    .values({ kind: subject.kind, made_at: subject.madeAt, made_by: subject.madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes many at once, in their order. */
export async function makeSubjects(
  db: Db,
  count: number,
  subject: { readonly kind: SubjectKind; readonly madeAt: Date; readonly madeBy: string },
): Promise<readonly SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`
    insert into subject (kind, made_at, made_by)
    select ${subject.kind}, ${subject.madeAt}::timestamptz, ${subject.madeBy} from generate_series(1, ${count}::integer)
    returning id`.execute(db)
  return rows.map(({ id }) => id).toSorted((one, other) => one - other)
}

/** A version to be written: of a new record, or of one that there is. */
export type Writing = {
  readonly type: RecordType
  readonly knownOn: PlainDate
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly reason: string | null
  readonly source: 'form' | 'import'
  readonly content: Content
} & (
  | { readonly record?: undefined; readonly basedOn?: undefined }
  /** `basedOn`: the sequence of the latest version when the record was read. */
  | { readonly record: RecordId; readonly basedOn: number }
)

export type Written = { readonly record: RecordId; readonly version: number }

/**
 * Writes a version; nothing is overwritten. Of several that are based on one version the first wins.
 * @throws EditConflict when the record was changed after the version that this one is based on
 * @throws StoreError when there is no such record of the type, or nothing of an id that the content names, its content was removed, or the version that it is based on is known
 * only later
 * @throws TypeError when the content is not what the type defines
 */
export async function writeVersion(db: Db, writing: Writing): Promise<Written> {
  const table = tableOf(writing.type)
  const encoded = encodeContent(table, writing.content)
  const references = new References()
  references.add(table, encoded)
  return within(db, async (trx) => {
    await references.check(trx)
    if (writing.record !== undefined) await checkBasis(trx, writing, writing.basedOn)
    const record = writing.record ?? (await makeRecord(trx, writing))
    const { id: version } = await trx
      .insertInto('version')
      .values({
        record_id: record,
        type: writing.type.key,
        known_on: day(writing.knownOn),
        state: 'recorded',
        recorded_at: writing.recordedAt,
        recorded_by: writing.recordedBy,
        reason: writing.reason,
        source: writing.source,
        batch_id: null,
        replaces: writing.basedOn ?? null,
        restates: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addContent(trx, table, { record, version }, encoded)
    await noteDocuments(trx, writing.type, record, writing.content)
    return { record, version }
  })
}

async function makeRecord(db: Db, { type, recordedAt, recordedBy }: Writing): Promise<RecordId> {
  const { id } = await db
    .insertInto('record')
    .values({ type: type.key, made_at: recordedAt, made_by: recordedBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Holds the record until the transaction ends, so that whoever else is about to change it waits, and then finds this version. */
async function checkBasis(db: Db, writing: Writing & { readonly record: RecordId }, basedOn: number): Promise<void> {
  const { type, record, knownOn } = writing
  // Against imports, which take this table: before the record itself, or the two could wait for each other.
  await sql`lock table import_batch in row exclusive mode`.execute(db)
  await sql`select from record where id = ${record} for update`.execute(db)
  const latest = latestOf(await findRecord(db, type, record))
  if (latest === undefined) throw new StoreError(`There is no ${type.label.toLowerCase()} with the number ${record}.`)
  if (latest.state === 'removed') {
    throw new StoreError(`The content of record ${record} was removed. Nothing can be added to it: make a new record.`)
  }
  if (latest.sequence !== basedOn) throw new EditConflict(latest)
  const knownLast = (await lastConfirmedOn(db, record)) ?? latest.knownOn
  if (knownOn < Math.max(latest.knownOn, knownLast)) {
    throw new StoreError(
      `Record ${record} cannot be changed as known on ${shortText(knownOn)}: what it says is already known as of a later day. ` +
        'Check the date that the system takes for today.',
    )
  }
}

function latestOf(versions: readonly StoredVersion[]): StoredVersion | undefined {
  const inOrder = versions.toSorted((a, b) => a.knownOn - b.knownOn || a.sequence - b.sequence)
  return inOrder.at(-1)
}

/** The known-on of the last file that spoke about records of this type and source, for a record that came from one. */
async function lastConfirmedOn(db: Db, record: RecordId): Promise<PlainDate | undefined> {
  const row = await db
    .selectFrom('record')
    .innerJoin('import_window', (join) =>
      join
        .onRef('import_window.type', '=', 'record.type')
        .onRef('import_window.source_system', '=', 'record.source_system'),
    )
    .select('import_window.known_on')
    .where('record.id', '=', record)
    .orderBy('import_window.known_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.known_on
}

async function addContent(
  db: Db,
  table: RecordTable,
  { record, version }: Written,
  { row, placed, subjects }: ReturnType<typeof encodeContent>,
): Promise<void> {
  await insertRows(db, table, [{ ...row, [VERSION_ID]: version }])
  if (placed.length > 0) {
    await db
      .insertInto('version_subject')
      .values(placed.map((one) => ({ ...one, version_id: version })))
      .execute()
  }
  if (subjects.length === 0) return
  await db
    .insertInto('record_subject')
    .values(subjects.map((subject) => ({ subject_id: subject, type: table.type.key, record_id: record })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
