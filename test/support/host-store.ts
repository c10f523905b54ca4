import type { App } from '../../src/app/app.ts'
import { put } from '../../src/app/records/put.ts'
import { areas } from '../../src/areas/index.ts'
import { HouseholdAllocation } from '../../src/areas/organisation/allocation.ts'
import { Household, HouseholdMembership } from '../../src/areas/people/households.ts'
import { Restriction } from '../../src/areas/people/safety.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { catalogue } from '../../src/core/definitions/catalogue.ts'
import type { SubjectId, SubjectKind } from '../../src/core/definitions/field.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content } from '../../src/core/record/content.ts'
import { type Account, addAccount, findAccount } from '../../src/store/accounts.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/records/transaction.ts'
import { makeSubject } from '../../src/store/records/write.ts'
import { appOn } from './app.ts'
import { contentOf } from './content.ts'
import { Hosting, hostArea, StayedWith } from './made-up-households.ts'

const at = new Date('2023-10-01T09:00:00Z')
const [since, stamp] = [
  plainDate('2023-05-01'),
  { recordedAt: at, recordedBy: 'test', reason: null, source: 'form' },
] as const

/** What a test of households writes and asks with. */
export type Hosts = Awaited<ReturnType<typeof hostStore>>

/**
 * Two households that host. With the Moors live Ann, who is nobody's in particular, and as guests Ben, and Cat, who is restricted. With the Hills, who have no
 * guest, lives Dan alone, who is restricted too.
 */
export async function hostStore(store: Store) {
  const app: App = appOn(store, { catalogue: catalogue([...areas, hostArea]) })
  const make = (kind: SubjectKind) => makeSubject(store.db, { kind, madeAt: at, madeBy: 'test' })
  const write = (type: RecordType, subjects: Content['subjects'], fields: Content['fields'] = {}) =>
    inTransaction(store, (db) =>
      put(app, db, {
        ...{ ...stamp, type, knownOn: plainDate('2023-10-01') },
        content: contentOf(type, subjects, {
          ...(Object.hasOwn(type.fields, 'startedOn') ? { startedOn: since } : {}),
          ...fields,
        }),
      }),
    )
  const home = async (name: string, sort: string) => {
    const household = await make('household')
    await inTransaction(store, (db) =>
      put(app, db, {
        ...{ ...stamp, type: Household, knownOn: plainDate('2023-10-01') },
        content: contentOf(Household, { household: [household] }, { name, kind: 'other' }),
      }),
    )
    await write(Hosting, { household: [household] }, { sort })
    return household
  }
  const lives = async (household: SubjectId) => {
    const person = await make('person')
    await write(HouseholdMembership, { person: [person], household: [household] }, { mainHome: 'yes' })
    return person
  }
  const restrict = async (person: SubjectId) =>
    write(Restriction, { person: [person], teamToRing: [await make('team')] })
  const stays = async (household: SubjectId, startedOn: string) => {
    const guest = await make('person')
    const stay = await write(
      StayedWith,
      { guest: [guest], household: [household] },
      { startedOn: plainDate(startedOn) },
    )
    return { guest, ...stay }
  }
  const [moors, hills] = [await home('The Moors', 'farm'), await home('The Hills', 'town')]
  const ann = await lives(moors)
  await restrict(await lives(hills))
  const [ben, cat] = [await stays(moors, '2023-09-04'), await stays(moors, '2023-09-11')]
  await restrict(cat.guest)

  const account = async (role: string, worker: SubjectId | null = null): Promise<Account> => {
    const about = { name: role, worker, roles: [role], passwordHash: 'x', madeAt: at }
    await addAccount(store.db, { userName: role, ...about })
    const added = await findAccount(store.db, role)
    if (added === undefined) throw new Error(role)
    return added
  }
  /** Makes a household the work of somebody. */
  const allocate = async (household: SubjectId, worker: SubjectId) =>
    write(
      HouseholdAllocation,
      { household: [household], team: [await make('team')], worker: [worker] },
      { role: 'supervising-social-worker' },
    )
  return { app, store, make, write, moors, hills, ann, ben, cat, account, allocate }
}
