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
import { type Answers, changes, diaryAnswers, handAnswers, keptAnswers, memberAnswers } from './answers.ts'
import { added, type Child, forty } from './read.ts'
import { figureKeys } from './verdicts.ts'
import { type Kept, type KeptRecord, writeChild } from './write.ts'

const months = ['2022-02', '2023-03', '2023-09', '2024-02']
const byHand = forty.flatMap(({ title, records, byHand }) => byHand.map((one) => ({ title, records, ...one })))
const inMonth = (answers: Answers, month: string): Answers =>
  new Map([...answers].filter(([key]) => key.startsWith(month)))

it('there are forty', () => expect(forty).toHaveLength(40))

it.each(byHand.filter(({ knownOn }) => knownOn === null))(
  'by hand and by diary it is the same: $title, $month, without $without',
  ({ records, month, without, groups }) => {
    const left = records.filter(({ name }) => name !== without)
    expect(left.length).toBe(records.length - (without === null ? 0 : 1))
    expect(changes(handAnswers({ month, groups }), diaryAnswers(left, [month]))).toEqual([])
  },
)

eachDatabase((database) => {
  describe('forty children, in every figure about children in care,', () => {
    const store = database.share()
    const kept = new Map<Child, Kept>()
    const names = new Map<RecordId, string>()
    let app: App
    let before: ReadonlyMap<SubjectId, Answers>

    const getKept = (child: Child): Kept => {
      const one = kept.get(child)
      if (one === undefined) throw new Error(`${child.title} was not written`)
      return one
    }

    beforeAll(async () => {
      const made = appOn(store())
      app = { ...made, clock: { ...made.clock, today: plainDate('2024-04-10') } }
      await inTransaction(store(), async (db) => {
        for (const child of forty) kept.set(child, await writeChild(db, child))
      })
      for (const { records } of kept.values()) for (const [name, { record }] of records) names.set(record, name)
      await calculate(app, months.map(parsePeriod))
      before = await keptAnswers(app, app.store.db, names)
    })

    it.each(forty)('are what was worked out by hand: $title', (child) => {
      const counted = before.get(getKept(child).subject) ?? new Map()
      for (const one of child.byHand.filter(({ without, knownOn }) => without === null && knownOn === null))
        expect(changes(handAnswers(one), inMonth(counted, one.month))).toEqual([])
      expect(changes(diaryAnswers(child.records, months), counted)).toEqual([])
    })

    it.each(forty.filter((child) => child.byHand.some(({ knownOn }) => knownOn !== null)))(
      'are what was known then: $title',
      async (child) => {
        const { subject } = getKept(child)
        for (const { month, knownOn, groups } of child.byHand) {
          if (knownOn === null) continue
          const lists = new Set(figureKeys.map((key) => getPlace(app, key).list))
          const found = [...lists].map(async (list) => {
            const { members } = await countAsKnown(app, app.store.db, list, [parsePeriod(month)], plainDate(knownOn))
            const own = members.filter((member) => member.subject === subject)
            return memberAnswers(list, month, own, names)
          })
          expect(changes(handAnswers({ month, groups }), new Map((await Promise.all(found)).flat()))).toEqual([])
        }
      },
    )

    it('come to the figures that were added up by hand', async () => {
      const indicators = figureKeys.map((key) => getPlace(app, key).counting.indicator)
      const periods = [parsePeriod('2023-09')]
      const figures = await countedFigures(app, app.store.db, { indicators, periods, knownOn: app.clock.today })
      const found = figures.map(
        ({ indicator, numerator, denominator }) => [indicator, [numerator, denominator]] as const,
      )
      expect(new Map(found)).toEqual(added)
    })

    /** What everybody would be without a record: it is taken away, whoever it is about is counted again, and all is put back. */
    async function without({ type, record, subject }: KeptRecord): Promise<ReadonlyMap<SubjectId, Answers>> {
      const grounds = { kind: 'retention', authority: 'Test', reason: 'Test', removedBy: 'test' } as const
      let after: ReadonlyMap<SubjectId, Answers> = new Map()
      const backAgain = new Error('Back again')
      const taken = inTransaction(app.store, async (db) => {
        await removeContent(db, type, { ...grounds, record, removedAt: app.clock.now() })
        await recount(app, db, [subject])
        after = await keptAnswers(app, db, names)
        throw backAgain
      })
      await expect(taken).rejects.toBe(backAgain)
      return after
    }

    it.each(forty)('change in just what they should when a record is taken away: $title', async (child) => {
      const { subject, records } = getKept(child)
      const whole = diaryAnswers(child.records, months)
      for (const [name, record] of records) {
        const after = await without(record)
        const rest = child.records.filter((one) => one.name !== name)
        const should = changes(whole, diaryAnswers(rest, months))
        expect([name, changes(before.get(subject), after.get(subject))]).toEqual([name, should])
        const others = [...before].filter(([other]) => other !== subject)
        expect(others.flatMap(([other, own]) => changes(own, after.get(other)))).toEqual([])
      }
    })
  })
}, productTypes)
