import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { lastPeriods, type Period, parsePeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Db, inTransaction } from '../records/transaction.ts'
import { findAnswered, type Places } from './answered.ts'
import { beginPeriods, findCountedPeriods, findMembers } from './members.ts'
import { MembersKept } from './members-kept.ts'

const PLACES = 12
const months = lastPeriods(parsePeriod('2023-09'), 4)
const today = plainDate('2023-10-04')

const marks = fc
  .array(fc.constantFrom('1', '0', '?', '-'), { minLength: PLACES, maxLength: PLACES })
  .map((some) => some.join(''))
/** Of a few, so that members and months are often alike. */
const facts = fc.record({
  placed: marks,
  answers: marks,
  measures: fc.array(fc.constantFrom(null, 2.5), { minLength: 1, maxLength: 1 }),
})
const kinds = fc.array(facts, { minLength: 3, maxLength: 3 })
type Facts = Pick<Parameters<MembersKept['add']>[1], 'placed' | 'answers' | 'measures'>
const isOf = fc.array(fc.array(fc.nat(2), { minLength: months.length, maxLength: months.length }), { maxLength: 6 })
const someMonths = fc.subarray(months.map((_, at) => at))

const some = fc.uniqueArray(fc.nat(PLACES - 1), { maxLength: PLACES })
/** Some that are cut out, and so many apart that all are told. */
const places: fc.Arbitrary<Places> = fc.oneof(
  fc.record({ placed: some, answers: some, measures: fc.constantFrom<readonly number[]>([], [0]) }),
  fc.constant({ placed: [8, 0, 2, 4, 6], answers: [1, 3, 5, 11, 7], measures: [0] }),
)

const beginning = (periods: readonly Period[]) =>
  periods.map((period) => ({
    list: 'children',
    looked: { period, from: period.from, to: period.to, asAt: period.from, provisional: false },
    answeredOn: today,
    definitions: 'these',
    countedAt: new Date('2023-10-04T09:00:00Z'),
  }))

/** Keeps members who are of some kind in each month. The months are counted in two batches. */
async function keep(db: Db, kinds: readonly Facts[], isOf: readonly (readonly number[])[]): Promise<void> {
  await (await beginPeriods(db, beginning(months.slice(0, 3)))).begin()
  await (await beginPeriods(db, beginning(months.slice(3)))).begin()
  const under = await findCountedPeriods(db, ['children'])
  const kept = new MembersKept(db)
  for (const [subject, byMonth] of isOf.entries()) {
    for (const [at, which] of byMonth.entries()) {
      const [one, facts] = [under[at], kinds[which]]
      if (one && facts) kept.add(one, { ...facts, subject: subject as SubjectId, record: null, attributes: [] })
    }
    kept.close()
  }
  await kept.end()
}

/** What stands at the places asked about, once for each member. */
function told({ placed, answers, measures }: Facts, asked: Places): string {
  const at = (marks: string, places: readonly number[]) => places.map((place) => marks[place]).join('')
  return [at(placed, asked.placed), at(answers, asked.answers), ...asked.measures.map((one) => measures[one])].join()
}

eachDatabase(({ share }) => {
  const store = share()

  test('whatever is asked about, as many answered so in each month as there are members who did', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, isOf, places, someMonths, async (kinds, isOf, asked, which) => {
        await inTransaction(store(), async (db) => {
          await sql`delete from member`.execute(db)
          await sql`delete from counted_period`.execute(db)
          await keep(db, kinds, isOf)
          const periods = (await findCountedPeriods(db, ['children'])).filter((_, at) => which.includes(at))
          const members = await findMembers(db, periods)
          const answered = await findAnswered(db, periods, asked)
          expect([...answered.keys()]).toEqual(periods.map(({ id }) => id))
          for (const { id } of periods)
            expect(
              (answered.get(id) ?? [])
                .flatMap((one) => new Array<string>(one.members).fill(told(one, asked)))
                .toSorted(),
            ).toEqual(
              members
                .filter(({ periodId }) => periodId === id)
                .map((one) => told(one, asked))
                .toSorted(),
            )
        })
      }),
      { numRuns: 60 },
    )
  })
})
