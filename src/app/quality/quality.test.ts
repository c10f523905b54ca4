import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import {
  guests,
  inTheAttic,
  known,
  madeUpArea,
  madeUpTypes,
  numberOfGuests,
  Stay,
  shareInAttic,
} from '../../../test/support/counted.ts'
import { areas } from '../../areas/index.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { opposite, subjectsWithBegun } from '../../core/counting/define.ts'
import { parsePeriod, parsePeriodRange } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import { qualityRule } from '../../core/quality/rule.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import type { App } from '../app.ts'
import { calculate, recount } from '../counting/calculate.ts'
import { seeQuality } from '../months/cycle.ts'
import { assignError } from './assign.ts'
import { keepErrorsHeld } from './held.ts'
import { errorsOfOne } from './of-one.ts'
import { countErrors, readErrors, readQuality } from './read.ts'

const stamp = { recordedAt: new Date('2023-10-01T09:00:00Z'), recordedBy: 'Ada Keech', reason: null } as const
const september = { dataset: 'guest-book', period: parsePeriod('2023-09') }
const all = { ...september, whose: 'all' } as const

const twoRooms = qualityRule({
  key: 'two-rooms',
  label: 'Guests in two rooms',
  source: 'Made up',
  each: subjectsWithBegun(Stay, 'guest'),
  reads: [Stay],
  find: (history) => {
    const open = history.all(Stay).filter(({ endedOn }) => endedOn === null)
    return open.length > 1 ? [{ why: 'Two stays are open.', because: open.map(({ id }) => id) }] : []
  },
})

/** What the same fact answers as whether they are in the attic. */
const shareElsewhere = indicator({
  ...shareInAttic,
  ...{ key: 'share-elsewhere', label: 'Not in the attic' },
  counts: {
    ...{ population: guests, whenNotKnown: 'stays' },
    counted: { 'not in the attic': opposite(inTheAttic) },
  },
})
const indicators = [...madeUpArea.indicators, shareElsewhere]

const guestBook = {
  ...madeUpArea,
  indicators,
  quality: [twoRooms],
  datasets: [
    {
      ...{ key: 'guest-book', label: 'Guest book', audience: 'the host', source: 'Made up' },
      sections: [{ key: 'all', label: 'Guests', indicators }],
    },
  ],
}

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

const makeGuest = (store: Store) => makeSubject(store.db, { kind: 'person', madeAt: stamp.recordedAt, madeBy: 'test' })

function stays(store: Store, subject: SubjectId, given: Parameters<typeof known>[2]) {
  const { content } = known(Stay, subject, given)
  return writeVersion(store.db, { ...stamp, type: Stay, content, knownOn: plainDate('2023-10-01'), source: 'form' })
}

async function restrict(store: Store, person: SubjectId) {
  const team = await makeSubject(store.db, { kind: 'team', madeAt: stamp.recordedAt, madeBy: 'test' })
  const day = plainDate('2023-01-01')
  const content = contentOf(Restriction, { person: [person], teamToRing: [team] }, { startedOn: day })
  await writeVersion(store.db, { ...stamp, source: 'form', type: Restriction, content, knownOn: day })
}

/** Of Ann and of Ben nobody wrote down the room; Ben is restricted. Cat is in the attic, and is written down twice. */
async function guestHouse(store: Store) {
  const app = appOn(store, { catalogue: catalogue([...areas, guestBook]) })
  const [ann, ben, cat] = [await makeGuest(store), await makeGuest(store), await makeGuest(store)]
  const { record, version } = await stays(store, ann, { startedOn: '2023-05-10' })
  await stays(store, ben, { startedOn: '2023-05-10' })
  await stays(store, cat, { startedOn: '2023-05-10', room: 'attic' })
  await stays(store, cat, { startedOn: '2023-05-12', room: 'attic' })
  await restrict(store, ben)
  await calculate(app, parsePeriodRange('2023-09..2023-09'))
  const [analyst, director] = [await account(store, 'performance-analyst'), await account(store, 'director')]
  return { app, ann, ben, cat, record, version, analyst, director }
}

const errorsIn = async (app: App, who: Account) =>
  (await readErrors(app, who, { ...all, page: 1, most: 50 })).errors.map(({ subject, rule }) => [subject, rule.key])

const ROOM = 'not-known-in-the-attic'
const TWO = 'contradiction-two-rooms'

