import { type Kysely, Migrator, sql } from 'kysely'
import { migrations } from '../../db/migrations/index.ts'
import { messageOf, StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/**
 * Brings the database up to this version of the code: all pending migrations in one transaction.
 * @throws StoreError when the database is newer than the code, or a migration fails (then nothing has changed).
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await refuseNewerStore(db)
  // Parts are built side by side: whoever followed along may have had a later one before an earlier one was there.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  throw new StoreError(
    `The store could not be brought up to date${failed ? ` (at migration ${failed})` : ''}: ${messageOf(error)}. ` +
      'Nothing in it has been changed. Go back to the version that you used before, and report this.',
    { cause: error },
  )
}

async function refuseNewerStore(db: Kysely<Tables>): Promise<void> {
  const unknown = (await migrationsDone(db)).filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length === 0) return
  throw new StoreError(
    `This store belongs to a newer version of Line of Sight: it has had ${unknown.join(', ')}, which this version ` +
      'does not know. Update Line of Sight, or give it another store.',
  )
}

/** Kysely's own record of what has run. */
async function migrationsDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    db,
  )
  if (rows[0]?.there !== true) return []
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return done.rows.map(({ name }) => name)
}
