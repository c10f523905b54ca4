import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { everything, placement, testTypes } from '../../../test/databases/record-types.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { addAccount } from '../accounts.ts'
import { addAssignment, findAssignments } from '../quality/assignments.ts'
import { StoreError } from '../store-error.ts'
import { findDraft, saveDraft } from './drafts.ts'
import { findRecord, findVersionsOf } from './find.ts'
import { findRemoval, type Removal, removeContent } from './remove.ts'
import type { Db } from './transaction.ts'
import { makeSubject, writeVersion } from './write.ts'

const when = new Date('2024-05-01T09:00:00Z')
const SECRET = 'zebra-crossing'

const aChild = (db: Db) => makeSubject(db, { kind: 'person', madeAt: when, madeBy: 'intake' })

async function aStay(db: Db, child: SubjectId) {
  const writing = {
    type: placement,
    knownOn: plainDate('2024-05-01'),
    recordedAt: when,
    recordedBy: 'ann',
    source: 'form' as const,
    content: { subjects: { child: [child] }, links: {}, fields: { note: SECRET } },
  }
  const first = await writeVersion(db, { ...writing, reason: null })
  const change = { ...writing, reason: `${SECRET} was misspelt`, record: first.record, basedOn: first.version }
  return { ...first, change, second: await writeVersion(db, change) }
}

const removal = (record: RecordId, changes: Partial<Removal> = {}): Removal => ({
  record,
  kind: 'retention',
  authority: 'Retention schedule, line 7',
  reason: '75 years after birth',
  removedBy: 'records officer',
  removedAt: new Date('2024-06-01T09:00:00Z'),
  ...changes,
})

/** How many rows of any table have the word in them. */
async function mentions(db: Db, word: string): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(
    db,
  )
  let count = 0
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} as one where one::text like ${`%${word}%`}`.execute(db)
    count += rows.length
  }
  return count
}

eachDatabase(({ open }) => {
  test('nothing of the content is left, but that there was some, whose, and why it went', async () => {
    const { db } = await open()
    const child = await aChild(db)
    const { record, version, second } = await aStay(db, child)
    const draft = await saveDraft(db, {
      type: 'placement',
      record,
      basedOn: second.version,
      subject: child,
      owner: 'ann',
      content: { note: SECRET },
      savedAt: when,
    })
    const asker = {
      userName: 'ann',
      name: 'Ann',
      worker: null,
      roles: ['social-worker'],
      passwordHash: 'x',
      madeAt: when,
    }
    const asked = {
      rule: 'no-end',
      subject: child,
      record,
      to: null,
      note: `Is ${SECRET} right?`,
      isRight: false,
      at: when,
      by: 'Ann',
    }
    await addAssignment(db, asked, await addAccount(db, asker))
    expect(await mentions(db, SECRET)).toBe(5)
    const before = await findRecord(db, placement, record)

    const stub = await removeContent(db, placement, removal(record))

    expect(await mentions(db, SECRET)).toBe(0)
    expect(await findDraft(db, draft)).toBeUndefined()
    const nothing = { state: 'removed', reason: null, content: { subjects: {}, links: {}, fields: {} } }
    expect(await findRecord(db, placement, record)).toEqual(before.map((one) => ({ ...one, ...nothing })))
    expect(
      (await findVersionsOf(db, { subject: child, types: testTypes, knownOn: plainDate('2024-12-31') })).map(
        ({ sequence }) => sequence,
      ),
    ).toEqual([version, second.version])
    expect(stub.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await findRemoval(db, record)).toEqual(stub)
    expect(await findAssignments(db)).toEqual([{ ...asked, note: 'Taken away with what the record said.' }])
  })

  test('takes only that record, and those who stood in it in roles of many', async () => {
    const { db } = await open()
    const [child, sibling] = [await aChild(db), await aChild(db)]
    const kept = await aStay(db, child)
    const meeting = await writeVersion(db, {
      ...kept.change,
      type: everything,
      record: undefined,
      basedOn: undefined,
      content: { subjects: { child: [child], present: [child, sibling] }, links: { follows: kept.record }, fields: {} },
    })
    const before = await findRecord(db, placement, kept.record)
    const first = await removeContent(db, everything, removal(meeting.record, { kind: 'wrong child' }))
    expect(await findRecord(db, placement, kept.record)).toEqual(before)
    const { rows } = await sql`select from version_subject`.execute(db)
    expect(rows).toEqual([])
    const second = await removeContent(db, placement, removal(kept.record))
    expect(second.contentHash).not.toBe(first.contentHash)
  })

  test('is refused without authority or reason, of nothing, and twice', async () => {
    const { db } = await open()
    const { record } = await aStay(db, await aChild(db))
    for (const missing of [{ authority: ' ' }, { reason: '' }]) {
      await expect(removeContent(db, placement, removal(record, missing))).rejects.toThrow(StoreError)
    }
    expect(await findRemoval(db, record)).toBeUndefined()
    expect(await mentions(db, SECRET)).toBe(3)
    await expect(removeContent(db, placement, removal(999_999 as RecordId))).rejects.toThrow('There is no placement')
    await expect(removeContent(db, everything, removal(record))).rejects.toThrow('There is no every kind')
    await removeContent(db, placement, removal(record))
    await expect(removeContent(db, placement, removal(record))).rejects.toThrow('was removed before')
  })

  test('leaves nothing to be changed', async () => {
    const { db } = await open()
    const { record, second, change } = await aStay(db, await aChild(db))
    await removeContent(db, placement, removal(record))
    await expect(writeVersion(db, { ...change, record, basedOn: second.version })).rejects.toThrow('make a new record')
    expect(await mentions(db, SECRET)).toBe(0)
  })
}, testTypes)
