import { forAudience } from '../../core/disclosure/for-audience.ts'
import { forParts, givenParts, type PartsWords } from '../../core/disclosure/parts.ts'
import type { ByPart } from '../../core/disclosure/parts-alone.ts'
import type { Control, Disclosed, ForAudience, Shown } from '../../core/disclosure/shown.ts'
import type { FrozenFigure, Publication } from '../../core/figures/frozen.ts'
import { findFrozenLocalities, findLocalityFigures } from '../../store/months/localities.ts'
import { findPublicFigures, listPublicMonths, type PublicMonth } from '../../store/months/public.ts'
import { findFrozenFigures } from '../../store/months/publications.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, getDataset, unknown } from '../app.ts'
import { Refused } from '../refused.ts'
import { ruleOf } from './rules.ts'

/** A section or a figure that is kept from the public, and why. */
export type Exemption = { readonly of: string; readonly reason: string }

/** What the public would see of a frozen month, and what was published before when that was decided. */
export type Decided = ForAudience & {
  readonly rule: Control['rule']
  readonly before: readonly number[]
  /** What partners would see of each locality, and of whoever is in none: for what they could work out, and never to be shown. */
  readonly localities: ByPart<Disclosed>
}

/**
 * Decides what the public may see of a frozen month: what is exempt by its definition, or by whoever publishes it, is kept back, and so is what is small or
 * would give it away, with all that was published before.
 * @param exempt by the keys of sections and indicators
 * @throws Refused where one of them is not in the month
 */
export async function decideForPublic(
  app: App,
  db: Db,
  publication: Publication,
  exempt: readonly Exemption[],
): Promise<Decided> {
  const months = (await listPublicMonths(db)).filter((one) => one.publication.authority === publication.authority)
  const before: (readonly Disclosed[])[] = []
  for (const month of months) before.push(await disclosedIn(db, month))
  const figures = await findFrozenFigures(db, publication.id)
  const control: Control = {
    indicators: app.catalogue.indicators,
    terms: app.calendar.terms,
    rule: ruleOf(app.disclosureRules, publication.authority),
    exempt: exemptIn(app, publication, figures, exempt),
    before,
  }
  const forEverybody = forAudience(figures, 'public', control)
  return {
    ...forEverybody,
    localities: forParts(await findFrozenLocalities(db, publication), forEverybody.figures, {
      ...control,
      before: await localitiesBefore(db, months),
      words,
    }),
    rule: control.rule,
    before: months.map((one) => one.publication.id),
  }
}

/** What partners were shown of each locality that had figures, and of whoever was in none of those; the earliest month first. */
async function localitiesBefore(db: Db, months: readonly PublicMonth[]): Promise<readonly ByPart<Disclosed>[]> {
  const before: ByPart<Disclosed>[] = []
  for (const { publication, rule } of months) {
    const frozen = await findFrozenLocalities(db, publication)
    // Of a month from before localities were kept nothing was shown of any.
    if (frozen.size === 0) continue
    const fixed = await findLocalityFigures(db, publication.id)
    before.push(
      new Map(
        [...givenParts(frozen, rule)].map(([locality, figures]) => {
          const shown = new Map((fixed.get(locality) ?? []).map((one) => [one.indicator, one.shown] as const))
          return [locality, figures.flatMap((figure) => disclosedAs(figure, shown.get(figure.indicator)))] as const
        }),
      ),
    )
  }
  return before
}

const disclosedAs = (figure: FrozenFigure, shown: Shown | undefined): readonly Disclosed[] =>
  shown === undefined ? [] : [{ figure, shown }]

/** What is said of localities where nothing is shown: the same in every one of them, for in which it is small is not told. */
const words: PartsWords = {
  withheldInAll: (few) =>
    `Withheld in every locality: in one of them, or outside them all, it is about ${few} people, or would let that be worked out.`,
  tooSmall: (least) =>
    `Withheld: fewer than ${least} people are counted in this locality, so that most numbers would be of a few.`,
}

/** What was published of a month, beside what it was in truth. */
async function disclosedIn(db: Db, { publication }: PublicMonth): Promise<readonly Disclosed[]> {
  const nameOf = ({ indicator, period }: Pick<FrozenFigure, 'indicator' | 'period'>) => `${indicator} ${period.from}`
  const figures = new Map((await findFrozenFigures(db, publication.id)).map((one) => [nameOf(one), one] as const))
  return (await findPublicFigures(db, publication.id)).flatMap(({ shown, ...one }) => {
    const figure = figures.get(nameOf(one))
    return figure === undefined ? [] : [{ figure, shown }]
  })
}

function exemptIn(
  app: App,
  { dataset }: Publication,
  figures: readonly FrozenFigure[],
  asked: readonly Exemption[],
): ReadonlyMap<string, string> {
  const decided = new Map(asked.map(({ of, reason }) => [of, reason] as const))
  const there = new Set(figures.flatMap(({ section, indicator }) => [section, indicator]))
  for (const of of decided.keys())
    if (!there.has(of)) throw new Refused('bad input', unknown('section or indicator of the month', of, there))
  const sections = new Map(getDataset(app, dataset).sections.map((one) => [one.key, one.notForPublic] as const))
  return new Map(
    figures.flatMap(({ indicator, section }) => {
      const why =
        app.catalogue.indicators.get(indicator)?.notForPublic ??
        sections.get(section) ??
        decided.get(indicator) ??
        decided.get(section)
      return why === undefined ? [] : [[indicator, why] as const]
    }),
  )
}
