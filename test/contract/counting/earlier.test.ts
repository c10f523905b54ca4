import { expect, it } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { listsOf } from '../../../src/app/counting/lists.ts'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { type Change, looksAt, seenOtherwiseFrom } from '../../../src/core/counting/change.ts'
import { countSubject } from '../../../src/core/counting/count.ts'
import { looked, type MemberList } from '../../../src/core/counting/plan.ts'
import { type KnownRecord, subjectRecords } from '../../../src/core/counting/records.ts'
import { lastPeriods, periodContaining } from '../../../src/core/dates/period.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import { loadKnown } from '../../../src/store/counting/known.ts'
import { eachDatabase } from '../../databases/each-database.ts'
import { appOn, productTypes } from '../../support/app.ts'

/** Of so many records one is looked at: as if it were not there, and without each of its fields. */
const ONE_IN = 17

type Somebody = { readonly subject: SubjectId; readonly records: readonly KnownRecord[] }

eachDatabase(({ open }) => {
  // Whoever's record changes is not counted again as at days on which it is seen as it was. A rule that looked ahead would make that wrong.
  it('what a day saw stays as it was, whatever is seen otherwise from a later day on', async () => {
    const app = appOn(await open())
    await importExampleshire(app, demonstrationWith(25))
    const lists = listsOf(app)
    const types = new Map(lists.flatMap(({ reads }) => reads).map((type) => [type.key, type] as const))
    const compared = (await everybody(app, types.values())).flatMap((somebody) =>
      somebody.records
        .filter((_, at) => (at + somebody.subject) % ONE_IN === 0)
        .flatMap((record) => {
          const type = types.get(record.type)
          const reading = lists.filter(({ reads }) => type !== undefined && reads.includes(type))
          const changes = type === undefined ? [] : changesOf(type, record)
          return changes.flatMap((change) => reading.map((list) => compare(app, list, somebody, record, change)))
        }),
    )
    expect(compared.filter(({ now, before }) => now !== before)).toEqual([])
    expect(compared.filter(({ now }) => now !== '[]').length).toBeGreaterThan(1000)
  })
}, productTypes)

async function everybody({ store, clock }: App, types: Iterable<RecordType>): Promise<readonly Somebody[]> {
  const subjects = (await store.db.selectFrom('subject').select('id').orderBy('id').execute()).map(({ id }) => id)
  const known = await loadKnown(store.db, subjects, types, clock.today)
  return [...known].map(([subject, records]) => ({ subject, records }))
}

function changesOf(type: RecordType, { content }: KnownRecord): readonly Change[] {
  const said = Object.keys(type.fields).filter((name) => (content.fields[name] ?? null) !== null)
  const without = said.map((name) => ({ ...content, fields: { ...content.fields, [name]: null } }))
  return [undefined, ...without].map((before) => ({ type, before, after: content }))
}

/** The members that somebody is as at all days before a record is seen otherwise: with what it says, and with what it said. */
function compare(
  { clock, calendar }: App,
  list: MemberList,
  { subject, records }: Somebody,
  record: KnownRecord,
  change: Change,
) {
  const from = seenOtherwiseFrom(change)
  const months = lastPeriods(periodContaining('month', clock.today), 36)
  const days = months.map((month) => looked(list, month, clock.today, calendar)).filter((one) => !looksAt(one, from))
  const membersWith = (some: readonly KnownRecord[]) =>
    JSON.stringify(countSubject(list, subjectRecords(subject, some, list.reads), days, calendar))
  const others = records.filter((one) => one !== record)
  const then = change.before === undefined ? others : [...others, { ...record, content: change.before }]
  return { list: list.key, record, change, now: membersWith(records), before: membersWith(then) }
}
