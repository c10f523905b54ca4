import type { FrozenFigure } from '../figures/frozen.ts'
import type { Control, Disclosed, Shown } from './shown.ts'

/** Whoever is in none of the parts that figures are given of. No part is called so. */
export const IN_NONE = ''

/** The figures of each part of an authority by its name, and of whoever is in none, under `IN_NONE`. */
export type ByPart<One> = ReadonlyMap<string, readonly One[]>

/** Figures of some people that are decided upon as if they were all there are, and what was shown of the same before. */
export type Alone = { readonly figures: readonly FrozenFigure[]; readonly earlier: Control['before'] }

type Before = readonly ByPart<Disclosed>[]

/** What is shown of one part. */
export const aPart = (part: string, figures: readonly FrozenFigure[], before: Before): Alone => ({
  figures,
  earlier: before.map((month) => (month.get(part) ?? []).map(asOfParts)),
})

/**
 * What is withheld of the whole, and is not said to be small, is seen not to be. Of parts it is withheld of all, for one of them: that tells nothing of this one, no more than what
 * is exempt does.
 */
const asOfParts = ({ figure, shown }: Disclosed): Disclosed =>
  shown.kind === 'withheld' ? { figure, shown: { kind: 'exempt', code: 'x', words: shown.words } } : { figure, shown }

/** Whoever is in none of the parts that have figures now. */
export const inNoneNow = (given: ByPart<FrozenFigure>, before: Before): Alone => outsideOf(new Set(), given, before)

/**
 * For each earlier month in which other parts had figures: whoever was in none then or is now. A part that there was not then, or is no more, is one that
 * had no figures.
 */
export function inNoneThenOrNow(given: ByPart<FrozenFigure>, before: Before): readonly Alone[] {
  const outsides = before.map((then) => [...given.keys()].filter((part) => !then.has(part)).toSorted())
  const distinct = new Map(outsides.map((outside) => [outside.join('\n'), outside] as const))
  return [...distinct.values()]
    .filter((outside) => outside.length > 0)
    .map((outside) => outsideOf(new Set(outside), given, before))
}

/** Whoever is in some of the parts that have figures now, or in none: in each month that tells of just these, what it told. */
function outsideOf(outside: ReadonlySet<string>, given: ByPart<FrozenFigure>, before: Before): Alone {
  const isOutside = (part: string) => part === IN_NONE || outside.has(part) || !given.has(part)
  const inside = [...given.keys()].filter((part) => !isOutside(part))
  return {
    figures: together([...given].flatMap(([part, figures]) => (isOutside(part) ? figures : []))),
    earlier: before.map((then) =>
      inside.every((part) => then.has(part))
        ? shownTogether([...then].flatMap(([part, disclosed]) => (isOutside(part) ? disclosed : [])))
        : [],
    ),
  }
}

/** Figures of several parts as of one. */
export function together(figures: readonly FrozenFigure[]): readonly FrozenFigure[] {
  const found = new Map<string, FrozenFigure>()
  for (const one of figures) {
    const name = nameOf(one)
    const other = found.get(name)
    found.set(name, other === undefined ? one : asOne(other, one))
  }
  return [...found.values()]
}

/** What is known of several parts together: a figure where it is known of each. */
function shownTogether(all: readonly Disclosed[]): readonly Disclosed[] {
  const shown = new Map<string, Shown>()
  for (const one of all) {
    const name = nameOf(one.figure)
    const other = shown.get(name)
    shown.set(name, other === undefined || isLess(one.shown, other) ? one.shown : other)
  }
  return together(all.map(({ figure }) => figure)).flatMap((figure) => {
    const one = shown.get(nameOf(figure))
    return one === undefined ? [] : [asOfParts({ figure, shown: one })]
  })
}

/** Where a figure is withheld of one, it is not known of both; where there was nobody in one, both are those in the other. */
const isLess = (one: Shown, other: Shown): boolean => order.indexOf(one.kind) < order.indexOf(other.kind)
const order: readonly Shown['kind'][] = ['exempt', 'withheld', 'small', 'whole', 'none']

export const nameOf = ({ indicator, period }: Pick<FrozenFigure, 'indicator' | 'period'>): string =>
  `${indicator} ${period.kind} ${period.from}`

/** A figure of those in two parts. Its value is no more than whether there is any: it is shown to nobody. */
const asOne = (one: FrozenFigure, other: FrozenFigure): FrozenFigure => ({
  ...one,
  value: sum(one.value, other.value),
  numerator: sum(one.numerator, other.numerator),
  denominator: sum(one.denominator, other.denominator),
  notKnown: sum(one.notKnown, other.notKnown),
})

const sum = (one: number | null, other: number | null): number | null => (one === null ? other : one + (other ?? 0))
