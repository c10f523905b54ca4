import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { CompiledQuery, QueryResult } from 'kysely'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn } from '../../../test/support/app.ts'
import {
  indicators,
  known,
  LookedIn,
  madeUpArea,
  madeUpTypes,
  numberOfGuests,
  Stay,
  shareInAttic,
} from '../../../test/support/counted.ts'
import { test } from '../../core/counting/define.ts'
import { parsePeriod, parsePeriodRange } from '../../core/dates/period.ts'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import type { Content } from '../../core/record/content.ts'
import { StoreConnection } from '../../store/connection.ts'
import { findCountedPeriods, findMembers } from '../../store/counting/members.ts'
import type { Store } from '../../store/open.ts'
import { addMerge, endMerge } from '../../store/records/merges.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { makeSubject, type Written, writeVersion } from '../../store/records/write.ts'
import type { App } from '../app.ts'
import { bringUpToDate, calculate, recount, recountAfter } from './calculate.ts'
import { countedFigures } from './figures.ts'
import { listsOf } from './lists.ts'

const periods = parsePeriodRange('2023-04..2023-09')
const appFor = (store: Store, today = '2023-10-04'): App => {
  const app = appOn(store, { catalogue: catalogue([madeUpArea]) })
  return { ...app, clock: { ...app.clock, today: plainDate(today) } }
}
const person = (store: Store) => makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'test' })
const stamp = {
  recordedAt: new Date('2023-10-04T09:00:00Z'),
  recordedBy: 'test',
  reason: null,
  source: 'form' as const,
}
type Given = Parameters<typeof known>[2]
async function write(
  store: Store,
  type: typeof Stay | typeof LookedIn,
  subject: SubjectId,
  given: Given,
  knownOn = '2023-10-01',
) {
  const { content } = known(type, subject, given)
  return writeVersion(store.db, { ...stamp, type, content, knownOn: plainDate(knownOn) })
}
const valuesOf = async (app: App, period: string, indicator = numberOfGuests, knownOn: PlainDate = app.clock.today) =>
  (await countedFigures(app, app.store.db, { indicators: [indicator], periods: [parsePeriod(period)], knownOn })).map(
    ({ value }) => value,
  )
/** The app with an indicator that this rule decides. */
function withRule(app: App, rule: () => boolean): App {
  const { counts } = shareInAttic
  if (counts === undefined) throw new Error('It is counted')
  const decided = indicator({
    ...shareInAttic,
    counts: { ...counts, counted: { 'the rule': test([Stay, LookedIn], rule) } },
  })
  return { ...app, catalogue: catalogue([{ ...madeUpArea, indicators: [numberOfGuests, decided] }]) }
}
/** The same app, which has read nothing yet: it looks up again what it knew. */
const holdingNothing = (app: App): App => ({ ...app, store: { ...app.store } })
/** What the store is asked from the moment on which a transaction goes back, until all who might ask have done so. */
async function askedAfterGoingBack(work: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = []
  const before = StoreConnection.prototype.executeQuery
  StoreConnection.prototype.executeQuery = function <Row>(this: StoreConnection, query: CompiledQuery) {
    asked.push(query.sql)
    return before.call<StoreConnection, [CompiledQuery], Promise<QueryResult<Row>>>(this, query)
  }
  try {
    await work()
    await setTimeout(100)
  } finally {
    StoreConnection.prototype.executeQuery = before
  }
  expect(asked).toContain('rollback')
  return asked.slice(asked.indexOf('rollback') + 1)
}
/** Everybody who is counted, whatever their periods are called inside. */
async function everybody(app: App) {
  const counted = await findCountedPeriods(
    app.store.db,
    listsOf(app).map(({ key }) => key),
  )
  const members = await findMembers(app.store.db, counted)
  const called = new Map(counted.map(({ id, list, period }) => [id, `${list} ${toText(period.from)}`] as const))
  return members.map(({ periodId, ...rest }) => JSON.stringify({ ...rest, period: called.get(periodId) })).toSorted()
}

