import type { Attribute } from '../../core/counting/define.ts'
import { type CountedFigure, figureOf, tally } from '../../core/counting/tally.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { FigureMembers } from './members.ts'

/** One value of an attribute, and the figure of those members who have it. `value` is null where it is not known. */
export type Cut = { readonly value: string | null; readonly label: string; readonly figure: CountedFigure }
export type Breakdown = { readonly key: string; readonly label: string; readonly cuts: readonly Cut[] }

/**
 * A figure broken down by each attribute, over the members that the viewer may see. Those whom they may not see are in no cut: a cut that
 * holds one of them would tell what nobody is to learn of that child. A rate is not broken down: how many children live in a part is not known.
 */
export function breakdowns({ list, counting, members }: FigureMembers): readonly Breakdown[] {
  if (counting.indicator.unit === 'per 10,000') return []
  const placing = list.placings[counting.placing]
  const offered = Object.keys(placing?.population.by ?? {})
  return list.attributes.flatMap(([key, attribute], at) =>
    offered.includes(key) ? [{ key, label: attribute.label, cuts: cutsBy(attribute, at, { counting, members }) }] : [],
  )
}

function cutsBy(
  attribute: Attribute,
  at: number,
  { counting, members }: Pick<FigureMembers, 'counting' | 'members'>,
): readonly Cut[] {
  const groups = new Map<string | null, FigureMembers['members'][number][]>()
  for (const member of members) {
    const value = member.attributes[at] ?? null
    groups.set(value, [...(groups.get(value) ?? []), member])
  }
  return [...groups]
    .map(([value, some]) => ({
      value,
      label: labelOfValue(attribute, value),
      figure: figureOf(
        counting.indicator,
        tally(
          counting,
          some.map((one) => ({ ...one, members: 1 })),
        ),
        undefined,
      ),
    }))
    .toSorted((a, b) =>
      a.value === null ? 1 : b.value === null ? -1 : a.label.localeCompare(b.label, 'en-GB', { numeric: true }),
    )
}

function labelOfValue({ codes }: Attribute, value: string | null): string {
  if (value === null) return 'Not known'
  return codes === undefined ? value : labelOf(codes, value)
}
