import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { mayExport } from '../counting/list.ts'
import { getPlace } from '../counting/lists.ts'
import { type AskedMembers, auditShown } from '../counting/members.ts'
import { type FigureSeen, type SeenMember, seenBy } from '../counting/seen.ts'

/** The list behind a figure as a program takes it: numbers and answers, and nobody's name. */
export type MembersTaken = Pick<
  FigureSeen,
  'list' | 'counting' | 'period' | 'knownOn' | 'looked' | 'figure' | 'offered'
> & {
  readonly members: readonly SeenMember[]
  /** How many more there are whom the program's account may not take out. */
  readonly notShown: number
}

/**
 * Who is counted in a figure and who is not, of whom whoever asks may both read and take out every record that decides it. Each of them leaves a row in the audit.
 * @throws Refused when the indicator is not counted from the record, or the period has not been counted
 */
export function takeMembers(app: App, account: Account, asked: AskedMembers): Promise<MembersTaken> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const seen = await seenBy(app, db, looking.viewer, place, asked)
    const members = seen.members.filter(mayExport(looking, seen))
    await auditShown(app, looking, seen, { action: 'export', shown: members })
    const { list, counting, period, knownOn, looked, figure, offered } = seen
    const notShown = seen.members.length + seen.others.length - members.length
    return { list, counting, period, knownOn, looked, figure, offered, members, notShown }
  })
}
