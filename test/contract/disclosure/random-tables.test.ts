import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forAudience } from '../../../src/core/disclosure/for-audience.ts'
import { type DisclosureRule, departmentsRule, isSmall } from '../../../src/core/disclosure/rule.ts'
import type { Disclosed, Shown } from '../../../src/core/disclosure/shown.ts'
import { figureOf, indicatorOf, kindsIn, type MadeUp, madeUp, periods } from '../../support/made-up-tables.ts'
import { type Knows, recoverer, type Sum } from '../../support/recover.ts'

const find = await recoverer()

/** What is published of made-up people, month by month: each publication has the months before it too. */
function published({ shapes, months }: MadeUp, rule: DisclosureRule): readonly (readonly Disclosed[])[] {
  const indicators = new Map(shapes.map(indicatorOf).map((one) => [one.key, one] as const))
  const before: (readonly Disclosed[])[] = []
  for (const at of months.keys()) {
    const figures = shapes.flatMap((shape, place) =>
      periods.slice(0, at + 1).map((period, month) => figureOf(shape, place, period, months[month] ?? [])),
    )
    const control = { indicators, terms: [], rule, exempt: new Map(), before }
    before.push(forAudience(figures, 'public', control).figures)
  }
  return before
}

const between = (key: string, least: number, most: number): Sum => ({ terms: [[key, 1]], least, most })

/** What somebody knows of one figure: which kinds of people its numbers are sums of, and what is published of them. */
function knownOf(shapes: MadeUp['shapes'], { figure, shown }: Disclosed, { smallest, largest }: DisclosureRule) {
  const month = periods.findIndex(({ from }) => from === figure.period.from)
  const kinds = kindsIn(shapes[Number(figure.indicator.split('-').at(-1))])
  const [counted, whole] = [figure.numerator ?? 0, figure.denominator]
  const name = (part: string) => `${figure.indicator} ${month} ${part}`
  const numbers = [
    { key: name('counted'), kinds: kinds.counted, count: counted },
    ...(whole === null
      ? []
      : [
          { key: name('whole'), kinds: kinds.whole, count: whole },
          { key: name('rest'), kinds: kinds.rest, count: whole - counted },
        ]),
  ]
  const sums = numbers.map(
    ({ key, kinds: of }): Sum => ({
      terms: [[key, -1], ...of.map((kind) => [`${month} ${kind}`, 1] as const)],
      least: 0,
      most: 0,
    }),
  )
  const told = toldBy(shown, name, { smallest, largest })
  const isSeenNotSmall = shown.kind === 'withheld' && whole === null && (counted < smallest || counted > largest)
  return { numbers, sums: [...sums, ...told], notSmall: isSeenNotSmall ? [name('counted')] : [] }
}

function toldBy(
  shown: Shown,
  name: (part: string) => string,
  { smallest, largest }: Pick<DisclosureRule, 'smallest' | 'largest'>,
): readonly Sum[] {
  if (shown.kind === 'small') return [between(name('counted'), smallest, largest)]
  if (shown.kind !== 'whole') return []
  const { numerator, denominator } = shown
  return [
    ...(numerator === null ? [] : [between(name('counted'), numerator, numerator)]),
    ...(denominator === null ? [] : [between(name('whole'), denominator, denominator)]),
  ]
}

describe('figures of made-up people', () => {
  test('keep what is small from a solver that knows every kind of person there can be', () => {
    let [figures, shown, tried] = [0, 0, 0]
    fc.assert(
      fc.property(madeUp, (made) => {
        const all = published(made, departmentsRule).flat()
        const known = all.map((one) => knownOf(made.shapes, one, departmentsRule))
        const gap = { from: departmentsRule.smallest, to: departmentsRule.largest }
        const knows: Knows = {
          sums: known.flatMap(({ sums }) => sums),
          gaps: new Map(known.flatMap(({ notSmall }) => notSmall.map((key) => [key, gap] as const))),
        }
        const small = known.flatMap(({ numbers }) => numbers.filter(({ count }) => isSmall(departmentsRule, count)))
        for (const { key, count } of small) {
          const { least, most } = find(knows, key)
          if (most - least + 1 < departmentsRule.leaves) expect([key, count]).toEqual([key, `${least} to ${most}`])
        }
        figures += all.length
        shown += all.filter((one) => one.shown.kind === 'whole').length
        tried += small.length
      }),
      { numRuns: 40 },
    )
    expect(tried).toBeGreaterThan(50)
    expect(shown / figures).toBeGreaterThan(0.2)
  })
})
