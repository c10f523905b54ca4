import { expect, test } from 'vitest'
import { child, recorded } from '../../../test/support/one-child.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { chronology } from '../../core/record/chronology.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { owed } from './tags.ts'

const said = (on: string, ...known: readonly KnownRecord[]) => {
  const moment = { asAt: plainDate(on), knownOn: plainDate('2024-01-01') }
  const versions = known.map((one, at) => ({
    ...one,
    sequence: at,
    knownOn: plainDate('2023-01-01'),
    state: 'recorded' as const,
  }))
  const types = new Map(owed.reads.map((type) => [type.key, type] as const))
  const records = chronology(versions, types, moment)
  return owed.of({ subject: child, asAt: moment.asAt, records }).map(({ text }) => text)
}

test('what a care leaver is owed stands beside the name, and nothing beside whoever is owed nothing', () => {
  const life = [
    recorded(Person, { bornOn: '2004-03-10' }),
    recorded(Episode, {
      startedOn: '2015-01-05',
      endedOn: '2022-03-10',
      reasonStarted: 'S',
      legalStatus: 'C2',
      placement: 'U6',
      reasonEnded: 'E5',
    }),
  ]
  expect(said('2019-03-10', ...life)).toEqual([])
  expect(said('2020-03-10', ...life)).toEqual(['In care and eligible for a pathway plan'])
  expect(said('2022-03-10', ...life)).toEqual(['Care leaver: former relevant'])
  expect(said('2022-03-10', recorded(Person, { bornOn: '2004-03-10' }))).toEqual([])
})
