import type { Indicator } from '../definitions/indicator.ts'
import type { FrozenFigure } from '../figures/frozen.ts'
import { type Candidate, isOfFew, openCell, publishedCell } from './cells.ts'
import { type Group, groupsOf, type Looking, nameOf, numbering, pooledFrom } from './groups.ts'
import type { Cell, Fact, Knowledge, Quantity } from './knowledge.ts'
import type { Related } from './related.ts'
import { relationsOf } from './relations.ts'
import { isSmall } from './rule.ts'
import type { Control } from './shown.ts'
import { unsaid } from './unsaid.ts'

/** A figure that is to be decided, with its cell. */
export type Undecided = Candidate & { readonly cell: Cell; readonly exempt: string | undefined }

/** Everything that hangs together with the figures of a month and what was published before. */
export type KnownTogether = { readonly knowledge: Knowledge; readonly undecided: readonly Undecided[] }

export function knownTogether(figures: readonly FrozenFigure[], control: Control): KnownTogether {
  const looking: Looking = { terms: control.terms, numberOf: numbering(), related: new Set() }
  const related: Related[] = []
  const cells: Cell[] = []
  const groups: Group[] = []
  const heldBack = new Set<string>()
  for (const [at, publication] of control.before.entries()) {
    const made = candidates(
      publication.map(({ figure }) => figure),
      control,
      looking,
    )
    related.push(relate(made, groups, control, looking))
    for (const [place, one] of made.entries()) {
      const shown = publication[place]?.shown
      if (shown === undefined) continue
      cells.push(publishedCell(`${at} ${nameOfCell(one.figure)}`, one, { shown, rule: control.rule }))
      if (shown.kind === 'withheld' && !isOfFew(one, control.rule)) heldBack.add(nameOfCell(one.figure))
    }
    latestFirst(
      groups,
      made.flatMap((one) => Object.values(one.groups)),
    )
  }
  const made = candidates(figures, control, looking)
  related.push(relate(made, groups, control, looking))
  latestFirst(
    groups,
    made.flatMap((one) => Object.values(one.groups)),
  )
  related.push(unsaid(groups, control.rule))
  const last = Math.max(...figures.map(({ period }) => period.from))
  const undecided = made.map((one): Undecided => {
    const exempt = control.exempt.get(one.figure.indicator)
    const { period, definition } = one.figure
    const worth = (period.from === last ? 2 : 1) * (definition.variantOf === null ? 2 : 1)
    const cell = openCell(`now ${nameOfCell(one.figure)}`, one, {
      rule: control.rule,
      withhold:
        exempt !== undefined ||
        heldBack.has(nameOfCell(one.figure)) ||
        control.withheld?.has(one.figure.indicator) === true,
      worth,
    })
    return { ...one, exempt, cell }
  })
  const all = [...cells, ...undecided.map(({ cell }) => cell)]
  return {
    knowledge: {
      quantities: guarded(
        related.flatMap(({ quantities }) => quantities),
        undecided,
        all,
      ),
      ties: distinctFacts(related.flatMap(({ ties }) => ties)),
      cells: all,
    },
    undecided,
  }
}

const distinctFacts = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((one) => [`${one.terms.join()} ${one.least} ${one.most}`, one] as const)).values(),
]

const nameOfCell = ({ indicator, period }: FrozenFigure): string => `${indicator} ${period.kind} ${period.from}`

type Made = Candidate & { readonly indicator: Indicator | undefined }

function candidates(figures: readonly FrozenFigure[], control: Control, looking: Looking): readonly Made[] {
  const made = figures.map((figure) => {
    const indicator = control.indicators.get(figure.indicator)
    return { figure, indicator, groups: groupsOf(figure, indicator, looking) }
  })
  const counts = new Map(made.flatMap(({ groups }) => Object.values(groups)).map((one) => [nameOf(one), one.count]))
  return made.map((one) => {
    const pooled = pooledFrom(one.figure, one.indicator, looking)
    const people = pooled === undefined ? undefined : counts.get(nameOf(pooled))
    const among = people === undefined ? undefined : people - (one.figure.notKnown ?? 0)
    const isChecked =
      one.figure.value === null ||
      one.groups.counted !== undefined ||
      (among !== undefined && !isSmall(control.rule, among))
    return { ...one, averageOf: averageOf(one.figure, one.indicator) ?? among, isChecked }
  })
}

/** Of how many an average is; those of a median stand one by one in it, as they are. */
const averageOf = ({ definition: { unit }, denominator }: FrozenFigure, indicator: Indicator | undefined) =>
  (unit === 'days' || unit === 'score') && indicator?.counts?.measure?.summary !== 'median'
    ? (denominator ?? undefined)
    : undefined

const relate = (made: readonly Made[], before: readonly Group[], { rule }: Control, looking: Looking): Related =>
  relationsOf(made, before, looking, rule)

/** Of the same people in the same days the last publication has the last word. */
function latestFirst(groups: Group[], newer: readonly Group[]): void {
  const names = new Set(newer.map(nameOf))
  const older = groups.filter((one) => !names.has(nameOf(one)))
  groups.splice(0, groups.length, ...older, ...newer)
}

/** What is exempt is guarded as what is small is, unless something that is not exempt says the same. */
function guarded(
  quantities: readonly Quantity[],
  undecided: readonly Undecided[],
  cells: readonly Cell[],
): ReadonlyMap<string, Quantity> {
  const exempt = new Set(undecided.flatMap(({ exempt: why, cell }) => (why === undefined ? [] : [cell.key])))
  const keysIn = ({ tells }: Cell) =>
    tells.flatMap(({ terms: [first, ...others] }) => (first !== undefined && others.length === 0 ? [first[0]] : []))
  const said = new Set(cells.flatMap((cell) => (exempt.has(cell.key) ? [] : keysIn(cell))))
  const kept = new Set(
    undecided.flatMap(({ cell }) => (exempt.has(cell.key) ? keysIn(cell) : [])).filter((key) => !said.has(key)),
  )
  return new Map(quantities.map((one) => [one.key, { ...one, guarded: one.guarded || kept.has(one.key) }] as const))
}
