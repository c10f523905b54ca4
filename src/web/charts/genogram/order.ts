import type { Family } from './families.ts'
import type { GenogramPerson } from './input.ts'

/** Rows of people from the top, each from left to right (in a drawing that lies on its side: from top to bottom). */
export type Rows = readonly (readonly number[])[]

export type ToOrder = {
  readonly people: readonly GenogramPerson[]
  readonly families: readonly Family[]
  readonly rowOf: readonly number[]
  /** Who live together: numbers of people. */
  readonly households: readonly (readonly number[])[]
}

/** What spoils a drawing, and how much. */
const costs = { coupleApart: 30, crossing: 10, stranger: 8, householdApart: 5, younger: 1, wifeFirst: 0.5 } as const

/** Enough for thirty people; a larger family is drawn a little less tidily rather than late. */
const MOST_TRIALS = 6000

/**
 * Who stands beside whom: couples together, brothers and sisters together with the oldest first, people of a household together, and as few
 * lines as may be across each other. The same people always come out in the same order.
 */
export function orderOf(given: ToOrder): Rows {
  let trials = 0
  let best = familyByFamily(given)
  let least = costOf(best, given)
  for (let better = true; better; ) {
    better = false
    for (const [row, people] of best.entries())
      for (const moved of moves(best[row] ?? people)) {
        if (trials++ > MOST_TRIALS) return best
        const tried = best.with(row, moved)
        const cost = costOf(tried, given)
        if (cost >= least) continue
        best = tried
        least = cost
        better = true
        break
      }
  }
  return best
}

/** The row with one, two or three neighbours taken out and put in elsewhere, either way round. */
function* moves(row: readonly number[]): Generator<readonly number[]> {
  for (const size of [1, 2, 3])
    for (let from = 0; from + size <= row.length; from++) {
      const block = row.slice(from, from + size)
      const rest = row.toSpliced(from, size)
      for (let to = 0; to <= rest.length; to++) {
        if (to !== from) yield rest.toSpliced(to, 0, ...block)
        if (size > 1) yield rest.toSpliced(to, 0, ...block.toReversed())
      }
    }
}

/** A beginning: from the top, each person followed by partners and then, a row below, their children. */
function familyByFamily({ people, families, rowOf }: ToOrder): Rows {
  const rows = Array.from({ length: Math.max(-1, ...rowOf) + 1 }, (): number[] => [])
  const seen = new Set<number>()
  const place = (person: number) => {
    if (seen.has(person)) return
    seen.add(person)
    rows[rowOf[person] ?? 0]?.push(person)
    const own = families.filter(({ parents }) => parents.includes(person))
    const partners = own.flatMap(({ parents }) => parents).filter((one) => rowOf[one] === rowOf[person])
    const children = own.flatMap((family) => family.children.map((child) => child.person))
    for (const next of [...partners, ...children.toSorted((a, b) => older(people, a, b))]) place(next)
  }
  const fromTheTop = [...people.keys()].toSorted((a, b) => (rowOf[a] ?? 0) - (rowOf[b] ?? 0) || a - b)
  for (const person of fromTheTop) place(person)
  return rows
}

/** Those of whom no birth is known, or whose birth may not show, come last. */
const older = (people: readonly GenogramPerson[], a: number, b: number): number => {
  const [first, second] = [people[a]?.bornOn ?? Number.MAX_VALUE, people[b]?.bornOn ?? Number.MAX_VALUE]
  return first === second ? a - b : first - second
}

function costOf(rows: Rows, given: ToOrder): number {
  const place = placesIn(rows, given.people.length)
  const coupled = given.families.reduce((sum, family) => sum + coupleCost(family, given, place), 0)
  const strangers = given.families.reduce((sum, family) => sum + siblingCost(family, given, place, rows), 0)
  const split = given.households.reduce((sum, members) => sum + householdCost(members, given, place), 0)
  return coupled + strangers + split + crossingsOf(given, place) * costs.crossing
}

/** Of each person, the place within the row. */
export function placesIn(rows: Rows, count: number): readonly number[] {
  const place = Array.from({ length: count }, () => 0)
  for (const row of rows) for (const [index, person] of row.entries()) place[person] = index
  return place
}

function coupleCost({ parents }: Family, { people, rowOf }: ToOrder, place: readonly number[]): number {
  const [one, other] = parents
  if (one === undefined || other === undefined || rowOf[one] !== rowOf[other]) return 0
  const apart = (place[other] ?? 0) - (place[one] ?? 0)
  const [left, right] = apart > 0 ? [one, other] : [other, one]
  const wifeFirst = people[left]?.shape === 'female' && people[right]?.shape === 'male'
  return (Math.abs(apart) - 1) * costs.coupleApart + (wifeFirst ? costs.wifeFirst : 0)
}

/** Brothers and sisters with somebody between them who belongs to none of them, or in another order than that of their births. */
function siblingCost({ children }: Family, given: ToOrder, place: readonly number[], rows: Rows): number {
  const { people, families, rowOf } = given
  const [first] = children
  if (first === undefined || children.length < 2) return 0
  const row = rowOf[first.person]
  const together = children.map(({ person }) => person).filter((person) => rowOf[person] === row)
  const partners = new Set(
    families.filter(({ parents }) => parents.some((one) => together.includes(one))).flatMap(({ parents }) => parents),
  )
  const places = together.map((person) => place[person] ?? 0)
  const strangers = (rows[row ?? 0] ?? [])
    .slice(Math.min(...places), Math.max(...places))
    .filter((person) => !together.includes(person) && !partners.has(person)).length
  const byAge = together.toSorted((a, b) => older(people, a, b)).map((person) => place[person] ?? 0)
  const younger = byAge.flatMap((one, index) => byAge.slice(index + 1).filter((next) => next < one)).length
  return strangers * costs.stranger + younger * costs.younger
}

function householdCost(members: readonly number[], { rowOf }: ToOrder, place: readonly number[]): number {
  return [...new Set(members.map((person) => rowOf[person]))].reduce<number>((sum, row) => {
    const places = members.filter((person) => rowOf[person] === row).map((person) => place[person] ?? 0)
    return sum + (Math.max(...places) - Math.min(...places) + 1 - places.length) * costs.householdApart
  }, 0)
}

/** How often lines from parents to children of the next row cross. */
function crossingsOf({ families, rowOf }: ToOrder, place: readonly number[]): number {
  const lines = families.flatMap(({ parents, children }) => {
    if (parents.length === 0) return []
    const row = Math.max(...parents.map((parent) => rowOf[parent] ?? 0))
    const from = parents.reduce((sum, parent) => sum + (place[parent] ?? 0), 0) / parents.length
    return children
      .filter(({ person }) => rowOf[person] === row + 1)
      .map(({ person }) => ({ row, from, to: place[person] ?? 0 }))
  })
  let crossings = 0
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      if (one.row === other.row && (one.from - other.from) * (one.to - other.to) < 0) crossings++
  return crossings
}
