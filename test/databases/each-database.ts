import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject, onTestFinished, test } from 'vitest'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
import { fingerprintOf } from '../../src/store/records/make-tables.ts'
import { deriveSchema, type RecordTypes } from '../../src/store/records/schema.ts'
import { openEmbedded, placeEmbedded } from './embedded.ts'
import { type Database, emptyDatabase, postgresqlLacking, preparedDatabase } from './postgresql.ts'

export type TestDatabase = {
  /** An empty, migrated store for the running test, gone when the test has finished. */
  open(): Promise<Store>
  /** One empty, migrated store for all tests of the enclosing `describe`; the function returned gives it to a running test. */
  share(): () => Store
  /** Where an empty, migrated store waits to be opened; gone when the test has finished. */
  place(): Promise<Place>
  /** Where `openStore` will make a store from nothing, which takes seconds; gone when the test has finished. */
  emptyPlace(): Promise<Place>
}

type Kind = {
  readonly make: () => Promise<Store>
  readonly place: () => Promise<Place>
  readonly emptyPlace: () => Promise<Place>
}

/** Defines the same tests for the embedded database and for PostgreSQL, with tables for these record types. */
export function eachDatabase(define: (database: TestDatabase) => void, types: RecordTypes = new Map()): void {
  describe('embedded', () => define(testDatabase(embedded(types))))
  const lacking = postgresqlLacking()
  if (lacking === undefined) describe('postgresql', () => define(testDatabase(postgresql(types))))
  else leaveOut(lacking, define)
}

function leaveOut(lacking: string, define: (database: TestDatabase) => void): void {
  if (process.env['CI']) {
    test('postgresql', () => {
      throw new Error(`With CI set nothing may be skipped. ${lacking}`)
    })
    return
  }
  console.warn(`Skipped: ${lacking}`)
  describe.skip(`postgresql: ${lacking}`, () => define(testDatabase(postgresql(new Map()))))
}

function testDatabase({ make, place, emptyPlace }: Kind): TestDatabase {
  return {
    place,
    emptyPlace,
    async open() {
      const store = await make()
      onTestFinished(() => store.close())
      return store
    },
    share() {
      let store: Store | undefined
      beforeAll(async () => {
        store = await make()
      })
      afterAll(() => store?.close())
      return () => {
        if (store === undefined) throw new Error('The shared store is open only while tests run.')
        return store
      }
    },
  }
}

const embedded = (types: RecordTypes): Kind => ({
  make: () => openEmbedded(inject('databaseWorkshop'), types),
  async place() {
    const folder = newFolder()
    await placeEmbedded(inject('databaseWorkshop'), folder, types)
    return { kind: 'embedded', folder, holder: 'a test' }
  },
  emptyPlace: async () => ({ kind: 'embedded', folder: newFolder(), holder: 'a test' }),
})

const postgresql = (types: RecordTypes): Kind => ({
  async make() {
    const database = await copyOfMigrated(types)
    const store = await openStore({ kind: 'postgresql', url: database.url }, types)
    return { ...store, close: () => store.close().finally(database.drop) }
  },
  place: async () => onServer(await copyOfMigrated(types)),
  emptyPlace: async () => onServer(await emptyDatabase(inject('databaseWorkshop'))),
})

const copyOfMigrated = (types: RecordTypes) =>
  preparedDatabase(inject('databaseWorkshop'), fingerprintOf(deriveSchema(types)), async (url) => {
    await (await openStore({ kind: 'postgresql', url }, types)).close()
  })

function onServer(database: Database): Place {
  onTestFinished(database.drop)
  return { kind: 'postgresql', url: database.url }
}

/** Gone when the running test has finished. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'los-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
