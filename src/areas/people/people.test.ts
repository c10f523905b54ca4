import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../core/dates/instant.ts'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import type { Area } from '../../core/definitions/area.ts'
import { recordTypesOf } from '../../core/definitions/catalogue.ts'
import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordOf, RecordType } from '../../core/definitions/record-type.ts'
import { chronology, type Version } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { validate } from '../../core/record/validate.ts'
import { organisation } from '../organisation/index.ts'
import { people } from './index.ts'
import type { CaseNote, SeenAndHeard } from './notes.ts'
import { Person } from './person.ts'

const today = plainDate('2026-03-06')
const day = plainDate
const types = recordTypesOf([people, organisation])
const [maya, theo, carys, dean, sheila, sheilas] = [1, 2, 3, 4, 5, 6].map((id) => id as SubjectId)
const [tom, north] = [21 as SubjectId, 31 as SubjectId]
const since = { startedOn: day('2025-11-04') }
const note = { at: parseInstant('2026-01-28T16:00Z'), precision: 'minute' } as const

type Written = readonly [
  type: string,
  subjects: Readonly<Record<string, unknown>>,
  fields: Content['fields'],
  links?: Content['links'],
]

/** Maya's family as the mock-up of a child's page has it: every record type of people is written at least once. */
const written: readonly Written[] = [
  ['person', { person: maya }, { bornOn: day('2016-06-14'), birthDateBasis: 'certain', sex: 'F' }],
  [
    'person',
    { person: theo },
    { bornOn: day('2013-05-15'), birthDateBasis: 'day-not-known', sex: 'M', noPupilNumber: 'UN5' },
  ],
  ['person', { person: 7 }, { expectedOn: day('2026-08-01'), sex: 'U' }],
  ['person', { person: 8 }, { expectedOn: day('2026-02-01'), diedOn: day('2026-01-20') }],
  ['person-name', { person: maya }, { kind: 'usual', given: 'Maya', family: 'Ellwood', startedOn: day('2016-06-14') }],
  ['gender-identity', { person: maya }, { ...since, pronouns: 'she/her', gender: 'female' }],
  ['sexual-orientation', { person: theo }, { ...since, orientation: 'not-sure', inTheirWords: 'Ask me later' }],
  [
    'first-known',
    { person: maya },
    { askedOn: day('2025-10-20'), whoAsked: '2A', askedBy: 'Ms Reed, Vale Primary', why: 'She came without a coat.' },
  ],
  ['person-identifier', { person: maya }, { system: 'Mosaic', kind: 'case-id', identifier: '0104882' }],
  ['ethnicity', { person: maya }, { ethnicity: 'WBRI', saidBy: 'themselves' }],
  ['language', { person: maya }, { language: 'eng', first: 'yes', speaks: 'yes', reads: 'not known' }],
  [
    'communication',
    { person: maya },
    { ...since, interpreter: 'no', howBest: 'Give her time to find words. She draws when it is hard.' },
  ],
  ['religion', { person: maya }, { religion: 'not-asked', startedOn: day('2016-06-14') }],
  ['disability', { person: maya }, { disabilities: ['COMM', 'LD'], dayToDay: 'Small groups help.', ...since }],
  ['nationality', { person: maya }, { nationality: 'British', startedOn: day('2016-06-14') }],
  [
    'immigration-status',
    { person: theo },
    { status: 'unaccompanied-child', ...since, leaveRunsOutOn: day('2027-01-01') },
  ],
  [
    'relationship',
    { person: maya, relative: carys },
    { kind: 'birth-parent', startedOn: day('2016-06-14'), inTheirWords: 'Mum' },
  ],
  [
    'parental-responsibility',
    { child: maya, holder: dean },
    { holds: 'yes', acquiredBy: 'registered-father', startedOn: day('2016-07-01') },
  ],
  ['parental-responsibility', { child: maya, holder: sheila }, { holds: 'no', ...since }],
  [
    'family-time-arrangement',
    { child: maya, withWhom: carys },
    { how: 'supervised', howOften: 'Sundays', everyDays: 7, ...since },
  ],
  ['household', { household: sheilas }, { name: 'Sheila’s', kind: 'relatives' }],
  ['household-membership', { person: sheila, household: sheilas }, { mainHome: 'yes', startedOn: day('2001-05-01') }],
  [
    'household-address',
    { household: sheilas },
    {
      address: { lines: ['3 Mill Lane', 'Marlby'], postcode: null, uprn: null },
      kind: 'home',
      startedOn: day('2001-05-01'),
    },
  ],
  [
    'confidential-household-address',
    { household: 9 },
    { address: { lines: ['1 Harbour Road'], postcode: null, uprn: null }, kind: 'home', ...since },
  ],
  [
    'person-address',
    { person: dean },
    { address: { lines: ['The Anchor'], postcode: null, uprn: null }, kind: 'no-fixed-address', ...since },
  ],
  [
    'confidential-address',
    { person: carys },
    { address: { lines: ['A refuge'], postcode: null, uprn: null }, kind: 'temporary', ...since },
  ],
  [
    'contact-detail',
    { person: carys },
    { kind: 'mobile', detail: '07700 900123', safeToRing: 'no', howSafely: 'Texts only.', ...since },
  ],
  [
    'confidential-contact-detail',
    { person: carys },
    { kind: 'email', detail: 'c@example.org', safeToRing: 'yes', ...since },
  ],
  [
    'important-person',
    { child: maya },
    { name: 'Biscuit', who: 'Sheila’s dog', why: '“She knows when I’m sad.”', ...since },
  ],
  [
    'alert',
    { person: maya, because: dean },
    { kind: 'must-not-know', inShort: 'Dean must not learn the address or the school', ...since },
  ],
  [
    'restriction',
    { person: 10, workers: [tom], teamToRing: north },
    { reason: 'Child of a worker', decidedBy: tom, ...since },
  ],
  [
    'case-note',
    { people: [maya, theo] },
    {
      happenedAt: note,
      kind: 'visit',
      heading: 'Seen at home',
      whatHappened: 'Maya showed me her swimming badge.',
      worker: tom,
    },
  ],
  [
    'seen-and-heard',
    { child: maya },
    {
      happenedAt: note,
      seen: 'yes',
      seenAlone: 'yes',
      childsWords: '“I don’t know when I’m seeing Isla.”',
      howShared: ['talking', 'drawing-or-play'],
      worker: tom,
    },
    { note: 30 as RecordId },
  ],
  [
    'person-document',
    { people: [maya] },
    {
      title: 'Letter to her reviewing officer',
      kind: 'childs-own',
      document: 1 as DocumentId,
      datedOn: day('2026-02-11'),
    },
  ],
  [
    'document-sent',
    { people: [maya], recipient: carys },
    { to: 'Carys Ellwood', sentOn: day('2026-02-12'), how: 'by-hand', explained: 'yes' },
    { document: 32 as RecordId },
  ],
  [
    'consent',
    { person: maya, givenBy: carys },
    {
      withWhom: 'Vale Primary',
      what: 'That she is in care',
      answer: 'agreed',
      by: 'parental-responsibility',
      ...since,
      endedOn: day('2026-11-04'),
    },
  ],
]

