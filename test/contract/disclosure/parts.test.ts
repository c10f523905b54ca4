import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forAudience } from '../../../src/core/disclosure/for-audience.ts'
import { forParts, givenParts } from '../../../src/core/disclosure/parts.ts'
import { type ByPart, IN_NONE } from '../../../src/core/disclosure/parts-alone.ts'
import { isSmall, departmentsRule as rule } from '../../../src/core/disclosure/rule.ts'
import type { Disclosed, Shown } from '../../../src/core/disclosure/shown.ts'
import { figureOf, indicatorOf, kindsIn, type MadeUp, madeUp, periods } from '../../support/made-up-tables.ts'
import { type Knows, recoverer, type Sum } from '../../support/recover.ts'

// Everybody is in one of three parts of an authority, or in none. The whole is published to everybody month by month, as it always was, and to partners the parts of
// that month after it. A partner who puts all of it together knows every kind of person there can be, and that each is in one part or in none.

const find = await recoverer()
const NAMES = ['North', 'South', 'Vale'] as const
const inNone = NAMES.length

/** A person: their kind, and where they are. */
type Placed = { readonly kind: number; readonly place: number }
type Made = {
  readonly shapes: MadeUp['shapes']
  readonly months: readonly (readonly Placed[])[]
  /** How many places there are: where everybody is in some part, a partner is taken to know it. */
  readonly places: number
}

const made: fc.Arbitrary<Made> = fc.constantFrom(inNone, inNone + 1).chain((places) => {
  const person = fc.record({ kind: fc.nat({ max: 15 }), place: fc.nat({ max: places - 1 }) })
  return fc.record({
    shapes: madeUp.map(({ shapes }) => shapes),
    months: fc.array(fc.array(person, { minLength: 30, maxLength: 160, size: 'max' }), { minLength: 1, maxLength: 2 }),
    places: fc.constant(places),
  })
})

const kinds = (people: readonly Placed[]): readonly number[] => people.map(({ kind }) => kind)

/** A figure as it is shown, and in which part; of the whole where it says none. */
type Told = Disclosed & { readonly part?: string }

/** The whole of each month and the one before, to everybody; then the parts of the month, to partners. */
function published({ shapes, months }: Pick<Made, 'shapes' | 'months'>, decide: typeof forParts): readonly Told[] {
  const indicators = new Map(shapes.map(indicatorOf).map((one) => [one.key, one] as const))
  const words = { withheldInAll: () => 'Withheld', tooSmall: () => 'Too small' }
  const control = { indicators, terms: [], rule, exempt: new Map<string, string>() }
  const wholes: (readonly Disclosed[])[] = []
  const before: ByPart<Disclosed>[] = []
  const ofParts: Told[] = []
  for (const [at, people] of months.entries()) {
    const period = periods[at]
    if (period === undefined) throw new Error('There are more months than periods')
    const figures = shapes.flatMap((shape, place) =>
      periods.slice(0, at + 1).map((one, month) => figureOf(shape, place, one, kinds(months[month] ?? []))),
    )
    const whole = forAudience(figures, 'public', { ...control, before: [...wholes] }).figures
    wholes.push(whole)
    const parts = [...NAMES, IN_NONE].map((part, here) => {
      const own = kinds(people.filter(({ place }) => place === here))
      return [part, shapes.map((shape, place) => figureOf(shape, place, period, own))] as const
    })
    const shown = decide(new Map(parts), whole, { ...control, before, words })
    const given = givenParts(new Map(parts), rule)
    before.push(new Map([...shown].filter(([part]) => given.has(part))))
    for (const part of NAMES) ofParts.push(...(shown.get(part) ?? []).map((one) => ({ ...one, part })))
  }
  return [...wholes.flat(), ...ofParts]
}

