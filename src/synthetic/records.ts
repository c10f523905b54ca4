import { UnaccompaniedStatus } from '../areas/children-in-care/circumstances.ts'
import { Episode } from '../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment, ImmunisationStatus } from '../areas/children-in-care/health.ts'
import { MissingEpisode } from '../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../areas/children-in-care/reviews-and-visits.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { birthday } from '../core/dates/age.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content, Value } from '../core/record/content.ts'
import type { Made } from './authority.ts'
import { type EpisodeMade, milesFromHome } from './episodes.ts'

/** A record of a made-up child, about a case number. */
export type MadeRecord = {
  readonly subjects: Readonly<Record<string, readonly string[]>>
  readonly fields: Content['fields']
}
export type MadeRecords = ReadonlyMap<string, readonly MadeRecord[]>

/** The records of made-up children, by the key of their type. */
export function recordsOf(all: readonly Made[], authority: string, until: PlainDate): MadeRecords {
  const records = new Map<string, MadeRecord[]>()
  const add = (type: RecordType, number: string, fields: Readonly<Record<string, Value>>) => {
    const [role = ''] = Object.keys(type.subjects)
    const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null] as const))
    const row = { subjects: { [role]: [number] }, fields: { ...blank, ...fields } }
    const there = records.get(type.key)
    if (there === undefined) records.set(type.key, [row])
    else there.push(row)
  }
  for (const made of all) {
    addPerson(add, made, until)
    for (const episode of made.episodes) add(Episode, made.child.number, episodeFields(made, episode, authority, until))
    addEvents(add, made)
  }
  return records
}

type Add = (type: RecordType, number: string, fields: Readonly<Record<string, Value>>) => void

function addPerson(add: Add, { child }: Made, until: PlainDate): void {
  const { number, bornOn, sex, given, family, ethnicity, unaccompanied } = child
  add(PersonIdentifier, number, { system: 'Case management system', kind: 'case-id', identifier: number })
  add(Person, number, { bornOn, birthDateBasis: 'certain', sex })
  add(PersonName, number, { kind: 'usual', given, family, startedOn: bornOn })
  add(Ethnicity, number, { ethnicity })
  const adult = birthday(bornOn, 18)
  if (unaccompanied) add(UnaccompaniedStatus, number, { endedOn: adult <= until ? adult : null })
}

/** For six weeks the address and provider of a child who came unaccompanied are not on the record yet. */
const ADDRESS_WITHIN = 42

function episodeFields(
  { child }: Made,
  one: EpisodeMade,
  authority: string,
  until: PlainDate,
): Readonly<Record<string, Value>> {
  const { startedOn, endedOn, reasonStarted, legalStatus, categoryOfNeed, placement, reasonEnded, reasonForChange } =
    one
  const known = one.place !== null && (!child.unaccompanied || until - startedOn > ADDRESS_WITHIN)
  const away = placement.startsWith('T')
  return {
    startedOn,
    reasonStarted,
    legalStatus,
    categoryOfNeed,
    placement,
    provider: away || !known ? null : one.provider,
    homePostcode: child.unaccompanied ? null : one.home.postcode,
    placementPostcode: known ? (one.place?.postcode ?? null) : null,
    placementAuthority: known ? (one.place?.authority ?? null) : null,
    placementLocation: known ? (one.place?.authority === authority ? 'IN' : 'OUT') : null,
    distance: known && !child.unaccompanied && !placement.startsWith('A') ? milesFromHome(one) : null,
    endedOn,
    reasonEnded,
    reasonForChange,
  }
}

function addEvents(add: Add, made: Made): void {
  const { number } = made.child
  for (const one of made.reviews) add(CareReview, number, one)
  for (const one of made.visits) add(CareVisit, number, { ...one, kind: 'statutory', atPlacement: 'yes' })
  for (const one of made.assessments) add(HealthAssessment, number, one)
  for (const one of made.dental) add(DentalCheck, number, one)
  for (const one of made.immunisations) add(ImmunisationStatus, number, one)
  for (const one of made.missing) add(MissingEpisode, number, one)
}