eachDatabase(
  ({ open }) => {
    describe('errors of data', () => {
      it('are seen by rule, with what they could move, and by whom they are about; whoever is closed to the viewer is counted and not named', async () => {
        const store = await open()
        const { app, ann, cat, analyst } = await guestHouse(store)
        const { rules } = await readQuality(app, analyst, all)
        const [room, two] = [ROOM, TWO].map((key) => rules.find(({ rule }) => rule.key === key))
        expect(room).toMatchObject({ errors: 1, notShown: 1 })
        const moved = room?.moves.find(({ indicator }) => indicator.key === shareInAttic.key)
        expect(moved?.between?.low).toBeCloseTo(100 / 3)
        expect(moved).toMatchObject({ now: 100, between: { high: 100 }, members: 2 })
        expect(two).toMatchObject({ errors: 1, notShown: 0 })
        expect(two?.moves.find(({ indicator }) => indicator.key === numberOfGuests.key)?.between).toEqual({
          low: 2,
          high: 3,
        })
        // The opposite question asks for the same fact: it is one error, which moves both figures.
        expect(rules.filter(({ rule }) => rule.key.includes('attic')).map(({ rule }) => rule.key)).toEqual([ROOM])
        expect(room?.moves.map(({ indicator: { key } }) => key)).toContain(shareElsewhere.key)
        const found = await errorsIn(app, analyst)
        expect(found).toContainEqual([ann, ROOM])
        expect(found).toContainEqual([cat, TWO])
        expect(new Set(found.map(([subject]) => subject))).toEqual(new Set([ann, cat]))
      })

      it('are gone in the request in which they are put right, and others stay', async () => {
        const store = await open()
        const { app, ann, cat, record, version, analyst } = await guestHouse(store)
        // As a server does that has just started: what it looked through in passing is not told once it was put right.
        await keepErrorsHeld(app, new AbortController().signal)
        const before = await countErrors(app, september)
        await inTransaction(store, async (db) => {
          const { content } = known(Stay, ann, { startedOn: '2023-05-10', room: 'garden' })
          const corrected = { ...stamp, reason: 'It was missing', source: 'form', record, basedOn: version } as const
          await writeVersion(db, { ...corrected, type: Stay, content, knownOn: plainDate('2023-10-02') })
          await recount(app, db, [ann])
        })
        const found = await errorsIn(app, analyst)
        expect(found.filter(([, rule]) => rule === ROOM)).toEqual([])
        expect(found).toContainEqual([cat, TWO])
        expect(await countErrors(app, september)).toBe(before - 1)
      })

      it('tell of one child what to correct, and what each could move by itself', async () => {
        const store = await open()
        const { app, ann, ben, record, analyst } = await guestHouse(store)
        const { errors } = await errorsOfOne(app, analyst, september, ann)
        const [error] = errors.filter(({ rule }) => rule.key === ROOM)
        expect(error?.behind).toMatchObject([{ record, opens: true }])
        expect(error?.moves.find(({ indicator }) => indicator.key === shareInAttic.key)?.between).toEqual({
          low: 50,
          high: 100,
        })
        await expect(errorsOfOne(app, analyst, september, ben)).rejects.toThrow('Restricted: ring')
      })

      it('are for whoever was asked last, who has to be able to open them; what was said before stays known', async () => {
        const store = await open()
        const { app, ann, analyst, director } = await guestHouse(store)
        const worker = await account(store, 'social-worker')
        const ask = (to: string, note: string) =>
          assignError(app, analyst, { ...september, subject: ann }, { rule: ROOM, record: null, to, note })
        await expect(ask(worker.userName, 'Look it up')).rejects.toThrow('social-worker may not open this record')
        await expect(ask(director.userName, ' ')).rejects.toThrow('Say what they are to do.')
        await ask(director.userName, 'Look it up')
        const mine = async () =>
          (await readQuality(app, director, { ...september, whose: 'mine' })).rules.map((one) => one.rule.key)
        expect(await mine()).toEqual([ROOM])
        await ask('', '')
        expect(await mine()).toEqual([])
        const [error] = (await errorsOfOne(app, analyst, september, ann)).errors.filter(({ rule }) => rule.key === ROOM)
        expect(error?.asked.map(({ to, note }) => [to?.name ?? null, note])).toEqual([
          ['director', 'Look it up'],
          [null, 'It goes by the allocation again.'],
        ])
      })

      it('that stood open when the quality of a month was seen are kept with it as accepted', async () => {
        const store = await open()
        const { app, analyst } = await guestHouse(store)
        const before = await countErrors(app, september)
        expect((await readQuality(app, analyst, all)).acceptedThen).toBeUndefined()
        await seeQuality(app, analyst, september, 'Two rooms are not known')
        const dan = await makeGuest(store)
        await stays(store, dan, { startedOn: '2023-05-10' })
        await inTransaction(store, (db) => recount(app, db, [dan]))
        const { acceptedThen, rules } = await readQuality(app, analyst, all)
        expect(acceptedThen).toBe(before)
        expect(rules.find(({ rule }) => rule.key === ROOM)).toMatchObject({ errors: 2, notShown: 1, accepted: 1 })
      })
    })
  },
  new Map([...productTypes, ...madeUpTypes]),
)
