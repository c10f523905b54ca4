import { beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { calculate, countAsKnown, recount } from '../../../src/app/counting/calculate.ts'
import { countedFigures } from '../../../src/app/counting/figures.ts'
import { getPlace } from '../../../src/app/counting/lists.ts'
import { parsePeriod } from '../../../src/core/dates/period.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import { removeContent } from '../../../src/store/records/remove.ts'
import { inTransaction } from '../../../src/store/records/transaction.ts'
import { eachDatabase } from '../../databases/each-database.ts'
import { appOn, productTypes } from '../../support/app.ts'
import {
  type Answers,
  changes,
  diaryAnswers,
  handAnswers,
  keptAnswers,
  memberAnswers,
  only,
  together,
} from './answers.ts'
import { type BookName, keysOf } from './figures.ts'
import { type Added, type OnFile, readBook } from './read.ts'
import { type Kept, type KeptRecord, write } from './write.ts'

/** Holds the program against a book of cases: what was worked out by hand, what a diary says, and both again without each of the records. */
export function holdsFor(name: BookName): void {
  const { everybody, months, added } = readBook(name)
  const figures = keysOf(name)
  const byHand = everybody.flatMap(({ title, records, byHand }) => byHand.map((one) => ({ title, records, ...one })))

  it.each(byHand.filter(({ knownOn }) => knownOn === null))(
    'by hand and by diary it is the same: $title, $month, without $without',
    ({ records, month, without, groups }) => {
      const left = records.filter((one) => one.name !== without)
      expect(left.length).toBe(records.length - (without === null ? 0 : 1))
      const diary = only(diaryAnswers(left, [month]), month, figures)
      expect(changes(handAnswers({ month, groups }), diary)).toEqual([])
    },
  )

  eachDatabase((database) => {
    describe('those who were made up', () => {
      const store = database.share()
      const kept = new Map<OnFile, Kept>()
      const names = new Map<RecordId, string>()
      let app: App
      let before: ReadonlyMap<SubjectId, Answers>

      const getKept = (one: OnFile): Kept => {
        const found = kept.get(one)
        if (found === undefined) throw new Error(`${one.title} was not written`)
        return found
      }

      beforeAll(async () => {
        const made = appOn(store())
        app = { ...made, clock: { ...made.clock, today: plainDate('2024-04-10') } }
        await inTransaction(store(), async (db) => {
          for (const one of everybody) kept.set(one, await write(db, one))
        })
        for (const { records } of kept.values()) for (const [letter, { record }] of records) names.set(record, letter)
        await calculate(app, months.map(parsePeriod))
        before = await keptAnswers(app, app.store.db, names)
      })

      it.each(everybody)('are what was worked out by hand: $title', (one) => {
        const counted = together(before, getKept(one).subjects)
        for (const { month, groups } of one.byHand.filter(
          ({ without, knownOn }) => without === null && knownOn === null,
        ))
          expect(changes(handAnswers({ month, groups }), only(counted, month, figures))).toEqual([])
        expect(changes(diaryAnswers(one.records, months), counted)).toEqual([])
      })

      const knownThen = everybody.flatMap((one) =>
        one.byHand.flatMap(({ knownOn, ...asked }) => (knownOn === null ? [] : [{ ...asked, one, knownOn }])),
      )
      it.each(knownThen)(
        'are what was known then: $one.title, on $knownOn',
        async ({ one, month, knownOn, groups }) => {
          const { subjects } = getKept(one)
          const lists = new Set(figures.map((key) => getPlace(app, key).list))
          const found = [...lists].map(async (list) => {
            const { members } = await countAsKnown(app, app.store.db, list, [parsePeriod(month)], plainDate(knownOn))
            const own = members.filter(({ subject }) => subjects.includes(subject))
            return memberAnswers(list, month, own, names)
          })
          const then = new Map((await Promise.all(found)).flat())
          expect(changes(handAnswers({ month, groups }), only(then, month, figures))).toEqual([])
        },
      )

      it.each([...added])('come to the figures that were added up by hand, in %s', async (month, sums) => {
        const indicators = [...sums.keys()].map((key) => getPlace(app, key).counting.indicator)
        const periods = [parsePeriod(month)]
        const counted = await countedFigures(app, app.store.db, { indicators, periods, knownOn: app.clock.today })
        const found = counted.map(({ indicator, numerator, denominator, value }): [string, Added] => [
          indicator,
          sums.get(indicator)?.[2] === undefined ? [numerator, denominator] : [numerator, denominator, Number(value)],
        ])
        expect(new Map(found)).toEqual(sums)
      })

      it('answer for every figure of theirs', () => {
        const answered = new Set([...added.values()].flatMap((sums) => [...sums.keys()]))
        expect([...answered].toSorted()).toEqual(figures.toSorted())
      })

      /** What everybody would be without a record: it is taken away, whoever it is about is counted again, and all is put back. */
      async function without(
        { type, record }: KeptRecord,
        subjects: readonly SubjectId[],
      ): Promise<ReadonlyMap<SubjectId, Answers>> {
        const grounds = { kind: 'retention', authority: 'Test', reason: 'Test', removedBy: 'test' } as const
        let after: ReadonlyMap<SubjectId, Answers> = new Map()
        const backAgain = new Error('Back again')
        const taken = inTransaction(app.store, async (db) => {
          await removeContent(db, type, { ...grounds, record, removedAt: app.clock.now() })
          await recount(app, db, subjects)
          after = await keptAnswers(app, db, names)
          throw backAgain
        })
        await expect(taken).rejects.toBe(backAgain)
        return after
      }

      it.each(everybody)('change in just what they should when a record is taken away: $title', async (one) => {
        const { subjects, records } = getKept(one)
        const [whole, counted] = [diaryAnswers(one.records, months), together(before, subjects)]
        for (const [letter, record] of records) {
          const after = await without(record, subjects)
          const rest = one.records.filter((other) => other.name !== letter)
          const should = changes(whole, diaryAnswers(rest, months))
          expect([letter, changes(counted, together(after, subjects))]).toEqual([letter, should])
          const others = [...before].filter(([other]) => !subjects.includes(other))
          expect(others.flatMap(([other, own]) => changes(own, after.get(other)))).toEqual([])
        }
      })
    })
  }, productTypes)
}
