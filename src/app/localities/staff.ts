import type { CountedFigure } from '../../core/counting/tally.ts'
import { lastPeriods, type Period } from '../../core/dates/period.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { Section } from '../../core/definitions/area.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { isTargetOfParts, type Rag, rag } from '../../core/figures/judge.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import type { Account } from '../../store/accounts.ts'
import { type App, getDataset } from '../app.ts'
import { choose, indicatorsOf } from '../choose.ts'
import { findPlace } from '../counting/lists.ts'
import { listLocalities } from '../counting/localities.ts'
import { type FiguresOfLocality, figuresOfLocality } from '../counting/of-locality.ts'
import { type FigureLine, findSeries } from '../figures.ts'
import { Refused } from '../refused.ts'
import { type AskedLocality, MONTHS, type OfLocality } from './locality.ts'
import { livingIn } from './population.ts'

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
export type StaffLocality = OfLocality<StaffLine> & {
  readonly section: Section
  readonly period: Period
  readonly periods: readonly Period[]
  /** Keys of the sections in which anything is counted by locality. */
  readonly sections: readonly string[]
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
  const authority = app.own?.key ?? ''
  const whole = await findSeries(app, section.indicators, { audience: 'staff', authority, period, periods: 1 })
  const indicators = section.indicators.filter((one) => isByLocality(app, one))
  const figures = await figuresOfLocality(app, account, { locality, indicators, periods: months })
  const lines = indicators.flatMap(({ key }) => {
    const latest = whole.get(key)?.latest
    return latest === undefined ? [] : lineOf(latest, figures.get(key) ?? [])
  })
  return {
    ...{ locality, dataset, section, period, periods, months, lines },
    living: livingIn(app, locality, addDays(period.to, -1)),
    sections: sections.map((one) => one.key),
    ofWholeAlone: section.indicators.length - lines.length,
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

/** Nothing where there is no figure of the locality in the last month. */
function lineOf(whole: FigureLine, months: FiguresOfLocality): readonly StaffLine[] {
  const latest = months.at(-1)
  if (latest === undefined) return []
  const { figure, notShown } = latest
  const target = isTargetOfParts(whole.indicator.unit) ? whole.target : undefined
  const thresholds = target && {
    target: target.target,
    ...(target.redBeyond === null ? {} : { redBeyond: target.redBeyond }),
  }
  return [
    {
      ...{ whole, latest: figure, notShown, target: target?.target ?? null },
      rag: rag(figure.value, whole.indicator.goodIs, thresholds),
      months: months.map((one) => one?.figure.value ?? null),
    },
  ]
}
