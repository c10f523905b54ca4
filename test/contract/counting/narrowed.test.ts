import { expect, it } from 'vitest'
import { calculate } from '../../../src/app/counting/calculate.ts'
import { listsOf } from '../../../src/app/counting/lists.ts'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { Allocation } from '../../../src/areas/organisation/allocation.ts'
import { countSubject } from '../../../src/core/counting/count.ts'
import { looked, type MemberList } from '../../../src/core/counting/plan.ts'
import { subjectRecords } from '../../../src/core/counting/records.ts'
import { lastPeriods, periodContaining } from '../../../src/core/dates/period.ts'
import { loadKnown } from '../../../src/store/counting/known.ts'
import { makeSubject, writeVersion } from '../../../src/store/records/write.ts'
import { eachDatabase } from '../../databases/each-database.ts'
import { appOn, productTypes } from '../../support/app.ts'
import { contentOf } from '../../support/content.ts'
import { everyMember, inWords } from './every-member.ts'

eachDatabase(({ open }) => {
  // The database narrows down who is looked at, and most is read only of those who are in a list. None of it may lose anybody.
  it('finds every member of every list, as looking at everybody with all that is known does', async () => {
    const app = appOn(await open())
    const { store, clock, calendar } = app
    await importExampleshire(app, demonstrationWith(30))
    const months = lastPeriods(periodContaining('month', clock.today), 36).filter((_, at) => at % 6 === 0)
    await calculate(app, months)
    const subjects = (await store.db.selectFrom('subject').select('id').orderBy('id').execute()).map(({ id }) => id)
    const lists = listsOf(app)
    const types = new Set(lists.flatMap(({ reads }) => reads))
    const known = await loadKnown(store.db, subjects, types, clock.today)
    const plainly = subjects.flatMap((subject) => {
      const records = subjectRecords(subject, known.get(subject) ?? [], types)
      return lists.flatMap((list) => {
        const days = months.map((month) => looked(list, month, clock.today, calendar))
        return countSubject(ofAnyCode(list), records, days, calendar).map(({ period, ...facts }) =>
          inWords(list.key, months[period], facts),
        )
      })
    })
    const counted = await everyMember(app, store.db)
    const empty = lists.filter(({ key }) => !counted.some((one) => one.startsWith(`["${key}"`)))
    expect(empty.length).toBeLessThan(lists.length / 5)
    expect(counted).toEqual(plainly.toSorted())
  })

  it('looks at nobody for having a worker, but for those whose worker makes them somebody that is counted', async () => {
    const lookedAt: number[] = []
    for (const role of ['social-worker', 'personal-adviser']) {
      const app = appOn(await open())
      const month = [periodContaining('month', app.clock.today)]
      const made = { madeAt: app.clock.now(), madeBy: 'test' }
      const [team, worker, person] = [
        await makeSubject(app.store.db, { ...made, kind: 'team' }),
        await makeSubject(app.store.db, { ...made, kind: 'worker' }),
        await makeSubject(app.store.db, { ...made, kind: 'person' }),
      ]
      await writeVersion(app.store.db, {
        type: Allocation,
        content: contentOf(
          Allocation,
          { person: [person], team: [team], worker: [worker] },
          { role, startedOn: month[0]?.from ?? null },
        ),
        knownOn: app.clock.today,
        recordedAt: app.clock.now(),
        recordedBy: 'test',
        reason: null,
        source: 'form',
      })
      lookedAt.push((await calculate(app, month)).subjects)
    }
    expect(lookedAt).toEqual([0, 1])
  })
}, productTypes)

/** The same list, found by records of whatever code. */
function ofAnyCode(list: MemberList): MemberList {
  const { of: _, ...each } = list.each
  return { ...list, each }
}
