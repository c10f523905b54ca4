import type { FrozenFigure } from '../figures/frozen.ts'
import { nothing } from './cells.ts'
import { forAudience } from './for-audience.ts'
import type { DisclosureRule } from './rule.ts'
import { smallText } from './rule.ts'
import type { Control, Disclosed, Shown } from './shown.ts'

/** Whoever is in none of the parts that figures are given of. No part is called so. */
export const IN_NONE = ''

/** The figures of each part of an authority by its name, and of whoever is in none, under `IN_NONE`. */
export type ByPart<One> = ReadonlyMap<string, readonly One[]>

/**
 * What may be shown of the parts of an authority to those who see what everybody sees of the whole. A figure is shown of every part or of none, so that nothing can be worked out of
 * one part by taking the others from the whole:
 *
 * - where the whole of it is shown;
 * - where it may be shown of each part by itself, decided as if that part were all there is, with what was shown of it before;
 * - and where it may be shown of whoever is in no part, whom everybody can tell who takes all parts from the whole.
 *
 * What is shown is then known of every part exactly, and of what is not shown nothing is known but that the parts of it come to the whole.
 * @param whole what everybody sees of the same month
 * @param before what was shown of each part in earlier publications, the earliest first
 */
export function forParts(
  parts: ByPart<FrozenFigure>,
  whole: readonly Disclosed[],
  { before, ...control }: Omit<Control, 'before'> & { readonly before: ReadonlyMap<string, Control['before']> },
): ByPart<Disclosed> {
  const alone = new Map(
    [...parts].map(([part, figures]) => [
      part,
      forAudience(figures, 'public', { ...control, before: before.get(part) ?? [] }).figures,
    ]),
  )
  const ofWhole = new Map(whole.map(({ figure, shown }) => [nameOf(figure), shown] as const))
  const told = new Map(
    [...alone].map(([part, all]) => [part, new Map(all.map((one) => [nameOf(one.figure), one.shown]))]),
  )
  const isFree = (name: string) =>
    [...told.values()].every((shown) => ['whole', 'none'].includes(shown.get(name)?.kind ?? 'withheld'))
  const decide = ({ figure, shown }: Disclosed): Shown => {
    const name = nameOf(figure)
    const asWhole = ofWhole.get(name)
    if (asWhole?.kind === 'exempt') return asWhole
    if (asWhole?.kind !== 'whole') return withheldAsWhole
    if (!isFree(name)) return withheldInAll(control.rule)
    return figure.value === null ? nothing : shown
  }
  return new Map(
    [...alone].map(([part, all]) => [part, all.map((one) => ({ figure: one.figure, shown: decide(one) }))] as const),
  )
}

const nameOf = ({ indicator, period }: Pick<FrozenFigure, 'indicator' | 'period'>): string =>
  `${indicator} ${period.kind} ${period.from}`

const withheldAsWhole: Shown = {
  kind: 'withheld',
  code: 'c',
  words: 'Withheld, as it is for the whole authority.',
}

/** The same words in every locality: in which of them it is small is not for partners. */
const withheldInAll = (rule: DisclosureRule): Shown => ({
  kind: 'withheld',
  code: 'c',
  words: `Withheld in every locality: in one of them, or outside them all, it is about ${smallText(rule)} people, or would let that be worked out.`,
})
