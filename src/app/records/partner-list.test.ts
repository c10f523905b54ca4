import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { demonstrationOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { readPartnerLists } from '../../formats/partner-lists/read.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { makeSubject } from '../../store/records/write.ts'
import { demonstrationWith, loadExampleshire } from '../exampleshire.ts'
import { Refused } from '../refused.ts'
import { getPartnerList, releaseList } from './partner-list.ts'
import { put } from './put.ts'
import { listKeptCaseNumbers } from './who.ts'

const operator = { id: null, name: 'operator', roles: ['operator'] }
const day = plainDate('2023-09-30')

test('a list with a column that there is not is refused whole', () => {
  expect(() => readPartnerLists('partner,label,columns\nhealth,Health,name; diagnosis\n')).toThrow(
    /the list of “health” has columns that there are not: diagnosis\. There are our-number/,
  )
  expect(readPartnerLists('partner,label,columns\nhealth,Health,name; born-on\n')).toEqual([
    { partner: 'health', label: 'Health', columns: ['name', 'born-on'] },
  ])
})

eachDatabase(({ open }) => {
  test('a partner is told of care leavers the columns that were agreed, of nobody restricted, and each release is kept', async () => {
    const store = await open()
    const app = await demonstrationOn(store)
    await loadExampleshire(app, { ...demonstrationWith(12), children: 15 })
    const list = { partner: 'health', label: 'Health', columns: ['our-number', 'born-on', 'status'] } as const
    const first = await releaseList(app, operator, list, day)
    const [heading, ...rows] = first.text.trimEnd().split('\n')
    expect(heading).toBe('Our number,Date of birth,What they are owed')
    expect(rows).toHaveLength(first.people)
    expect(rows.length).toBeGreaterThan(3)
    expect(
      rows.every((row) => /^[^,]+,\d{4}-\d\d-\d\d,(eligible|relevant|former-relevant|qualifying)$/.test(row)),
    ).toBe(true)
    const numbers = await listKeptCaseNumbers(store.db, app.clock.today)
    const subject = [...numbers].find(([, number]) => number === rows[0]?.split(',')[0])?.[0]
    if (subject === undefined) throw new Error('Nobody is called so')
    const team = await makeSubject(store.db, { kind: 'team', madeAt: new Date(), madeBy: 'test' })
    await inTransaction(store, (db) =>
      put(app, db, {
        ...{ type: Restriction, knownOn: app.clock.today, recordedAt: app.clock.now(), recordedBy: 'test' },
        ...{ reason: null, source: 'form' },
        content: contentOf(Restriction, { person: [subject], teamToRing: [team] }, { startedOn: day }),
      }),
    )
    const second = await releaseList(app, operator, list, day)
    expect(second.people).toBe(first.people - 1)
    expect(second.text).not.toContain(rows[0])
    const kept = await store.db
      .selectFrom('audit')
      .select('detail')
      .where('detail', 'like', 'care leavers of%')
      .execute()
    expect(kept.map(({ detail }) => detail)).toEqual(
      Array(2).fill('care leavers of 2023-09-30 for Health: our-number, born-on, status'),
    )
  })

  test('there is no list for somebody with whom none was agreed, and whoever does not write returns writes none', async () => {
    const app = await demonstrationOn(await open())
    expect(() => getPartnerList(app, 'press')).toThrow(Refused)
    const worker = { id: null, name: 'tom', roles: ['social-worker'] }
    await expect(releaseList(app, worker, getPartnerList(app, 'health'), day)).rejects.toBeInstanceOf(Refused)
  })
}, productTypes)
