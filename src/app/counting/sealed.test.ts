import { expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { AdoptionSeal } from '../../areas/adoption/seal.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import { removeRecord } from '../people/remove.ts'
import { calculate, recount } from './calculate.ts'
import { readList, standings } from './list.ts'
import { membersOf } from './members.ts'

const stamp = {
  recordedAt: new Date('2023-10-01T09:00:00Z'),
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
}
const september = parsePeriod('2023-09')
const indicator = 'children-adopted-last-12-months'

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

const write = async (
  store: Store,
  type: RecordType,
  subjects: Readonly<Record<string, readonly SubjectId[]>>,
  fields: Readonly<Record<string, Value>>,
) =>
  (
    await writeVersion(store.db, {
      ...stamp,
      type,
      content: contentOf(type, subjects, fields),
      knownOn: plainDate('2023-10-01'),
    })
  ).record

eachDatabase((database) => {
  const store = database.share()

  it('counts a child whose identity is sealed, on the list for the adoption service alone; not one whose episodes were taken away', async () => {
    const app = appOn(store())
    const make = (kind: 'person' | 'worker') =>
      makeSubject(store().db, { kind, madeAt: stamp.recordedAt, madeBy: 'test' })
    const child = await make('person')
    const episode = await write(
      store(),
      Episode,
      { child: [child] },
      {
        startedOn: plainDate('2022-01-10'),
        reasonStarted: 'S',
        legalStatus: 'E1',
        placement: 'A6',
        endedOn: plainDate('2023-09-01'),
        reasonEnded: 'E12',
      },
    )
    await calculate(app, [september])
    const [director, keeper] = [await account(store(), 'director'), await account(store(), 'adoption-worker')]
    const asked = { indicator, period: september }
    const seen = async (who: Account) => {
      const { members, notShown } = await membersOf(app, who, asked)
      return [members.length, notShown]
    }
    const figure = async () =>
      (await readList(app, director, { ...asked, standings, order: 'name', page: 1, most: 20 })).figure.value
    expect([await figure(), await seen(director)]).toEqual([1, [1, 0]])

    await write(
      store(),
      AdoptionSeal,
      { person: [child] },
      {
        startedOn: plainDate('2023-09-01'),
        reason: 'Adoption order',
        decidedBy: await make('worker'),
      },
    )
    await inTransaction(app.store, (db) => recount(app, db, [child]))
    expect([await figure(), await seen(director)]).toEqual([1, [0, 1]])
    await calculate(app, [september])
    expect([await figure(), await seen(director)]).toEqual([1, [0, 1]])

    const order = { authority: 'Family Court', reason: 'It would tell of the adoption' }
    await removeRecord(app, keeper, { record: episode, kind: 'adoption seal', ...order })
    expect(await figure()).toBe(0)
  })
}, productTypes)
