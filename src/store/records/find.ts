import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Version } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { renumbered, subjectsIn } from '../../core/record/subjects.ts'
import { anyId, anyOf } from '../column-types.ts'
import type { Tables } from '../tables.ts'
import { type RecordTable, tableOf, VERSION_ID } from './columns.ts'
import { findSamePeople } from './merges.ts'
import { decodeContent, emptyContent, saidOf } from './rows.ts'
import type { RecordTypes } from './schema.ts'
import type { Db } from './transaction.ts'
import type { Json } from './values.ts'

/** A version with who wrote it, when and why. `content` has nothing in it unless `state` is `recorded`. */
export type StoredVersion = Version & {
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly reason: string | null
  readonly source: 'form' | 'import'
  /** The sequence of the version that it only repeats on a later day, for the sake of a file that arrived late: no news, and nobody's work. */
  readonly restates: number | null
}

/** A subject, and since when the store has known it. */
export type StoredSubject = { readonly kind: SubjectKind; readonly madeAt: Date; readonly madeBy: string }

export async function findSubject(db: Db, id: SubjectId): Promise<StoredSubject | undefined> {
  const row = await db.selectFrom('subject').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { kind: row.kind, madeAt: row.made_at, madeBy: row.made_by }
}

/** Whether there are any records of people at all. */
export const holdsPeople = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('subject').select('id').where('kind', '=', 'person').limit(1).executeTakeFirst()) !== undefined

