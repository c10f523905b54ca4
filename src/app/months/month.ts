import type { Period } from '../../core/dates/period.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { findPublications, listPublications } from '../../store/months/publications.ts'
import { type App, type Authority, getDataset } from '../app.ts'
import { Refused } from '../refused.ts'

/** A dataset in one month, of the authority whose children the store holds. */
export type Month = { readonly dataset: string; readonly period: Period }

/** The same with whose it is. Refused where there is no such dataset, or the store holds nobody's children. */
export const monthOf = (app: App, { dataset, period }: Month) => ({
  dataset: getDataset(app, dataset).key,
  authority: ownOf(app).key,
  period,
})

/** Every version of a month that was frozen, the first first; none where it has not been. Refused as `monthOf`. */
export const publicationsOf = (app: App, month: Month): Promise<readonly Publication[]> =>
  findPublications(app.store.db, monthOf(app, month))

/** The last version of each month of a dataset that was frozen, the latest month first. Refused as `monthOf`. */
export const frozenMonths = (app: App, dataset: string): Promise<readonly Publication[]> =>
  listPublications(app.store.db, { dataset: getDataset(app, dataset).key, authority: ownOf(app).key })

/** The authority whose month it is. Refused while the store holds nobody's children. */
function ownOf({ own }: App): Authority {
  if (own === undefined)
    throw new Refused(
      'not found',
      'The store holds no children yet, so there is no month of its own to freeze. Say whose it holds: los authority KEY',
    )
  return own
}
