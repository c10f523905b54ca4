import type { App } from '../../src/app/app.ts'
import { calculate, recount } from '../../src/app/counting/calculate.ts'
import { seeQuality, signOff, writeCommentary } from '../../src/app/months/cycle.ts'
import { areas } from '../../src/areas/index.ts'
import { Restriction } from '../../src/areas/people/safety.ts'
import { parsePeriod, parsePeriodRange } from '../../src/core/dates/period.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import { catalogue } from '../../src/core/definitions/catalogue.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { report } from '../../src/core/definitions/report.ts'
import { type Account, addAccount, findAccount } from '../../src/store/accounts.ts'
import type { Store } from '../../src/store/open.ts'
import { makeSubject, writeVersion } from '../../src/store/records/write.ts'
import { appOn, productTypes } from './app.ts'
import { contentOf } from './content.ts'
import { known, madeUpArea, madeUpTypes, Stay } from './counted.ts'

export const stamp = {
  recordedAt: new Date('2023-10-01T09:00:00Z'),
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
}
export const september = { dataset: 'guest-book', period: parsePeriod('2023-09') }
export const extractDay = plainDate('2023-10-04')

const guestReport = report('guests', {
  label: 'Guest report',
  dataset: 'guest-book',
  source: 'Made up',
  chapters: [
    { key: 'summary', label: 'Summary', pieces: [{ show: 'findings' }] },
    { key: 'all', label: 'Guests', pieces: [{ show: 'section', section: 'all' }] },
    { key: 'promised', label: 'Promised', pieces: [{ show: 'promised' }] },
    { key: 'restated', label: 'Since', pieces: [{ show: 'restated' }] },
    { key: 'months', label: 'Months', pieces: [{ show: 'every month' }] },
  ],
})

export const guestBook = {
  ...madeUpArea,
  reports: [guestReport],
  datasets: [
    {
      key: 'guest-book',
      label: 'Guest book',
      audience: 'the host',
      source: 'Made up',
      sections: [{ key: 'all', label: 'Guests', indicators: madeUpArea.indicators }],
    },
  ],
}

export async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

export const on = (app: App, today: string): App => ({ ...app, clock: { ...app.clock, today: plainDate(today) } })

export const makeGuest = (store: Store) =>
  makeSubject(store.db, { kind: 'person', madeAt: stamp.recordedAt, madeBy: 'test' })

export async function stays(
  store: Store,
  subject: SubjectId,
  given: Parameters<typeof known>[2],
  knownOn = '2023-10-01',
) {
  const { content } = known(Stay, subject, given)
  return writeVersion(store.db, { ...stamp, type: Stay, content, knownOn: plainDate(knownOn) })
}

async function restrict(store: Store, person: SubjectId) {
  const team = await makeSubject(store.db, { kind: 'team', madeAt: stamp.recordedAt, madeBy: 'test' })
  const content = contentOf(
    Restriction,
    { person: [person], teamToRing: [team] },
    { startedOn: plainDate('2023-01-01') },
  )
  await writeVersion(store.db, { ...stamp, type: Restriction, content, knownOn: plainDate('2023-01-01') })
}

/** Ann and Ben are there in September, Ben restricted; what is recorded later changes both. */
export async function guestHouse(store: Store) {
  const app = on(appOn(store, { catalogue: catalogue([...areas, guestBook]) }), '2023-10-04')
  const [ann, ben] = [await makeGuest(store), await makeGuest(store)]
  await stays(store, ann, { startedOn: '2023-05-10', room: 'garden' })
  await stays(store, ben, { startedOn: '2023-05-10', room: 'attic' })
  await restrict(store, ben)
  await calculate(app, parsePeriodRange('2023-04..2023-09'))
  const [analyst, director] = [await account(store, 'performance-analyst'), await account(store, 'director')]
  await signedOff(app, analyst, director)
  return { app, ann, ben, analyst, director }
}

/** Looked at, written about and signed off: what a month needs before it is frozen. */
export async function signedOff(app: App, analyst: Account, director: Account) {
  await seeQuality(app, analyst, september, 'Nothing is wrong with it')
  const words = { indicator: null, goingWell: 'They like it here', worries: '', doing: '' }
  await writeCommentary(app, director, { ...september, section: 'all' }, [words])
  await signOff(app, director, september)
}

/** Ten days later somebody writes down that a third guest was there in September, and that the restricted one was too, again. */
export async function writtenLate(store: Store, app: App, ben: SubjectId): Promise<{ later: App; cat: SubjectId }> {
  const later = on(app, '2023-10-14')
  const cat = await makeGuest(store)
  await stays(store, cat, { startedOn: '2023-09-10', room: 'attic' }, '2023-10-12')
  await stays(store, ben, { startedOn: '2023-08-01', room: 'garden' }, '2023-10-12')
  await later.store.db.transaction().execute((db) => recount(later, db, [cat, ben]))
  return { later, cat }
}

/** The record types that a store of the guest house holds. */
export const guestTypes = new Map([...productTypes, ...madeUpTypes])