describe('the record types of people', () => {
  it('hold what a child’s page has to know, nothing of it wrong', () => {
    const faults = written.flatMap((one) =>
      validate(typeOf(one[0]), contentOf(one), today).map((fault) => ({ type: one[0], ...fault })),
    )
    expect(faults).toEqual([])
  })

  it('are all written in that family', () => {
    expect(keysOf(people)).toEqual([...new Set(written.map(([type]) => type))].toSorted())
  })

  it('keep confidential and health matters apart by their type, so that none shows by being overlooked', () => {
    const kept = [...types.values()].filter(({ sensitivity }) => sensitivity !== 'ordinary')
    expect(kept.map(({ key, sensitivity }) => `${key}: ${sensitivity}`).toSorted()).toEqual([
      'confidential-address: confidential',
      'confidential-contact-detail: confidential',
      'confidential-household-address: confidential',
      'disability: health',
      'sexual-orientation: confidential',
    ])
  })

  it('give rules the types of what they read', () => {
    const born = (one: RecordOf<typeof Person>): PlainDate | null => one.bornOn
    const about = (one: RecordOf<typeof CaseNote>): readonly SubjectId[] => one.people
    const alone = (one: RecordOf<typeof SeenAndHeard>): 'yes' | 'no' | 'not known' | null => one.seenAlone
    expect([born, about, alone]).toHaveLength(3)
  })
})

