import type { MonthStep } from '../../core/access/decide.ts'
import { periodLabel } from '../../core/dates/period.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { roles } from '../access/roles.ts'
import { viewerOf } from '../access/viewer.ts'
import { type App, getDataset } from '../app.ts'
import { Refused } from '../refused.ts'
import type { Month } from './month.ts'

/** What each step is called where somebody may not take it. */
const steps: Readonly<Record<MonthStep, string>> = {
  comment: 'write a commentary on figures',
  'see quality': 'say that the quality of the data was looked at',
  'sign off': 'sign figures off',
  freeze: 'freeze figures',
  publish: 'publish figures',
}

/** Whether any of their roles does that with a month: for offering it. Whether it may be done is decided when it is. */
export const mayStep = ({ roles: held }: Pick<Account, 'roles'>, step: MonthStep): boolean =>
  roles.some(({ key, month = [] }) => held.includes(key) && month.includes(step))

/**
 * Does something with a month in one transaction with its audit row; that it was refused is kept too.
 * @param about which part of the month it is done with, where it is one
 * @throws Refused when none of their roles does that
 */
export async function inMonth<Result>(
  app: App,
  account: Account,
  { step, month, about }: { readonly step: MonthStep; readonly month: Month; readonly about?: string },
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const detail = [getDataset(app, month.dataset).label, periodLabel(month.period), about].filter(Boolean).join(', ')
  const done = await inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const role = viewer.roles.find(({ month: taken = [] }) => taken.includes(step))
    const decision = role === undefined ? ({ may: 'no' } as const) : ({ may: 'yes', by: role.key } as const)
    await writeAudit(db, [auditEntry(app, account, viewer, { action: step, subject: null, decision, detail })])
    return role === undefined ? undefined : { result: await work(db) }
  })
  if (done === undefined)
    throw new Refused('not allowed', `Your role does not ${steps[step]}. Ask whoever leads on performance.`)
  return done.result
}
