import { type Period, periodLabel, periodText } from '../../core/dates/period.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import type { PublicFigure } from '../../core/disclosure/public-figure.ts'
import { findPublicFigures, listPublicMonths, type PublicMonth } from '../../store/months/public.ts'
import { type App, type Authority, getAuthority, getDataset } from '../app.ts'
import { Refused } from '../refused.ts'

/** A month as everybody may see it, with whose it is. */
export type { PublicMonth }

export type PublicRead = PublicMonth & {
  readonly dataset: Dataset
  readonly authority: Authority
  readonly figures: readonly PublicFigure[]
  /** Every version of the month that was published to everybody, the first first. */
  readonly versions: readonly PublicMonth[]
}

/** What there is for everybody: of each month the version that was published last, the latest month first. */
export async function publicMonths(app: App): Promise<readonly PublicMonth[]> {
  const last = new Map<string, PublicMonth>()
  for (const one of await listPublicMonths(app.store.db)) {
    const { dataset, authority, period } = one.publication
    last.set(`${dataset} ${authority} ${periodText(period)}`, one)
  }
  return [...last.values()].toSorted((a, b) => b.publication.period.from - a.publication.period.from)
}

type AskedPublic = { readonly dataset: string; readonly period: Period; readonly version: number | undefined }

/** A month as everybody may see it: the version asked for, or the last. Refused where it was not published to everybody. */
export async function readPublicMonth(app: App, { dataset: key, period, version }: AskedPublic): Promise<PublicRead> {
  const dataset = getDataset(app, key)
  const versions = (await listPublicMonths(app.store.db)).filter(
    ({ publication }) => publication.dataset === dataset.key && periodText(publication.period) === periodText(period),
  )
  const found = versions.findLast(({ publication }) => version === undefined || publication.version === version)
  if (found === undefined)
    throw new Refused('not found', `${dataset.label}: nothing of ${periodLabel(period)} has been published.`)
  const figures = await findPublicFigures(app.store.db, found.publication.id)
  return { ...found, dataset, authority: getAuthority(app, found.publication.authority), figures, versions }
}
