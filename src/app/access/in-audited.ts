import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/**
 * Does work in one transaction with the rows that it `audit`s. Work that is refused further in is undone whole, its rows too: they are kept
 * after that, as of what was tried and not done.
 */
export async function inAudited<Result>(
  app: App,
  work: (db: Db, audit: (entries: readonly AuditEntry[]) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const tried: AuditEntry[] = []
  try {
    return await inTransaction(app.store, (db) =>
      work(db, (entries) => {
        tried.push(...entries)
        return writeAudit(db, entries)
      }),
    )
  } catch (error) {
    if (error instanceof Refused) await inTransaction(app.store, (db) => writeAudit(db, tried.map(notDone)))
    throw error
  }
}

const notDone = (entry: AuditEntry): AuditEntry =>
  entry.decision === 'yes' ? { ...entry, decision: 'no', byRole: null } : entry
