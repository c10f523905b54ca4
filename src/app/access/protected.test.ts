import fc from 'fast-check'
import type { KyselyPlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { makeSubject } from '../../store/records/write.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { namesOf, naming } from '../people/naming.ts'
import { stamp } from '../people/write.ts'
import { put } from '../records/put.ts'
import { protectedPeople, protectedPerson } from './protected.ts'
import { viewerOf } from './viewer.ts'

/** The store, and how many questions it has been asked. */
function counted(db: Db): { readonly db: Db; asked(): number } {
  let asked = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(plugin), asked: () => asked }
}

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    const app = appOn(store())
    const family = await made
    const child = () => makeSubject(store().db, { kind: 'person', madeAt: app.clock.now(), madeBy: 'a test' })
    const day = (days: number) => (app.clock.today + days) as PlainDate
    return { app, ...family, child, day }
  }

  /** Allocated or not, restricted or not, in force or not yet: different for each number. */
  const protectSomehow = async (subject: SubjectId, at: number) => {
    const { north, south, tom, nasreen, dilys, write, day } = await setUp()
    const team = at % 2 === 0 ? north : south
    const startedOn = day((at % 5) - 3)
    if (at % 3 !== 0) await write(Allocation, { person: [subject], team: [team] }, { role: 'other', startedOn })
    if (at % 4 !== 0) return
    const workers = at % 8 === 0 ? [tom.id, nasreen.id] : [tom.id]
    await write(
      Restriction,
      { person: [subject], workers, teamToRing: [team] },
      { reason: 'A test', decidedBy: dilys.id, startedOn },
    )
  }

  describe('what a decision about a person depends on', () => {
    it('is looked up once in a transaction, and anew after something was written in it', async () => {
      const { app, north, tom, dilys, child, day } = await setUp()
      const subject = await child()
      await inTransaction(store(), async (db) => {
        const { db: counting, asked } = counted(db)
        expect(await protectedPerson(app, counting, subject)).toMatchObject({ restriction: null })
        const once = asked()
        await protectedPerson(app, counting, subject)
        expect(asked()).toBe(once)
        expect(await protectedPerson(app, db, subject)).toMatchObject({ restriction: null })
        const content = contentOf(
          Restriction,
          { person: [subject], workers: [tom.id], teamToRing: [north] },
          { reason: 'A test', decidedBy: dilys.id, startedOn: day(-1) },
        )
        await put(app, db, { ...stamp(app, dilys.account), type: Restriction, content, reason: null })
        expect(await protectedPerson(app, db, subject)).toMatchObject({ restriction: { workers: [tom.id] } })
      })
    })

    it('is what is written at the moment, whatever was held of it from before', async () => {
      const { app, north, tom, dilys, write, child, day } = await setUp()
      const [subject, other] = [await child(), await child()]
      // More than are simply read.
      const all = [subject, other, ...(await Promise.all(Array.from({ length: 20 }, child)))]
      const anew = () => inTransaction(store(), (db) => protectedPeople(app, db, all))
      const before = await anew()
      expect(before.get(subject)).toMatchObject({ restriction: null })
      await write(
        Restriction,
        { person: [subject], workers: [tom.id], teamToRing: [north] },
        { reason: 'A test', decidedBy: dilys.id, startedOn: day(-1) },
      )
      const after = await anew()
      expect(after.get(subject)).toMatchObject({ restriction: { workers: [tom.id] } })
      expect(after.get(other)).toEqual(before.get(other))
    })

    it('so are the names of those whom a page names: who was restricted meanwhile is not named any more', async () => {
      const { app, south, tom, nasreen, dilys, child, day } = await setUp()
      const subject = await child()
      await inTransaction(store(), async (db) => {
        const room = { db, viewer: await viewerOf(app, db, tom.account) }
        expect((await namesOf(app, room, [subject])).get(subject)?.label).toBe(`Person ${subject}`)
        const content = contentOf(
          Restriction,
          { person: [subject], workers: [nasreen.id], teamToRing: [south] },
          { reason: 'A test', decidedBy: dilys.id, startedOn: day(-1) },
        )
        await put(app, db, { ...stamp(app, dilys.account), type: Restriction, content, reason: null })
        expect((await namesOf(app, room, [subject])).get(subject)?.label).toMatch(/^Restricted: ring South team/)
      })
    })

    it('is the allocations and restrictions that hold today, each from its first day to before its last', async () => {
      const { app, north, south, tom, nasreen, dilys, write, child, day } = await setUp()
      const dated = async (startedOn: number, endedOn: number | null) => {
        const subject = await child()
        const fields = { startedOn: day(startedOn), endedOn: endedOn === null ? null : day(endedOn) }
        await write(
          Allocation,
          { person: [subject], team: [north], worker: [tom.id] },
          { role: 'social-worker', ...fields },
        )
        await write(
          Restriction,
          { person: [subject], workers: [nasreen.id], teamToRing: [south] },
          { reason: 'A test', decidedBy: dilys.id, ...fields },
        )
        const found = await protectedPerson(app, store().db, subject)
        return [found?.allocations.length, found?.restriction !== null]
      }
      expect(await dated(0, null), 'from today').toEqual([1, true])
      expect(await dated(1, null), 'from tomorrow').toEqual([0, false])
      expect(await dated(-9, 1), 'until tomorrow').toEqual([1, true])
      expect(await dated(-9, 0), 'until today').toEqual([0, false])
      expect(await dated(-9, -1), 'until yesterday').toEqual([0, false])
    })

    it('asks no more questions for many people than for one, and answers as for each alone', async () => {
      const { app, tom, maya, isla, ivo, child } = await setUp()
      const people = [maya, isla, ivo]
      for (let at = 0; at < 20; at += 1) {
        const subject = await child()
        people.push(subject)
        await protectSomehow(subject, at)
      }
      const everybody = [...people, tom.id, 999_999 as SubjectId]
      const alone = new Map(
        await Promise.all(everybody.map(async (one) => [one, await protectedPerson(app, store().db, one)] as const)),
      )
      const one = counted(store().db)
      await protectedPeople(app, one.db, [isla])
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(everybody), async (some) => {
          const many = counted(store().db)
          const together = await protectedPeople(app, many.db, some)
          expect([...together.keys()]).toEqual(some.filter((each) => alone.get(each) !== undefined))
          for (const each of some) expect(together.get(each)).toEqual(alone.get(each))
          // However many: what has been written since, and about whom, is asked of more than a few.
          expect(many.asked()).toBeLessThanOrEqual(one.asked() + 2)
        }),
        { numRuns: 15 },
      )
    })

    it('names a page full of people in as many questions as one', async () => {
      const { app, tom, maya, isla, theo, carys, north, nasreen } = await setUp()
      const asked = async (subjects: readonly SubjectId[]) => {
        const { db, asked: questions } = counted(store().db)
        const name = naming(app, { db, viewer: await viewerOf(app, db, tom.account) })
        const before = questions()
        const names = await Promise.all(subjects.map(name))
        return { names: names.map(({ label }) => label), questions: questions() - before }
      }
      const all = [maya, isla, theo, carys, north, nasreen.id]
      // Of whom nothing is held yet more is asked than of whom it is: of all of them once before.
      await asked(all)
      const everybody = await asked(all)
      expect(everybody.names).toEqual([
        'Maya Ellwood',
        'Restricted: ring South team, 01632 960020',
        'Theo Ellwood',
        'Carys Ellwood',
        'North team',
        'Nasreen Holt',
      ])
      expect(everybody.questions).toBeLessThanOrEqual((await asked([isla])).questions)
    })
  })
}, productTypes)
