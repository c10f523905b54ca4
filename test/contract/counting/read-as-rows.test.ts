import { expect, it } from 'vitest'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { type Row, rowOf } from '../../../src/core/counting/rows.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { loadAsked, loadKnown } from '../../../src/store/counting/known.ts'
import { addMerge } from '../../../src/store/records/merges.ts'
import { inTransaction } from '../../../src/store/records/transaction.ts'
import { eachDatabase } from '../../databases/each-database.ts'
import { appOn, productTypes } from '../../support/app.ts'

const types = [...productTypes.values()]

eachDatabase(({ open }) => {
  // What is counted is read without a content between; what is shown and checked has one. Of every type they must say the same.
  it('a record is read for counting as it is for showing, of whoever was recorded twice too', async () => {
    const app = appOn(await open())
    const { store, clock } = app
    await importExampleshire(app, demonstrationWith(25))
    const all = await store.db.selectFrom('subject').select(['id', 'kind']).orderBy('id').execute()
    const subjects = all.map(({ id }) => id)

    const asShown = async () => {
      const known = await loadKnown(store.db, subjects, types, clock.today)
      return inOrder(subjects, (subject, type) =>
        (known.get(subject) ?? []).flatMap(({ record, type: key, content }) =>
          key === type.key ? [rowOf(type, record, content)] : [],
        ),
      )
    }
    const asCounted = async () => {
      const known = await loadAsked(store.db, subjects, new Map(types.map((type) => [type, subjects])), clock.today)
      return inOrder(subjects, (subject, type) => known.get(subject)?.get(type.key) ?? [])
    }

    const apart = await asCounted()
    expect(apart).toEqual(await asShown())
    expect(new Set(apart.map(([, type]) => type)).size).toBeGreaterThan(60)

    const [kept, merged] = all.filter(({ kind }) => kind === 'person').map(({ id }) => id)
    if (kept === undefined || merged === undefined) throw new Error('There are two')
    const said = { knownOn: clock.today, at: clock.now(), by: 'dilys', reason: 'They are one' }
    await inTransaction(store, (db) => addMerge(db, { kept, merged, ...said }))
    const together = await asCounted()
    expect(together).toEqual(await asShown())
    expect(together.filter(([subject]) => subject === merged)).toEqual([])
    expect(together).not.toEqual(apart)
  })
}, productTypes)

/** Of each subject and type of which there is something, the records. */
const inOrder = (
  subjects: readonly SubjectId[],
  rowsOf: (subject: SubjectId, type: (typeof types)[number]) => readonly Row[],
) =>
  subjects.flatMap((subject) =>
    types.flatMap((type) => {
      const rows = rowsOf(subject, type)
      return rows.length === 0 ? [] : [[subject, type.key, rows] as const]
    }),
  )
