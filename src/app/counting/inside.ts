import { looked } from '../../core/counting/plan.ts'
import type { Period } from '../../core/dates/period.ts'
import type { Account } from '../../store/accounts.ts'
import { findCountedPeriods, findMembers } from '../../store/counting/members.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { type Parts, partsIn } from './breakdown.ts'
import { getPlace, type Place } from './lists.ts'
import type { Looking } from './members.ts'
import { type FigureSeen, seeing } from './seen.ts'
import { type WhyMoved, whyIn } from './why.ts'

/** What is behind a figure of a period and, where another period before it is named and has been counted, why it moved since. */
export type FigureInside = { readonly parts: Parts; readonly why: WhyMoved | undefined }

/**
 * What `partsOf` and `whyMoved` tell, for a page that has both: whoever is in the figure is looked up once. Undefined where the period has not been counted.
 * @throws Refused when the indicator is not counted from the record
 */
export function insideOf(
  app: App,
  account: Account,
  { indicator, period, before }: Readonly<{ indicator: string; period: Period; before: Period }>,
): Promise<FigureInside | undefined> {
  const place = getPlace(app, indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const [earlier, now] = await seenInBoth(app, looking, place, [before, period])
    return (
      now && {
        parts: await partsIn(app, looking, now),
        why: earlier && (await whyIn(app, looking, [earlier, now])),
      }
    )
  })
}

/** A figure of two periods of one kind, the earlier first, as it is known today: undefined in the place of one that has not been counted. */
async function seenInBoth(
  app: App,
  { db, viewer }: Pick<Looking, 'db' | 'viewer'>,
  place: Place,
  [earlier, later]: readonly [Period, Period],
): Promise<readonly [earlier: FigureSeen | undefined, later: FigureSeen | undefined]> {
  const { list } = place
  const within = { kind: later.kind, from: earlier.from, to: later.to }
  const counted = (await findCountedPeriods(db, [list.key], within)).filter(
    ({ period }) => period.from === earlier.from || period.from === later.from,
  )
  const members = await findMembers(db, counted)
  const see = await seeing(app, { db, viewer }, place, { members, knownOn: app.clock.today })
  const seenIn = ({ from }: Period) => {
    const one = counted.find(({ period }) => period.from === from)
    return (
      one &&
      see({
        looked: looked(list, one.period, one.answeredOn, app.calendar),
        members: members.filter(({ periodId }) => periodId === one.id),
      })
    )
  }
  return [seenIn(earlier), seenIn(later)]
}
