import type { FrozenFigure } from '../figures/frozen.ts'
import { nothing } from './cells.ts'
import { forAudience } from './for-audience.ts'
import { type Alone, aPart, type ByPart, IN_NONE, inNoneNow, inNoneThenOrNow, nameOf, together } from './parts-alone.ts'
import { type DisclosureRule, isSmall, smallText } from './rule.ts'
import type { Control, Disclosed, Shown } from './shown.ts'

/** A part of which no figure is of so many times the largest small number has nearly only small ones, and would keep back those of all others. */
const TIMES = 5

/** What is said where nothing is shown, in the words of what the parts are. */
export type PartsWords = {
  /** Of a figure that is shown of no part. `few`: “1 to 5”. */
  readonly withheldInAll: (few: string) => string
  /** Of a part that has no figures, because none is of so many people. */
  readonly tooSmall: (least: number) => string
}

export type PartsControl = Omit<Control, 'before'> & {
  /** What was shown in earlier publications, the earliest first: of each part that had figures then, and of whoever was in none of those. */
  readonly before: readonly ByPart<Disclosed>[]
  readonly words: PartsWords
}

/**
 * What may be shown of the parts of an authority to those who see what everybody sees of the whole. A figure is shown of every part or of none, so that nothing can be worked out of
 * one part by taking the others from the whole:
 *
 * - where the whole of it is shown;
 * - where it may be shown of each part by itself, decided as if that part were all there is, with what was shown of it before;
 * - and where it may be shown of whoever is in no part, whom everybody can tell who takes all parts from the whole. Where other parts had figures before, also of all who
 *   were in none then or are now: what they came to is known of both months, and so is what happened to them between.
 *
 * What is shown is then known of every part exactly, and of what is not shown nothing is known but that the parts of it come to the whole. A part that is too small for figures has
 * none, and whoever is in it is taken as in no part.
 * @param whole what everybody sees of the same month
 */
export function forParts(
  parts: ByPart<FrozenFigure>,
  whole: readonly Disclosed[],
  { before, words, ...control }: PartsControl,
): ByPart<Disclosed> {
  const { rule } = control
  const given = givenParts(parts, rule)
  const tooSmall = [...parts.keys()].filter((part) => part !== IN_NONE && !given.has(part))
  const ofWhole = new Map(whole.map(({ figure, shown }) => [nameOf(figure), shown] as const))
  const all = [...given.values()].flat()
  const withheld = new Set(
    all.flatMap((one) => (ofWhole.get(nameOf(one))?.kind !== 'whole' || isOfFew(one, rule) ? [one.indicator] : [])),
  )
  const decideAlone = ({ figures, earlier }: Alone): readonly Disclosed[] => {
    const alone = forAudience(figures, 'public', { ...control, before: earlier, withheld }).figures
    for (const { figure, shown } of alone)
      if (shown.kind !== 'whole' && shown.kind !== 'none') withheld.add(figure.indicator)
    return alone
  }
  const decided = new Map<string, readonly Disclosed[]>()
  for (const [part, figures] of given)
    decided.set(part, decideAlone(part === IN_NONE ? inNoneNow(given, before) : aPart(part, figures, before)))
  for (const alone of inNoneThenOrNow(given, before)) decideAlone(alone)
  const decide = ({ figure, shown }: Disclosed): Shown => {
    const asWhole = ofWhole.get(nameOf(figure))
    if (asWhole?.kind === 'exempt') return asWhole
    if (withheld.has(figure.indicator)) return withheldSaying(words.withheldInAll(smallText(rule)))
    return figure.value === null ? nothing : shown
  }
  const tooSmallShown = withheldSaying(words.tooSmall(leastOf(rule)))
  return new Map([
    ...[...decided].map(
      ([part, one]) => [part, one.map(({ figure, shown }) => ({ figure, shown: decide({ figure, shown }) }))] as const,
    ),
    ...tooSmall.map(
      (part) => [part, (parts.get(part) ?? []).map((figure) => ({ figure, shown: tooSmallShown }))] as const,
    ),
  ])
}

const withheldSaying = (words: string): Shown => ({ kind: 'withheld', code: 'c', words })

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

const leastOf = ({ largest }: DisclosureRule): number => TIMES * largest

const isTooSmall = (figures: readonly FrozenFigure[], rule: DisclosureRule): boolean =>
  Math.max(0, ...figures.flatMap(numbersIn)) < leastOf(rule)

/** The parts that are large enough to have figures, with whoever is in the others among those in none. */
export function givenParts(parts: ByPart<FrozenFigure>, rule: DisclosureRule): ByPart<FrozenFigure> {
  const tooSmall = [...parts].flatMap(([part, all]) => (part !== IN_NONE && isTooSmall(all, rule) ? [part] : []))
  const outside = [IN_NONE, ...tooSmall].flatMap((part) => parts.get(part) ?? [])
  return new Map([
    ...[...parts].filter(([part]) => part !== IN_NONE && !tooSmall.includes(part)),
    [IN_NONE, together(outside)],
  ])
}
