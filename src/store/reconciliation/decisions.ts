import type { Selectable } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Decided } from '../../core/reconciliation/standing.ts'
import { dayOrNull } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'

/** About which two days of whom something was decided. */
export type Difference = {
  /** In the words of the list, where it is nobody we know; null of a child. */
  readonly who: string | null
  readonly subject: SubjectId | null
  readonly item: string
  readonly theirs: PlainDate | null
  readonly ours: PlainDate | null
}

/** What was decided, with the words, who said so and when. `same child`: whoever the list calls so is this child. */
export type Decision = Difference & {
  readonly decision: Decided | 'same child'
  readonly words: string
  readonly at: Date
  readonly by: string
}

export async function addDecision(
  db: Db,
  reconciliation: string,
  { who, subject, item, theirs, ours, decision, words, at, by }: Decision,
  account: number,
): Promise<void> {
  await db
    .insertInto('reconciliation_decision')
    .values({
      ...{ reconciliation, who, item, decision, words },
      subject_id: subject,
      their_day: dayOrNull(theirs),
      our_day: dayOrNull(ours),
      decided_at: at,
      account_id: account,
      decided_by: by,
    })
    .execute()
}

/** Everything that was decided, in order: of several about one thing the last counts. */
export async function findDecisions(db: Db, reconciliation: string): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('reconciliation_decision')
    .selectAll()
    .where('reconciliation', '=', reconciliation)
    .orderBy('id')
    .execute()
  return rows.map(stored)
}

const stored = (row: Selectable<Tables['reconciliation_decision']>): Decision => ({
  who: row.who,
  subject: row.subject_id,
  item: row.item,
  theirs: row.their_day,
  ours: row.our_day,
  decision: row.decision,
  words: row.words,
  at: row.decided_at,
  by: row.decided_by,
})
