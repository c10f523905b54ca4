import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { EmbeddedDialect, embeddedMajorVersion, startEmbedded } from './embedded-dialect.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { postgresqlDialect } from './postgresql.ts'
import { makeRecordTables } from './records/make-tables.ts'
import type { RecordTypes } from './records/schema.ts'
import { messageOf, StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/**
 * Where a store is kept. The embedded one is for trial and demonstration: a power cut can lose its last changes.
 * `holder` says who has it open, for anyone who tries meanwhile: `los serve at http://localhost:3000`.
 */
export type Place =
  | { readonly kind: 'embedded'; readonly folder: string; readonly holder: string }
  | { readonly kind: 'postgresql'; readonly url: string }

export type Store = {
  readonly db: Kysely<Tables>
  readonly kind: Place['kind']
  close(): Promise<void>
}

/**
 * Opens a store, making it where there is none, and brings it up to date: with a table for each record type that has none yet.
 * @throws StoreError, with what to do, when it cannot be reached or made, is newer than the code, or has tables that are no longer
 * those of the record types; StoreInUse when another process holds an embedded store.
 */
export async function openStore(place: Place, types: RecordTypes): Promise<Store> {
  return place.kind === 'embedded' ? openEmbedded(place.folder, place.holder, types) : openPostgresql(place.url, types)
}

async function openPostgresql(url: string, types: RecordTypes): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: await postgresqlDialect(url) })
  return upToDate({ db, kind: 'postgresql', close: once(() => db.destroy()) }, types)
}

async function openEmbedded(folder: string, holder: string, types: RecordTypes): Promise<Store> {
  makeFolder(folder)
  const lock = takeLock(folder, holder)
  try {
    const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(await start(folder), () => start(folder)) })
    const close = once(() => db.destroy().finally(lock.release))
    return await upToDate({ db, kind: 'embedded', close }, types)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function upToDate(store: Store, types: RecordTypes): Promise<Store> {
  try {
    await migrate(store.db)
    await makeRecordTables(store.db, types)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new StoreError(
      `The folder ${folder} could not be made: ${messageOf(error)}. Name another with --data or LOS_DATA.`,
      { cause: error },
    )
  }
}

async function start(folder: string) {
  const dataDir = join(folder, 'database')
  const version = versionOnDisk(dataDir)
  if (version !== undefined && version !== embeddedMajorVersion) {
    throw new StoreError(
      `The store in ${folder} was written by version ${version} of the embedded database; this version of Line of Sight ` +
        `reads version ${embeddedMajorVersion}. Open it with the Line of Sight that wrote it, or give another folder with --data.`,
    )
  }
  try {
    if (version === undefined) await initialise(dataDir)
    return await startEmbedded({ dataDir })
  } catch (error) {
    throw new StoreError(
      `The store in ${folder} could not be opened: ${messageOf(error)}. Restore a backup, or give another folder with --data.`,
      { cause: error },
    )
  }
}

function versionOnDisk(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Made aside and moved into place whole: a half-made database, after a crash, could not be opened again. */
async function initialise(dataDir: string): Promise<void> {
  const aside = `${dataDir}.part`
  rmSync(aside, { recursive: true, force: true })
  await (await startEmbedded({ dataDir: aside })).close()
  renameSync(aside, dataDir)
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
