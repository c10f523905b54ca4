import { type Period, periodLabel } from '../core/dates/period.ts'
import type { Dataset } from '../core/definitions/area.ts'
import type { Indicator } from '../core/definitions/indicator.ts'
import { hasCounted } from '../store/counting/members.ts'
import { listAuthoritiesWithFigures } from '../store/series.ts'
import { type App, type Authority, getAuthority } from './app.ts'
import { type Audience, seesCounted } from './audience.ts'
import { periodsWithFigures } from './figures.ts'
import { Refused } from './refused.ts'

/** What a page is about when the address leaves something open: an authority with figures, and one of the periods it has. */
export type Chosen = { readonly authority: Authority; readonly period: Period; readonly periods: readonly Period[] }

/** The authorities that have any figures for the audience: for staff their own before others. */
export async function authoritiesWithFigures(app: App, audience: Audience): Promise<readonly Authority[]> {
  const { own } = app
  const mayBeOwn = own !== undefined && seesCounted(app, own.key, audience)
  const [keys, isOwn] = await Promise.all([listAuthoritiesWithFigures(app.store), mayBeOwn && hasCounted(app.store.db)])
  const published = keys.map((key) => getAuthority(app, key))
  return mayBeOwn && isOwn ? [own, ...published.filter((one) => one !== own)] : published
}

/** Those of them that have figures of any of these indicators. */
export async function authoritiesWithFiguresOf(
  app: App,
  audience: Audience,
  indicators: readonly Indicator[],
): Promise<readonly Authority[]> {
  const all = await eachWithPeriods(app, audience, indicators)
  return all.filter(({ periods }) => periods.length > 0).map(({ authority }) => authority)
}

type WithPeriods = Pick<Chosen, 'authority' | 'periods'>

/** The authorities with any figures, each with the periods in which it has some of these indicators: it may be none. */
async function eachWithPeriods(
  app: App,
  audience: Audience,
  indicators: readonly Indicator[],
): Promise<readonly WithPeriods[]> {
  const all = await authoritiesWithFigures(app, audience)
  return Promise.all(all.map((authority) => withPeriods(app, audience, indicators, authority)))
}

const withPeriods = async (
  app: App,
  audience: Audience,
  indicators: readonly Indicator[],
  authority: Authority,
): Promise<WithPeriods> => ({
  authority,
  periods: await periodsWithFigures(app, audience, authority.key, indicators),
})

/**
 * The authority and period to show: those asked for, otherwise the first authority with figures and its latest period.
 * Refused when there is nothing to show, saying what there is; or that one has to sign in first.
 */
export async function choose(
  app: App,
  audience: Audience,
  what: { readonly label: string; readonly indicators: readonly Indicator[] },
  asked: { readonly authority: string | undefined; readonly period: Period | undefined },
): Promise<Chosen> {
  const all =
    asked.authority === undefined
      ? await eachWithPeriods(app, audience, what.indicators)
      : [await withPeriods(app, audience, what.indicators, getAuthority(app, asked.authority))]
  const found = all.find(({ periods }) => periods.length > 0) ?? all[0]
  if (found === undefined)
    throw new Refused(
      'not found',
      'There are no figures yet. Load some: los import figures FILE, or the demonstration: los demo.',
    )
  const { authority, periods } = found
  const period = asked.period ?? periods.at(-1)
  const isThere = periods.some((one) => one.kind === period?.kind && one.from === period.from)
  if (
    !isThere &&
    audience === 'everybody' &&
    seesCounted(app, authority.key, 'staff') &&
    (await hasCounted(app.store.db))
  )
    throw new Refused('sign in', `Figures that ${authority.name} counts from its records are for those who work there.`)
  if (period === undefined) throw new Refused('not found', `${authority.name} has no figures of ${what.label} yet.`)
  if (!isThere)
    throw new Refused(
      'not found',
      `${authority.name} has no figures of ${what.label} for ${periodLabel(period)}. ${instead(periods)}`,
    )
  return { authority, period, periods }
}

/** More periods than half a year's are told by the first and the last. */
const MOST_PERIODS = 6

function instead(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return 'It has none for any period.'
  return periods.length > MOST_PERIODS
    ? `It has ${periods.length}, from ${periodLabel(first)} to ${periodLabel(last)}.`
    : `It has: ${periods.map(periodLabel).join(', ')}.`
}

export const indicatorsOf = (dataset: Dataset): readonly Indicator[] =>
  dataset.sections.flatMap((section) => section.indicators)

/**
 * The datasets of which an authority's figures are offered: one that several agencies send is only that of the authority whose partners they are, and for staff.
 */
export const datasetsFor = (
  { catalogue, own }: Pick<App, 'catalogue' | 'own'>,
  audience: Audience,
  authority: Authority,
): readonly Dataset[] =>
  [...catalogue.datasets.values()].filter(
    (dataset) =>
      (audience === 'staff' && authority.key === own?.key) ||
      indicatorsOf(dataset).every(({ sent }) => sent === undefined),
  )
