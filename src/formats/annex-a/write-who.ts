import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Disability, Ethnicity } from '../../areas/people/background.ts'
import { Person } from '../../areas/people/person.ts'
import { ageOn, birthday } from '../../core/dates/age.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import { type AsAt, dateOf, type Held, isOpen, textOf } from './as-at.ts'

/** What the columns of a row say, by the key of the column. */
export type Said = Readonly<Record<string, Value>>

export const bornOn = (asAt: AsAt, person: string): PlainDate | null => dateOf(asAt.of(Person, person).at(-1), 'bornOn')

/** The columns about who somebody is that most lists begin with. */
export function who(asAt: AsAt, person: string): Said {
  const born = bornOn(asAt, person)
  return {
    id: person,
    gender: textOf(asAt.of(Person, person).at(-1), 'sex'),
    ethnicity: textOf(asAt.of(Ethnicity, person).at(-1), 'ethnicity'),
    bornOn: born,
    age: born === null ? null : ageOn(born, asAt.day),
    disability: disabled(asAt, person),
  }
}

function disabled(asAt: AsAt, person: string): 'yes' | 'no' | 'not known' {
  const said = asAt.of(Disability, person).filter(isOpen(Disability)).at(-1)?.fields['disabilities'] ?? null
  if (!Array.isArray(said) || said.length === 0) return 'not known'
  return said.some((code) => code !== 'NONE') ? 'yes' : 'no'
}

/** Whether somebody was unaccompanied at any time since so many months; `ever`: at any time at all. */
export function unaccompanied(asAt: AsAt, person: string, since: 'within 12 months' | 'ever'): 'yes' | 'no' {
  const status = asAt.of(UnaccompaniedStatus, person).at(-1)
  if (status === undefined) return 'no'
  const born = bornOn(asAt, person)
  const adultOn = born === null ? null : birthday(born, 18)
  const ends = [dateOf(status, 'endedOn'), adultOn].filter((day) => day !== null)
  const past = addMonths(asAt.day, -12)
  return since === 'ever' || ends.every((day) => day > past) ? 'yes' : 'no'
}

const DOES_MOST: readonly (string | null)[] = ['social-worker', 'family-worker', 'personal-adviser', 'send-caseworker']

/** Whose work somebody is on the day: cover before those who are covered for. */
export function allocated(asAt: AsAt, person: string): Said {
  const open = allocations(asAt, person, DOES_MOST)
  const main = open.findLast(({ fields }) => (fields['coverFor'] ?? null) !== null) ?? open.at(-1)
  return { team: nameIn(main, 'team'), worker: nameIn(main, 'worker') }
}

/** Who is somebody's personal adviser on the day. */
export const adviser = (asAt: AsAt, person: string): string | null =>
  nameIn(allocations(asAt, person, ['personal-adviser']).at(-1), 'worker')

const allocations = (asAt: AsAt, person: string, roles: readonly (string | null)[]): readonly Held[] =>
  asAt.of(Allocation, person).filter((one) => isOpen(Allocation)(one) && roles.includes(textOf(one, 'role')))

const nameIn = (held: Held | undefined, role: string): string | null => held?.subjects[role]?.[0] ?? null
