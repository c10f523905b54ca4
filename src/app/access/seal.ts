import { sealAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/** Seals the audit up to now. */
export const sealAuditNow = (app: App): Promise<void> =>
  inTransaction(app.store, (db) => sealAudit(db, app.clock.now()))
