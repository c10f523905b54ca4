import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { file } from '../../../test/databases/importing.ts'
import { everything, placement, testTypes } from '../../../test/databases/record-types.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { GroupRow } from '../../core/record/content.ts'
import { addAccount } from '../accounts.ts'
import { addDocument, dropUnheld, findBytes, findDocuments, findRecordsWith, holdForDraft } from './documents.ts'
import { deleteDraft, saveDraft } from './drafts.ts'
import { importRecords } from './import.ts'
import { type Removal, removeContent } from './remove.ts'
import type { Db } from './transaction.ts'
import { makeSubject, writeVersion } from './write.ts'

const when = new Date('2024-05-01T09:00:00Z')
const everyByte = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256)
const secret = Buffer.from('zebra-crossing in bytes')

/** A child, an account, and what records need before they can be written. */
async function begin(db: Db) {
  const child = await makeSubject(db, { kind: 'person', madeAt: when, madeBy: 'intake' })
  const account = await addAccount(db, {
    userName: 'ann',
    name: 'Ann',
    worker: null,
    roles: [],
    passwordHash: 'none',
    madeAt: when,
  })
  const stamp = { knownOn: plainDate('2024-05-01'), recordedAt: when, recordedBy: 'Ann', source: 'form' as const }
  const stay = await writeVersion(db, {
    ...stamp,
    type: placement,
    reason: null,
    content: { subjects: { child: [child] }, links: {}, fields: {} },
  })
  return {
    child,
    account,
    add: (bytes: Uint8Array, addedAt = when) =>
      addDocument(db, {
        account,
        addedBy: 'Ann',
        addedAt,
        subject: child,
        name: 'Zebra.pdf',
        mediaType: 'application/pdf',
        bytes,
      }),
    write: (minutes: DocumentId | null, more: Partial<GroupRow> = {}) =>
      writeVersion(db, {
        ...stamp,
        type: everything,
        reason: null,
        content: aMeeting(child, stay.record, { minutes, ...more }),
      }),
    correct: (to: { record: RecordId; version: number }, minutes: DocumentId) =>
      writeVersion(db, {
        ...stamp,
        type: everything,
        reason: 'The wrong file',
        record: to.record,
        basedOn: to.version,
        content: aMeeting(child, stay.record, { minutes }),
      }),
    draft: (record: RecordId | null = null) =>
      saveDraft(db, {
        type: 'every-kind',
        record,
        basedOn: null,
        subject: child,
        owner: 'ann',
        content: {},
        savedAt: when,
      }),
  }
}

const aMeeting = (child: SubjectId, follows: RecordId, fields: GroupRow) => ({
  subjects: { child: [child], present: [child] },
  links: { follows },
  fields,
})

const removal = (record: RecordId): Removal => ({
  record,
  kind: 'wrong child',
  authority: 'Data protection officer',
  reason: 'Not hers',
  removedBy: 'records officer',
  removedAt: when,
})

/** How many rows of any table hold these bytes, as they are or within a text. */
async function mentions(db: Db, bytes: Buffer): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(
    db,
  )
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`
        select from ${sql.table(name)} as one
        where one::text like ${`%${bytes.toString('hex')}%`} or one::text like ${`%${bytes.toString('latin1')}%`}`.execute(
        db,
      )
      return rows.length
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

