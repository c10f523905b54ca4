import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure, population, subjectsWith } from '../../../src/core/counting/define.ts'
import { coverage, type Period, parsePeriodRange } from '../../../src/core/dates/period.ts'
import { type Indicator, indicator } from '../../../src/core/definitions/indicator.ts'
import { forAudience } from '../../../src/core/disclosure/for-audience.ts'
import { departmentsRule, isSmall } from '../../../src/core/disclosure/rule.ts'
import type { Disclosed } from '../../../src/core/disclosure/shown.ts'
import type { FrozenFigure } from '../../../src/core/figures/frozen.ts'
import { Stay } from '../../support/counted.ts'
import { figureOf as shapedFigure } from '../../support/made-up-tables.ts'
import { type Knows, recoverer, type Sum } from '../../support/recover.ts'

// Something happens to people, month by month, and takes each of them so many days. Published are how many in each month, how many in the six months up to its end, and
// how long it took those on average. Somebody who has all that is published subtracts one six months from the next.

const find = await recoverer()
const rule = departmentsRule

/** The months that are looked at, and those that figures are published of. */
const months = parsePeriodRange('2023-01..2024-02')
const first = 5
/** How many months stand in a publication. */
const SHOWN = 4

const everybody = population({
  ...{ key: 'came', label: 'Came', source: 'Made up' },
  each: subjectsWith(Stay, 'guest', 'startedOn'),
})
const common = {
  goodIs: 'neither',
  status: 'national',
  who: 'Some.',
  notKnown: 'Cannot be.',
  source: 'Made up',
} as const
const counts = { population: everybody, whenNotKnown: 'leaves' } as const
const inMonth = indicator({
  ...common,
  ...{ key: 'in-month', label: 'A', unit: 'count', covers: 'in the period' },
  counts,
})
const inSix = indicator({
  ...common,
  ...{ key: 'in-six', label: 'B', unit: 'count', covers: 'rolling 6 months' },
  counts,
})
const daysOfSix = indicator({
  ...common,
  ...{ key: 'days-of-six', label: 'C', unit: 'days', covers: 'rolling 6 months' },
  counts: { ...counts, measure: measure('mean', [Stay], () => undefined) },
})

/** Of each month how long it took those to whom it happened. */
type Happened = readonly (readonly number[])[]

const monthsIn = ({ covers }: Indicator, period: Period): readonly number[] => {
  const { from, to } = coverage(covers, period, [])
  return months.flatMap((month, at) => (month.from >= from && month.to <= to ? [at] : []))
}

function figureOf(one: Indicator, period: Period, happened: Happened): FrozenFigure {
  const numbers = monthsIn(one, period).flatMap((at) => happened[at] ?? [])
  const [count, sum] = [numbers.length, numbers.reduce((all, days) => all + days, 0)]
  const shaped = shapedFigure({ within: [], counted: [], without: [], unit: 'count' }, 0, period, [])
  const isMean = one.unit === 'days'
  return {
    ...shaped,
    ...{ indicator: one.key, numerator: count, denominator: isMean ? count : null },
    value: isMean ? (count === 0 ? null : sum / count) : count,
    definition: { ...shaped.definition, unit: one.unit },
  }
}

function publish(indicators: readonly Indicator[], happened: Happened): readonly (readonly Disclosed[])[] {
  const before: (readonly Disclosed[])[] = []
  for (let last = first + SHOWN - 1; last < months.length; last++) {
    const figures = indicators.flatMap((one) =>
      months.slice(last - SHOWN + 1, last + 1).map((period) => figureOf(one, period, happened)),
    )
    const all = new Map(indicators.map((one) => [one.key, one] as const))
    const control = { indicators: all, terms: [], rule, exempt: new Map(), before }
    before.push(forAudience(figures, 'public', control).figures)
  }
  return before
}

const sumOf = (at: readonly number[], least: number, most: number): Sum => ({
  terms: at.map((one) => [`month ${one}`, 1] as const),
  least,
  most,
})

const rows: fc.Arbitrary<Happened> = fc.array(fc.array(fc.integer({ min: 300, max: 600 }), { maxLength: 4 }), {
  minLength: months.length,
  maxLength: months.length,
})

