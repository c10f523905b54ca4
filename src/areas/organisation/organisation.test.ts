import { describe, expect, it } from 'vitest'
import { plainDate } from '../../core/dates/plain-date.ts'
import { recordTypesOf } from '../../core/definitions/catalogue.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { chronology } from '../../core/record/chronology.ts'
import type { Content } from '../../core/record/content.ts'
import { validate } from '../../core/record/validate.ts'
import { Allocation } from './allocation.ts'
import { organisation } from './index.ts'

const day = plainDate
const today = day('2026-03-06')
const types = recordTypesOf([organisation])
const [maya, tom, sam, north, vale] = [1, 21, 22, 31, 41].map((id) => [id as SubjectId] as const)
const since = { startedOn: day('2025-06-02') }

const written: readonly (readonly [
  type: string,
  subjects: Readonly<Record<string, readonly SubjectId[] | undefined>>,
  fields: Content['fields'],
])[] = [
  [
    'worker',
    { worker: tom },
    { name: 'Tom Fairweather', roleTitle: 'Social worker', registrationNumber: 'SW123456', agencyWorker: 'no' },
  ],
  ['team', { team: north }, { name: 'North family help', service: 'family-help', phone: '01632 960001' }],
  ['team-membership', { worker: tom, team: north }, { part: 'member', ...since }],
  ['locality', { teams: north }, { name: 'North', ...since }],
  ['allocation', { person: maya, team: north, worker: tom }, { role: 'social-worker', why: 'LEFTRL', ...since }],
  ['allocation', { person: maya, team: north }, { role: 'family-worker', ...since }],
  [
    'household-allocation',
    { household: [52 as SubjectId], team: north, worker: tom },
    { role: 'supervising-social-worker', ...since },
  ],
  ['worker-away', { child: maya, worker: tom }, { ...since, meanwhile: 'Nasreen is there for her.' }],
  ['agency', { agency: [51 as SubjectId] }, { name: 'Marlshire Police', kind: 'police' }],
  [
    'establishment',
    { establishment: vale },
    { name: 'Vale Primary', kind: 'school', urn: '100001', youngest: 4, oldest: 11 },
  ],
  [
    'inspection',
    { establishment: vale },
    { inspectedOn: day('2024-05-02'), publishedOn: day('2024-06-14'), grade: 'good' },
  ],
]

describe('the record types of the organisation', () => {
  it('hold a small one, nothing of it wrong', () => {
    const faults = written.flatMap(([type, subjects, fields]) =>
      validate(typeOf(type), contentOf(subjects, fields), today).map((fault) => ({ type, ...fault })),
    )
    expect(faults).toEqual([])
  })

  it('are all written there', () => {
    expect([...types.keys()].toSorted()).toEqual([...new Set(written.map(([type]) => type))].toSorted())
  })

  it('show what an inspection found only from the day of its report', () => {
    const fields = { inspectedOn: day('2024-05-02'), publishedOn: day('2024-06-14'), grade: 'good' }
    expect(seen('inspection', fields, '2024-06-13')).toMatchObject({ inspectedOn: day('2024-05-02'), grade: null })
    expect(seen('inspection', fields, '2024-06-14')).toMatchObject({ grade: 'good' })
  })

  it('keep the name of a worker who has left', () => {
    const fields = { name: 'Tom Fairweather', startedOn: day('2020-01-01'), endedOn: day('2026-01-31') }
    expect(seen('worker', fields, '2019-01-01')?.['name']).toBe('Tom Fairweather')
    expect(seen('worker', fields, '2026-03-06')).toMatchObject({ name: 'Tom Fairweather', endedOn: day('2026-01-31') })
  })
})

describe('cover', () => {
  const cover = {
    role: 'social-worker',
    startedOn: day('2026-03-02'),
    coverFor: 21 as SubjectId,
    endedOn: day('2026-03-16'),
  }

  it('is written with its end ahead', () => {
    expect(validate(Allocation, contentOf({ person: maya, team: north, worker: sam }, cover), today)).toEqual([])
  })

  it('is open until that day, and ended on it, without anyone writing so', () => {
    expect(seen('allocation', cover, '2026-03-15')?.['endedOn']).toBeNull()
    expect(seen('allocation', cover, '2026-03-16')?.['endedOn']).toBe(day('2026-03-16'))
  })
})

function typeOf(key: string): RecordType {
  const type = types.get(key)
  if (type === undefined) throw new Error(`There is no record type ${key}`)
  return type
}

function contentOf(
  subjects: Readonly<Record<string, readonly SubjectId[] | undefined>>,
  fields: Content['fields'],
): Content {
  const roles = Object.entries(subjects).map(([role, who]) => [role, who ?? []] as const)
  return { subjects: Object.fromEntries(roles), links: {}, fields }
}

function seen(type: string, fields: Content['fields'], asAt: string) {
  const content = { subjects: {}, links: {}, fields }
  const version = {
    record: 1 as RecordId,
    type,
    sequence: 1,
    knownOn: day('2010-01-01'),
    state: 'recorded',
    content,
  } as const
  return chronology([version], types, { asAt: day(asAt), knownOn: today })[0]?.content.fields
}