describe('a person', () => {
  const seen = (type: string, fields: Content['fields'], asAt: string) =>
    chronology([version(type, fields)], types, { asAt: day(asAt), knownOn: today })[0]?.content.fields

  it('has the date of birth always, and the death only from its day', () => {
    const fields = { bornOn: day('2016-06-14'), diedOn: day('2020-01-01') }
    expect(seen('person', fields, '2015-01-01')).toMatchObject({ bornOn: day('2016-06-14'), diedOn: null })
    expect(seen('person', fields, '2020-01-01')).toMatchObject({ diedOn: day('2020-01-01') })
  })

  it('before birth has an expected date, which is only a plan', () => {
    expect(seen('person', { expectedOn: day('2026-08-01') }, '2026-03-06')).toMatchObject({
      bornOn: null,
      expectedOn: day('2026-08-01'),
    })
  })

  it('cannot have been born tomorrow', () => {
    const content = { subjects: { person: [7 as SubjectId] }, links: {}, fields: { bornOn: (today + 1) as PlainDate } }
    expect(validate(Person, content, today).map(({ field }) => field)).toEqual(['bornOn'])
  })

  it('has had a court’s limits on parental responsibility only since the court set them', () => {
    const fields = {
      holds: 'yes',
      startedOn: day('2016-06-14'),
      limitedOn: day('2022-02-01'),
      limits: 'May not take her abroad',
    }
    expect(seen('parental-responsibility', fields, '2022-01-31')).toMatchObject({ holds: 'yes', limits: null })
    expect(seen('parental-responsibility', fields, '2022-02-01')).toMatchObject({ limits: 'May not take her abroad' })
  })

  it('held parental responsibility as the law of that day has it', () => {
    const held = (acquiredBy: string, startedOn: string) =>
      validate(
        typeOf('parental-responsibility'),
        contentOf([
          'parental-responsibility',
          { child: maya, holder: dean },
          { holds: 'yes', acquiredBy, startedOn: day(startedOn) },
        ]),
        today,
      ).map(({ field }) => field)
    expect(held('registered-father', '2003-11-30')).toEqual(['acquiredBy'])
    expect(held('registered-father', '2003-12-01')).toEqual([])
    expect(held('residence-order', '2014-04-21')).toEqual([])
    expect(held('residence-order', '2014-04-22')).toEqual(['acquiredBy'])
  })

  it('agreed to sharing until a day that lies ahead, on which it ends by itself', () => {
    const fields = {
      withWhom: 'Vale Primary',
      what: 'x',
      answer: 'agreed',
      startedOn: day('2025-11-04'),
      endedOn: day('2026-11-04'),
    }
    expect(seen('consent', fields, '2026-11-03')?.['endedOn']).toBeNull()
    expect(seen('consent', fields, '2026-11-04')?.['endedOn']).toBe(day('2026-11-04'))
  })
})

describe('what holds for a time', () => {
  it('says why it ended only from its end on, whatever it is', () => {
    const reasons = [...types.values()].flatMap(({ key, fields, ends }) =>
      Object.entries(fields)
        .filter(([name]) => /^why(Ended|Left)$/.test(name))
        .map(([name, { trueFrom }]) => ({ key: `${key}.${name}`, trueFrom, ends })),
    )
    expect(reasons.length).toBeGreaterThan(7)
    expect(reasons.filter(({ trueFrom, ends }) => trueFrom !== ends)).toEqual([])
    const fields = {
      mainHome: 'yes',
      startedOn: day('2020-01-01'),
      endedOn: day('2024-05-01'),
      whyLeft: 'Came into care',
    }
    const stay = (asAt: string) =>
      chronology([version('household-membership', fields)], types, { asAt: day(asAt), knownOn: today })[0]?.content
        .fields
    expect(stay('2024-04-30')).toMatchObject({ endedOn: null, whyLeft: null })
    expect(stay('2024-05-01')).toMatchObject({ whyLeft: 'Came into care' })
  })
})

const keysOf = ({ records = [] }: Area) => records.map(({ key }) => key).toSorted()

function typeOf(key: string): RecordType {
  const type = types.get(key)
  if (type === undefined) throw new Error(`There is no record type ${key}`)
  return type
}

function contentOf([, subjects, fields, links = {}]: Written): Content {
  const lists = Object.entries(subjects).map(([role, who]) => [role, [who].flat() as SubjectId[]] as const)
  return { subjects: Object.fromEntries(lists), links, fields }
}

function version(type: string, fields: Content['fields']): Version {
  const content = { subjects: {}, links: {}, fields }
  return { record: 1 as RecordId, type, sequence: 1, knownOn: day('2010-01-01'), state: 'recorded', content }
}
