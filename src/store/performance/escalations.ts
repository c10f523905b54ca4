import type { Db } from '../records/transaction.ts'

/** That a service wants the board to look at something, or what the board said to it. `about`: `figure cic-started`, `list care-reviews`, `action 3`. */
export type Escalation = {
  readonly about: string
  readonly step: 'escalated' | 'answered'
  readonly words: string
  readonly at: Date
  readonly by: string
}

export async function addEscalation(
  db: Db,
  authority: string,
  { about, step, words, at, by }: Escalation,
  account: number,
): Promise<void> {
  const said = { authority, about, step, words, said_at: at, account_id: account, said_by: by }
  await db.insertInto('escalation').values(said).execute()
}

/** All that was ever escalated and answered, in order: of each thing the last says how it stands. */
export async function findEscalations(db: Db, authority: string): Promise<readonly Escalation[]> {
  const rows = await db.selectFrom('escalation').selectAll().where('authority', '=', authority).orderBy('id').execute()
  return rows.map(({ about, step, words, said_at, said_by }) => ({ about, step, words, at: said_at, by: said_by }))
}
