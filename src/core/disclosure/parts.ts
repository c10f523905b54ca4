import type { FrozenFigure } from '../figures/frozen.ts'
import { nothing } from './cells.ts'
import { forAudience } from './for-audience.ts'
import { type DisclosureRule, isSmall, smallText } from './rule.ts'
import type { Control, Disclosed, Shown } from './shown.ts'

/** Whoever is in none of the parts that figures are given of. No part is called so. */
export const IN_NONE = ''

/** The figures of each part of an authority by its name, and of whoever is in none, under `IN_NONE`. */
export type ByPart<One> = ReadonlyMap<string, readonly One[]>

/** A part of which no figure is of so many times the largest small number has nearly only small ones, and would keep back those of all others. */
const TIMES = 5

/**
 * What may be shown of the parts of an authority to those who see what everybody sees of the whole. A figure is shown of every part or of none, so that nothing can be worked out of
 * one part by taking the others from the whole:
 *
 * - where the whole of it is shown;
 * - where it may be shown of each part by itself, decided as if that part were all there is, with what was shown of it before;
 * - and where it may be shown of whoever is in no part, whom everybody can tell who takes all parts from the whole.
 *
 * What is shown is then known of every part exactly, and of what is not shown nothing is known but that the parts of it come to the whole. A part that is too small for figures has
 * none, and whoever is in it is taken as in no part.
 * @param whole what everybody sees of the same month
 * @param before what was shown of each part in earlier publications, the earliest first
 */
export function forParts(
  parts: ByPart<FrozenFigure>,
  whole: readonly Disclosed[],
  { before, ...control }: Omit<Control, 'before'> & { readonly before: ReadonlyMap<string, Control['before']> },
): ByPart<Disclosed> {
  const { rule } = control
  const given = givenParts(parts, rule)
  const tooSmall = [...parts.keys()].filter((part) => part !== IN_NONE && !given.has(part))
  const ofWhole = new Map(whole.map(({ figure, shown }) => [nameOf(figure), shown] as const))
  const all = [...given.values()].flat()
  const withheld = new Set(
    all.flatMap((one) => (ofWhole.get(nameOf(one))?.kind !== 'whole' || isOfFew(one, rule) ? [one.indicator] : [])),
  )
  const decided = new Map<string, readonly Disclosed[]>()
  for (const [part, figures] of given) {
    const alone = forAudience(figures, 'public', { ...control, before: before.get(part) ?? [], withheld })
    decided.set(part, alone.figures)
    for (const { figure, shown } of alone.figures)
      if (shown.kind !== 'whole' && shown.kind !== 'none') withheld.add(figure.indicator)
  }
  const decide = ({ figure, shown }: Disclosed): Shown => {
    const asWhole = ofWhole.get(nameOf(figure))
    if (asWhole?.kind === 'exempt') return asWhole
    if (withheld.has(figure.indicator)) return withheldInAll(rule)
    return figure.value === null ? nothing : shown
  }
  return new Map([
    ...[...decided].map(
      ([part, one]) => [part, one.map(({ figure, shown }) => ({ figure, shown: decide({ figure, shown }) }))] as const,
    ),
    ...tooSmall.map(
      (part) => [part, (parts.get(part) ?? []).map((figure) => ({ figure, shown: tooSmallShown(rule) }))] as const,
    ),
  ])
}

const nameOf = ({ indicator, period }: Pick<FrozenFigure, 'indicator' | 'period'>): string =>
  `${indicator} ${period.kind} ${period.from}`

/** The numbers of people that a figure says. What a pooled figure is made of are no people, and are decided on with those whose they are. */
function numbersIn({ value, numerator, denominator, definition: { unit } }: FrozenFigure): readonly number[] {
  switch (unit) {
    case 'count':
      return [value ?? 0]
    case 'per cent':
    case 'ratio':
      return [numerator ?? 0, denominator ?? 0, (denominator ?? 0) - (numerator ?? 0)]
    case 'days':
    case 'score':
      return [denominator ?? 0]
    case 'per 10,000':
      return [numerator ?? 0]
  }
}

const isOfFew = (figure: FrozenFigure, rule: DisclosureRule): boolean =>
  numbersIn(figure).some((count) => isSmall(rule, count))

const isTooSmall = (figures: readonly FrozenFigure[], { largest }: DisclosureRule): boolean =>
  Math.max(0, ...figures.flatMap(numbersIn)) < TIMES * largest

/** The parts that are large enough to have figures, with whoever is in the others among those in none. */
export function givenParts(parts: ByPart<FrozenFigure>, rule: DisclosureRule): ByPart<FrozenFigure> {
  const tooSmall = [...parts].flatMap(([part, all]) => (part !== IN_NONE && isTooSmall(all, rule) ? [part] : []))
  const others = [IN_NONE, ...tooSmall].flatMap((part) => parts.get(part) ?? [])
  const together = new Map<string, FrozenFigure>()
  for (const one of others) {
    const name = nameOf(one)
    const other = together.get(name)
    together.set(name, other === undefined ? one : asOne(other, one))
  }
  return new Map([
    ...[...parts].filter(([part]) => part !== IN_NONE && !tooSmall.includes(part)),
    [IN_NONE, [...together.values()]],
  ])
}

/** A figure of those in two parts. Its value is no more than whether there is any: it is shown to nobody. */
const asOne = (one: FrozenFigure, other: FrozenFigure): FrozenFigure => ({
  ...one,
  value: sum(one.value, other.value),
  numerator: sum(one.numerator, other.numerator),
  denominator: sum(one.denominator, other.denominator),
  notKnown: sum(one.notKnown, other.notKnown),
})

const sum = (one: number | null, other: number | null): number | null => (one === null ? other : one + (other ?? 0))

/** The same words in every part: in which of them it is small is not told. */
const withheldInAll = (rule: DisclosureRule): Shown => ({
  kind: 'withheld',
  code: 'c',
  words: `Withheld in every locality: in one of them, or outside them all, it is about ${smallText(rule)} people, or would let that be worked out.`,
})

const tooSmallShown = ({ largest }: DisclosureRule): Shown => ({
  kind: 'withheld',
  code: 'c',
  words: `Withheld: fewer than ${TIMES * largest} people are counted in this locality, so that most numbers would be of a few.`,
})
