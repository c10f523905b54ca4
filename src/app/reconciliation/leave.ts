import type { Role } from '../../core/access/decide.ts'
import type { Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import type { Account } from '../../store/accounts.ts'
import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { roles } from '../access/roles.ts'
import { type App, unknown } from '../app.ts'
import type { Exchanger } from '../records/exchange.ts'
import { Refused } from '../refused.ts'

/** A reconciliation, by its key. @throws Refused when there is none */
export function getReconciliation(
  { catalogue: { reconciliations } }: Pick<App, 'catalogue'>,
  key: string,
): Reconciliation {
  const found = reconciliations.get(key)
  if (found === undefined)
    throw new Refused('not found', unknown('list to hold against the record', key, reconciliations.keys()))
  return found
}

/** Whether any of their roles loads lists of others: for offering it. Whether it may be done is decided when it is. */
export const everLoads = ({ roles: held }: Pick<Account, 'roles'>): boolean =>
  roles.some((role) => held.includes(role.key) && loads(role))

const loads = ({ exchanges, reconciles }: Role): boolean => exchanges === true || reconciles === true

/**
 * Loads a list in one transaction with its audit row; that it was refused is kept too.
 * @throws Refused when none of their roles does that
 */
export async function loading<Result>(
  app: App,
  who: Exchanger,
  detail: string,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const role = roles.find((one) => who.roles.includes(one.key) && loads(one))
  const entry: AuditEntry = {
    at: app.clock.now(),
    account: who.id,
    accountName: who.name,
    action: 'import',
    subject: null,
    record: null,
    decision: role === undefined ? 'no' : 'yes',
    byRole: role?.key ?? null,
    sensitivity: 'ordinary',
    detail: detail.slice(0, MOST_DETAIL),
  }
  const done = await inTransaction(app.store, async (db) => {
    await writeAudit(db, [entry])
    return role === undefined ? undefined : { result: await work(db) }
  })
  if (done === undefined)
    throw new Refused(
      'not allowed',
      'Your role does not load lists of others. Ask an analyst, or whoever holds them against the record.',
    )
  return done.result
}

const MOST_DETAIL = 500
