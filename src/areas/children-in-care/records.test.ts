import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../core/dates/instant.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Version } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { validate } from '../../core/record/validate.ts'
import { records } from './records.ts'

const day = plainDate
const today = day('2026-03-06')
const types = new Map(records.map((type) => [type.key, type] as const))
const [maya, brother] = [1 as SubjectId, 2 as SubjectId]

/** Everything that is written about a child who came alone, was in care for years, and left. */
const written: Readonly<Record<string, Content['fields']>> = {
  episode: {
    startedOn: day('2016-05-01'),
    reasonStarted: 'S',
    legalStatus: 'C2',
    categoryOfNeed: 'N8',
    placement: 'P2',
    provider: 'PR4',
    distance: 20.1,
    placementLocation: 'OUT',
    endedOn: day('2024-05-01'),
    reasonEnded: 'E45',
  },
  'care-review': { heldOn: day('2017-05-01'), participation: 'PN1' },
  'care-visit': {
    visitedOn: day('2017-05-01'),
    kind: 'statutory',
    seen: 'yes',
    seenAlone: 'no',
    whyNot: 'She wished so.',
  },
  'missing-episode': {
    startedOn: day('2017-05-01'),
    kind: 'M',
    endedOn: day('2017-05-03'),
    returnedAt: { at: parseInstant('2017-05-03T06:30Z'), precision: 'minute' },
    interviewOffered: 'yes',
    interviewAccepted: 'no',
  },
  'unaccompanied-status': { endedOn: day('2026-04-01') },
  'previous-permanence': { option: 'P1', orderedOn: day('2010-12-31'), orderedOnPrecision: 'year' },
  mother: { mother: 'yes', childBornOn: day('2023-01-01') },
  'health-assessment': { assessedOn: day('2016-05-20'), kind: 'initial', attendance: 'refused' },
  'dental-check': { checkedOn: day('2016-05-20'), attendance: 'done' },
  'immunisation-status': { statedOn: day('2016-05-20'), upToDate: 'not known' },
  'strengths-and-difficulties': { completedOn: day('2017-05-20'), score: 0 },
  'substance-misuse': { identifiedOn: day('2017-05-20'), offeredOn: day('2017-06-01') },
  'outcomes-of-year': { yearEndedOn: day('2018-03-31'), score: 40, immunisations: 'no', convicted: 'no' },
  conviction: { decidedOn: day('2018-05-01'), kind: 'youth-caution' },
  'adoption-decision': { decidedOn: day('2017-01-01'), reversedOn: day('2018-01-01'), reasonReversed: 'RD3' },
  'adoption-match': { matchedOn: day('2017-06-01'), numberOfAdopters: 2, adoptersAre: 'FF', adoptersStatus: 'L12' },
  'social-worker-episode': { workerNumber: 'SW123', startedOn: day('2016-05-01'), reason: 'FCONTA' },
  'deprivation-of-liberty': { startedOn: day('2025-05-01'), endedOn: day('2025-08-01') },
  'care-leaver-outcome': { birthdayOn: day('2025-05-01'), inTouch: 'NO', activity: '0', accommodation: '0' },
  'care-plan': { preparedOn: day('2016-05-10'), courts: 'no' },
  'placement-plan': { signedOn: day('2016-05-01'), placementOn: day('2016-05-01'), delegated: 'yes' },
  'placement-notice': {
    sentOn: day('2016-05-02'),
    to: ['school', 'doctor'],
    withheld: 'Father: he may not know where.',
  },
  'care-approval': { approvedOn: day('2016-04-29'), what: 'out-of-area', by: 'nominated' },
  'delegated-authority': { agreedOn: day('2016-05-01'), about: 'staying-over', decidedBy: 'carer' },
  'siblings-decision': { decidedOn: day('2016-05-01'), together: 'apart', why: ['no-home'] },
  'placed-here': { authority: 'Another council', startedOn: day('2015-05-01'), endedOn: day('2016-05-01') },
  'visiting-rule': { arrangement: 'others', startedOn: day('2016-05-01') },
  'liberty-authorisation': {
    authorisedOn: day('2025-05-01'),
    court: 'high',
    restrictions: ['locked'],
    expiresOn: day('2025-08-01'),
  },
  'liberty-review': { reviewedOn: day('2025-06-01'), outcome: 'less' },
  'secure-order': { orderedOn: day('2017-08-01'), expiresOn: day('2017-11-01') },
  'secure-review': { reviewedOn: day('2017-09-01') },
  'early-review': { askedOn: day('2023-11-01'), why: 'change', eventOn: day('2023-12-01') },
  'visit-request': { askedOn: day('2017-02-01'), by: 'child', about: 'She wants to talk about school.' },
  'short-break': { startedOn: day('2016-02-05'), endedOn: day('2016-02-08'), where: 'Sea View' },
  'child-and-family-assessment': { startedOn: day('2017-04-01'), why: 'yearly', completedOn: day('2017-05-02') },
  'national-transfer': { allocatedOn: day('2016-04-25'), way: 'here', transferredOn: day('2016-05-01') },
}

