import type { App } from '../../../src/app/app.ts'
import { listsOf } from '../../../src/app/counting/lists.ts'
import type { MemberFacts } from '../../../src/core/counting/count.ts'
import type { Period } from '../../../src/core/dates/period.ts'
import { toText } from '../../../src/core/dates/plain-date.ts'
import { findCountedPeriods, findMembers } from '../../../src/store/counting/members.ts'
import type { Db } from '../../../src/store/records/transaction.ts'

/** Every member that is kept, with all answers, in an order that does not depend on how they were counted. */
export async function everyMember(app: App, db: Db): Promise<readonly string[]> {
  const keys = listsOf(app).map(({ key }) => key)
  const periods = await findCountedPeriods(db, keys)
  const called = new Map(periods.map((period) => [period.id, period] as const))
  const members = await findMembers(db, periods)
  return members
    .map(({ periodId, ...facts }) => inWords(called.get(periodId)?.list, called.get(periodId)?.period, facts))
    .toSorted()
}

export const inWords = (list: string | undefined, period: Period | undefined, facts: Omit<MemberFacts, 'period'>) => {
  const { subject, record, placed, answers, measures, attributes } = facts
  return JSON.stringify([list, period && toText(period.from), subject, record, placed, answers, measures, attributes])
}
