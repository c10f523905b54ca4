import { expect, it } from 'vitest'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { type Row, rowOf } from '../../../src/core/counting/rows.ts'
import type { PlainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import { latestOfEach } from '../../../src/core/record/chronology.ts'
import type { Content } from '../../../src/core/record/content.ts'
import { loadAsked, loadKnown } from '../../../src/store/counting/known.ts'
import { findVersionsOfAll } from '../../../src/store/records/find.ts'
import { addMerge } from '../../../src/store/records/merges.ts'
import { type Db, inTransaction } from '../../../src/store/records/transaction.ts'
import { eachDatabase } from '../../databases/each-database.ts'
import { appOn, productTypes } from '../../support/app.ts'

const types = [...productTypes.values()]

/** What is said of each subject, by the number of the subject, the type and the number of the record. */
type Said = ReadonlyMap<string, Row>

eachDatabase(({ open }) => {
  // What is counted is read of many at once, without a content between; what is shown is read version by version. Of every type they must say the same.
  it('a record is read for counting as it is for showing, of whoever was recorded twice too', async () => {
    const app = appOn(await open())
    const { store, clock } = app
    const { db } = store
    await importExampleshire(app, demonstrationWith(25))
    const all = await db.selectFrom('subject').select(['id', 'kind']).orderBy('id').execute()
    const subjects = all.map(({ id }) => id)
    const compare = async (some: readonly SubjectId[] = subjects) => {
      const counted = await asCounted(db, some, clock.today)
      const shown = await asShown(db, some, clock.today)
      expect(counted).toEqual(shown)
      expect(await asKnown(db, some, clock.today)).toEqual(shown)
      return counted
    }

    const apart = await compare()
    expect(new Set([...apart.keys()].map((key) => key.split(' ')[1])).size).toBeGreaterThan(60)

    // Every other one is the one before, so that whoever is named in a list, a field or a row of a group is too.
    const people = all.filter(({ kind }) => kind === 'person').map(({ id }) => id)
    await inTransaction(store, async (trx) => {
      for (const [at, merged] of people.entries()) {
        const kept = at % 2 === 1 ? people[at - 1] : undefined
        if (kept === undefined) continue
        await addMerge(trx, {
          kept,
          merged,
          knownOn: clock.today,
          at: clock.now(),
          by: 'dilys',
          reason: 'They are one',
        })
      }
    })
    const together = await compare()
    // Whoever lives in a household is known by one number, though nobody asked about them.
    const others = all.filter(({ kind }) => kind !== 'person').map(({ id }) => id)
    expect((await compare(others)).size).toBeGreaterThan(100)
    const merged = new Set(people.filter((_, at) => at % 2 === 1).map(String))
    expect([...together.keys()].filter((key) => merged.has(key.split(' ')[0] ?? ''))).toEqual([])
    expect([...apart.keys()].filter((key) => merged.has(key.split(' ')[0] ?? '')).length).toBeGreaterThan(100)
  })
}, productTypes)

async function asCounted(db: Db, subjects: readonly SubjectId[], on: PlainDate): Promise<Said> {
  const known = await loadAsked(db, subjects, new Map(types.map((type) => [type, subjects])), on)
  return new Map(
    [...known].flatMap(([type, rows]) =>
      [...rows].flatMap(([subject, some]) => some.map((row) => [`${subject} ${type.key} ${row.id}`, row] as const)),
    ),
  )
}

async function asShown(db: Db, subjects: readonly SubjectId[], on: PlainDate): Promise<Said> {
  const versions = await findVersionsOfAll(db, { subjects, types: productTypes, knownOn: on })
  return saidOf(
    [...latestOfEach(versions, on).values()].filter(({ state }) => state === 'recorded'),
    subjects,
  )
}

const asKnown = async (db: Db, subjects: readonly SubjectId[], on: PlainDate): Promise<Said> =>
  saidOf([...(await loadKnown(db, subjects, types, on)).values()].flat(), subjects)

type Known = { readonly record: RecordId; readonly type: string; readonly content: Content }

function saidOf(known: readonly Known[], about: readonly SubjectId[]): Said {
  const these = new Set(about)
  return new Map(
    known.flatMap(({ record, type: key, content }) => {
      const type = productTypes.get(key)
      if (type === undefined) throw new Error(`There is no type ${key}`)
      const row = rowOf(type, record, content)
      return Object.values(content.subjects).flatMap((those) =>
        those.flatMap((subject) => (these.has(subject) ? [[`${subject} ${key} ${record}`, row] as const] : [])),
      )
    }),
  )
}
