import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { eachDatabase, type TestDatabase } from '../../../test/databases/each-database.ts'
import { aPerson, aSource, counts, day, file, row, when } from '../../../test/databases/importing.ts'
import { placement, testTypes } from '../../../test/databases/record-types.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { openStore, type Store } from '../open.ts'
import { writeVersion } from './write.ts'

// Who asks what was written sees which transactions are still writing, and holds nothing meanwhile (`src/store/counting/written.ts`). Only one that has begun to
// write is seen. One that drew the number of a version before it began could end with a version of a lower number than what is held, and nobody would be told.

const GUARD = 'drew the number of a version before it had begun to write'

const guard = [
  sql`create schema guard`,
  sql`
    create function guard.begun() returns void language plpgsql as $$
      begin
        if pg_current_xact_id_if_assigned() is null then raise exception ${sql.lit(GUARD)}; end if;
      end $$`,
  // Whoever draws by hand asks for the name of the sequence first: this one is found before the database's own.
  sql`
    create function guard.pg_get_serial_sequence(text, text) returns text language plpgsql as $$
      begin
        if $1 = 'version' then perform guard.begun(); end if;
        return pg_catalog.pg_get_serial_sequence($1, $2);
      end $$`,
  // Whoever leaves it to the table draws with the row: after this.
  sql`
    create function guard.inserting() returns trigger language plpgsql as $$
      begin
        perform guard.begun();
        return null;
      end $$`,
  sql`create trigger begun before insert on version for each statement execute function guard.inserting()`,
]

/** A store in which nobody draws the number of a version who has not begun to write. */
async function guarded(database: TestDatabase): Promise<Store> {
  const place = await database.place()
  const made = await openStore(place, testTypes)
  for (const part of guard) await part.execute(made.db)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(made.db)
  await sql`alter database ${sql.id(rows[0]?.name ?? '')} set search_path = public, guard, pg_catalog`.execute(made.db)
  await made.close()
  const store = await openStore(place, testTypes)
  onTestFinished(() => store.close())
  // The embedded one does not read what is set for a database, and has one connection.
  if (store.kind === 'embedded') await sql`set search_path = public, guard, pg_catalog`.execute(store.db)
  return store
}

const countVersions = async (store: Store) =>
  Number(
    (
      await store.db
        .selectFrom('version')
        .select(({ fn }) => fn.countAll().as('all'))
        .executeTakeFirst()
    )?.all,
  )

const content = (child: SubjectId, note: string) => row('', child, '02-01', null, note).content
const said = { type: placement, knownOn: day('05-01'), recordedAt: when, recordedBy: 'test', reason: null } as const

eachDatabase((database) => {
  describe('whoever writes a version has begun to write before its number is drawn', () => {
    test('in a form: a new record, and a correction of it', async () => {
      const store = await guarded(database)
      const child = await aPerson(store)
      const { record, version } = await writeVersion(store.db, {
        ...said,
        source: 'form',
        content: content(child, 'a'),
      })
      const again = { record, basedOn: version, content: content(child, 'b') }
      expect((await writeVersion(store.db, { ...said, source: 'form', ...again })).version).toBeGreaterThan(version)
    })

    test('in an import: what is new, changed and gone, and of a file that arrives late', async () => {
      const store = await guarded(database)
      const [child, source] = [await aPerson(store), aSource(store)]
      const [same, gone] = [row('b', child, '02-05', null, 'y'), row('c', child, '03-05', null, 'x')]
      expect(await source.send(file('04-01'), [row('a', child, '01-05', null, 'x'), same, gone])).toEqual({
        ...counts,
        new: 3,
      })
      const later = [row('a', child, '01-05', null, 'z'), same]
      expect(await source.send(file('05-01'), later)).toEqual({ ...counts, changed: 1, same: 1, gone: 1 })
      const late = [row('a', child, '01-05', null, 'x'), row('b', child, '02-05', null, 'w'), gone]
      expect(await source.send(file('04-15'), late)).toMatchObject({ changed: 1 })
      // Three that were new, one changed and one gone, one changed late; and what the later file has to say again after that.
      expect(await countVersions(store)).toBe(7)
    })

    test.each([
      ['with the row', sql`insert into version (record_id) values (1)`],
      ['by hand', sql`select nextval(pg_get_serial_sequence('version', 'id'))`],
    ])('and one that draws first, %s, is found', async (_, statement) => {
      const store = await guarded(database)
      await expect(statement.execute(store.db)).rejects.toThrow(GUARD)
    })
  })
}, testTypes)

test('nobody else draws the number of a version: a new writer has to be tried above', () => {
  const root = new URL('../../', import.meta.url)
  const drawing = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) =>
      /insertInto\('version'\)|insert into version\b|sequenceOf\('version'\)|pg_get_serial_sequence\('version'|version_id_seq/.test(
        readFileSync(new URL(name, root), 'utf8'),
      ),
    )
  expect(drawing.toSorted()).toEqual([
    'store/records/add-sorted.ts',
    'store/records/catch-up.ts',
    'store/records/import.ts',
    'store/records/sort-out.ts',
    'store/records/write.ts',
  ])
})
