import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { migrations } from '../../db/migrations/index.ts'
import { eachDatabase, newFolder } from '../../test/databases/each-database.ts'
import { openEmbedded } from '../../test/databases/embedded.ts'
import { plainDate } from '../core/dates/plain-date.ts'
import { day, dayOrNull } from './column-types.ts'
import { embeddedMajorVersion } from './embedded-dialect.ts'
import { openStore } from './open.ts'
import { findSetting, saveSetting } from './settings.ts'
import { StoreError } from './store-error.ts'

eachDatabase(({ share, place: preparedPlace, emptyPlace }) => {
  test('a store is made from nothing, keeps what was saved, and opens again unchanged', async () => {
    const place = await emptyPlace()
    const first = await openStore(place, new Map())
    await saveSetting(first, 'authority', 'exampleshire')
    await first.close()
    const second = await openStore(place, new Map())
    const names = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(second.db)
    const kept = await findSetting(second, 'authority')
    await second.close()
    expect(kept).toBe('exampleshire')
    expect(names.rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
  })

  test('a store that a newer version has migrated is refused, and is not left locked', async () => {
    const place = await preparedPlace()
    const store = await openStore(place, new Map())
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(store.db)
    await store.close()
    for (const _attempt of ['first', 'second']) {
      await expect(openStore(place, new Map())).rejects.toThrow(/newer version of Line of Sight: it has had 9999-later/)
    }
  })

  test('a store that has had a later migration gets an earlier one that it has not had', async () => {
    const place = await preparedPlace()
    const store = await openStore(place, new Map())
    await sql`drop table document_record, document`.execute(store.db)
    await sql`delete from kysely_migration where name = '0006-documents'`.execute(store.db)
    await store.close()
    const again = await openStore(place, new Map())
    expect(await again.db.selectFrom('document').select('id').execute()).toEqual([])
    await again.close()
  })

  test('a migration that fails says which one it was and that nothing has changed', async () => {
    const place = await preparedPlace()
    const store = await openStore(place, new Map())
    // One that makes tables, and so cannot be done twice.
    const again = '0022-publications'
    expect(Object.keys(migrations)).toContain(again)
    await sql`delete from kysely_migration where name = ${again}`.execute(store.db)
    await store.close()
    const opening = openStore(place, new Map())
    await expect(opening).rejects.toThrow(StoreError)
    await expect(opening).rejects.toThrow(new RegExp(`${again}.*already exists.*Nothing in it has been changed`))
  })

  describe('values come back the same from either database', () => {
    const store = share()
    const value = async (expression: ReturnType<typeof sql>) => {
      const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(store().db)
      return rows[0]?.value
    }

    test('dates are day numbers', async () => {
      expect(await value(sql`date '2024-02-29'`)).toBe(plainDate('2024-02-29'))
      expect(await value(sql`date '1969-12-31'`)).toBe(-1)
      expect(await value(sql`${day(plainDate('2023-10-04'))}`)).toBe(plainDate('2023-10-04'))
      expect(await value(sql`${dayOrNull(null)}`)).toBeNull()
      await expect(value(sql`date 'infinity'`)).rejects.toThrow(/Not a real date: infinity/)
    })

    test('a bare day number is refused as a date', async () => {
      await expect(value(sql`${plainDate('2023-10-04')}::date`)).rejects.toThrow()
    })

    test('whole numbers and decimals are numbers', async () => {
      expect(await value(sql`count(*)`)).toBe(1)
      expect(await value(sql`9007199254740991::bigint`)).toBe(Number.MAX_SAFE_INTEGER)
      await expect(value(sql`9007199254740992::bigint`)).rejects.toThrow(/Too large.*9007199254740992/)
      expect(await value(sql`array[1, 20]::bigint[]`)).toEqual([1, 20])
      expect(await value(sql`'{}'::bigint[]`)).toEqual([])
      expect(await value(sql`12.50::numeric`)).toBe(12.5)
      expect(await value(sql`${0.1 + 0.2}::numeric`)).toBe(0.1 + 0.2)
      expect(await value(sql`null::numeric`)).toBeNull()
    })

    test('moments are dates to the millisecond, whatever the zone they were written in', async () => {
      expect(await value(sql`timestamptz '2023-07-01 10:30:00.123456+01'`)).toEqual(
        new Date('2023-07-01T09:30:00.123Z'),
      )
      const moment = new Date('2024-01-31T23:59:59.999Z')
      expect(await value(sql`${moment}::timestamptz`)).toEqual(moment)
    })

    test('text keys sort by their bytes', async () => {
      const { rows } = await sql<{ key: string }>`
        select key from unnest(array['b', 'B', 'é', 'a-b', 'ab', 'A']) as t(key) order by key collate "C"`.execute(
        store().db,
      )
      expect(rows.map(({ key }) => key)).toEqual(['A', 'B', 'a-b', 'ab', 'b', 'é'])
    })
  })

  describe('at the same time', () => {
    const store = share()

    test('a read waits for, or does not see, a transaction that is under way', async () => {
      await saveSetting(store(), 'colour', 'red')
      let read: Promise<string | undefined> | undefined
      await expect(
        store()
          .db.transaction()
          .execute(async (trx) => {
            await trx.updateTable('setting').set({ value: 'blue' }).where('key', '=', 'colour').execute()
            read = findSetting(store(), 'colour')
            const within = await trx.selectFrom('setting').select('value').where('key', '=', 'colour').execute()
            expect(within).toEqual([{ value: 'blue' }])
            throw new Error('changed my mind')
          }),
      ).rejects.toThrow('changed my mind')
      expect(await read).toBe('red')
    })

    test('transactions that interleave do not mix: each sees its own writes, and only the failed one is undone', async () => {
      const write = (key: string, fails: 'fails' | 'holds') =>
        store()
          .db.transaction()
          .execute(async (trx) => {
            await trx
              .insertInto('setting')
              .values({ key: `${key}-1`, value: key })
              .execute()
            await trx
              .insertInto('setting')
              .values({ key: `${key}-2`, value: key })
              .execute()
            if (fails === 'fails') throw new Error(key)
          })
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((key, index) => write(key, index % 2 === 0 ? 'holds' : 'fails')),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((_key, index) => (index % 2 === 0 ? 'fulfilled' : 'rejected')),
      )
      const kept = await store()
        .db.selectFrom('setting')
        .select('key')
        .where('key', 'like', '_-_')
        .orderBy('key')
        .execute()
      expect(kept.map(({ key }) => key)).toEqual(['a-1', 'a-2', 'c-1', 'c-2', 'e-1', 'e-2'])
    })

    test('a query that fails leaves the connection usable', async () => {
      await expect(sql`select 1 / 0`.execute(store().db)).rejects.toThrow(/division by zero/)
      expect(await findSetting(store(), 'nothing')).toBeUndefined()
    })
  })
})

