import { describe, expect, test } from 'vitest'
import { plainDate } from '../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Tag } from '../core/definitions/tag.ts'
import { chronology, type Version } from '../core/record/chronology.ts'
import type { Content } from '../core/record/content.ts'
import { PreProceedings } from './court/pre-proceedings.ts'
import { CareProceedings } from './court/proceedings.ts'
import { beforeCourt } from './court/tags.ts'
import { Allocation } from './organisation/allocation.ts'
import { services } from './organisation/tags.ts'
import { Team } from './organisation/workers.ts'
import { Person } from './people/person.ts'
import { Alert, Restriction } from './people/safety.ts'
import { ageDisputed, alerts, restricted } from './people/tags.ts'

const day = plainDate
const [maya, theo, north, south] = [1, 2, 11, 12].map((id) => id as SubjectId)
type Written = readonly [RecordType, Readonly<Record<string, unknown>>, Content['fields']]

/** What a tag says of Maya on 4 October 2023. */
function said(tag: Tag, ...written: readonly Written[]): readonly string[] {
  const types = new Map(tag.reads.map((type) => [type.key, type] as const))
  const versions = written.map(([type, subjects, fields], at): Version => {
    const given = Object.entries(subjects).map(([role, one]) => [role, [one].flat()])
    return {
      record: at as RecordId,
      type: type.key,
      sequence: at,
      knownOn: day('2023-01-01'),
      state: 'recorded',
      content: { subjects: Object.fromEntries(given), links: {}, fields },
    }
  })
  const moment = { asAt: day('2023-10-04'), knownOn: day('2023-10-04') }
  const records = chronology(versions, types, moment)
  return tag.of({ subject: maya ?? theo ?? (0 as SubjectId), asAt: moment.asAt, records }).map(({ text }) => text)
}
const since = { startedOn: day('2023-01-09') }

describe('tags', () => {
  test('alerts: those that hold today about this person, by the line for the door', () => {
    expect(
      said(
        alerts,
        [Alert, { person: maya }, { ...since, kind: 'dog', inShort: 'Big dog' }],
        [Alert, { person: maya }, { ...since, kind: 'dog', inShort: 'Dog has gone', endedOn: day('2023-10-04') }],
        [Alert, { person: maya }, { ...since, kind: 'dog', inShort: 'Dog goes tomorrow', endedOn: day('2023-10-05') }],
        [Alert, { person: maya }, { kind: 'dog', inShort: 'Dog comes tomorrow', startedOn: day('2023-10-05') }],
        [Alert, { person: theo, because: maya }, { ...since, kind: 'other', inShort: 'Not hers' }],
      ),
    ).toEqual(['Big dog', 'Dog goes tomorrow'])
  })

  test('before court: proceedings rather than what came before them, while they last', () => {
    const warned = [PreProceedings, { child: maya }, { decidedOn: day('2023-03-01') }] as const
    const issued = [CareProceedings, { child: maya }, { issuedOn: day('2023-06-01') }] as const
    expect(said(beforeCourt, warned)).toEqual(['In pre-proceedings since 1 March 2023'])
    expect(said(beforeCourt, warned, issued)).toEqual(['In care proceedings since 1 June 2023'])
    const over = [
      CareProceedings,
      { child: maya },
      { issuedOn: day('2023-01-09'), endedOn: day('2023-09-01') },
    ] as const
    expect(said(beforeCourt, over)).toEqual([])
  })

  test('restricted: once, while a restriction lasts', () => {
    const restriction = [Restriction, { person: maya, workers: [] }, since] as const
    expect(said(restricted, restriction, restriction)).toEqual(['Restricted: only named workers may open this record'])
    expect(said(restricted, [Restriction, { person: maya }, { ...since, endedOn: day('2023-09-01') }])).toEqual([])
    expect(said(restricted)).toEqual([])
  })

  test('age disputed, and not where the date is merely estimated or nothing is known', () => {
    expect(said(ageDisputed, [Person, { person: maya }, { birthDateBasis: 'disputed' }])).toEqual(['Age disputed'])
    expect(said(ageDisputed, [Person, { person: maya }, { birthDateBasis: 'estimated' }])).toEqual([])
    expect(said(ageDisputed, [Person, { person: maya }, { birthDateBasis: null }])).toEqual([])
  })

  test('services: of the teams that somebody is with today, each once', () => {
    const teams: readonly Written[] = [
      [Team, { team: north }, { name: 'North', service: 'children-in-care' }],
      [Team, { team: south }, { name: 'South', service: 'child-protection' }],
    ]
    const allocated = (team: SubjectId | undefined, fields = {}): Written => [
      Allocation,
      { person: maya, team },
      { ...since, role: 'other', ...fields },
    ]
    expect(said(services, ...teams, allocated(north), allocated(north))).toEqual(['Children in care service'])
    expect(said(services, ...teams, allocated(south, { endedOn: day('2023-06-01') }))).toEqual([])
  })
})