/** The kind of each of these subjects; whoever is not there is not among them. */
export async function findKinds(
  db: Db,
  subjects: Iterable<SubjectId>,
): Promise<ReadonlyMap<SubjectId, StoredSubject['kind']>> {
  const ids = [...subjects]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('subject').select(['id', 'kind']).where('id', '=', anyId(ids)).execute()
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

/** Those of these subjects who are people. */
export async function findPeople(db: Db, subjects: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>> {
  if (subjects.length === 0) return new Set()
  const { rows } = await sql<{ people: readonly SubjectId[] }>`
    select coalesce(array_agg(id), '{}') as people from subject where kind = 'person' and id = ${anyId(subjects)}`.execute(
    db,
  )
  return new Set(rows.flatMap(({ people }) => people))
}

/** Everybody and everything of whom records of these types are held, in order. */
export async function findSubjectsOf(db: Db, types: readonly RecordType[]): Promise<readonly SubjectId[]> {
  const rows = await db
    .selectFrom('record_subject')
    .select('subject_id')
    .distinct()
    .where('type', '=', anyOf(types.map(({ key }) => key)))
    .orderBy('subject_id')
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}

/** Holds a subject until the transaction ends, so that two who write about it at once do so one after the other. */
export async function holdSubject(db: Db, id: SubjectId): Promise<void> {
  await sql`select from subject where id = ${id} for no key update`.execute(db)
}

/** The key of the type of a record; undefined where there is no record of that number. */
export async function findRecordType(db: Db, record: RecordId): Promise<string | undefined> {
  return (await db.selectFrom('record').select('type').where('id', '=', record).executeTakeFirst())?.type
}

/**
 * All versions of all records of the types given in which a subject stands, in whatever role and whichever version, in the order
 * in which they were written. A record that a later version moved to somebody else is among them: what was known before the move is still true
 * of that day. Of somebody who was recorded twice, as far as that was known by `knownOn`, they are those of all their numbers, and everybody in
 * them has the number by which they were known.
 */
export const findVersionsOf = (
  db: Db,
  {
    subject,
    types,
    knownOn,
  }: { readonly subject: SubjectId; readonly types: RecordTypes; readonly knownOn: PlainDate },
): Promise<readonly StoredVersion[]> => findVersionsOfAll(db, { subjects: [subject], types, knownOn })

/** The same for several subjects at once, in as many questions as for one; a record in which two of them stand comes once. */
export async function findVersionsOfAll(
  db: Db,
  {
    subjects,
    types,
    knownOn,
  }: { readonly subjects: readonly SubjectId[]; readonly types: RecordTypes; readonly knownOn: PlainDate },
): Promise<readonly StoredVersion[]> {
  if (subjects.length === 0) return []
  const same = await findSamePeople(db, subjects, knownOn)
  const records = db
    .selectFrom('record_subject')
    .select('record_id')
    .where('subject_id', '=', anyId([...new Set(subjects.flatMap(same.numbers))]))
    .where('type', '=', anyOf([...types.keys()]))
  const versions = await loadVersions(db, types, sql<SqlBool>`record_id in (${records})`)
  return underKept(db, types, versions, knownOn)
}

/**
 * The versions of one record of that type, in the order in which they were written; none where there is no such record. Everybody in them has
 * the number under which it was written.
 */
export const findRecord = (db: Db, type: RecordType, record: RecordId): Promise<readonly StoredVersion[]> =>
  loadVersions(db, new Map([[type.key, type]]), sql<SqlBool>`record_id = ${record} and type = ${type.key}`)

/** The versions given, with everybody in them under the number by which they were known on a day. */
export async function underKept(
  db: Db,
  types: RecordTypes,
  versions: readonly StoredVersion[],
  knownOn: PlainDate,
): Promise<readonly StoredVersion[]> {
  const said = versions.flatMap((version) => {
    const type = types.get(version.type)
    return type === undefined || version.state !== 'recorded'
      ? []
      : [{ type, version, named: subjectsIn(type, version.content) }]
  })
  const same = await findSamePeople(db, [...new Set(said.flatMap(({ named }) => named))], knownOn)
  const changed = said.flatMap(({ type, version, named }) => {
    const writtenUnder = named.filter((subject) => same.kept(subject) !== subject)
    if (writtenUnder.length === 0) return []
    const content = renumbered(type, version.content, same.kept)
    return [[version.sequence, { ...version, content, writtenUnder }] as const]
  })
  const bySequence = new Map(changed)
  return versions.map((version) => bySequence.get(version.sequence) ?? version)
}

/** One question however many types there are, and nearly always in the same words for the same types: the database plans it once. */
async function loadVersions(
  db: Db,
  types: RecordTypes,
  condition: RawBuilder<SqlBool>,
): Promise<readonly StoredVersion[]> {
  const ask = async () =>
    (
      await sql<VersionRow>`
        select version.*, ${saying(spokenFor(types))} as said from version where ${condition} order by id`.execute(db)
    ).rows
  const rows = await ask()
  const isUnspoken = ({ type, state, said }: VersionRow) => state === 'recorded' && said === null && types.has(type)
  const complete = rows.some(isUnspoken) ? await learnHeld(db, types).then(ask) : rows
  return complete.map((row) => ({
    record: row.record_id,
    type: row.type,
    sequence: row.id,
    knownOn: row.known_on,
    state: row.state,
    content: row.state === 'recorded' ? contentOf(types, row) : emptyContent,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    reason: row.reason,
    source: row.source,
    restates: row.restates,
  }))
}

/**
 * Types that this process has found records of, in whatever store. A question that has a part for every type there could be costs the database more to
 * begin than to answer, and most stores hold a part of them. What turns up of any other is asked for again, so that nothing is left out.
 */
const found = new Set<string>()

/** So few are asked about as they are. */
const FEW_TYPES = 20

const spokenFor = (types: RecordTypes): RecordTypes =>
  types.size <= FEW_TYPES ? types : new Map([...types].filter(([key]) => found.has(key)))

/** All at once, for each time the question gets other words. */
async function learnHeld(db: Db, types: RecordTypes): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    select key from unnest(${[...types.keys()]}::text[]) as asked (key)
    where exists (select from version where type = key)`.execute(db)
  for (const { key } of rows) found.add(key)
}

type VersionRow = Selectable<Tables['version']> & { readonly said: readonly Json[] | null }

function contentOf(types: RecordTypes, { id, type, said }: VersionRow): Content {
  const known = types.get(type)
  if (known === undefined || said === null) throw new Error(`Version ${id} has no row in the table of its record type`)
  return decodeContent(tableOf(known), said)
}

/** What a version says, from the table of its type. */
function saying(types: RecordTypes): RawBuilder<unknown> {
  const cases = [...types.values()].map(tableOf).map(sayingOf)
  return sql.raw(cases.length === 0 ? 'null::json' : `case type ${cases.join(' ')} end`)
}

const sayingOf = (table: RecordTable): string => `
  when '${table.type.key}' then (
    select ${saidOf(table)} from "${table.name}" as said where said."${VERSION_ID}" = version.id
  )`

/** The subjects of a kind, those made last first. */
export async function listNewestSubjects(db: Db, kind: SubjectKind, most: number): Promise<readonly SubjectId[]> {
  const newestFirst = db.selectFrom('subject').select('id').where('kind', '=', kind).orderBy('id', 'desc')
  const rows = await newestFirst.limit(most).execute()
  return rows.map(({ id }) => id)
}
