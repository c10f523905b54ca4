import { periodLabel } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { getPlace } from './lists.ts'
import { type FigureSeen, type SeenMember, type Sighting, seenBy } from './seen.ts'

/** The list behind a figure: whoever the viewer may see, and how many more there are. The figure itself is the same for everybody. */
export type FigureMembers = Pick<FigureSeen, 'list' | 'counting' | 'period' | 'members' | 'offered'> & {
  readonly notShown: number
}

export type AskedMembers = Sighting & { readonly indicator: string }

/**
 * Who is counted in a figure, who is not, and of whom it is not known: those whose records of every kind that decides it the viewer may
 * read. Each of them leaves a row in the audit.
 * @throws Refused when the indicator is not counted from the record, or the period has not been counted
 */
export function membersOf(app: App, account: Account, asked: AskedMembers): Promise<FigureMembers> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const seen = await seenBy(app, db, viewer, place, asked)
    await auditShown(app, { db, account, viewer }, seen, { action: 'list', shown: seen.members })
    const { list, counting, period, members, offered, others } = seen
    return { list, counting, period, members, offered, notShown: others.length }
  })
}

/** Who looks, and the transaction in which. */
export type Looking = {
  readonly db: Db
  readonly account: Account
  readonly viewer: Awaited<ReturnType<typeof viewerOf>>
}

/** Keeps which members of a figure were shown, or taken out of the system, in the transaction in which they were read. */
export async function auditShown(
  app: App,
  { db, account, viewer }: Looking,
  { counting, period, decisions }: FigureSeen,
  { action, shown }: { readonly action: 'list' | 'export'; readonly shown: readonly Pick<SeenMember, 'subject'>[] },
): Promise<void> {
  const subjects: readonly SubjectId[] = [...new Set(shown.map(({ subject }) => subject))]
  const detail = `“${counting.indicator.label}”, ${periodLabel(period)}${action === 'export' ? ', as CSV' : ''}`
  await writeAudit(
    db,
    subjects.map((subject) =>
      auditEntry(app, account, viewer, {
        action,
        subject,
        decision: decisions.get(subject) ?? { may: 'no' },
        detail,
      }),
    ),
  )
}
