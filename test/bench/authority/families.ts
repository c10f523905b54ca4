import { addDays, type PlainDate, plainDate } from '../../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { chance, pick } from './chance.ts'
import { familyNames, givenNames } from './words.ts'

/** How many of everything there are in an authority; at scale 1, those known to a large county. */
export type Size = {
  readonly children: number
  readonly inCare: number
  readonly families: number
  readonly adults: number
  readonly teams: number
  readonly workers: number
  readonly households: number
}

// Ten families at a time: how many children and how many grown-ups each of them has.
const CHILDREN_OF = [1, 2, 1, 3, 1, 2, 1, 2, 1, 2] as const
const ADULTS_OF = [1, 2, 1, 1, 2, 1, 1, 1, 1, 1] as const
const childrensFamilies = CHILDREN_OF.flatMap((count, family) => Array.from({ length: count }, () => family))
const adultsFamilies = ADULTS_OF.flatMap((count, family) => Array.from({ length: count }, () => family))

export function sizeAt(scale: number): Size {
  const children = Math.max(50, Math.round(60_000 * scale))
  const families = familyOf(children - 1) + 1
  return {
    children,
    inCare: Math.max(1, Math.round(450 * scale)),
    families,
    adults: firstAdultOf(families),
    teams: Math.max(3, Math.round(30 * scale)),
    workers: Math.max(10, Math.round(300 * scale)),
    // Of every tenth family it is written down who lives together.
    households: Math.floor(children / childrensFamilies.length),
  }
}

export const familyOf = (child: number): number => inTens(child, childrensFamilies)
const familyOfAdult = (adult: number): number => inTens(adult, adultsFamilies)
export const firstAdultOf = (family: number): number =>
  Math.floor(family / 10) * adultsFamilies.length + adultsFamilies.indexOf(family % 10)

/** Brothers and sisters: `child` and those after it in the family. */
export function youngerOf(child: number, { children }: Size): readonly number[] {
  const family = familyOf(child)
  return [child + 1, child + 2].filter((one) => one < children && familyOf(one) === family)
}

const inTens = (which: number, families: readonly number[]): number =>
  Math.floor(which / families.length) * 10 + (families[which % families.length] ?? 0)

/** Spread evenly: of every 133 children or so one is in care. */
export const isInCare = (child: number, { children, inCare }: Size): boolean =>
  child % Math.floor(children / inCare) === 0 && child / Math.floor(children / inCare) < inCare

const firstBirthday = plainDate('2005-10-05')
const DAYS_OF_CHILDHOOD = 6500

export const familyNameOf = (family: number): string => pick(familyNames, 3, family)
export const givenNameOf = (person: number): string => pick(givenNames, 4, person)

/** What the source calls people: in another order than that of the file, as where people moved from system to system. */
export const caseNumber = (person: number): string => `P${1_000_000 + ((person * 7_368_787) % 9_000_011)}`

/** Somebody, by their place among the children and, after these, the grown-ups. */
export type Somebody = {
  readonly place: number
  readonly subject: SubjectId
  readonly number: string
  readonly bornOn: PlainDate
  readonly given: string
  readonly family: number
}

const childFrom = (child: number, { children }: Subjects): Somebody => ({
  place: child,
  subject: at(children, child),
  number: caseNumber(child),
  bornOn: addDays(firstBirthday, chance(1, child) % DAYS_OF_CHILDHOOD),
  given: givenNameOf(child),
  family: familyOf(child),
})

export function adultFrom(adult: number, { children }: Size, { adults }: Subjects): Somebody {
  const place = children + adult
  return {
    place,
    subject: at(adults, adult),
    number: caseNumber(place),
    bornOn: addDays(firstBirthday, -6000 - (chance(2, adult) % 9000)),
    given: givenNameOf(place),
    family: familyOfAdult(adult),
  }
}

/** Everybody under 18, in the order of their places. */
export function* childrenOf({ children }: Size, subjects: Subjects): Iterable<Somebody> {
  for (let child = 0; child < children; child++) yield childFrom(child, subjects)
}

/** Who and what the records are about, by their place in the authority. */
export type Subjects = {
  readonly children: readonly SubjectId[]
  readonly adults: readonly SubjectId[]
  readonly teams: readonly SubjectId[]
  readonly workers: readonly SubjectId[]
  readonly households: readonly SubjectId[]
}

export function at(subjects: readonly SubjectId[], which: number): SubjectId {
  const subject = subjects[which]
  if (subject === undefined) throw new RangeError(`There is no subject ${which} of ${subjects.length}`)
  return subject
}