eachDatabase(({ open }) => {
  describe('counting what is in the store', () => {
    it('keeps who is counted, and figures are counts of them', async () => {
      const app = appFor(await open())
      const [ann, ben] = [await person(app.store), await person(app.store)]
      await write(app.store, Stay, ann, { startedOn: '2023-05-10', room: 'attic' })
      await write(app.store, Stay, ben, { startedOn: '2023-08-01', endedOn: '2023-09-10', room: 'garden' })
      expect(await calculate(app, periods)).toMatchObject({ periods: 12, subjects: 2 })
      expect(await valuesOf(app, '2023-04')).toEqual([0])
      expect(await valuesOf(app, '2023-08')).toEqual([2])
      expect(await valuesOf(app, '2023-09')).toEqual([1])
      expect(await valuesOf(app, '2023-08', shareInAttic)).toEqual([50])
    })

    it('answers an earlier day with what was known by then', async () => {
      const app = appFor(await open())
      const ann = await person(app.store)
      const first = await write(app.store, Stay, ann, { startedOn: '2023-05-10', room: 'attic' }, '2023-06-01')
      const { content } = known(Stay, ann, { startedOn: '2023-05-10', endedOn: '2023-05-20', room: 'attic' })
      await writeVersion(app.store.db, {
        ...stamp,
        type: Stay,
        content,
        knownOn: plainDate('2023-08-01'),
        record: first.record,
        basedOn: first.version,
      })
      await calculate(app, periods)
      expect(await valuesOf(app, '2023-06')).toEqual([0])
      expect(await valuesOf(app, '2023-06', numberOfGuests, plainDate('2023-07-31'))).toEqual([1])
      expect(await valuesOf(app, '2023-06', numberOfGuests, plainDate('2023-05-31'))).toEqual([])
    })

    it('counts one again, and comes to what counting everybody comes to', async () => {
      const store = await open()
      const app = appFor(store)
      const people = [await person(store), await person(store), await person(store)]
      await calculate(app, periods)
      const day = fc.integer({ min: 0, max: 200 }).map((days) => toText((plainDate('2023-03-20') + days) as PlainDate))
      const step = fc.record({
        who: fc.constantFrom(...people),
        what: fc.oneof(
          fc.record({
            type: fc.constant(Stay),
            given: fc.record({ startedOn: day, room: fc.constantFrom('attic', 'garden', null) }),
          }),
          fc.record({
            type: fc.constant(LookedIn),
            given: fc.record({ on: day, seen: fc.constantFrom('yes', 'no'), minutes: fc.nat(60) }),
          }),
        ),
      })
      await fc.assert(
        fc.asyncProperty(step, async ({ who, what }) => {
          await inTransaction(store, async (db) => {
            const content: Content = known(what.type, who, what.given).content
            await writeVersion(db, { ...stamp, type: what.type, content, knownOn: app.clock.today })
            await recount(app, db, [who])
          })
          const one = await everybody(app)
          await calculate(app, periods)
          expect(one).toEqual(await everybody(app))
        }),
        { numRuns: 8 },
      )
    })

    it('counts one again after a record changed, in the periods that see it otherwise, and comes to the same', async () => {
      const store = await open()
      const app = appFor(store)
      const people = [await person(store), await person(store)]
      await calculate(app, periods)
      const day = fc.integer({ min: 0, max: 240 }).map((days) => toText((plainDate('2023-03-01') + days) as PlainDate))
      const said = fc.record({
        who: fc.constantFrom(...people),
        startedOn: day,
        endedOn: fc.option(day),
        room: fc.constantFrom('attic', 'garden', null),
      })
      const steps = fc.array(said, { minLength: 1, maxLength: 4 })
      await fc.assert(
        fc.asyncProperty(steps, async (versions) => {
          let before: { readonly written: Written; readonly content: Content } | undefined
          for (const { who, ...given } of versions) {
            const { content } = known(Stay, who, given)
            const based = before && { record: before.written.record, basedOn: before.written.version }
            const writing = { ...stamp, type: Stay, content, knownOn: app.clock.today, ...based }
            const written = await inTransaction(store, async (db) => {
              const done = await writeVersion(db, writing)
              await recountAfter(app, db, { type: Stay, before: before?.content, after: content })
              return done
            })
            before = { written, content }
            const one = await everybody(app)
            await calculate(app, periods)
            expect(one).toEqual(await everybody(app))
          }
        }),
        { numRuns: 6 },
      )
    })

    it('counts somebody recorded twice under the kept number, and both again when they are parted', async () => {
      const app = appFor(await open())
      const { db } = app.store
      const [kept, merged] = [await person(app.store), await person(app.store)]
      await write(app.store, Stay, kept, { startedOn: '2023-05-10', room: 'attic' })
      await write(app.store, Stay, merged, { startedOn: '2023-06-10', room: 'garden' })
      await calculate(app, periods)
      const before = await everybody(app)
      const said = { knownOn: app.clock.today, at: stamp.recordedAt, by: 'test', reason: 'One person' }
      const again = () => inTransaction(app.store, (trx) => recount(app, trx, [kept, merged]))
      const merge = await addMerge(db, { kept, merged, ...said })
      await again()
      const one = await everybody(app)
      expect(one).not.toEqual(before)
      expect(one.filter((member) => member.includes(`"subject":${merged}`))).toEqual([])
      await calculate(app, periods)
      expect(one).toEqual(await everybody(app))
      await endMerge(db, { merge, ...said })
      await again()
      expect(await everybody(app)).toEqual(before)
    })

    it('leaves no trace of a count whose transaction failed', async () => {
      const app = appFor(await open())
      const ann = await person(app.store)
      await calculate(app, periods)
      const failing = inTransaction(app.store, async (db) => {
        await write({ ...app.store, db } as Store, Stay, ann, { startedOn: '2023-05-10' })
        await recount(app, db, [ann])
        throw new Error('No')
      })
      await expect(failing).rejects.toThrow('No')
      expect(await valuesOf(app, '2023-06')).toEqual([0])
    })

    it.each<[string, (app: App, guests: readonly SubjectId[]) => Promise<unknown>]>([
      ['counting everybody', (app) => calculate(app, periods)],
      [
        'counting some again',
        (app, guests) => inTransaction(app.store, (db) => recount(holdingNothing(app), db, guests)),
      ],
    ])('where a rule fails %s leaves all as it was, and asks the store nothing once it goes back', async (_, count) => {
      let isBroken = false
      const app = withRule(appFor(await open()), () => {
        if (isBroken) throw new Error('No answer')
        return true
      })
      // More than are looked up at first, so that others are being looked up when one is counted.
      const guests: SubjectId[] = []
      for (let guest = 0; guest < 30; guest++) guests.push(await person(app.store))
      for (const guest of guests) await write(app.store, Stay, guest, { startedOn: '2023-05-10', room: 'attic' })
      await calculate(app, periods)
      const lists = listsOf(app).map(({ key }) => key)
      const kept = async () => [await everybody(app), await findCountedPeriods(app.store.db, lists)]
      const before = await kept()
      isBroken = true
      const late = await askedAfterGoingBack(() => expect(count(app, guests)).rejects.toThrow('No answer'))
      expect(late).toEqual([])
      expect(await kept()).toEqual(before)
    })

    it('is brought up to date once: after that only what a new day changes', async () => {
      const store = await open()
      const ann = await person(store)
      await write(store, Stay, ann, { startedOn: '2023-09-30', room: 'attic' })
      const lists = listsOf(appFor(store)).length
      expect((await bringUpToDate(appFor(store))).periods).toBe(36 * lists)
      expect((await bringUpToDate(appFor(store))).periods).toBe(0)
      // October had begun, and goes on: nothing else depends on the day.
      expect((await bringUpToDate(appFor(store, '2023-10-05'))).periods).toBe(lists)
      // A month further it has ended, and another has begun.
      expect((await bringUpToDate(appFor(store, '2023-11-04'))).periods).toBe(2 * lists)
      expect(indicators.length).toBeGreaterThan(lists)
    })
  })
}, madeUpTypes)
