import { periodContaining } from '../../core/dates/period.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App, Authority } from '../app.ts'
import { Refused } from '../refused.ts'

/** The authority that promises something. Refused while the store holds nobody's children. */
export function ownAuthority({ own }: App): Authority {
  if (own === undefined)
    throw new Refused('not found', 'The store holds no children yet. Say whose it holds: los authority KEY')
  return own
}

/**
 * Does something about what was promised, in one transaction with its audit row; that it was refused is kept too. Whoever writes commentaries promises, and
 * whoever owns an action (`isOwn`) says how far it has come.
 * @throws Refused when none of their roles does that, and it is not theirs
 */
export async function promising<Result>(
  app: App,
  account: Account,
  { detail, isOwn }: { readonly detail: string; readonly isOwn: (db: Db) => Promise<boolean> },
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const done = await inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const role = viewer.roles.find(({ month = [] }) => month.includes('comment'))
    const own = role === undefined && (await isOwn(db))
    const decision =
      role !== undefined
        ? ({ may: 'yes', by: role.key } as const)
        : own
          ? ({ may: 'yes', by: 'own action' } as const)
          : ({ may: 'no' } as const)
    await writeAudit(db, [auditEntry(app, account, viewer, { action: 'promise', subject: null, decision, detail })])
    return decision.may === 'no' ? undefined : { result: await work(db) }
  })
  if (done === undefined)
    throw new Refused(
      'not allowed',
      'Your role does not agree actions, and this one is not yours. Ask who leads on it.',
    )
  return done.result
}

export const nobodysOwn = async (): Promise<boolean> => false

/** The month of today. */
export const monthOfToday = ({ clock }: App) => periodContaining('month', clock.today)
