import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { CaseNote, SeenAndHeard } from '../../areas/people/notes.ts'
import { parseInstant } from '../../core/dates/instant.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import { findRecord } from '../../store/records/find.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { mergePeople } from './merge.ts'
import { readPerson } from './read.ts'
import { moveRecord, previewMove, previewRemoval, removeRecord } from './remove.ts'
import { readVersions } from './versions.ts'
import { writeNew } from './write.ts'

const SECRET = 'He said that he is afraid of the dog'
const order = { authority: 'Family Court, BH23C00101, 2 October 2023', reason: 'The court ordered it' }
const mistake = { authority: 'Dilys Okafor', reason: 'Written on the wrong record' }

eachDatabase((database) => {
  const store = database.share()
  let loaded: ReturnType<typeof loadDemonstrationPeople> | undefined
  let notes = 0
  const setUp = async () => {
    loaded ??= loadDemonstrationPeople(store().db, 'none')
    const { tom, dilys, anwen, nasreen, ottoline, ...people } = await loaded
    const app = appOn(store())
    const note = async (about: readonly SubjectId[]): Promise<RecordId> => {
      const written = await writeNew(app, tom.account, CaseNote, {
        subjects: { people: about },
        links: {},
        fields: {
          // The same note twice is not written.
          happenedAt: { at: parseInstant(`2023-05-03T14:${String(10 + notes++)}Z`), precision: 'minute' },
          kind: 'visit',
          heading: SECRET,
          whatHappened: SECRET,
          whatItMeans: null,
          significant: null,
          worker: tom.id,
        },
      })
      if (!('record' in written)) throw new Error('it was not written')
      return written.record
    }
    const accounts = {
      tom: tom.account,
      dilys: dilys.account,
      anwen: anwen.account,
      nasreen: nasreen.account,
      ottoline: ottoline.account,
    }
    const read = (account: Account, subject: SubjectId, knownOn = app.clock.today) =>
      readPerson(app, account, subject, { asAt: app.clock.today, knownOn }, 'test')
    const stubOf = async (account: Account, subject: SubjectId, record: RecordId) =>
      (await read(account, subject)).putRight.stubs.find((stub) => stub.record === record)
    return { app, ...people, ...accounts, tomId: tom.id, note, read, stubOf }
  }
  const refusal = async (work: Promise<unknown>): Promise<Refused> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof Refused) return error
    throw new Error(`It was not refused, but: ${String(error)}`)
  }

  describe('a note on the wrong child’s record', () => {
    it('is put on the right one’s, word for word, and leaves a stub that says so', async () => {
      const { app, dilys, tom, maya, theo, note, read, stubOf } = await setUp()
      const record = await note([maya])
      expect(await previewMove(app, dilys, { record, wrong: maya, right: theo })).toEqual({ right: 'Theo Ellwood' })
      const moved = await moveRecord(app, dilys, { record, wrong: maya, right: theo, ...mistake })
      const [version] = await findRecord(store().db, CaseNote, moved)
      expect(version).toMatchObject({
        content: { subjects: { people: [theo] }, fields: { heading: SECRET, whatHappened: SECRET } },
        recordedBy: 'Dilys Okafor',
        reason: expect.stringContaining('Tom Fairweather wrote it on somebody else’s record by mistake'),
      })
      expect((await read(tom, maya)).records.some((one) => one.record === record)).toBe(false)
      expect((await read(tom, theo)).records.some((one) => one.record === moved)).toBe(true)
      const names = ['Theo Ellwood']
      expect(await stubOf(tom, maya, record)).toMatchObject({
        kind: 'wrong child',
        on: plainDate('2023-05-03'),
        ...mistake,
        removedBy: 'Dilys Okafor',
        movedTo: { record: moved, names },
      })
      expect((await readVersions(app, tom, record)).stub?.movedTo).toEqual({ record: moved, names })
      expect(
        (await findAudit(store().db, maya)).find((entry) => entry.record === record && entry.action === 'move'),
      ).toMatchObject({ accountName: 'Dilys Okafor', decision: 'yes' })
    })

    it('does not name the right child to whoever may not read about them', async () => {
      const { app, ottoline, tom, maya, ivo, note, stubOf } = await setUp()
      const record = await note([maya])
      const moved = await moveRecord(app, ottoline, { record, wrong: maya, right: ivo, ...mistake })
      expect(await stubOf(tom, maya, record)).toMatchObject({ kind: 'wrong child', movedTo: null })
      const { stub, names, versions } = await readVersions(app, tom, record)
      expect(JSON.stringify([stub, [...names], versions])).not.toMatch(new RegExp(`Santander|${moved}\\b`))
      expect((await stubOf(ottoline, maya, record))?.movedTo).toEqual({ record: moved, names: ['Ivo Santander'] })
    })

    it('takes only the wrong one out of a note about several, and keeps the others in it', async () => {
      const { app, dilys, maya, theo, theodore, note } = await setUp()
      const record = await note([maya, theo])
      const moved = await moveRecord(app, dilys, { record, wrong: theo, right: theodore, ...mistake })
      const [version] = await findRecord(store().db, CaseNote, moved)
      expect(version?.content.subjects).toEqual({ people: [maya, theodore] })
    })

    it('is moved only by who may for both, with authority and reason, to somebody else who is there', async () => {
      const { app, dilys, tom, nasreen, maya, theo, ivo, note, read } = await setUp()
      const record = await note([maya])
      const move = { record, wrong: maya, right: theo, ...mistake }
      for (const account of [tom, nasreen])
        expect((await refusal(moveRecord(app, account, move))).kind).toBe('not allowed')
      expect((await refusal(moveRecord(app, dilys, { ...move, right: ivo }))).kind).toBe('not allowed')
      expect((await refusal(moveRecord(app, dilys, { ...move, right: 999_999 as SubjectId }))).kind).toBe('not found')
      for (const wrong of [{ right: maya }, { wrong: theo }, { authority: ' ' }, { reason: '' }])
        expect((await refusal(moveRecord(app, dilys, { ...move, ...wrong }))).kind).toBe('bad input')
      expect((await read(dilys, maya)).records.some((one) => one.record === record)).toBe(true)
      expect(JSON.stringify((await read(dilys, theo)).records.map((one) => one.content.subjects))).not.toContain(
        String(ivo),
      )
    })

    it('takes what refers to it along, one after the other', async () => {
      const { app, dilys, tom, tomId, maya, theo, note } = await setUp()
      const record = await note([maya])
      const happenedAt = { at: parseInstant('2023-05-03T14:00Z'), precision: 'minute' } as const
      const blank = Object.fromEntries(Object.keys(SeenAndHeard.fields).map((field) => [field, null]))
      const seen = await writeNew(app, tom, SeenAndHeard, {
        subjects: { child: [maya] },
        links: { note: record },
        fields: { ...blank, happenedAt, seen: 'yes', seenAlone: 'yes', childsWords: SECRET, worker: tomId },
      })
      if (!('record' in seen)) throw new Error(JSON.stringify(seen.faults))
      const { linking, kinds, on } = await previewRemoval(app, dilys, record)
      expect(linking).toEqual([{ record: seen.record, type: SeenAndHeard }])
      expect({ kinds, on }).toEqual({ kinds: ['wrong child'], on: plainDate('2023-05-03') })
      const moved = await moveRecord(app, dilys, { record, wrong: maya, right: theo, ...mistake })
      const heard = await moveRecord(app, dilys, { record: seen.record, wrong: maya, right: theo, ...mistake })
      expect((await findRecord(store().db, SeenAndHeard, heard))[0]?.content.links).toEqual({ note: moved })
    })
  })

  describe('what a court, or time, takes off the record', () => {
    it('is gone on every day, and a stub says why, when and on what authority', async () => {
      const { app, ottoline, tom, maya, note, read, stubOf } = await setUp()
      const record = await note([maya])
      expect((await previewRemoval(app, ottoline, record)).kinds).toEqual(['wrong child', 'retention', 'court order'])
      await removeRecord(app, ottoline, { record, kind: 'court order', ...order })
      expect((await read(tom, maya)).records.some((one) => one.record === record)).toBe(false)
      expect(await stubOf(tom, maya, record)).toMatchObject({
        kind: 'court order',
        on: plainDate('2023-05-03'),
        ...order,
        movedTo: null,
      })
      const { stub, versions, subject } = await readVersions(app, tom, record)
      expect({ subject, kind: stub?.kind, state: versions[0]?.state }).toEqual({
        subject: maya,
        kind: 'court order',
        state: 'removed',
      })
      expect(JSON.stringify(versions)).not.toContain(SECRET)
      expect((await refusal(removeRecord(app, ottoline, { record, kind: 'retention', ...order }))).kind).toBe(
        'in the way',
      )
      const before = plainDate('2023-05-02')
      expect(
        (await readPerson(app, tom, maya, { asAt: before, knownOn: app.clock.today }, 'test')).putRight.stubs,
      ).toEqual([])
    })

    it('is removed only by who may', async () => {
      const { app, dilys, tom, anwen, maya, note, read } = await setUp()
      const record = await note([maya])
      for (const account of [dilys, tom, anwen])
        expect((await refusal(removeRecord(app, account, { record, kind: 'retention', ...order }))).kind).toBe(
          'not allowed',
        )
      expect((await refusal(previewRemoval(app, tom, record))).kind).toBe('not allowed')
      expect((await read(tom, maya)).records.some((one) => one.record === record)).toBe(true)
    })

    it('is found under the kept number of somebody recorded twice', async () => {
      const { app, ottoline, tom, theo, theodore, note, stubOf } = await setUp()
      const record = await note([theodore])
      await mergePeople(app, ottoline, { kept: theo, merged: theodore }, 'The same NHS number')
      await removeRecord(app, ottoline, { record, kind: 'retention', ...order })
      expect((await stubOf(tom, theo, record))?.kind).toBe('retention')
      expect((await readVersions(app, tom, record)).subject).toBe(theo)
    })
  })

  it('what would tell of an adoption leaves nothing to be seen but by those who keep adoptions', async () => {
    const { app, tom, tomId, ottoline, maya, note, stubOf } = await setUp()
    const base = { worker: tomId, passwordHash: 'none', madeAt: new Date() }
    const roles = ['social-worker', 'adoption-worker']
    await addAccount(store().db, { ...base, userName: 'keeper', name: 'Keeper', roles })
    const keeper = await findAccount(store().db, 'keeper')
    if (keeper === undefined) throw new Error('there is no such account')
    const record = await note([maya])
    const seal = { record, kind: 'adoption seal', ...order } as const
    for (const account of [tom, ottoline]) {
      expect((await refusal(removeRecord(app, account, seal))).kind).toBe('not found')
    }
    await removeRecord(app, keeper, seal)
    for (const account of [tom, ottoline]) {
      expect(await stubOf(account, maya, record)).toBeUndefined()
      expect((await refusal(readVersions(app, account, record))).message).toBe('There is no record of that number.')
    }
    expect((await stubOf(keeper, maya, record))?.kind).toBe('adoption seal')
  })
}, productTypes)
