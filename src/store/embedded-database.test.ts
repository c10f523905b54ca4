import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { openEmbedded } from '../../test/databases/embedded.ts'
import { testTypes } from '../../test/databases/record-types.ts'
import { copyRows } from './copy-rows.ts'
import { openStore, type Store } from './open.ts'
import { inTransaction } from './records/transaction.ts'

const opened: Store[] = []
async function open(): Promise<Store> {
  const store = await openEmbedded(inject('databaseWorkshop'))
  opened.push(store)
  return store
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

const rows = (from: number, to: number): Uint8Array =>
  Buffer.from(Array.from({ length: to - from }, (_, at) => `${from + at}\tword\n`).join(''))

describe('the embedded database', () => {
  it('leaves this program free while it answers', async () => {
    const { db } = await open()
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    await sql`select pg_sleep(0.2)`.execute(db)
    clearInterval(turning)
    expect(turns).toBeGreaterThan(10)
  })

  it('answers what is asked at once in the order in which it was asked', async () => {
    const { db } = await open()
    await db.transaction().execute(async (trx) => {
      const asked = Array.from({ length: 20 }, (_, at) => sql<{ at: number }>`select ${at}::integer as at`.execute(trx))
      const answers = await Promise.all(asked)
      expect(answers.map(({ rows: [row] }) => row?.at)).toEqual(Array.from({ length: 20 }, (_, at) => at))
    })
  })

  it('takes and gives more than it holds at once', async () => {
    const { db } = await open()
    const long = 'ä'.repeat(3_000_000)
    const { rows: given } = await sql<{ text: string }>`select ${long}::text as text`.execute(db)
    expect(given[0]?.text).toBe(long)
  })

  it('keeps nothing of rows of which one cannot be, says why, and goes on', async () => {
    const store = await open()
    await sql`create table copied (number integer primary key, word text)`.execute(store.db)
    const copying = inTransaction(store, async (db) => {
      await copyRows(db, 'copied', [rows(0, 5000), rows(5000, 9000), rows(100, 101)])
    })
    await expect(copying).rejects.toThrow(/duplicate key value/)
    const count = () => sql<{ count: number }>`select count(*) from copied`.execute(store.db)
    expect((await count()).rows[0]?.count).toBe(0)
    await copyRows(store.db, 'copied', [rows(0, 5000), rows(5000, 9000)])
    expect((await count()).rows[0]?.count).toBe(9000)
  })

  it('says of a question that it cannot answer why, whatever is asked beside it', async () => {
    const { db } = await open()
    const [bad, good] = await Promise.allSettled([
      sql`select nothing from nowhere`.execute(db),
      sql<{ one: number }>`select 1 as one`.execute(db),
    ])
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: '42P01' } })
    expect(good).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } })
  })

  it('is closed when whoever is writing has ended', async () => {
    const store = await open()
    await sql`create table copied (number integer primary key, word text)`.execute(store.db)
    let closing: Promise<void> = Promise.resolve()
    await inTransaction(store, async (db) => {
      closing = store.close()
      await copyRows(db, 'copied', [rows(0, 5000)])
      expect((await sql<{ count: number }>`select count(*) from copied`.execute(db)).rows[0]?.count).toBe(5000)
    })
    await closing
  })

  it('that dies and has files is started anew for whoever comes next, with all that was kept', async () => {
    const folder = mkdtempSync(join(inject('databaseWorkshop'), 'dying-'))
    const place = { kind: 'embedded', folder, holder: 'a test' } as const
    const threads: Worker[] = []
    const noting = (thread: Worker) => threads.push(thread)
    process.on('worker', noting)
    const store = await openStore(place, testTypes)
    opened.push(store)
    await sql`create table kept (word text)`.execute(store.db)
    await sql`insert into kept values ('before')`.execute(store.db)
    const halfDone = inTransaction(store, async (db) => {
      await sql`insert into kept values ('half done')`.execute(db)
      setTimeout(() => threads.at(-1)?.terminate(), 50)
      await sql`select pg_sleep(60)`.execute(db)
    })
    const waiting = sql<{ word: string }>`select word from kept`.execute(store.db)
    await expect(halfDone).rejects.toThrow()
    expect((await waiting).rows).toEqual([{ word: 'before' }])
    await sql`insert into kept values ('after')`.execute(store.db)
    await store.close()
    const again = await openStore(place, testTypes)
    opened.push(again)
    process.off('worker', noting)
    expect((await sql<{ word: string }>`select word from kept order by word`.execute(again.db)).rows).toEqual([
      { word: 'after' },
      { word: 'before' },
    ])
  })

  it('that dies while it works and has no files refuses whoever asked and whoever asks after, and can be closed', async () => {
    const threads: Worker[] = []
    const noting = (thread: Worker) => threads.push(thread)
    process.on('worker', noting)
    const store = await open()
    process.off('worker', noting)
    await sql`select 1`.execute(store.db)
    const asked = sql`select pg_sleep(60)`.execute(store.db)
    const beside = sql`select 1`.execute(store.db)
    setTimeout(() => threads[0]?.terminate(), 50)
    await expect(asked).rejects.toThrow()
    await expect(beside).rejects.toThrow()
    await expect(sql`select 1`.execute(store.db)).rejects.toThrow()
    await store.close()
  })

  it('answers nobody after it was closed', async () => {
    const store = await openEmbedded(inject('databaseWorkshop'))
    await sql`select 1`.execute(store.db)
    await store.close()
    await expect(sql`select 1`.execute(store.db)).rejects.toThrow()
  })
})
