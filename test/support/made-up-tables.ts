import fc from 'fast-check'
import { narrow, type Population, population, subjectsWith, type Test, test } from '../../src/core/counting/define.ts'
import { type Period, parsePeriodRange } from '../../src/core/dates/period.ts'
import { type Indicator, indicator } from '../../src/core/definitions/indicator.ts'
import type { FrozenFigure } from '../../src/core/figures/frozen.ts'
import { Stay } from './counted.ts'

// Figures of people of whom four things are true or not, any of them, over any of these groups: somebody who knows the definitions knows that every number is a
// sum of the sixteen kinds of people that there are.

const QUESTIONS = 4
const asked: readonly Test[] = Array.from({ length: QUESTIONS }, () => test([], () => undefined))
const KINDS = 2 ** QUESTIONS

/** Questions by their numbers; a person is a number whose bits are the answers. */
export type Shape = {
  readonly within: readonly number[]
  readonly counted: readonly number[]
  readonly without: readonly number[]
  readonly unit: 'count' | 'per cent'
}

export type MadeUp = { readonly shapes: readonly Shape[]; readonly months: readonly (readonly number[])[] }

const someOf = (most: number) => fc.uniqueArray(fc.nat({ max: QUESTIONS - 1 }), { maxLength: most })

const shape: fc.Arbitrary<Shape> = fc
  .record({
    within: someOf(1),
    counted: someOf(2),
    without: someOf(1),
    unit: fc.constantFrom('count' as const, 'per cent' as const),
  })
  .filter(
    ({ within, counted, without, unit }) =>
      !within.some((one) => counted.includes(one) || without.includes(one)) &&
      !without.some((one) => counted.includes(one)) &&
      (unit === 'count' || counted.length > 0),
  )

const people = fc.array(fc.nat({ max: KINDS - 1 }), { minLength: 8, maxLength: 60 })

export const madeUp: fc.Arbitrary<MadeUp> = fc.record({
  shapes: fc.uniqueArray(shape, { minLength: 2, maxLength: 7, selector: (one) => JSON.stringify(one) }),
  months: fc.array(people, { minLength: 1, maxLength: 2 }),
})

const isYes = (person: number, question: number): boolean => ((person >> question) & 1) === 1

/** Which kinds of people a figure is of, and which of them are counted. */
export function kindsIn(shape: Shape | undefined) {
  if (shape === undefined) throw new Error('There is no such figure')
  const { within, counted, without } = shape
  const all = Array.from({ length: KINDS }, (_, kind) => kind)
  const whole = all.filter(
    (kind) => within.every((one) => isYes(kind, one)) && !without.some((one) => isYes(kind, one)),
  )
  const isCounted = (kind: number) => counted.every((one) => isYes(kind, one))
  return { whole, counted: whole.filter(isCounted), rest: whole.filter((kind) => !isCounted(kind)) }
}

const named = (questions: readonly number[]) =>
  Object.fromEntries(questions.flatMap((one) => (asked[one] === undefined ? [] : [[`question ${one}`, asked[one]]])))

const everybody = population({
  key: 'everybody',
  label: 'Everybody',
  source: 'Made up',
  each: subjectsWith(Stay, 'guest', 'startedOn'),
})
const narrowed: ReadonlyMap<number | undefined, Population> = new Map([
  [undefined, everybody],
  ...asked.map(
    (_, one) =>
      [
        one,
        narrow(everybody, { key: `those ${one}`, label: 'Some', source: 'Made up', include: named([one]) }),
      ] as const,
  ),
])

export function indicatorOf({ within, counted, without, unit }: Shape, at: number): Indicator {
  const of = narrowed.get(within[0]) ?? everybody
  return indicator({
    ...{ key: `made-up-${at}`, label: `Made up ${at}`, unit, goodIs: 'neither', covers: 'in the period' },
    ...{ status: 'national', who: 'Some.', notKnown: 'Cannot be.', source: 'Made up' },
    counts: { population: of, counted: named(counted), without: named(without), whenNotKnown: 'stays' },
  })
}

export const periods = parsePeriodRange('2023-08..2023-09')

/** What a figure is of people, as it would be frozen. */
export function figureOf(one: Shape, at: number, period: Period, all: readonly number[]): FrozenFigure {
  const { key, label } = indicatorOf(one, at)
  const kinds = kindsIn(one)
  const [whole, numerator] = [kinds.whole, kinds.counted].map((of) => all.filter((who) => of.includes(who)).length)
  const share = whole === 0 || whole === undefined || numerator === undefined ? null : (100 * numerator) / whole
  return {
    ...{ section: 'all', indicator: key, period, numerator: numerator ?? null, notKnown: 0, notPlaced: 0 },
    value: one.unit === 'count' ? (numerator ?? null) : share,
    denominator: one.unit === 'count' ? null : (whole ?? null),
    ...{ provisional: false, source: 'calculated', fingerprint: null },
    definition: {
      ...{ section: 'All', label, unit: one.unit, goodIs: 'neither', who: '', countedIf: null, notKnown: '' },
      ...{ source: '', question: null, variantOf: null, variantLabel: null },
    },
    judged: {
      ...{ target: null, redBeyond: null, rag: null, previous: null, direction: null, movement: null },
      ...{ benchmarks: [], breakNote: null, note: null, publishedIn: null },
    },
  }
}
