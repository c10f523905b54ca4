import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { anyContent } from '../../../test/databases/contents.ts'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { everything, identity, placement, testTypes } from '../../../test/databases/record-types.ts'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import { addAccount } from '../accounts.ts'
import { openStore } from '../open.ts'
import { StoreError } from '../store-error.ts'
import { addDocument } from './documents.ts'
import { EditConflict } from './edit-conflict.ts'
import { findRecord, findRecordType, findSubject, findVersionsOf } from './find.ts'
import { type Db, inTransaction } from './transaction.ts'
import { makeSubject, type Writing, writeVersion } from './write.ts'

const when = new Date('2024-05-01T09:00:00Z')
const day = (text: string): PlainDate => plainDate(`2024-${text}`)

const aChild = (db: Db) => makeSubject(db, { kind: 'person', madeAt: when, madeBy: 'intake' })
const stay = (child: SubjectId, note: string | null = null): Content => ({
  subjects: { child: [child] },
  links: {},
  fields: { startedOn: day('01-05'), note },
})
async function aDocument(db: Db, subject: SubjectId, userName: string) {
  const who = { userName, name: userName, worker: null, roles: [], passwordHash: 'none', madeAt: when }
  const [account, bytes] = [await addAccount(db, who), Buffer.from(userName)]
  const file = { name: 'a.txt', mediaType: 'text/plain', bytes }
  return addDocument(db, { ...file, account, addedBy: userName, addedAt: when, subject })
}
const writing = (content: Content, changes: { readonly knownOn?: PlainDate; readonly recordedBy?: string } = {}) => ({
  type: placement,
  knownOn: day('05-01'),
  recordedAt: when,
  recordedBy: 'ann',
  reason: null,
  source: 'form' as const,
  content,
  ...changes,
})

