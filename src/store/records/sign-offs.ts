import { sql } from 'kysely'
import type { RecordId } from '../../core/definitions/field.ts'
import { anyOf } from '../column-types.ts'
import type { Db } from './transaction.ts'

/** What a manager said about a version. */
export type SignOff = {
  readonly version: number
  readonly decision: 'signed' | 'sent back'
  readonly words: string | null
  readonly account: number
  readonly decidedBy: string
  readonly decidedAt: Date
}

export async function addSignOff(db: Db, said: SignOff): Promise<void> {
  await db
    .insertInto('sign_off')
    .values({
      version_id: said.version,
      decision: said.decision,
      words: said.words,
      account_id: said.account,
      decided_by: said.decidedBy,
      decided_at: said.decidedAt,
    })
    .execute()
}

/** What was said about some versions, in order; of several about one the last counts. */
export async function findSignOffs(db: Db, versions: readonly number[]): Promise<readonly SignOff[]> {
  if (versions.length === 0) return []
  const rows = await db
    .selectFrom('sign_off')
    .selectAll()
    .where('version_id', 'in', [...versions])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    version: row.version_id,
    decision: row.decision,
    words: row.words,
    account: row.account_id,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }))
}

/** A record of whose last version nobody has said anything yet, and the number of that. */
export type Unsigned = { readonly record: RecordId; readonly version: number }

/** Those of some types that somebody else wrote, the oldest first: so many after a version. */
export async function findUnsigned(
  db: Db,
  {
    types,
    notBy,
    after,
    most,
  }: { readonly types: readonly string[]; readonly notBy: string; readonly after: number; readonly most: number },
): Promise<readonly Unsigned[]> {
  const { rows } = await sql<Unsigned>`
    select record_id as record, id as version from version as last
    where type = ${anyOf(types)} and state = 'recorded' and recorded_by <> ${notBy} and id > ${after}
      and not exists (
        select from version as later
        where later.record_id = last.record_id and (later.known_on, later.id) > (last.known_on, last.id)
      )
      and not exists (select from sign_off where version_id = last.id)
    order by id limit ${most}`.execute(db)
  return rows
}

/** Records of some types whose last version somebody wrote and a manager sent back, the oldest first. */
export async function findSentBack(
  db: Db,
  types: readonly string[],
  recordedBy: string,
): Promise<readonly { readonly record: RecordId; readonly by: string; readonly at: Date }[]> {
  const { rows } = await sql<{ record: RecordId; by: string; at: Date }>`
    select record_id as record, said.decided_by as by, said.decided_at as at
    from version as last
    cross join lateral (select * from sign_off where version_id = last.id order by id desc limit 1) as said
    where type = ${anyOf(types)} and state = 'recorded' and recorded_by = ${recordedBy}
      and said.decision = 'sent back'
      and not exists (
        select from version as later
        where later.record_id = last.record_id and (later.known_on, later.id) > (last.known_on, last.id)
      )
    order by said.id`.execute(db)
  return rows
}