describe('stretches of time that overlap', () => {
  test('do not tell by their counts of how few something was in any month, whether it was ever published or not', () => {
    let [tried, shown] = [0, 0]
    fc.assert(
      fc.property(rows, (happened) => {
        const published = publish([inMonth, inSix], happened).flat()
        const { sums, gaps } = toldByCounts(published)
        shown += sums.length
        for (const [at, { length: count }] of happened.entries()) {
          if (!isSmall(rule, count) || !sums.some(({ terms }) => terms.some(([key]) => key === `month ${at}`))) continue
          const { least, most } = find({ sums, gaps }, `month ${at}`)
          if (most - least + 1 < rule.leaves) expect(`month ${at}: ${count}`).toBe(`${least} to ${most}`)
          tried++
        }
      }),
      { numRuns: 12 },
    )
    expect(tried).toBeGreaterThan(30)
    expect(shown).toBeGreaterThan(50)
  })

  test('do not tell by their averages what of one of them is true, even to somebody who knows how many there were in each month', () => {
    let [tried, shown] = [0, 0]
    fc.assert(
      fc.property(rows, (happened) => {
        const knows = toldByAverages(publish([daysOfSix], happened).flat(), happened)
        shown += knows.sums.length - happened.length
        for (const [month, own] of alone(knows, happened)) {
          const { least, most } = find(knows, month)
          if (most - least < NEARLY * own) expect(`${month}: ${own}`).toBe(`${least} to ${most}`)
          tried++
        }
      }),
      { numRuns: 25 },
    )
    expect(tried).toBeGreaterThan(20)
    expect(shown).toBeGreaterThan(50)
  })
})

/** Every count as it is shown, “1 to 5”, and what is seen to be none of these. */
function toldByCounts(published: readonly Disclosed[]): Knows {
  const known = published.map(({ figure, shown }) => {
    const at = monthsIn(figure.indicator === inMonth.key ? inMonth : inSix, figure.period)
    const name = `all of ${at.join()}`
    const { terms } = sumOf(at, 0, 0)
    const told = (least: number, most: number): Sum => ({ terms: [[name, 1]], least, most })
    const isSeen = shown.kind === 'withheld' && !isSmall(rule, figure.value ?? 0)
    return {
      sums: [
        { terms: [[name, -1] as const, ...terms], least: 0, most: 0 },
        ...(shown.kind === 'whole' ? [told(shown.value, shown.value)] : []),
        ...(shown.kind === 'small' ? [told(rule.smallest, rule.largest)] : []),
      ],
      gaps: isSeen ? [[name, { from: rule.smallest, to: rule.largest }] as const] : [],
    }
  })
  return { sums: known.flatMap(({ sums }) => sums), gaps: new Map(known.flatMap(({ gaps }) => gaps)) }
}

/** Between what somebody's own number may lie: a fifth of it apart and more. */
const NEARLY = 0.2

/** Those to whom it happened alone in a month of which anything is told, with their number. */
const alone = ({ sums }: Knows, happened: Happened) =>
  happened.flatMap(([own, ...others], at): readonly (readonly [string, number])[] => {
    const month = `month ${at}`
    const isTold = sums.some(({ terms }) => terms.length > 1 && terms.some(([key]) => key === month))
    return own !== undefined && others.length === 0 && isTold ? [[month, own]] : []
  })

/** Every average as it is rounded, and of each month whether there was anybody. */
function toldByAverages(published: readonly Disclosed[], happened: Happened): Knows {
  const averages = published.flatMap(({ figure, shown }): readonly Sum[] => {
    if (shown.kind !== 'whole' || shown.denominator === null) return []
    const { value, denominator: many } = shown
    const [, step = '1'] = /nearest (\d+)/.exec(shown.words ?? '') ?? []
    const half = Number(step) / 2
    return [sumOf(monthsIn(daysOfSix, figure.period), many * (value - half), many * (value + half))]
  })
  const each = happened.map(({ length }, at) => sumOf([at], length, length === 0 ? 0 : 10_000))
  return { sums: [...averages, ...each], gaps: new Map() }
}
