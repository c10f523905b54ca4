import { type CountedFigure, figureOf } from '../../core/counting/tally.ts'
import { lastPeriods, type Period } from '../../core/dates/period.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { Dataset, Section } from '../../core/definitions/area.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { isTargetOfParts, type Rag, rag } from '../../core/figures/judge.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import type { Account } from '../../store/accounts.ts'
import { findCountedPeriods } from '../../store/counting/members.ts'
import { type App, getDataset } from '../app.ts'
import { choose, indicatorsOf } from '../choose.ts'
import { partsOf } from '../counting/breakdown.ts'
import { findPlace } from '../counting/lists.ts'
import { listLocalities } from '../counting/localities.ts'
import { tallyOf } from '../counting/seen.ts'
import { datasetFigures, type FigureLine } from '../figures.ts'
import { Refused } from '../refused.ts'
import type { AskedLocality } from './partners.ts'
import { type Living, livingIn } from './population.ts'

/** How many months stand beside each other. */
const MONTHS = 6

/** A figure of a locality, exactly, over those whom the viewer may see; and of the whole, which is the same for everybody. */
export type StaffLine = {
  readonly whole: FigureLine
  readonly latest: CountedFigure
  readonly target: number | null
  readonly rag: Rag | null
  /** Of how many in the whole figure the viewer may not see: they are in no locality here. */
  readonly notShown: number
  /** The oldest first, the latest last; null where there is no figure. */
  readonly months: readonly (number | null)[]
}

/** A section of a dataset of a locality. */
export type StaffLocality = {
  readonly locality: string
  readonly dataset: Dataset
  readonly section: Section
  readonly living: Living | undefined
  readonly period: Period
  readonly periods: readonly Period[]
  /** Keys of the sections in which anything is counted by locality. */
  readonly sections: readonly string[]
  readonly months: readonly Period[]
  readonly lines: readonly StaffLine[]
  readonly ofWholeAlone: number
}

/** Every locality there is, for those who work here. */
export const allLocalities = (app: App): Promise<readonly string[]> => listLocalities(app, app.store.db)

/**
 * What those who work here see of a locality: a section of a dataset, counted over those whom the viewer may see, so that no part tells of anybody else.
 * @throws Refused when there is no such locality, or nothing has been counted of that month
 */
export async function staffLocality(
  app: App,
  account: Account,
  { locality, dataset: key, period: asked, section: wanted }: AskedLocality & { readonly section: string | undefined },
): Promise<StaffLocality> {
  const localities = await allLocalities(app)
  if (!localities.includes(locality)) throw new Refused('not found', unknownLocality(locality, localities))
  const dataset = getDataset(app, key ?? countedDataset(app))
  const what = { label: `“${dataset.label}”`, indicators: indicatorsOf(dataset) }
  const { period: last, periods } = await choose(app, 'staff', what, { authority: app.own?.key, period: asked })
  // What is asked for, or the last month that is over: one that goes on says little of a locality yet.
  const period = asked ?? periods.findLast(({ to }) => to <= app.clock.today) ?? last
  const sections = dataset.sections.filter(({ indicators }) => indicators.some((one) => isByLocality(app, one)))
  const section = wanted === undefined ? sections[0] : sections.find((one) => one.key === wanted)
  if (section === undefined)
    throw new Refused(
      'not found',
      unknown(
        'section that is counted by locality',
        wanted ?? '',
        sections.map((one) => one.key),
      ),
    )
  const months = lastPeriods(period, MONTHS)
  const figures = await datasetFigures(app, dataset.key, {
    ...{ audience: 'staff', authority: app.own?.key ?? '', period, periods: 1 },
  })
  const series = figures.sections.find((one) => one.section.key === section.key)?.series ?? []
  const lines: StaffLine[] = []
  for (const { indicator, latest } of series)
    if (isByLocality(app, indicator)) lines.push(...(await lineOf(app, account, { locality, months, whole: latest })))
  return {
    ...{ locality, dataset, section, period, periods, months, lines },
    living: livingIn(app, locality, addDays(period.to, -1)),
    sections: sections.map((one) => one.key),
    ofWholeAlone: series.length - lines.length,
  }
}

const unknownLocality = (name: string, localities: readonly string[]): string =>
  localities.length === 0
    ? 'There are no localities yet. Which teams serve one is recorded on the page of a team, under “Locality”.'
    : unknown('locality', name, localities)

/** The first dataset of which anything is counted here by locality. */
function countedDataset(app: App): string {
  const found = [...app.catalogue.datasets.values()].find((one) =>
    indicatorsOf(one).some((each) => isByLocality(app, each)),
  )
  if (found === undefined) throw new Refused('not found', 'No figure is counted by locality here.')
  return found.key
}

/** Whether it is counted by team, and so by locality. A rate is of all children, who have no team. */
function isByLocality(app: App, indicator: Indicator): boolean {
  const place = findPlace(app, indicator)
  if (place === undefined || indicator.unit === 'per 10,000') return false
  return place.list.placings[place.counting.placing]?.population.by['team'] !== undefined
}

async function lineOf(
  app: App,
  account: Account,
  {
    locality,
    months,
    whole,
  }: { readonly locality: string; readonly months: readonly Period[]; readonly whole: FigureLine },
): Promise<readonly StaffLine[]> {
  const indicator = whole.indicator.key
  const figures: (CountedFigure | undefined)[] = []
  let notShown = 0
  for (const period of months) {
    const place = findPlace(app, whole.indicator)
    const isCounted =
      place !== undefined && (await findCountedPeriods(app.store.db, [place.list.key], period)).length > 0
    const parts = isCounted ? await partsOf(app, account, { indicator, period }) : undefined
    const cuts = parts?.breakdowns.find(({ key }) => key === 'locality')?.cuts
    // Where nobody of the locality is in it, a count is nought.
    const ofNobody = place && figureOf(whole.indicator, tallyOf(place.counting, []), undefined)
    figures.push(cuts && (cuts.find(({ value }) => value === locality)?.figure ?? ofNobody))
    notShown = (parts?.all ?? 0) - (parts?.seen.all ?? 0)
  }
  const latest = figures.at(-1)
  if (latest === undefined) return []
  const target = isTargetOfParts(whole.indicator.unit) ? whole.target : undefined
  const thresholds = target && {
    target: target.target,
    ...(target.redBeyond === null ? {} : { redBeyond: target.redBeyond }),
  }
  return [
    {
      ...{ whole, latest, notShown, target: target?.target ?? null },
      rag: rag(latest.value, whole.indicator.goodIs, thresholds),
      months: figures.map((one) => one?.value ?? null),
    },
  ]
}
