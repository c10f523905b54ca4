import { type Account, listAccounts } from '../../store/accounts.ts'
import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { getAccount } from '../access/accounts.ts'
import { roles } from '../access/roles.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/** Who loads files or writes returns: an account, or nobody's while the store has no operator's account yet. */
export type Exchanger = { readonly id: number | null; readonly name: string; readonly roles: readonly string[] }

/**
 * Who is at the command line: the user named, otherwise the operator. Whoever can run it there can read the store's files anyway, so that a store without
 * an operator's account does not keep anybody from loading it.
 * @throws Refused when there is no user of that name
 */
export async function exchangerOf(app: App, userName: string | undefined): Promise<Exchanger> {
  if (userName !== undefined) return exchanger(app, await getAccount(app, userName))
  const operator = (await listAccounts(app.store.db)).find(
    (account) => account.roles.includes('operator') && account.endedAt === null,
  )
  return operator === undefined ? { id: null, name: 'operator', roles: ['operator'] } : exchanger(app, operator)
}

/** Somebody with the roles that they have today: whoever has left has none. */
export async function exchanger(app: App, account: Account): Promise<Exchanger> {
  const { roles: held } = await viewerOf(app, app.store.db, account)
  return { id: account.id, name: account.name, roles: held.map(({ key }) => key) }
}

/**
 * Loads or writes files about everybody in one transaction with its audit row; refusals are audited too.
 * @param what stands in the audit: the format, the year, the files
 * @throws Refused when no role of theirs may
 */
export async function exchange<Result>(
  app: App,
  who: Exchanger,
  what: { readonly action: 'import' | 'export'; readonly detail: string },
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const role = roles.find(({ key, exchanges }) => exchanges === true && who.roles.includes(key))
  const entry: AuditEntry = {
    at: app.clock.now(),
    account: who.id,
    accountName: who.name,
    action: what.action,
    subject: null,
    record: null,
    decision: role === undefined ? 'no' : 'yes',
    byRole: role?.key ?? null,
    sensitivity: 'ordinary',
    detail: what.detail,
  }
  if (role === undefined) {
    await inTransaction(app.store, (db) => writeAudit(db, [entry]))
    throw new Refused('not allowed', 'Your role does not load files or write returns. Ask an analyst or the operator.')
  }
  return inTransaction(app.store, async (db) => {
    await writeAudit(db, [entry])
    return work(db)
  })
}