/** What somebody knows of one figure: which people its numbers are sums of, and what is published of them. */
function knownOf({ shapes, places }: Pick<Made, 'shapes' | 'places'>, { figure, shown, part: of }: Told) {
  const month = periods.findIndex(({ from }) => from === figure.period.from)
  const those = kindsIn(shapes[Number(figure.indicator.split('-').at(-1))])
  const here = Array.from({ length: places }, (_, at) => at).filter((at) => of === undefined || NAMES[at] === of)
  const [counted, whole] = [figure.numerator ?? 0, figure.denominator]
  const name = (part: string) => `${figure.indicator} ${month} ${of ?? ''} ${part}`
  const numbers = [
    { key: name('counted'), kinds: those.counted, count: counted },
    ...(whole === null
      ? []
      : [
          { key: name('whole'), kinds: those.whole, count: whole },
          { key: name('rest'), kinds: those.rest, count: whole - counted },
        ]),
  ]
  const sums = numbers.map(
    (one): Sum => ({
      terms: [
        [one.key, -1],
        ...one.kinds.flatMap((kind) => here.map((place) => [`${month} ${kind} ${place}`, 1] as const)),
      ],
      least: 0,
      most: 0,
    }),
  )
  const isSeenNotSmall = shown.kind === 'withheld' && whole === null && !isSmall(rule, counted)
  return { numbers, sums: [...sums, ...toldBy(shown, name)], notSmall: isSeenNotSmall ? [name('counted')] : [] }
}

const between = (key: string, least: number, most: number): Sum => ({ terms: [[key, 1]], least, most })

function toldBy(shown: Shown, name: (part: string) => string): readonly Sum[] {
  if (shown.kind === 'small') return [between(name('counted'), rule.smallest, rule.largest)]
  if (shown.kind !== 'whole') return []
  const { numerator, denominator } = shown
  return [
    ...(numerator === null ? [] : [between(name('counted'), numerator, numerator)]),
    ...(denominator === null ? [] : [between(name('whole'), denominator, denominator)]),
  ]
}

/** Every small number that can be worked out from all that was published, and how much was tried and shown. */
function attacked(one: Made, decide: typeof forParts) {
  const all = published(one, decide)
  const known = all.map((told) => knownOf(one, told))
  const gap = { from: rule.smallest, to: rule.largest }
  const knows: Knows = {
    sums: known.flatMap(({ sums }) => sums),
    gaps: new Map(known.flatMap(({ notSmall }) => notSmall.map((key) => [key, gap] as const))),
  }
  const small = known.flatMap(({ numbers }) => numbers.filter(({ count }) => isSmall(rule, count)))
  const found = small.flatMap(({ key, count }) => {
    const { least, most } = find(knows, key)
    return most - least + 1 < rule.leaves ? [`${key}, which is ${count}: ${least} to ${most}`] : []
  })
  const parts = all.filter(({ part }) => part !== undefined)
  const shown = parts.filter((told) => told.shown.kind === 'whole')
  return { found, tried: small.length, parts: parts.length, shown: shown.length }
}

/** What somebody would do who looks at each part by itself, and at no other. */
const eachAlone: typeof forParts = (parts, _, { before, ...control }) =>
  new Map(
    [...parts].map(([part, figures]) => {
      const { figures: shown } = forAudience(figures, 'public', {
        ...control,
        before: before.map((month) => month.get(part) ?? []),
      })
      return [part, shown] as const
    }),
  )

describe('parts of an authority', () => {
  test('keep what is small from a solver that knows every kind of person there can be, in every part and in none', () => {
    let [tried, parts, shown] = [0, 0, 0]
    fc.assert(
      fc.property(made, (one) => {
        const seen = attacked(one, forParts)
        expect(seen.found).toEqual([])
        tried += seen.tried
        parts += seen.parts
        shown += seen.shown
      }),
      { numRuns: 40, endOnFailure: true },
    )
    expect(tried).toBeGreaterThan(200)
    expect(shown / parts).toBeGreaterThan(0.05)
  })

  test('would give it away if each were decided by itself', () => {
    const found = fc.sample(made, { numRuns: 14, seed: 1 }).flatMap((one) => attacked(one, eachAlone).found)
    expect(found.length).toBeGreaterThan(2)
  })
})
