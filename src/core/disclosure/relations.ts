import type { Indicator } from '../definitions/indicator.ts'
import { everybodyIn, type Group, type Groups, type Looking, nameOf } from './groups.ts'
import type { Fact } from './knowledge.ts'
import { asCounted, groupBy, keyOf, partOf, quantityOf, type Related } from './related.ts'
import type { DisclosureRule } from './rule.ts'
import { sameDays } from './same-days.ts'
import { cycles } from './stretches.ts'

type FigureGroups = { readonly indicator: Indicator | undefined; readonly groups: Groups }

/**
 * How the groups of one publication hang together, by their definitions alone: parts and their whole, a population and what narrows it, a variant and its
 * parent, stretches of time that make up a longer one, and who came and went. Where a definition and the numbers differ by somebody not known, the reader
 * is taken to know by how many.
 * @param before groups of earlier publications, of which those are taken that this one does not say anew
 */
export function relationsOf(
  figures: readonly FigureGroups[],
  before: readonly Group[],
  looking: Looking,
  rule: DisclosureRule,
): Related {
  const own = distinct(figures.flatMap(({ groups }) => Object.values(groups)))
  const said = new Set(own.map(nameOf))
  const all = distinct([...own, ...before.filter((one) => !said.has(nameOf(one)))])
  const together = [...groupBy(all, ({ found, from, to }) => `${found} ${from}-${to}`).values()].filter((one) =>
    isNew(one, looking.related),
  )
  const parts = [...together.map((one) => sameDays(one, rule)), ...longer(all, rule)]
  return {
    quantities: [
      ...all.map((group) => quantityOf(keyOf(group), group.count, rule)),
      ...parts.flatMap(({ quantities }) => quantities),
    ],
    ties: [
      ...figures.flatMap(({ groups }) => shareTies(groups)),
      ...alike(own),
      ...parts.flatMap(({ ties }) => ties),
      ...cycles(all).map((terms) => asCounted(terms)),
      ...flowTies(figures, all, looking),
    ],
  }
}

/** Whether nothing was worked out yet of just these groups: a month stands in six publications, mostly as it was. */
function isNew(groups: readonly Group[], related: Set<string>): boolean {
  const key = groups.map(keyOf).toSorted().join()
  const before = related.size
  return related.add(key).size > before
}

const distinct = (groups: readonly Group[]): readonly Group[] => [
  ...new Map(groups.map((one) => [keyOf(one), one] as const)).values(),
]

const shareTies = ({ counted, rest, whole }: Groups): readonly Fact[] =>
  counted === undefined || rest === undefined || whole === undefined
    ? []
    : [
        asCounted([
          [counted, 1],
          [rest, 1],
          [whole, -1],
        ]),
      ]

/** The same people counted on different days, and so not quite the same number. */
function alike(groups: readonly Group[]): readonly Fact[] {
  const firsts = new Map<string, Group>()
  return groups.flatMap((one) => {
    const first = firsts.get(nameOf(one))
    if (first !== undefined)
      return [
        asCounted([
          [first, 1],
          [one, -1],
        ]),
      ]
    firsts.set(nameOf(one), one)
    return []
  })
}

/** A stretch of days and a longer one that begins or ends with it: what happened on a day of the one is in both. */
function longer(groups: readonly Group[], rule: DisclosureRule): readonly Related[] {
  const dated = groups.filter(({ isDated }) => isDated)
  return [...groupBy(dated, ({ found, holds }) => `${found} ${holds.join()}`).values()].flatMap((together) =>
    together.flatMap((part) =>
      together.flatMap((whole) => (isStretchOf(part, whole) ? [partOf(part, whole, rule)] : [])),
    ),
  )
}

const isStretchOf = (part: Group, whole: Group): boolean =>
  part.count <= whole.count &&
  part.to - part.from < whole.to - whole.from &&
  ((part.from === whole.from && part.to < whole.to) || (part.to === whole.to && part.from > whole.from))

/** Who was there at the end is who was there at the beginning, with those who came and without those who went. */
function flowTies(figures: readonly FigureGroups[], groups: readonly Group[], { numberOf }: Looking): readonly Fact[] {
  const byName = new Map(groups.map((one) => [nameOf(one), one] as const))
  const flows = new Map(
    figures.flatMap(({ indicator }) => {
      const flow = indicator?.counts?.population.flow
      const population = indicator?.counts?.population
      return flow === undefined || population === undefined ? [] : [[population, flow] as const]
    }),
  )
  const stretches = [...groupBy(groups.filter(isStretch), ({ from, to }) => `${from}-${to}`).values()]
  const stocks = new Set([...flows.values()].map(({ of }) => of))
  return [...stocks].flatMap((stock) =>
    stretches.flatMap(([first]) => {
      if (first === undefined) return []
      const { from, to } = first
      const lastDay = (end: Group['to']) => ({ from: (end - 1) as Group['from'], to: end })
      const [before, after] = [from, to].map((end) => byName.get(nameOf(everybodyIn(stock, numberOf, lastDay(end)))))
      const moved = [...flows].flatMap(([population, { of, way }]) => {
        const group = byName.get(nameOf(everybodyIn(population, numberOf, first)))
        return of !== stock || group === undefined ? [] : [[group, way === 'in' ? 1 : -1] as const]
      })
      const ways = new Set(moved.map(([, way]) => way))
      if (before === undefined || after === undefined || ways.size < 2) return []
      return [asCounted([[before, 1], ...moved, [after, -1]])]
    }),
  )
}

const isStretch = ({ from, to }: Group): boolean => to - from > 1
