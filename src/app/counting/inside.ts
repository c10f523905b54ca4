import type { Period } from '../../core/dates/period.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { type Parts, partsIn } from './breakdown.ts'
import { getPlace } from './lists.ts'
import { seenBy } from './seen.ts'
import { type WhyMoved, whyIn } from './why.ts'

/** What is behind a figure of a period and, where another period before it is named, why it moved since. */
export type FigureInside = { readonly parts: Parts; readonly why: WhyMoved | undefined }

/**
 * What `partsOf` and `whyMoved` tell, for a page that has both: whoever is in the figure is looked up once.
 * @throws Refused as `membersOf`
 */
export function insideOf(
  app: App,
  account: Account,
  { indicator, period, before }: Readonly<{ indicator: string; period: Period; before: Period | undefined }>,
): Promise<FigureInside> {
  const place = getPlace(app, indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const now = await seenBy(app, db, looking.viewer, place, { period })
    const earlier = before && (await seenBy(app, db, looking.viewer, place, { period: before }))
    return {
      parts: await partsIn(app, looking, now),
      why: earlier && (await whyIn(app, looking, [earlier, now])),
    }
  })
}
