import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { plainDate } from '../core/dates/plain-date.ts'
import { day } from './column-types.ts'
import { Prepared } from './prepared.ts'
import type { Db } from './records/transaction.ts'

describe('which questions are prepared', () => {
  test('those asked for the third time, always under the name that they got then', () => {
    const prepared = new Prepared()
    const names = (question: string) => Array.from({ length: 4 }, () => prepared.nameOf(question))
    const [first, second] = [names('select 1'), names('\n  SELECT 2')]
    expect(first).toEqual([undefined, undefined, 'question 1', 'question 1'])
    expect(second).toEqual([undefined, undefined, 'question 2', 'question 2'])
    expect(names('insert into setting values (1, 2)')).toEqual([undefined, undefined, undefined, undefined])
  })

  test('and not without end', () => {
    const prepared = new Prepared()
    const named = Array.from({ length: 300 }, (_, at) => [1, 2, 3].map(() => prepared.nameOf(`select ${at}`)).at(-1))
    expect(named.filter((name) => name !== undefined)).toHaveLength(200)
    expect(prepared.nameOf('select 0')).toBe('question 1')
  })
})

eachDatabase(({ share }) => {
  const store = share()
  const often = async <T>(ask: (time: number) => Promise<T>): Promise<readonly T[]> => {
    const answers: T[] = []
    for (let time = 0; time < 8; time++) answers.push(await ask(time))
    return answers
  }

  test('a question has the same answer whether it is prepared or not, whatever it is asked with', async () => {
    const answers = await often(async (time) => {
      const { rows } = await sql`
        select ${day(plainDate('2023-10-04'))} as on, ${time}::bigint as number, ${[time, 7]}::bigint[] as numbers,
          ${`'${time}\n`}::text as text, ${null}::text as nothing, ${['a,"b"', '']}::text[] as texts, ${time > 3}::boolean as late,
          ${new Date('2023-10-04T10:00:00.123Z')}::timestamptz as at`.execute(store().db)
      return rows
    })
    expect(answers).toEqual(
      answers.map((_, time) => [
        {
          on: plainDate('2023-10-04'),
          number: time,
          numbers: [time, 7],
          text: `'${time}\n`,
          nothing: null,
          texts: ['a,"b"', ''],
          late: time > 3,
          at: new Date('2023-10-04T10:00:00.123Z'),
        },
      ]),
    )
  })

  test('one that fails does so every time, and others are answered after it', async () => {
    const divide = (by: number) => sql<{ result: number }>`select 12 / ${by}::int as result`.execute(store().db)
    const answers = await often((time) =>
      divide(time % 2).then(
        ({ rows }) => rows[0]?.result,
        (error: Error) => error.message,
      ),
    )
    expect(answers).toEqual(answers.map((_, time) => (time % 2 === 0 ? 'division by zero' : 12)))
  })

  test('inside a transaction it sees what that has done, and a failure ends the transaction', async () => {
    const count = async (db: Db) =>
      (await sql<{ count: number }>`select count(*) as count from setting where key = 'a'`.execute(db)).rows[0]?.count
    await often(() => count(store().db))
    const adding = store()
      .db.transaction()
      .execute(async (trx) => {
        await trx.insertInto('setting').values({ key: 'a', value: 'b' }).execute()
        expect(await count(trx)).toBe(1)
        await often(() => sql`select 1 / ${0}::int as fails_in_transaction`.execute(trx))
      })
    await expect(adding).rejects.toThrow('division by zero')
    expect(await count(store().db)).toBe(0)
  })

  test('of a table that is made anew it asks the new one', async () => {
    const answers = await often((time) =>
      store()
        .db.transaction()
        .execute(async (trx) => {
          await sql`create temp table passing (number bigint, ${sql.raw(`c${time} text`)}) on commit drop`.execute(trx)
          await sql`insert into passing values (${time}, 'a')`.execute(trx)
          return (await sql<{ number: number }>`select number from passing`.execute(trx)).rows
        }),
    )
    expect(answers).toEqual(answers.map((_, time) => [{ number: time }]))
  })
})