eachDatabase(({ open }) => {
  test('gives back every byte, with size and hash, and knows on which records it is', async () => {
    const { db } = await open()
    const { add, write, correct, child } = await begin(db)
    const [first, second] = [await add(everyByte), await add(everyByte)]
    expect((await findBytes(db, first))?.equals(everyByte)).toBe(true)
    expect((await findDocuments(db, [first])).get(first)).toMatchObject({
      name: 'Zebra.pdf',
      mediaType: 'application/pdf',
      size: 70_000,
      sha256: 'fc7d2a9cfc3c3f5d57d9d57f61fad8eae6b2f5a50e316b577845cb9cb3354c0e',
      subject: child,
      addedBy: 'Ann',
      draft: null,
    })
    const written = await write(first, { points: [{ what: 'A point' }] })
    await correct(written, second)
    expect(await findRecordsWith(db, first)).toEqual([written.record])
    expect(await findRecordsWith(db, second)).toEqual([written.record])
  })

  test('is not put on a record when there is none of its number, or its content was removed', async () => {
    const { db } = await open()
    const { add, write } = await begin(db)
    await expect(write(99 as DocumentId)).rejects.toThrow('There is no document with the number 99')
    const id = await add(secret)
    await removeContent(db, everything, removal((await write(id)).record))
    await expect(write(id)).rejects.toThrow(`There is no document with the number ${id}`)
  })

  test('loses its bytes and name, of every version, when the content of its record is removed; the hash stays', async () => {
    const { db } = await open()
    const { add, write, correct, draft } = await begin(db)
    const before = await add(secret)
    const written = await write(before)
    const after = await add(Buffer.concat([secret, Buffer.from('!')]))
    await correct(written, after)
    const drafted = await add(secret)
    await holdForDraft(db, { draft: await draft(written.record), account: 1, documents: [drafted] })
    expect(await mentions(db, secret)).toBe(3)
    await removeContent(db, everything, removal(written.record))
    expect(await mentions(db, secret)).toBe(0)
    expect(await mentions(db, Buffer.from('Zebra.pdf'))).toBe(0)
    expect(await findBytes(db, before)).toBeUndefined()
    const left = await findDocuments(db, [before, after, drafted])
    expect([...left.values()].map(({ id, name, size }) => [id, name, size])).toEqual([
      [before, null, secret.length],
      [after, null, secret.length + 1],
    ])
    expect(left.get(before)?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('keeps its bytes while another record has it, and loses them with the last', async () => {
    const { db } = await open()
    const { add, write } = await begin(db)
    const id = await add(secret)
    const [one, other] = [await write(id), await write(id)]
    await removeContent(db, everything, removal(one.record))
    expect(await findBytes(db, id)).toEqual(secret)
    await removeContent(db, everything, removal(other.record))
    expect(await findBytes(db, id)).toBeUndefined()
  })

  test('goes with the draft that held it, or when the draft holds another, unless it is on a record by then', async () => {
    const { db } = await open()
    const { add, write, draft, account } = await begin(db)
    const [dropped, kept, loose] = [await add(secret), await add(secret), await add(secret)]
    const number = await draft()
    await holdForDraft(db, { draft: number, account, documents: [dropped] })
    await holdForDraft(db, { draft: number, account, documents: [kept] })
    expect([...(await findDocuments(db, [dropped, kept])).keys()]).toEqual([kept])
    await write(kept)
    const another = await draft()
    await holdForDraft(db, { draft: another, account, documents: [kept, loose] })
    await deleteDraft(db, number)
    await deleteDraft(db, another)
    expect([...(await findDocuments(db, [kept, loose])).values()].map(({ id, draft }) => [id, draft])).toEqual([
      [kept, null],
    ])
  })

  test('is held for nobody else’s draft', async () => {
    const { db } = await open()
    const { add, draft, account } = await begin(db)
    const id = await add(secret)
    await holdForDraft(db, { draft: await draft(), account: account + 1, documents: [id] })
    expect((await findDocuments(db, [id])).get(id)?.draft).toBeNull()
  })

  test('goes after a while when it is held for nothing', async () => {
    const { db } = await open()
    const { add, write, draft, account } = await begin(db)
    const later = new Date('2024-05-02T09:00:00Z')
    const [old, held, recorded, fresh] = [
      await add(secret),
      await add(secret),
      await add(secret),
      await add(secret, later),
    ]
    await holdForDraft(db, { draft: await draft(), account, documents: [held] })
    await write(recorded)
    await dropUnheld(db, later)
    expect([...(await findDocuments(db, [old, held, recorded, fresh])).keys()]).toEqual([held, recorded, fresh])
  })

  test('is not handed out when somebody has changed it in the database', async () => {
    const { db } = await open()
    const id = await (await begin(db)).add(secret)
    await sql`update document set bytes = ${Buffer.from(secret).fill(32, 0, 1)} where id = ${id}`.execute(db)
    await expect(findBytes(db, id)).rejects.toThrow('is not as it was added')
  })

  test('is named by no file of another system', async () => {
    const store = await open()
    const { add, child } = await begin(store.db)
    const content = aMeeting(child, 1 as RecordId, { minutes: await add(secret) })
    const window = { type: everything, sourceSystem: 'elsewhere' }
    await expect(
      importRecords(store.db, file('05-01'), [{ window, rows: [{ identity: 'a', content }] }]),
    ).rejects.toThrow('known-on-05-01.csv was not recorded, nor anything with it: it names a document in every-kind')
  })
}, testTypes)
