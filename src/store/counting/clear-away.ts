import { sql } from 'kysely'
import type { Store } from '../open.ts'

/**
 * Makes room of what is left of members that were counted anew, and lets the database see how many there are. A server of PostgreSQL does so by itself; the embedded
 * database never does, and would grow with each day's count. Call it outside a transaction.
 */
export async function clearAway({ db, kind }: Store): Promise<void> {
  if (kind === 'postgresql') return
  for (const table of ['member', 'counted_period']) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
}
