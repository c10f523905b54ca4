import { sql } from 'kysely'
import { readPerson } from '../../src/app/people/read.ts'
import { Refused } from '../../src/app/refused.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { writeAudit } from '../../src/store/audit.ts'
import type { Store } from '../../src/store/open.ts'
import { chance } from './authority/chance.ts'
import { at, isInCare } from './authority/families.ts'
import type { Bench, LoadedAuthority, Measurement } from './bench.ts'
import { percentile, timeEach } from './measure.ts'
import { addReader } from './reader.ts'

const PEOPLE = 1000
const AIM = 10

/** What somebody reads when they open a person: through the door of `app`, with all that decides access and the audit row. */
export const chronologies: Bench = {
  key: 'chronology',
  label: 'Reading chronologies',
  async run(authority) {
    const { app, store } = authority
    const account = await addReader(authority)
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    const read = (subject: SubjectId) => readPerson(app, account, subject, moment, 'bench').catch(letRestrictedBe)
    const roundTrips = await timeEach(Array(200).keys(), () => sql`select 1`.execute(store.db))
    const roundTrip = percentile(roundTrips, 50)
    // What is read leaves its audit row before it is shown: part of every time below, and the disk's.
    const kept = await timeEach(Array(200).keys(), () => keepOneRow(store.db))
    // Whoever comes first pays for what is loaded once.
    await timeEach(someChildren(authority, 50, 200), read)
    const anybody = await timeEach(someChildren(authority, PEOPLE, 201), read)
    const inCare = await timeEach(childrenInCare(authority), read)
    return [
      { what: 'one question to the database, p50', value: roundTrip, unit: 'ms' },
      { what: 'one audit row safely kept, p50', value: percentile(kept, 50), unit: 'ms' },
      { what: 'one audit row safely kept, p95', value: percentile(kept, 95), unit: 'ms' },
      ...spread(`of ${PEOPLE} children`, anybody, roundTrip),
      ...spread(`of ${inCare.length} children in care`, inCare, roundTrip),
    ]
  },
}

const keepOneRow = (db: Store['db']): Promise<void> =>
  writeAudit(db, [
    {
      at: new Date('2023-09-01T09:00:00Z'),
      account: null,
      accountName: 'bench',
      action: 'read',
      subject: null,
      record: null,
      decision: 'yes',
      byRole: null,
      sensitivity: 'ordinary',
      detail: 'bench',
    },
  ])

/** To be told whom to ring is an answer too. */
function letRestrictedBe(error: unknown): void {
  if (!(error instanceof Refused && error.kind === 'restricted')) throw error
}

function spread(whose: string, times: readonly number[], roundTrip: number): readonly Measurement[] {
  const [p50, p95, p99] = [percentile(times, 50), percentile(times, 95), percentile(times, 99)]
  return [
    { what: `${whose}, p50`, value: p50, unit: 'ms', ratio: { to: 'one question', times: p50 / roundTrip } },
    { what: `${whose}, p95`, value: p95, unit: 'ms', aim: AIM },
    { what: `${whose}, p99`, value: p99, unit: 'ms' },
  ]
}

/** Some of the children, whoever they are. */
export const someChildren = ({ size, subjects }: LoadedAuthority, count: number, what: number): readonly SubjectId[] =>
  Array.from({ length: count }, (_, which) => at(subjects.children, chance(what, which) % size.children))

export function childrenInCare({ size, subjects }: LoadedAuthority): readonly SubjectId[] {
  return subjects.children.filter((_, child) => isInCare(child, size)).slice(0, PEOPLE)
}
