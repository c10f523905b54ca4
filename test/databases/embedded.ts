import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { EmbeddedDialect, startEmbedded } from '../../src/store/embedded-dialect.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import type { Tables } from '../../src/store/tables.ts'
import { madeOnce } from './made-once.ts'

let baked: Promise<Blob> | undefined

/** A migrated store in memory, from an image that is made once per run: starting from nothing takes six times as long. */
export async function openEmbedded(workshop: string): Promise<Store> {
  baked ??= image(workshop)
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(await startEmbedded({ loadDataDir: await baked })) })
  return { db, kind: 'embedded', close: () => db.destroy() }
}

/** A migrated store in `folder`, closed. */
export async function placeEmbedded(workshop: string, folder: string): Promise<void> {
  baked ??= image(workshop)
  await (await startEmbedded({ dataDir: join(folder, 'database'), loadDataDir: await baked })).close()
}

async function image(workshop: string): Promise<Blob> {
  const file = await madeOnce(workshop, 'embedded', async () => {
    const path = join(workshop, 'embedded.tar')
    await writeFile(path, await bake())
    return path
  })
  return new Blob([await readFile(file)])
}

async function bake(): Promise<Uint8Array> {
  const client = await startEmbedded({})
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(client) })
  try {
    await migrate(db)
    return new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer())
  } finally {
    await db.destroy()
  }
}
