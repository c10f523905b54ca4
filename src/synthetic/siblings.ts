import { SiblingsDecision } from '../areas/children-in-care/siblings.ts'
import { FamilyTimeArrangement, Relationship } from '../areas/people/relationships.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { familyRates } from './family-rates.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

const apartBecause = {
  'no-home': 42,
  'different-needs': 22,
  'came-apart': 20,
  safety: 8,
  court: 5,
  wishes: 3,
} as const
const said = [
  '“I want us to have tea together on Fridays.”',
  '“He is my brother. I look after him.”',
  '“Sometimes she is loud, but I miss her.”',
  '“I want to know where they sleep.”',
] as const
const together = [
  { how: 'in-person', howOften: 'Every second Saturday' },
  { how: 'in-person', howOften: 'Once a month, at the contact house' },
  { how: 'in-person', howOften: 'Each Sunday' },
  { how: 'phone-or-video', howOften: 'Wednesdays after school' },
] as const

/** Brothers and sisters in care, two by two: that they are, whether they live together and why not, and how they keep in touch apart. */
export function siblingsOf(made: readonly Made[], { until }: { readonly until: PlainDate }): MadeRows {
  const rows = new MadeRows()
  const families = new Map<string, Made[]>()
  for (const one of made) {
    if (one.family === undefined) continue
    const there = families.get(one.family.key)
    if (there === undefined) families.set(one.family.key, [one])
    else there.push(one)
  }
  for (const family of families.values())
    for (const [at, one] of family.entries()) for (const other of family.slice(at + 1)) addPair(rows, one, other, until)
  return rows
}

function addPair(rows: MadeRows, one: Made, other: Made, until: PlainDate): void {
  const source = random(Number(one.child.number)).fork(other.child.number)
  const [child, sibling] = [one.child.number, other.child.number]
  const bornOn = later(one.child.bornOn, other.child.bornOn)
  const kind = source.weighted({ sibling: 65, 'half-sibling': 35 })
  rows.add(Relationship, { person: child, relative: sibling }, { kind, startedOn: bornOn })
  const { decided, decidedAfter } = familyRates.of
  const decidedOn = addDays(bothHere(one, other), source.whole(decidedAfter[0], decidedAfter[1]))
  if (!source.chance(decided) || decidedOn > until) return
  const isTogether = hostOf(one) === hostOf(other)
  rows.add(
    SiblingsDecision,
    { child, sibling },
    {
      decidedOn,
      together: isTogether ? 'together' : 'apart',
      why: isTogether ? null : [source.weighted(apartBecause)],
      childrensView: source.pick(said),
      plan: isTogether || source.chance(0.4) ? null : 'A home for both is looked for; asked again each month.',
      reviewOn: addMonths(until, source.chance(0.85) ? source.whole(1, 6) : -source.whole(1, 3)),
    },
  )
  if (!isTogether) addTime(rows, source, { child, sibling, decidedOn, until })
}

/** The child with whom somebody lives, themselves where they live with none of them. */
const hostOf = ({ child, family }: Made): string => family?.livesWith ?? child.number

/** The day from which both have been where they are now: they may have been apart, or together, before. */
const bothHere = (one: Made, other: Made): PlainDate => later(movedOn(one), movedOn(other))

const movedOn = ({ child, episodes }: Made): PlainDate =>
  episodes.findLast(({ reasonStarted }) => reasonStarted === 'S' || reasonStarted === 'P')?.startedOn ?? child.bornOn

type Apart = {
  readonly child: string
  readonly sibling: string
  readonly decidedOn: PlainDate
  readonly until: PlainDate
}

/** Months. */
const FORGOTTEN_FOR = 7

/** How they keep in touch: nearly always arranged within some weeks, with a day on which it is looked at again. */
function addTime(rows: MadeRows, source: Random, { child, sibling, decidedOn, until }: Apart): void {
  const { arrangedInTime, arrangedEver } = familyRates.of
  const inTime = source.chance(arrangedInTime)
  const startedOn = addDays(decidedOn, inTime ? source.whole(0, 24) : source.whole(30, 80))
  // Of whom nothing is arranged, it is since a few months.
  const isForgotten = !source.chance(arrangedEver) && decidedOn > addMonths(until, -FORGOTTEN_FOR)
  if (isForgotten || startedOn > until) return
  rows.add(
    FamilyTimeArrangement,
    { child, withWhom: sibling },
    {
      ...source.pick(together),
      startedOn,
      childsView: source.pick(said),
      reviewOn: addMonths(until, source.chance(0.8) ? source.whole(1, 6) : -source.whole(1, 4)),
    },
  )
}
