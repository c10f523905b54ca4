import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '../dates/plain-date.ts'
import type { RecordId } from '../definitions/field.ts'
import { compare, type OurDay, type TheirDay } from './compare.ts'
import { standingOf, worstFirst } from './standing.ts'

const item = { tolerance: 0, oneEvent: 30 }
const listed = { from: plainDate('2023-09-01'), to: plainDate('2023-10-01') }
const their = (on: string, entry = 1): TheirDay => ({ entry, on: plainDate(on) })
const our = (on: string, record = 1, isHeld = true): OurDay => ({
  record: record as RecordId,
  on: plainDate(on),
  isHeld,
})
const told = (theirs: readonly TheirDay[], ours: readonly OurDay[], of = item) =>
  compare(of, { theirs, ours, listed }).map(({ state, days }) => [state, days])

describe('two days held against each other', () => {
  it.each([
    ['the same day', [their('2023-09-12')], [our('2023-09-12')], [['same', 0]]],
    ['theirs three days later', [their('2023-09-15')], [our('2023-09-12')], [['differs', 3]]],
    ['theirs earlier', [their('2023-09-10')], [our('2023-09-12')], [['differs', -2]]],
    ['too far apart to be one event', [their('2023-09-10')], [our('2023-08-10')], [['only theirs', null]]],
    ['only on their list', [their('2023-09-10')], [], [['only theirs', null]]],
    ['only on our record', [], [our('2023-09-12')], [['only ours', null]]],
    ['ours on the last day that the list is of', [], [our('2023-09-30')], [['only ours', null]]],
    ['ours on a day that the list is not of', [], [our('2023-10-01')], []],
    ['ours was refused, and they do not have it', [], [our('2023-09-12', 1, false)], []],
    ['ours says that it was refused', [their('2023-09-12')], [our('2023-09-12', 1, false)], [['not held', 0]]],
    [
      'one that was refused and one that was done',
      [their('2023-09-12')],
      [our('2023-09-12', 1, false), our('2023-09-20')],
      [['differs', -8]],
    ],
    [
      'of several, those that are nearest belong together',
      [their('2023-09-12', 1), their('2023-09-20', 2)],
      [our('2023-09-21', 1), our('2023-09-12', 2)],
      [
        ['same', 0],
        ['differs', -1],
      ],
    ],
  ] as const)('%s', (_, theirs, ours, expected) => expect(told(theirs, ours)).toEqual(expected))

  it('are the same within the days that are allowed, and not a day beyond', () => {
    const of = { tolerance: 2, oneEvent: 30 }
    expect(told([their('2023-09-14')], [our('2023-09-12')], of)).toEqual([['same', 2]])
    expect(told([their('2023-09-15')], [our('2023-09-12')], of)).toEqual([['differs', 3]])
  })

  it('lose nothing of theirs, count nothing twice, and do not mind the order', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((at) => (plainDate('2023-08-20') + at) as PlainDate)
    const theirs = fc.array(day, { maxLength: 6 }).map((days) => days.map((on, at) => ({ entry: at, on })))
    const ours = fc
      .array(fc.record({ on: day, isHeld: fc.boolean() }), { maxLength: 6 })
      .map((days) => days.map((one, at) => ({ ...one, record: at as RecordId })))
    fc.assert(
      fc.property(theirs, ours, (some, others) => {
        const found = compare(item, { theirs: some, ours: others, listed })
        const entries = found.flatMap((one) => one.theirs?.entry ?? [])
        const records = found.flatMap((one) => one.ours?.record ?? [])
        expect(entries.toSorted()).toEqual(some.map(({ entry }) => entry))
        expect(new Set(records).size).toBe(records.length)
        const turned = compare(item, { theirs: some.toReversed(), ours: others.toReversed(), listed })
        const pairs = (all: typeof found) => all.map((one) => JSON.stringify(one)).toSorted()
        expect(pairs(turned)).toEqual(pairs(found))
      }),
    )
  })
})

describe('how a difference stands', () => {
  it('is open until somebody says who corrects it; what is the same needs nobody', () => {
    expect(standingOf('differs', undefined)).toBe('open')
    expect(standingOf('differs', 'theirs')).toBe('theirs')
    expect(standingOf('only ours', 'agreed')).toBe('cleared')
    expect(standingOf('same', undefined)).toBe('cleared')
  })

  it('is in order of attention: undecided before decided, then what is wrong, then how far apart', () => {
    const on = plainDate('2023-09-12')
    const one = (state: Parameters<typeof standingOf>[0], standing: ReturnType<typeof standingOf>, days = 0) => ({
      ...{ state, standing, days, on },
    })
    const order = [
      one('not found', 'open'),
      one('only theirs', 'open'),
      one('differs', 'open', -9),
      one('differs', 'open', 2),
      one('not found', 'ours'),
      one('only ours', 'theirs'),
      one('same', 'cleared'),
    ]
    expect([...order].toReversed().toSorted(worstFirst)).toEqual(order)
  })
})
