import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { appOn } from '../../test/support/app.ts'
import { known as contentOf, LookedIn, madeUpArea, madeUpTypes, Stay } from '../../test/support/counted.ts'
import { addDays, plainDate } from '../core/dates/plain-date.ts'
import { catalogue } from '../core/definitions/catalogue.ts'
import type { SubjectId } from '../core/definitions/field.ts'
import { addMerge } from '../store/records/merges.ts'
import { type Db, inTransaction } from '../store/records/transaction.ts'
import { makeSubject, writeVersion } from '../store/records/write.ts'
import type { App } from './app.ts'
import { knownOn } from './counting/known-now.ts'
import { HeldOf } from './held.ts'

const today = plainDate('2023-10-04')
const stamp = { recordedAt: new Date(), recordedBy: 'test', reason: null, source: 'form' as const }
const types = new Set([Stay])
const both = new Set([Stay, LookedIn])

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

eachDatabase(({ open }) => {
  async function house() {
    const store = await open()
    const app = appOn(store, { catalogue: catalogue([madeUpArea]) })
    const someone = () => makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'test' })
    return { store, app, ann: await someone(), bob: await someone() }
  }

  const stays = (db: Db, guest: SubjectId, startedOn: string) =>
    writeVersion(db, {
      ...stamp,
      type: Stay,
      content: contentOf(Stay, guest, { startedOn, room: 'attic' }).content,
      knownOn: plainDate('2023-10-01'),
    })

  /** How many stays are known of somebody, and the records as they are held. */
  async function read(app: App, db: Db, subject: SubjectId, day = app.clock.today) {
    const records = (await (await knownOn(app, db, day)).read([{ subject, types }], types)).get(subject)
    return { records, stays: records?.tables.get(Stay.key)?.entries.length }
  }
  const readAnew = (app: App, subject: SubjectId) => inTransaction(app.store, (db) => read(app, db, subject))

  const looksIn = (db: Db, guest: SubjectId, on: string) =>
    writeVersion(db, {
      ...stamp,
      type: LookedIn,
      content: contentOf(LookedIn, guest, { on, minutes: 5, seen: 'yes' }).content,
      knownOn: plainDate('2023-10-01'),
    })

  /** The tables of stays and of looks in, of somebody. */
  async function tables(app: App, db: Db, subject: SubjectId) {
    const found = await (await knownOn(app, db, app.clock.today)).read([{ subject, types: both }], both)
    const of = (key: string) => found.get(subject)?.tables.get(key)
    return { stays: of(Stay.key), looks: of(LookedIn.key) }
  }
  const tablesAnew = (app: App, subject: SubjectId) => inTransaction(app.store, (db) => tables(app, db, subject))

  describe('what is known today', () => {
    it('of the types that nobody wrote stays as it was, and of the others is read again', async () => {
      const { store, app, ann } = await house()
      await stays(store.db, ann, '2023-05-01')
      await looksIn(store.db, ann, '2023-05-02')
      const first = await tablesAnew(app, ann)
      await looksIn(store.db, ann, '2023-05-03')
      const then = await tablesAnew(app, ann)
      expect(then.stays).toBe(first.stays)
      expect(then.looks?.entries).toHaveLength(2)
      expect(first.looks?.entries).toHaveLength(1)
    })

    it('is for whoever writes what they wrote and what was held, and held is nothing of it when it is undone', async () => {
      const { store, app, ann } = await house()
      await stays(store.db, ann, '2023-05-01')
      await looksIn(store.db, ann, '2023-05-02')
      const first = await tablesAnew(app, ann)
      const undone = inTransaction(store, async (db) => {
        await looksIn(db, ann, '2023-05-03')
        const mine = await tables(app, db, ann)
        expect(mine.stays).toBe(first.stays)
        expect(mine.looks?.entries).toHaveLength(2)
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      const then = await tablesAnew(app, ann)
      expect(then.stays).toBe(first.stays)
      expect(then.looks).toBe(first.looks)
    })

    it('of somebody recorded twice is read again by what was written about either number', async () => {
      const { store, app, ann, bob } = await house()
      const because = { at: new Date(), by: 'test', reason: 'one person' }
      await addMerge(store.db, { kept: ann, merged: bob, knownOn: today, ...because })
      await stays(store.db, ann, '2023-05-01')
      const first = await tablesAnew(app, ann)
      await looksIn(store.db, bob, '2023-05-02')
      const then = await tablesAnew(app, ann)
      expect(then.stays).toBe(first.stays)
      expect(then.looks?.entries).toHaveLength(1)
    })

    it('of a record that was corrected to be about somebody else is read again of both', async () => {
      const { store, app, ann, bob } = await house()
      const { record, version } = await looksIn(store.db, ann, '2023-05-02')
      expect((await tablesAnew(app, ann)).looks?.entries).toHaveLength(1)
      expect((await tablesAnew(app, bob)).looks?.entries).toHaveLength(0)
      const { content } = contentOf(LookedIn, bob, { on: '2023-05-02', minutes: 5, seen: 'yes' })
      await writeVersion(store.db, {
        ...stamp,
        type: LookedIn,
        record,
        basedOn: version,
        content,
        knownOn: plainDate('2023-10-02'),
      })
      expect((await tablesAnew(app, ann)).looks?.entries).toHaveLength(0)
      expect((await tablesAnew(app, bob)).looks?.entries).toHaveLength(1)
    })

    it('is read once of whoever nothing is written about, and again of those about whom something is', async () => {
      const { store, app, ann, bob } = await house()
      await stays(store.db, ann, '2023-05-01')
      const [first, other] = [await readAnew(app, ann), await readAnew(app, bob)]
      expect((await readAnew(app, ann)).records).toBe(first.records)
      await stays(store.db, ann, '2023-06-01')
      expect(await readAnew(app, ann)).toMatchObject({ stays: 2 })
      expect((await readAnew(app, bob)).records).toBe(other.records)
    })

    it('is seen by whoever writes, and by nobody else when it is undone', async () => {
      const { store, app, ann } = await house()
      await stays(store.db, ann, '2023-05-01')
      await readAnew(app, ann)
      const undone = inTransaction(store, async (db) => {
        await stays(db, ann, '2023-06-01')
        expect(await read(app, db, ann)).toMatchObject({ stays: 2 })
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(await readAnew(app, ann)).toMatchObject({ stays: 1 })
    })

    it('is not held from a transaction that wrote before anything was held, and is undone', async () => {
      const { store, app, ann } = await house()
      const undone = inTransaction(store, async (db) => {
        await stays(db, ann, '2023-06-01')
        expect(await read(app, db, ann)).toMatchObject({ stays: 1 })
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(await readAnew(app, ann)).toMatchObject({ stays: 0 })
    })

    it('is begun anew when people are merged, and when the day turns', async () => {
      const { store, app, ann, bob } = await house()
      await stays(store.db, ann, '2023-05-01')
      await stays(store.db, bob, '2023-06-01')
      expect(await readAnew(app, ann)).toMatchObject({ stays: 1 })
      const because = { at: new Date(), by: 'test', reason: 'one person' }
      await addMerge(store.db, { kept: ann, merged: bob, knownOn: today, ...because })
      const both = await readAnew(app, ann)
      expect(both).toMatchObject({ stays: 2 })
      const tomorrow = { ...app, clock: { ...app.clock, today: addDays(today, 1) } }
      expect((await readAnew(tomorrow, ann)).records).not.toBe(both.records)
    })

    it('is not what was known on another day', async () => {
      const { store, app, ann } = await house()
      await stays(store.db, ann, '2023-05-01')
      expect(await readAnew(app, ann)).toMatchObject({ stays: 1 })
      const before = await inTransaction(store, (db) => read(app, db, ann, plainDate('2023-09-30')))
      expect(before.stays).toBe(0)
    })

    it('candidates have those with them about whom something was written since', async () => {
      const { store, app, ann, bob } = await house()
      await stays(store.db, ann, '2023-05-01')
      const search = {
        type: Stay,
        role: 'guest',
        when: 'open',
        on: 'startedOn',
        from: today,
        to: addDays(today, 1),
      } as const
      const found = () =>
        inTransaction(store, async (db) => (await (await knownOn(app, db, today)).candidates([search]))[0])
      expect(await found()).toEqual([ann])
      await stays(store.db, bob, '2023-06-01')
      expect(await found()).toEqual([ann, bob])
      expect(await found()).toEqual([ann, bob])
    })
  })

  describe('somebody who began to write first and ends last', () => {
    it('is not missed, though others have written and read meanwhile', async () => {
      const { store, app, ann, bob } = await house()
      // The embedded store lets one transaction in at a time.
      if (store.kind === 'embedded') return
      await readAnew(app, ann)
      const [begun, ending] = [signal(), signal()]
      const slow = inTransaction(store, async (db) => {
        await stays(db, ann, '2023-05-01')
        begun.give()
        await ending.given
      })
      await begun.given
      await stays(store.db, bob, '2023-06-01')
      expect(await readAnew(app, bob)).toMatchObject({ stays: 1 })
      expect(await readAnew(app, ann)).toMatchObject({ stays: 0 })
      ending.give()
      await slow
      expect(await readAnew(app, ann)).toMatchObject({ stays: 1 })
    })
  })

  describe('a holding', () => {
    it('takes nothing that was worked out before somebody else forgot it', async () => {
      const { store, app, ann } = await house()
      const held = new HeldOf<string>()
      const early = await inTransaction(store, (db) => held.open(app, db))
      await stays(store.db, ann, '2023-05-01')
      await inTransaction(store, (db) => held.open(app, db))
      early.keep(ann, 'before')
      const late = await inTransaction(store, (db) => held.open(app, db))
      expect(late.of(ann)).toBeUndefined()
      late.keep(ann, 'after')
      expect((await inTransaction(store, (db) => held.open(app, db))).of(ann)).toBe('after')
    })

    it('has, of whoever something was written about, what remains when records of its type were', async () => {
      const { store, app, ann } = await house()
      const held = new HeldOf<string>((value, written) => (written.has(Stay.key) ? undefined : value))
      const open = () => inTransaction(store, (db) => held.open(app, db))
      ;(await open()).keep(ann, 'of stays')
      await looksIn(store.db, ann, '2023-05-02')
      expect((await open()).of(ann)).toBe('of stays')
      await stays(store.db, ann, '2023-05-01')
      expect((await open()).of(ann)).toBeUndefined()
    })

    it('is begun anew when what else it follows from is another', async () => {
      const { store, app, ann } = await house()
      const held = new HeldOf<string>()
      const open = (besides: string) => inTransaction(store, (db) => held.open(app, db, besides))
      ;(await open('one')).keep(ann, 'kept')
      expect((await open('one')).of(ann)).toBe('kept')
      expect((await open('two')).of(ann)).toBeUndefined()
    })
  })
}, madeUpTypes)
