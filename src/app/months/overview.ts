import type { MonthStep } from '../../core/access/decide.ts'
import { type Period, periodContaining, periodText, previousPeriod } from '../../core/dates/period.ts'
import type { Dataset } from '../../core/definitions/area.ts'
import type { Report } from '../../core/definitions/report.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { listAccounts } from '../../store/accounts.ts'
import { findBegun, findCommentary, type MonthBegun } from '../../store/months/cycle.ts'
import { listPublications } from '../../store/months/publications.ts'
import type { PublishedReport } from '../../store/months/published.ts'
import type { App } from '../app.ts'
import { type PublicMonth, publicMonths } from '../disclosure/public.ts'
import { countErrors } from '../quality/read.ts'
import { type MonthRead, readMonth } from './cycle.ts'
import { mayStep } from './leave.ts'
import { monthOf } from './month.ts'
import { publishedOf } from './publish.ts'
import { reportsOf } from './report.ts'
import { countRestated } from './restated.ts'

/** A month among the others: what was done with it, and what came of it. */
export type MonthStands = MonthBegun & {
  /** The version that was frozen last. */
  readonly last: Publication | undefined
  /** What was published of that version. */
  readonly published: readonly PublishedReport[]
  /** What everybody sees of it, of whichever version. */
  readonly forEverybody: PublicMonth | undefined
  /** How many of its frozen figures would be different today; undefined where it was not asked, or nothing is frozen. */
  readonly restated: number | undefined
}

/** The months of one dataset: the one that is to be published, and those before it. */
export type DatasetMonths = {
  readonly dataset: Dataset
  readonly due: MonthRead
  readonly reports: readonly Report[]
  /** Who wrote last of each section in the months before. */
  readonly wroteBefore: ReadonlyMap<string, { readonly by: string; readonly period: Period }>
  /** The month that is due first, then those before it back to the first that was begun. */
  readonly months: readonly MonthStands[]
}

/** Whoever may take a step with a month, by name. */
export type Takers = Readonly<Record<'quality' | 'signOff' | 'freeze' | 'publish', readonly string[]>>

/** What is to be published next, of each dataset, and where every month stands. It names no child. */
export type Publishing = {
  readonly due: Period
  /** How many errors of data stand open in it. */
  readonly errors: number
  readonly datasets: readonly DatasetMonths[]
  readonly takers: Takers
}

/** Whether a frozen month would be another today is told of so many of a dataset: each is counted again, which takes a fifth of a second. */
const COUNTED_AGAIN = 1

/** Where the months of every dataset stand. Refused while the store holds nobody’s children. */
export async function readPublishing(app: App): Promise<Publishing> {
  const due = previousPeriod(periodContaining('month', app.clock.today))
  const everybody = await publicMonths(app)
  const datasets: DatasetMonths[] = []
  for (const dataset of app.catalogue.datasets.values()) datasets.push(await monthsOf(app, dataset, due, everybody))
  const [first] = datasets
  return {
    due,
    datasets,
    errors: first === undefined ? 0 : await countErrors(app, { dataset: first.dataset.key, period: due }),
    takers: await findTakers(app),
  }
}

async function monthsOf(
  app: App,
  dataset: Dataset,
  due: Period,
  everybody: readonly PublicMonth[],
): Promise<DatasetMonths> {
  const { db } = app.store
  const month = { dataset: dataset.key, period: due }
  const own = monthOf(app, month)
  const begun = (await findBegun(db, own)).filter(({ period }) => period.kind === 'month' && period.from <= due.from)
  const frozen = await listPublications(db, own)
  const published = await publishedOf(app, frozen)
  const months: MonthStands[] = []
  for (const period of backFrom(due, begun)) {
    const text = periodText(period)
    const last = frozen.find((one) => periodText(one.period) === text)
    const isCountedAgain = last !== undefined && frozen.indexOf(last) < COUNTED_AGAIN
    months.push({
      ...(begun.find((one) => periodText(one.period) === text) ?? { period, taken: [], isWrittenOf: false }),
      last,
      published: published.filter(({ publication }) => publication === last?.id),
      forEverybody: everybody.find(
        ({ publication }) => publication.dataset === dataset.key && periodText(publication.period) === text,
      ),
      restated: isCountedAgain ? await countRestated(app, { dataset: dataset.key, period }) : undefined,
    })
  }
  return {
    ...{ dataset, months, due: await readMonth(app, month), reports: reportsOf(app, month) },
    wroteBefore: await writersBefore(app, dataset, months),
  }
}

/** A month and those before it, back to the first that was begun: one in between that nobody began stands there too. */
function backFrom(due: Period, begun: readonly MonthBegun[]): readonly Period[] {
  const first = Math.min(due.from, ...begun.map(({ period }) => period.from))
  const periods = [due]
  for (let period = previousPeriod(due); period.from >= first; period = previousPeriod(period)) periods.push(period)
  return periods
}

/** Of each section, whoever wrote of it in the last month before this in which anything was written. */
async function writersBefore(app: App, dataset: Dataset, [, ...before]: readonly MonthStands[]) {
  const writers = new Map<string, { readonly by: string; readonly period: Period }>()
  const last = before.find(({ isWrittenOf }) => isWrittenOf)
  if (last === undefined) return writers
  const { period } = last
  for (const { section, by } of await findCommentary(app.store.db, monthOf(app, { dataset: dataset.key, period })))
    writers.set(section, { by, period })
  return writers
}

async function findTakers(app: App): Promise<Takers> {
  const working = (await listAccounts(app.store.db)).filter(({ endedAt }) => endedAt === null)
  const takers = (step: MonthStep) =>
    working
      .filter((one) => mayStep(one, step))
      .map(({ name }) => name)
      .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  return {
    quality: takers('see quality'),
    signOff: takers('sign off'),
    freeze: takers('freeze'),
    publish: takers('publish'),
  }
}
