import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { EmbeddedDialect, startEmbedded } from '../../src/store/embedded-dialect.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { fingerprintOf, makeRecordTables } from '../../src/store/records/make-tables.ts'
import { deriveSchema, type RecordTypes } from '../../src/store/records/schema.ts'
import type { Tables } from '../../src/store/tables.ts'
import { madeOnce } from './made-once.ts'

const images = new Map<string, Promise<Blob>>()

/** A migrated store in memory, from an image that is made once per run: starting from nothing takes six times as long. */
export async function openEmbedded(workshop: string, types: RecordTypes = new Map()): Promise<Store> {
  const loadDataDir = await imageOf(workshop, types)
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(await startEmbedded({ loadDataDir })) })
  return { db, kind: 'embedded', close: () => db.destroy() }
}

/** A migrated store in `folder`, closed. */
export async function placeEmbedded(workshop: string, folder: string, types: RecordTypes = new Map()): Promise<void> {
  const loadDataDir = await imageOf(workshop, types)
  await (await startEmbedded({ dataDir: join(folder, 'database'), loadDataDir })).close()
}

function imageOf(workshop: string, types: RecordTypes): Promise<Blob> {
  const fingerprint = fingerprintOf(deriveSchema(types))
  const image = images.get(fingerprint) ?? readImage(workshop, `embedded-${fingerprint}`, types)
  images.set(fingerprint, image)
  return image
}

async function readImage(workshop: string, name: string, types: RecordTypes): Promise<Blob> {
  const file = await madeOnce(workshop, name, async () => {
    const path = join(workshop, `${name}.tar`)
    await writeFile(path, await bake(types))
    return path
  })
  return new Blob([await readFile(file)])
}

async function bake(types: RecordTypes): Promise<Uint8Array> {
  const client = await startEmbedded({})
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(client) })
  try {
    await migrate(db)
    await makeRecordTables(db, types)
    return await client.image()
  } finally {
    await db.destroy()
  }
}
