import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject, onTestFinished, test } from 'vitest'
import { openStore, type Place, type Store } from '../../src/store/open.ts'
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

/** Defines the same tests for the embedded database and for PostgreSQL. */
export function eachDatabase(define: (database: TestDatabase) => void): void {
  describe('embedded', () => define(testDatabase(embedded)))
  const lacking = postgresqlLacking()
  if (lacking === undefined) describe('postgresql', () => define(testDatabase(postgresql)))
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
  describe.skip(`postgresql: ${lacking}`, () => define(testDatabase(postgresql)))
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

const embedded: Kind = {
  make: () => openEmbedded(inject('databaseWorkshop')),
  async place() {
    const folder = newFolder()
    await placeEmbedded(inject('databaseWorkshop'), folder)
    return { kind: 'embedded', folder, holder: 'a test' }
  },
  emptyPlace: async () => ({ kind: 'embedded', folder: newFolder(), holder: 'a test' }),
}

const postgresql: Kind = {
  async make() {
    const database = await copyOfMigrated()
    const store = await openStore({ kind: 'postgresql', url: database.url })
    return { ...store, close: () => store.close().finally(database.drop) }
  },
  place: async () => onServer(await copyOfMigrated()),
  emptyPlace: async () => onServer(await emptyDatabase(inject('databaseWorkshop'))),
}

const copyOfMigrated = () =>
  preparedDatabase(inject('databaseWorkshop'), async (url) => {
    await (await openStore({ kind: 'postgresql', url })).close()
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
