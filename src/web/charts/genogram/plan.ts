import { type Family, familiesOf } from './families.ts'
import { generations } from './generations.ts'
import type { GenogramHousehold, GenogramInput, GenogramPerson } from './input.ts'
import { orderOf, type Rows } from './order.ts'
import { type Wires, wiresOf } from './wires.ts'

/** What a genogram shows and who stands beside whom, before anyone decides how large and which way up: all drawings are made from one plan. */
export type GenogramPlan = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly people: readonly GenogramPerson[]
  readonly families: readonly Family[]
  readonly rowOf: readonly number[]
  readonly rows: Rows
  readonly wires: Wires
  /** Members are numbers of people. */
  readonly households: readonly { readonly name: string; readonly members: readonly number[] }[]
}

/** Everybody once, whatever the data say. */
export function genogramPlan(given: GenogramInput): GenogramPlan {
  const people = [...new Map(given.people.map((person) => [person.key, person] as const)).values()]
  const families = familiesOf({ ...given, people })
  const rowOf = generations(people, families)
  const households = given.households
    .map(({ name, members }) => ({ name, members: numbersOf(people, members) }))
    .filter(({ members }) => members.length > 0)
  const rows = orderOf({ people, families, rowOf, households: households.map(({ members }) => members) })
  const wires = wiresOf(rows, rowOf, families)
  const { title, description } = given
  return {
    id: given.id.replace(/[^\w-]/g, '-'),
    title,
    description,
    people,
    families,
    rowOf,
    rows,
    wires,
    households,
  }
}

const numbersOf = (people: readonly GenogramPerson[], members: GenogramHousehold['members']): readonly number[] =>
  people.flatMap(({ key }, number) => (members.includes(key) ? [number] : []))