describe('an embedded store', () => {
  test('written by another version of the embedded database is refused, and says by which', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '16\n')
    await expect(openStore({ kind: 'embedded', folder, holder: 'a test' }, new Map())).rejects.toThrow(
      /written by version 16 of the embedded database; this version of Line of Sight reads version 18/,
    )
  })

  test('is of the version that its files are checked against', async () => {
    const store = await openEmbedded(inject('databaseWorkshop'))
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
      store.db,
    )
    await store.close()
    expect(rows[0]?.version.split('.')[0]).toBe(embeddedMajorVersion)
  })

  test('that cannot be made says where', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    const inFile = join(folder, 'file', 'store')
    await expect(openStore({ kind: 'embedded', folder: inFile, holder: 'a test' }, new Map())).rejects.toThrow(
      new RegExp(`The folder ${inFile} could not be made`),
    )
  })

  test('that was interrupted while it was first made is made again', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'database.part'))
    writeFileSync(join(folder, 'database.part', 'PG_VERSION'), '18\n')
    const store = await openStore({ kind: 'embedded', folder, holder: 'a test' }, new Map())
    expect(await findSetting(store, 'nothing')).toBeUndefined()
    await store.close()
  })
})

describe('a PostgreSQL server', () => {
  test('that cannot be reached says which, without the password', async () => {
    const opening = openStore({ kind: 'postgresql', url: 'postgresql://los:s3cret@127.0.0.1:1/los' }, new Map())
    await expect(opening).rejects.toThrow(/The PostgreSQL database "los" at 127\.0\.0\.1, port 1, could not be opened/)
    await expect(opening).rejects.not.toThrow(/s3cret/)
  })
})
