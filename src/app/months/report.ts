import { periodLabel } from '../../core/dates/period.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import { isWrittenOf, type Report } from '../../core/definitions/report.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import type { Audience } from '../../core/figures/month.ts'
import { figuresDocument, reportDocument } from '../../core/reports/build.ts'
import type { ReportDocument } from '../../core/reports/document.ts'
import type { FrozenMonth } from '../../core/reports/material.ts'
import { type ReportFormat, reportFormats, writeReport } from '../../formats/reports/write.ts'
import { findFrozenActions } from '../../store/actions/actions.ts'
import { findFrozenCommentary } from '../../store/months/cycle.ts'
import { findFrozenFigures } from '../../store/months/publications.ts'
import { findRestatements } from '../../store/months/restated.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, getAuthority, getDataset, unknown } from '../app.ts'
import { Refused } from '../refused.ts'
import { type Month, publicationsOf } from './month.ts'

/** A version of a month that was frozen. */
export type Version = Month & { readonly version: number }

/** A frozen version. Refused where there is none of that number. */
export async function getVersion(app: App, { version, ...month }: Version): Promise<Publication> {
  const all = await publicationsOf(app, month)
  const found = all.find((one) => one.version === version)
  if (found !== undefined) return found
  const there =
    all.length === 0 ? 'It has not been frozen.' : `There is version ${all.map((one) => one.version).join(', ')}.`
  throw new Refused('not found', `${periodLabel(month.period)} has no version ${version}. ${there}`)
}

/** The version of a month that was frozen last. Refused where it has not been. */
export async function lastVersion(app: App, month: Month): Promise<Publication> {
  const last = (await publicationsOf(app, month)).at(-1)
  if (last === undefined)
    throw new Refused('not found', `${periodLabel(month.period)} has not been frozen yet: there is no report of it.`)
  return last
}

/** The reports that are written of a month: those of a quarter only of that with which one ends. */
export const reportsOf = (app: App, { dataset, period }: Month): readonly Report[] =>
  [...app.catalogue.reports.values()].filter(
    (one) => one.dataset === getDataset(app, dataset).key && isWrittenOf(one, period),
  )

/** Refused where a report is not written of such a month. */
export function refuseOtherMonths(report: Report, { period }: Pick<Month, 'period'>): void {
  if (!isWrittenOf(report, period))
    throw new Refused(
      'bad input',
      `“${report.label}” is of a quarter, and written from the month with which one ends: June, September, December or March. ${periodLabel(period)} is none of them.`,
    )
}

/** A report by its key. Refused where there is none, or where it is not written from this dataset. */
export function getReport(app: App, key: string, dataset?: string): Report {
  const found = app.catalogue.reports.get(key)
  if (found !== undefined && (dataset === undefined || found.dataset === dataset)) return found
  throw new Refused('not found', unknown('report', key, app.catalogue.reports.keys()))
}

/** A frozen month with everything that a report is written from, for those who may see every figure. */
export async function frozenMonthOf(app: App, db: Db, publication: Publication): Promise<FrozenMonth> {
  const figures = await findFrozenFigures(db, publication.id)
  return {
    publication,
    council: getAuthority(app, publication.authority).council,
    figures: figures.map((figure) => ({ ...figure, withheld: null })),
    commentary: await findFrozenCommentary(db, publication.id),
    restatements: await findRestatements(db, publication.id),
    actions: await findFrozenActions(db, publication.id),
    holds: 'figures and words',
  }
}

/** What each figure of a frozen month is, by indicator: for those who may see every figure. */
export async function frozenValues(app: App, { id, period }: Publication): Promise<ReadonlyMap<string, number | null>> {
  const figures = await findFrozenFigures(app.store.db, id)
  return new Map(
    figures.flatMap((one) => (one.period.from === period.from ? [[one.indicator, one.value] as const] : [])),
  )
}

/** For whom a report is, in its own words, as it stands on every page. `words`: why it is exempt. */
export function markingOf({ audience }: Dataset, to: Audience | undefined, words: string): string {
  switch (to) {
    case undefined:
      return 'Draft, for those who prepare it. It has not been published.'
    case 'internal':
      return 'For staff of children’s services. Not for publication.'
    case 'board':
      return `For ${audience}.`
    case 'exempt':
      return `Exempt: for ${audience} alone, without the public. ${words}`
    case 'public':
      return 'For everybody.'
    case 'withheld':
      return `Withheld. ${words}`
  }
}

/** A report as it would be if it were published now: for whoever decides that. */
export async function draftReport(app: App, publication: Publication, report: Report): Promise<ReportDocument> {
  refuseOtherMonths(report, publication)
  const month = await frozenMonthOf(app, app.store.db, publication)
  return reportDocument(report, month, markingOf(getDataset(app, publication.dataset), undefined, ''))
}

/** A draft as a file, in a format. */
export async function draftFile(app: App, publication: Publication, report: Report, format: ReportFormat) {
  const { bytes, fileName, contentType } = await writeReport(await draftReport(app, publication, report), format)
  return { bytes, mediaType: contentType, fileName: `draft-${fileName}` }
}

/** The figures of a frozen month as tables, section by section, and what they come to; and those of them that were counted here, whose lists can be opened. */
export async function figuresOf(app: App, publication: Publication) {
  const month = await frozenMonthOf(app, app.store.db, publication)
  const counted = month.figures.flatMap(({ indicator, period, source, definition: { label } }) =>
    period.from === publication.period.from && source === 'calculated' ? [{ indicator, label }] : [],
  )
  return { ...figuresDocument(month), counted }
}

export { type ReportFormat, reportFormats }
