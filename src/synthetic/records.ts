import { UnaccompaniedStatus } from '../areas/children-in-care/circumstances.ts'
import { Episode } from '../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment, ImmunisationStatus } from '../areas/children-in-care/health.ts'
import { MissingEpisode } from '../areas/children-in-care/missing-episodes.ts'
import { CareReview, CareVisit } from '../areas/children-in-care/reviews-and-visits.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { ageOn, birthday } from '../core/dates/age.ts'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content, Value } from '../core/record/content.ts'
import { type EpisodeMade, milesFromHome } from './episodes.ts'
import type { Made } from './history.ts'
import { random } from './random.ts'
import type { RowMade } from './row.ts'

/** A record of a made-up child, about a case number. */
type MadeRecord = {
  readonly subjects: Readonly<Record<string, readonly string[]>>
  readonly fields: Content['fields']
}
export type MadeRecords = ReadonlyMap<string, readonly MadeRecord[]>

/**
 * In which authority they live, and what is asked for: everything that had happened by a day and been written down by it, or by a later one; of visits
 * only those from a day on.
 */
export type Asked = {
  readonly authority: string
  readonly happenedBy: PlainDate
  readonly writtenBy?: PlainDate
  readonly visitsSince?: PlainDate
}

/** The records of made-up children, by the key of their type: what had been written down by a day, some of it days and some weeks after it happened. */
export function recordsOf(all: readonly Made[], asked: Asked): MadeRecords {
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
    const told = asTold(made, asked)
    if (made.episodes.length > 0 && told.episodes.length === 0) continue
    addPerson(add, told, asked.happenedBy)
    for (const episode of told.episodes) add(Episode, made.child.number, episodeFields(told, episode, asked))
    addEvents(add, told)
  }
  return records
}

type Add = (type: RecordType, number: string, fields: Readonly<Record<string, Value>>) => void

function addPerson(add: Add, { child }: Made, until: PlainDate): void {
  const { number, bornOn, sex, given, family, ethnicity, unaccompanied } = child
  add(PersonIdentifier, number, { system: 'Case management system', kind: 'case-id', identifier: number })
  const hasPupilNumber = !unaccompanied && ageOn(bornOn, until) >= 5
  const noPupilNumber = hasPupilNumber ? null : unaccompanied ? 'UN3' : 'UN1'
  add(Person, number, { bornOn, birthDateBasis: 'certain', sex, noPupilNumber })
  if (hasPupilNumber)
    add(PersonIdentifier, number, { system: 'DfE', kind: 'upn', identifier: pupilNumber(Number(number)) })
  add(PersonName, number, { kind: 'usual', given, family, startedOn: bornOn })
  add(Ethnicity, number, { ethnicity })
  const adult = birthday(bornOn, 18)
  if (unaccompanied) add(UnaccompaniedStatus, number, { endedOn: adult <= until ? adult : null })
}

/** Of an authority that there is not, 999. The letter is worked out from the figures (DfE, unique pupil numbers: guide). */
function pupilNumber(number: number): string {
  const figures = `999${String(number).padStart(9, '0')}`
  const sum = [...figures].reduce((all, figure, at) => all + Number(figure) * (at + 2), 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${figures}`
}

/** Days from when something happened to when it was written down: nearly always a few, sometimes weeks, now and then months. */
function lag({ number }: Made['child'], on: PlainDate): number {
  const source = random(Number(number)).fork(on)
  if (source.chance(0.86)) return source.whole(0, 3)
  return source.chance(0.8) ? source.whole(4, 30) : source.whole(31, 90)
}

/** What of a child's history had been written down by the day. Whatever happened on one day was written down on one day. */
function asTold(made: Made, { happenedBy, writtenBy = happenedBy, visitsSince = made.child.bornOn }: Asked): Made {
  const { child } = made
  const told = (on: PlainDate) => on <= happenedBy && on + lag(child, on) <= writtenBy
  return {
    ...made,
    episodes: made.episodes
      .filter(({ startedOn }) => told(startedOn))
      .map((one) =>
        one.endedOn !== null && !told(one.endedOn)
          ? { ...one, endedOn: null, reasonEnded: null, reasonForChange: null }
          : one,
      ),
    reviews: made.reviews.filter(({ heldOn }) => told(heldOn)),
    visits: made.visits.filter(({ visitedOn }) => visitedOn >= visitsSince && told(visitedOn)),
    assessments: made.assessments.filter(({ assessedOn }) => told(assessedOn)),
    dental: made.dental.filter(({ checkedOn }) => told(checkedOn)),
    immunisations: made.immunisations.filter(({ statedOn }) => told(statedOn)),
    missing: made.missing.filter(({ endedOn }) => told(endedOn)),
    planned: made.planned.flatMap((row) => rowAsTold(row, told)),
    educated: made.educated.flatMap((row) => rowAsTold(row, told)),
    background: made.background.flatMap((row) => rowAsTold(row, told)),
    leaving: { ...made.leaving, rows: made.leaving.rows.flatMap((row) => rowAsTold(row, told)) },
  }
}

/** A record that was written down; without whatever of it was not yet, and what is true only since then. */
function rowAsTold({ type, fields }: RowMade, told: (on: PlainDate) => boolean): readonly RowMade[] {
  const isTold = (name: string | undefined): boolean => {
    const value = name === undefined || type.fields[name]?.kind !== 'date' ? null : fields[name]
    return typeof value !== 'number' || told(value as PlainDate)
  }
  const must = Object.keys(type.fields).filter((name) => type.fields[name]?.required === true)
  if (![type.dated, ...must].every(isTold)) return []
  const known = Object.entries(fields).map(
    ([name, value]) => [name, isTold(name) && isTold(type.fields[name]?.trueFrom) ? value : null] as const,
  )
  return [{ type, fields: Object.fromEntries(known) }]
}

/** For six weeks the address and provider of a child who came unaccompanied are not on the record yet. */
const ADDRESS_WITHIN = 42

function episodeFields(
  { child }: Made,
  one: EpisodeMade,
  { authority, happenedBy: until }: Asked,
): Readonly<Record<string, Value>> {
  const { startedOn, endedOn, reasonStarted, legalStatus, categoryOfNeed, placement, reasonEnded, reasonForChange } =
    one
  const isNewPlace = reasonStarted === 'S' || reasonStarted === 'P'
  const late = child.unaccompanied && isNewPlace && until - startedOn <= ADDRESS_WITHIN
  const known = one.place !== null && !late
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
  for (const { type, fields } of [...made.planned, ...made.leaving.rows, ...made.educated, ...made.background])
    add(type, number, fields)
}
