import { periodText } from '../../core/dates/period.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { PublicFigure } from '../../core/disclosure/public-figure.ts'
import type { DisclosureRule } from '../../core/disclosure/rule.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { isTargetOfParts } from '../../core/figures/judge.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import type { Partner } from '../../store/accounts.ts'
import { findLocalityFigures, type LocalityFigure } from '../../store/months/localities.ts'
import { findPublicFigures, type PublicMonth } from '../../store/months/public.ts'
import { type App, getDataset } from '../app.ts'
import { publicMonths } from '../disclosure/public.ts'
import { Refused } from '../refused.ts'
import { type AskedLocality, MONTHS, type OfLocality } from './locality.ts'
import { livingIn } from './population.ts'

/** A figure of a locality as partners see it, beside that of the whole, and in the months before as they were published. */
export type PartnersLine = {
  readonly whole: PublicFigure
  /** The target of the whole, where it says something of a part too. */
  readonly target: number | null
  readonly latest: LocalityFigure
  /** The oldest first, the latest last; undefined where there was none. */
  readonly months: readonly (LocalityFigure | undefined)[]
}

/** A locality in a month that was published. */
export type PartnersLocality = OfLocality<PartnersLine> & {
  readonly publication: Publication
  readonly rule: DisclosureRule
  /** Every month of which there is anything, the latest first. */
  readonly published: readonly Publication[]
}

/** The localities that a partner sees figures of. */
export const localitiesOfPartner = ({ partnerOf }: Partner): readonly string[] => partnerOf

/**
 * What a partner sees of a locality: what was fixed for partners when a month was published to everybody, and can be nothing else. Undefined while no month has been.
 * @throws Refused when it is none of theirs, or that month was not published
 */
export async function partnersLocality(
  app: App,
  partner: Partner,
  { locality, dataset: key, period }: AskedLocality,
): Promise<PartnersLocality | undefined> {
  // That there are others is not kept from them, and is not theirs to ask about either: both are answered alike.
  if (!partner.partnerOf.includes(locality))
    throw new Refused('not found', `${unknown('locality', locality, partner.partnerOf)} Your account is for no other.`)
  const asked = key === undefined ? undefined : getDataset(app, key)
  const all = (await publicMonths(app)).filter(({ publication }) => publication.authority === app.own?.key)
  const found = all.find(
    ({ publication }) =>
      (asked === undefined || publication.dataset === asked.key) &&
      (period === undefined || periodText(publication.period) === periodText(period)),
  )
  if (found === undefined && asked === undefined && period === undefined) return undefined
  if (found === undefined) throw new Refused('not found', `Nothing has been published of that month. ${thereAre(all)}`)
  return readMonth(app, locality, found, all)
}

const thereAre = (all: readonly PublicMonth[]): string =>
  all.length === 0
    ? 'No month has been published yet.'
    : `There are: ${all.map(({ publication }) => periodText(publication.period)).join(', ')}.`

async function readMonth(
  app: App,
  locality: string,
  { publication, rule }: PublicMonth,
  all: readonly PublicMonth[],
): Promise<PartnersLocality> {
  const { db } = app.store
  const earlier = all
    .map((one) => one.publication)
    .filter(({ dataset, period }) => dataset === publication.dataset && period.to <= publication.period.to)
    .slice(0, MONTHS)
    .toReversed()
  const months = await Promise.all(
    earlier.map(async ({ id }) => {
      const figures = (await findLocalityFigures(db, id)).get(locality) ?? []
      return new Map(figures.map((one) => [one.indicator, one] as const))
    }),
  )
  const latest = months.at(-1) ?? new Map<string, LocalityFigure>()
  const ofMonth = (await findPublicFigures(db, publication.id)).filter(
    (one) => one.period.from === publication.period.from,
  )
  const lines = ofMonth.flatMap((whole): readonly PartnersLine[] => {
    const own = latest.get(whole.indicator)
    if (own === undefined) return []
    const target = isTargetOfParts(whole.definition.unit) ? whole.judged.target : null
    const line = { whole, target, latest: own, months: months.map((figures) => figures.get(whole.indicator)) }
    // Where nobody of the locality was ever in it there is nothing to say of it.
    return line.months.some((one) => one !== undefined && one.shown.kind !== 'none') ? [line] : []
  })
  return {
    ...{ locality, dataset: getDataset(app, publication.dataset), publication, rule, lines },
    living: livingIn(app, locality, addDays(publication.period.to, -1)),
    months: earlier.map(({ period }) => period),
    ofWholeAlone: ofMonth.length - lines.length,
    published: all.map((one) => one.publication),
  }
}
