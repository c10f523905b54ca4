import { knownTogether } from '../../../src/core/disclosure/known-together.ts'
import type { Control, Disclosed } from '../../../src/core/disclosure/shown.ts'
import { type Knows, recoverer, type Sum } from '../../support/recover.ts'

/** A number of people that somebody could work out from all that was published. */
export type Recovered = { readonly key: string; readonly count: number; readonly least: number; readonly most: number }

/**
 * Tries to work out every number of people that was to be kept, from all that was published: every figure as it is shown, “1 to 5”, what is seen to be none of these,
 * and how figures hang together by their definitions.
 */
export async function attack(
  published: readonly (readonly Disclosed[])[],
  control: Omit<Control, 'before'>,
): Promise<{ readonly tried: number; readonly recovered: readonly Recovered[] }> {
  const { quantities, ties, cells } = knownTogether([], { ...control, before: published }).knowledge
  const told = cells.flatMap(({ is, tells, small }): readonly Sum[] => (is === 'shown for ever' ? tells : small))
  const gap = { from: control.rule.smallest, to: control.rule.largest }
  const gaps = new Map(cells.flatMap(({ notSmall }) => (notSmall === null ? [] : [[notSmall, gap] as const])))
  const knows: Knows = { sums: [...ties, ...told], gaps }
  const find = await recoverer()
  const guarded = [...quantities.values()].filter((one) => one.guarded)
  const recovered = guarded.flatMap(({ key, count }) => {
    const { least, most } = find(knows, key)
    return most - least + 1 < control.rule.leaves ? [{ key, count, least, most }] : []
  })
  return { tried: guarded.length, recovered }
}