eachDatabase(({ share, place }) => {
  const store = share()

  test('a subject is found, and one that is not there is not', async () => {
    const child = await aChild(store().db)
    expect(await findSubject(store().db, child)).toEqual({ kind: 'person', madeAt: when, madeBy: 'intake' })
    expect(await findSubject(store().db, 999_999 as SubjectId)).toBeUndefined()
  })

  test('whatever is written is read back the same', async () => {
    const { db } = store()
    const subjects = [await aChild(db), await aChild(db), await aChild(db), await aChild(db)]
    const first = await writeVersion(db, writing(stay(await aChild(db))))
    const second = await writeVersion(db, writing(stay(await aChild(db))))
    const child = await aChild(db)
    const documents = [await aDocument(db, child, 'ann'), await aDocument(db, child, 'bea')]
    const there = { subjects, records: [first.record, second.record], documents }
    await fc.assert(
      fc.asyncProperty(anyContent(everything, there), async (content) => {
        const { record, version } = await writeVersion(db, { ...writing(content), type: everything })
        expect(await findRecord(db, everything, record)).toEqual([
          {
            record,
            type: 'every-kind',
            sequence: version,
            knownOn: day('05-01'),
            state: 'recorded',
            content,
            recordedAt: when,
            recordedBy: 'ann',
            reason: null,
            source: 'form',
            restates: null,
          },
        ])
      }),
      { numRuns: 60 },
    )
  })

  test('what is left out is read back as nothing', async () => {
    const { db } = store()
    const child = await aChild(db)
    const { record } = await writeVersion(db, writing({ subjects: { child: [child] }, links: {}, fields: {} }))
    const [version] = await findRecord(db, placement, record)
    expect(version?.content).toEqual({
      subjects: { child: [child], household: [] },
      links: {},
      fields: { startedOn: null, endedOn: null, note: null },
    })
  })

  test('a change keeps what was there, with who, when and why', async () => {
    const { db } = store()
    const child = await aChild(db)
    const first = await writeVersion(db, writing(stay(child, 'one')))
    const second = await writeVersion(db, {
      ...writing(stay(child, 'two'), { knownOn: day('05-03'), recordedBy: 'bob' }),
      record: first.record,
      basedOn: first.version,
      reason: 'It was two',
    })
    expect(second.record).toBe(first.record)
    const versions = await findRecord(db, placement, first.record)
    expect(
      versions.map(({ sequence, recordedBy, reason, content }) => [
        sequence,
        recordedBy,
        reason,
        content.fields['note'],
      ]),
    ).toEqual([
      [first.version, 'ann', null, 'one'],
      [second.version, 'bob', 'It was two', 'two'],
    ])
    expect(await findRecordType(db, first.record)).toBe('placement')
    expect(await findRecord(db, identity, first.record)).toEqual([])
    expect(await findRecordType(db, 999_999 as RecordId)).toBeUndefined()
  })

  test('a change of something that was changed meanwhile says by whom, and writes nothing', async () => {
    const { db } = store()
    const child = await aChild(db)
    const { record, version } = await writeVersion(db, writing(stay(child)))
    const bob = await writeVersion(db, {
      ...writing(stay(child, 'bob'), { recordedBy: 'bob' }),
      record,
      basedOn: version,
    })
    const late = writeVersion(db, { ...writing(stay(child, 'cat'), { recordedBy: 'cat' }), record, basedOn: version })
    const conflict = await late.catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(EditConflict)
    expect(conflict).toMatchObject({
      version: { sequence: bob.version, recordedBy: 'bob', recordedAt: when, content: { fields: { note: 'bob' } } },
    })
    expect(await findRecord(db, placement, record)).toHaveLength(2)
  })

  test('of many who change one version at once, one wins and the others are told of it', async () => {
    const { db } = store()
    const child = await aChild(db)
    const { record, version } = await writeVersion(db, writing(stay(child)))
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((note) =>
        writeVersion(db, { ...writing(stay(child, note), { recordedBy: note }), record, basedOn: version }),
      ),
    )
    const versions = await findRecord(db, placement, record)
    expect(versions).toHaveLength(2)
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(lost).toHaveLength(5)
    for (const error of lost) expect(error).toMatchObject({ name: 'EditConflict', version: versions[1] })
  })

  test('a change is refused of what is not there, of another type, and before what it is based on was known', async () => {
    const { db } = store()
    const child = await aChild(db)
    const { record, version } = await writeVersion(db, writing(stay(child)))
    const change = (changes: Partial<Writing>) => {
      const all = { ...writing(stay(child)), record, basedOn: version, ...changes }
      return writeVersion(db, all as Writing)
    }
    await expect(change({ record: 999_999 as RecordId })).rejects.toThrow(
      'There is no placement with the number 999999',
    )
    const other = { type: identity, content: { subjects: { person: [child] }, links: {}, fields: {} } }
    await expect(change(other)).rejects.toThrow(StoreError)
    await expect(change({ knownOn: day('04-30') })).rejects.toThrow('cannot be changed as known on 30 April 2024')
    expect(await findRecord(db, placement, record)).toHaveLength(1)
  })

  test.each<[string, Partial<Content>, string]>([
    ['a field that there is not', { fields: { started: day('01-05') } }, 'placement has no started'],
    ['a role that there is not', { subjects: { childs: [] } }, 'placement has no childs'],
    ['nobody', { subjects: {} }, 'placement.child is not given'],
    [
      'two where there is one',
      { subjects: { child: [1 as SubjectId, 2 as SubjectId] } },
      'placement.child is one; there are 2',
    ],
    ['a date as text', { fields: { startedOn: '2024-01-05' } }, 'placement.startedOn should be a date'],
    ['a date that is none', { fields: { startedOn: Number.NaN } }, 'Not a date'],
    ['text that cannot be kept', { fields: { note: 'a\0b' } }, 'placement.note should be text without'],
    ['half a character', { fields: { note: '\ud83d' } }, 'placement.note should be text without'],
  ])('content that is not of its type is refused: %s', async (_what, wrong, message) => {
    const { db } = store()
    const child = await aChild(db)
    await expect(writeVersion(db, writing({ ...stay(child), ...wrong }))).rejects.toThrow(message)
    expect(await findVersionsOf(db, { subject: child, types: testTypes, knownOn: day('12-31') })).toEqual([])
  })

  test('a subject that is not there is refused, with nothing left behind', async () => {
    const { db } = store()
    const countOf = async () => (await sql<{ count: number }>`select count(*) as count from record`.execute(db)).rows
    const before = await countOf()
    await expect(writeVersion(db, writing(stay(999_999 as SubjectId)))).rejects.toThrow()
    expect(await countOf()).toEqual(before)
  })

  test('what is done in one transaction is done wholly or not at all', async () => {
    const child = await aChild(store().db)
    await expect(
      inTransaction(store(), async (db) => {
        await writeVersion(db, writing(stay(child)))
        expect(await findVersionsOf(db, { subject: child, types: testTypes, knownOn: day('12-31') })).toHaveLength(1)
        throw new Error('no audit row')
      }),
    ).rejects.toThrow('no audit row')
    expect(await findVersionsOf(store().db, { subject: child, types: testTypes, knownOn: day('12-31') })).toEqual([])
  })

  describe('all versions about a subject', () => {
    test('of every type asked for, whatever the role, in the order in which they were written', async () => {
      const { db } = store()
      const [child, sibling] = [await aChild(db), await aChild(db)]
      const { record } = await writeVersion(db, writing(stay(child)))
      await writeVersion(db, { ...writing({ subjects: { person: [child] }, links: {}, fields: {} }), type: identity })
      const met: Content = {
        subjects: { child: [sibling], present: [sibling, child] },
        links: { follows: record },
        fields: {},
      }
      await writeVersion(db, { ...writing(met), type: everything })
      await writeVersion(db, writing(stay(sibling)))
      const typesAbout = async (subject: SubjectId, types = testTypes) =>
        (await findVersionsOf(db, { subject, types, knownOn: day('12-31') })).map(({ type }) => type)
      expect(await typesAbout(child)).toEqual(['placement', 'who-it-is', 'every-kind'])
      expect(await typesAbout(sibling)).toEqual(['every-kind', 'placement'])
      expect(await typesAbout(child, new Map([[identity.key, identity]]))).toEqual(['who-it-is'])
      const both = await findVersionsOf(db, { subject: child, types: testTypes, knownOn: day('12-31') })
      expect(both[2]?.content.subjects).toEqual({
        child: [sibling],
        school: [],
        present: [sibling, child],
        apologies: [],
      })
    })

    test('a record that was moved to somebody else is found by both, with all its versions', async () => {
      const { db } = store()
      const [child, other] = [await aChild(db), await aChild(db)]
      const { record, version } = await writeVersion(db, writing(stay(child)))
      await writeVersion(db, { ...writing(stay(other)), record, basedOn: version })
      const whose = async (subject: SubjectId) =>
        (await findVersionsOf(db, { subject, types: testTypes, knownOn: day('12-31') })).map(
          ({ content }) => content.subjects['child'],
        )
      expect(await whose(child)).toEqual([[child], [other]])
      expect(await whose(other)).toEqual([[child], [other]])
    })
  })

  test('what was written is there when the store is opened again', async () => {
    const where = await place()
    const first = await openStore(where, testTypes)
    const child = await aChild(first.db)
    const { record } = await writeVersion(first.db, writing(stay(child, 'kept')))
    const before = await findRecord(first.db, placement, record)
    await first.close()
    const second = await openStore(where, testTypes)
    const after = await findRecord(second.db, placement, record)
    await second.close()
    expect(after).toEqual(before)
  })
}, testTypes)