describe('the records of children in care', () => {
  it('hold what is written about a child, nothing of it wrong, every one of them', () => {
    expect(Object.keys(written).toSorted()).toEqual([...types.keys()].toSorted())
    const faults = records.flatMap((type) => validate(type, contentOf(type), today).map((fault) => [type.key, fault]))
    expect(faults).toEqual([])
  })

  it('are kept as closely as each has to be: a plan to adopt is not a sealed identity', () => {
    const kept = records.flatMap((type) => [
      ...(type.sensitivity === 'ordinary' ? [] : [`${type.key}: ${type.sensitivity}`]),
      ...Object.entries(type.fields).flatMap(([name, { sensitivity }]) =>
        sensitivity === undefined ? [] : [`${type.key}.${name}: ${sensitivity}`],
      ),
    ])
    expect(kept.toSorted()).toEqual([
      'adoption-match.adoptersAre: confidential',
      'adoption-match.adoptersStatus: confidential',
      'adoption-match.numberOfAdopters: confidential',
      'conviction: criminal',
      'dental-check: health',
      'episode.placementPostcode: confidential',
      'health-assessment: health',
      'immunisation-status: health',
      'outcomes-of-year.convicted: criminal',
      'outcomes-of-year: health',
      'placed-here.home: confidential',
      'previous-permanence: confidential',
      'strengths-and-difficulties: health',
      'substance-misuse: health',
    ])
  })

  it('show nothing before it was so: an end and its reason from the end, an interview once the child is back', () => {
    expect(seen('episode', '2024-04-30')).toMatchObject({ placement: 'P2', endedOn: null, reasonEnded: null })
    expect(seen('episode', '2024-05-01')).toMatchObject({ endedOn: day('2024-05-01'), reasonEnded: 'E45' })
    expect(seen('missing-episode', '2017-05-02')).toMatchObject({ kind: 'M', interviewOffered: null, returnedAt: null })
    expect(seen('adoption-decision', '2017-12-31')).toMatchObject({ reversedOn: null, reasonReversed: null })
    expect(seen('mother', '2022-12-31')).toMatchObject({ childBornOn: null })
    expect(seen('unaccompanied-status', '2010-01-01')).toEqual({ endedOn: null })
  })
})

describe('codes of an episode', () => {
  const faults = (changes: Content['fields']) =>
    validate(
      typeOf('episode'),
      { ...contentOf(typeOf('episode')), fields: { ...written['episode'], ...changes } },
      today,
    ).map(({ field }) => field)

  it.each([
    ['P2', '2023-10-27', []],
    ['P2', '2023-10-28', ['placement']],
    ['K3', '2023-10-27', ['placement']],
    ['K3', '2023-10-28', []],
    ['Z11', '2025-03-31', ['placement']],
  ])('%s on %s, by the day on which it began', (placement, startedOn, expected) => {
    expect(faults({ placement, startedOn: day(startedOn), endedOn: null, reasonEnded: null })).toEqual(expected)
  })

  it.each([
    ['E45', '2018-04-01', []],
    ['E45', '2018-03-31', ['reasonEnded']],
    ['E43', '2018-03-31', []],
    ['E43', '2018-04-01', ['reasonEnded']],
  ])('%s on %s, by the day on which it ended', (reasonEnded, endedOn, expected) => {
    expect(faults({ reasonEnded, endedOn: day(endedOn) })).toEqual(expected)
  })
})

function typeOf(key: string): RecordType {
  const type = types.get(key)
  if (type === undefined) throw new Error(`There is no record type ${key}`)
  return type
}

const contentOf = ({ key, subjects }: RecordType): Content => ({
  subjects: Object.fromEntries(
    Object.entries(subjects).flatMap(([role, { optional }], at) =>
      optional ? [] : [[role, [at === 0 ? maya : brother]] as const],
    ),
  ),
  links: {},
  fields: written[key] ?? {},
})

function seen(key: string, asAt: string): Content['fields'] | undefined {
  const version: Version = {
    record: 1 as RecordId,
    type: key,
    sequence: 1,
    knownOn: day('2010-01-01'),
    state: 'recorded',
    content: contentOf(typeOf(key)),
  }
  return chronology([version], types, { asAt: day(asAt), knownOn: today })[0]?.content.fields
}
