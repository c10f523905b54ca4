import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { yearFiles } from '../../../test/support/returns.ts'
import { PlacementPlan } from '../../areas/children-in-care/care-plans.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { Person } from '../../areas/people/person.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { makeSubject } from '../../store/records/write.ts'
import { importRecords } from '../records/import-records.ts'
import { put } from '../records/put.ts'
import { workedOut } from './work.ts'

const operator = { id: null, name: 'operator', roles: ['operator'] }
const on = plainDate('2020-03-31')

/** An authority that has loaded its returns and nothing else. */
async function withReturns(store: Store) {
  const app = appOn(store, { clock: { today: on, standing: false, now: () => new Date('2020-03-31T09:00:00Z') } })
  for (const year of [2017, 2018, 2019]) {
    const files = yearFiles(year)
    const result = await importRecords(app, operator, ssda903, { files })
    if (result.refused) throw new Error(result.findings.map(({ message }) => message).join('\n'))
  }
  const write = (type: RecordType, subjects: Content['subjects'], fields: Content['fields']) =>
    inTransaction(store, (db) =>
      put(app, db, {
        ...{ type, knownOn: on, recordedAt: app.clock.now(), recordedBy: 'test', reason: null, source: 'form' },
        content: contentOf(type, subjects, fields),
      }),
    )
  const list = async (key = 'placement-plans') => {
    const work = app.catalogue.workLists.get(key)
    if (work === undefined) throw new Error('There is no such list')
    const [worked] = await workedOut(app, store.db, [work], [on])
    const [now] = worked?.on ?? []
    return {
      needs: now?.needs.map(({ subject }) => subject) ?? [],
      unknown: now?.unknown.length ?? 0,
      without: worked?.without,
    }
  }
  return { write, list }
}

eachDatabase(({ open }) => {
  test('what was never written down of anybody makes nobody late who came with an import; whoever is recorded here is asked for', async () => {
    const store = await open()
    const { write, list } = await withReturns(store)
    const imported = await list()
    expect(imported).toMatchObject({ needs: [], without: 'placement plans' })
    expect(imported.unknown).toBeGreaterThan(10)
    // The return tells of times missing, and never of an interview.
    expect(await list('return-interviews')).toMatchObject({ needs: [], without: 'offers of an interview on return' })
    expect((await list('care-reviews')).without).toBe('')
    const child = await makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'test' })
    const startedOn = plainDate('2020-03-02')
    const episode = { startedOn, reasonStarted: 'S', legalStatus: 'V2', placement: 'U6' }
    await write(Person, { person: [child] }, { bornOn: plainDate('2012-05-01') })
    await write(Episode, { child: [child] }, episode)
    expect(await list()).toEqual({ ...imported, needs: [child] })
    await write(PlacementPlan, { child: [child] }, { signedOn: startedOn })
    const counted = await list()
    expect(counted).toMatchObject({ without: '', unknown: 0 })
    expect(counted.needs).toHaveLength(imported.unknown)
  })
}, productTypes)
