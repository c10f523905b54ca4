import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { lastPeriods, type Period, parsePeriod } from '../../core/dates/period.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { type Db, inTransaction } from '../records/transaction.ts'
import { findAnswered } from './answered.ts'
import { beginPeriods, findCountedPeriods, findMembers, type KeptUnder } from './members.ts'
import { forgetMembers, MembersKept } from './members-kept.ts'

const LISTS = ['children', 'reviews'] as const
type List = (typeof LISTS)[number]
const months = lastPeriods(parsePeriod('2023-09'), 6)
const today = plainDate('2023-10-04')

/** What somebody is in a month: not in the list at all, or one of a few, so that months are often alike. */
type Said = 'out' | 'yes' | 'no' | 'elsewhere' | 'more'
const said = fc.constantFrom<Said>('out', 'yes', 'yes', 'no', 'elsewhere', 'more')
const subjects = [1, 2].map((number) => number as SubjectId)
/** Of the list of reviews everybody has two. */
const recordsOf = (list: List, subject: SubjectId): readonly (RecordId | null)[] =>
  list === 'children' ? [null] : [10, 20].map((number) => (number + subject) as RecordId)

const factsOf = (subject: SubjectId, record: RecordId | null, is: Exclude<Said, 'out'>) => ({
  subject,
  record,
  placed: '1',
  answers: is === 'no' ? '0-' : '1-',
  measures: [is === 'more' ? 4 : 3],
  attributes: [is === 'elsewhere' ? 'Out\tof the "area"' : null],
})

/** Counts a list in months from one to another; or some subject again in some of the months that were counted. */
type Step =
  | { readonly count: List; readonly from: number; readonly to: number; readonly says: readonly Said[] }
  | { readonly again: SubjectId; readonly of: readonly boolean[]; readonly says: readonly Said[] }

const says = fc.array(said, { minLength: 24, maxLength: 24 })
const count = fc
  .record({ count: fc.constantFrom(...LISTS), one: fc.nat(5), other: fc.nat(5), says })
  .map(({ one, other, ...rest }): Step => ({ ...rest, from: Math.min(one, other), to: Math.max(one, other) }))
const again = fc.record({
  again: fc.constantFrom(...subjects),
  of: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  says,
})

const alike: readonly Said[] = new Array<Said>(24).fill('yes')
/** Two batches whose ids follow one another, and somebody who answers the same in all months of both. */
const oneBatchAfterAnother: Step[] = [
  { count: 'children', from: 0, to: 2, says: alike },
  { count: 'children', from: 3, to: 5, says: alike },
  { again: 1 as SubjectId, of: new Array<boolean>(12).fill(true), says: alike },
]

/** Who is in each list in each month, by what was said last: as it should be. */
type Expected = Map<string, string>
const placeOf = (list: string, period: Pick<Period, 'from'>) => `${list} ${toText(period.from)}`

class Counted {
  readonly expected: Expected = new Map()
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  async take(step: Step): Promise<void> {
    const kept = new MembersKept(this.#db)
    if ('count' in step) {
      const periods = months.slice(step.from, step.to + 1)
      const { under, begin } = await beginPeriods(
        this.#db,
        periods.map((period) => newPeriod(step.count, period)),
      )
      for (const subject of subjects) this.#say(kept, step.count, subject, { periods, under, says: step.says })
      await begin()
    } else {
      const all = await findCountedPeriods(this.#db, LISTS)
      const some = all.filter((_, at) => step.of[at])
      await forgetMembers(
        this.#db,
        [step.again],
        some.map(({ id }) => id),
      )
      for (const list of LISTS) {
        const under = some.filter((one) => one.list === list)
        this.#say(kept, list, step.again, { periods: under.map(({ period }) => period), under, says: step.says })
      }
    }
    await kept.end()
  }

  #say(
    kept: MembersKept,
    list: List,
    subject: SubjectId,
    given: {
      readonly periods: readonly Period[]
      readonly under: readonly KeptUnder[]
      readonly says: readonly Said[]
    },
  ): void {
    for (const [at, period] of given.periods.entries())
      for (const [which, record] of recordsOf(list, subject).entries()) {
        const is = given.says[at * 4 + which * 2 + (subject - 1)] ?? 'out'
        const key = `${placeOf(list, period)} ${subject} ${record}`
        this.expected.delete(key)
        const under = given.under[at]
        if (is === 'out' || under === undefined) continue
        kept.add(under, factsOf(subject, record, is))
        this.expected.set(key, JSON.stringify(factsOf(subject, record, is)))
      }
    kept.close()
  }
}

const newPeriod = (list: List, period: Period) => ({
  list,
  looked: { period, from: period.from, to: period.to, asAt: period.from, provisional: false },
  answeredOn: today,
  definitions: 'these',
  countedAt: new Date('2023-10-04T09:00:00Z'),
})

eachDatabase(({ share }) => {
  const store = share()

  test('whatever is counted, and again, in whatever months, everybody is in each month what was said of it last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(count, again), { minLength: 1, maxLength: 8 }), async (steps) => {
        await inTransaction(store(), async (db) => {
          await sql`delete from member`.execute(db)
          await sql`delete from counted_period`.execute(db)
          const counted = new Counted(db)
          for (const step of steps) await counted.take(step)
          const periods = await findCountedPeriods(db, LISTS)
          const called = new Map(periods.map(({ id, list, period }) => [id, placeOf(list, period)] as const))
          const members = await findMembers(db, periods)
          expect(
            members
              .map(({ periodId, ...facts }) => [
                `${called.get(periodId)} ${facts.subject} ${facts.record}`,
                JSON.stringify(facts),
              ])
              .toSorted(),
          ).toEqual([...counted.expected].toSorted())
          // What is told of their number is told of the same, of all months and of one alone.
          for (const some of [periods, periods.slice(-1)]) {
            const answered = await findAnswered(db, some, { placed: [0], answers: [0], measures: [0] })
            for (const { id } of some)
              expect(answered.get(id)?.reduce((sum, one) => sum + one.members, 0)).toBe(
                members.filter(({ periodId }) => periodId === id).length,
              )
          }
          const { rows } = await sql<{ left: number }>`
            select count(*) as left from member
            where not exists (select from counted_period where id between first_period and last_period)`.execute(db)
          expect(rows).toEqual([{ left: 0 }])
        })
      }),
      { numRuns: 100, examples: [[oneBatchAfterAnother]] },
    )
  })

  test('who answers the same month after month is kept once, until something is another', async () => {
    await inTransaction(store(), async (db) => {
      await sql`delete from member`.execute(db)
      await sql`delete from counted_period`.execute(db)
      const counted = new Counted(db)
      await counted.take({ count: 'children', from: 0, to: 5, says: alike })
      const rows = async () => (await db.selectFrom('member').select('subject_id').execute()).length
      expect(await rows()).toBe(2)
      const middle = [false, false, true, false, false, false]
      await counted.take({ again: subjects[0] ?? (1 as SubjectId), of: middle, says: new Array<Said>(24).fill('no') })
      expect(await rows()).toBe(4)
    })
  })
})
