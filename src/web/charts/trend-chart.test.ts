import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, everything, extentOfMark, type Read, readSvg, withClass } from './read-svg.ts'
import { type Anchor, type Box, boxOf, overlaps, type Text } from './text.ts'
import { trendChart } from './trend-chart.ts'
import type { TrendChartInput, TrendPoint } from './trend-input.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function pointsOf(values: readonly (number | null)[]): readonly TrendPoint[] {
  return values.map((value, index) => {
    const label = months[index % 12] ?? ''
    const yearLabel = String(2020 + Math.floor(index / 12))
    const written = value === null ? '' : String(value)
    return { label, yearLabel, fullLabel: `${label} ${yearLabel}`, value, written, provisional: false, signal: false }
  })
}

const chartOf = (values: readonly (number | null)[], more: Partial<TrendChartInput> = {}): TrendChartInput => ({
  id: 'c1',
  title: 'Stability',
  description: 'Monthly percentage',
  points: pointsOf(values),
  benchmarks: [],
  unit: 'per cent',
  ...more,
})

function drawn(input: TrendChartInput): { wide: Read; narrow: Read } {
  const chart = trendChart(input)
  if (chart === undefined) throw new Error('Nothing drawn')
  return { wide: readSvg(chart.wide), narrow: readSvg(chart.narrow) }
}

const anchors: Readonly<Record<string, Anchor>> = { '': 'start', middle: 'middle', end: 'end' }
const textsOf = (svg: Read): readonly Text[] =>
  everything(svg)
    .filter(({ name }) => name === 'text')
    .map((each) => ({
      x: Number(attribute(each, 'x')),
      y: Number(attribute(each, 'y')),
      className: attribute(each, 'class'),
      anchor: anchors[attribute(each, 'text-anchor')] ?? 'start',
      content: each.text,
    }))
const wordsOf = (svg: Read): readonly string[] => textsOf(svg).map(({ content }) => content)
const subpaths = (svg: Read): number =>
  withClass(svg, 'c-line').reduce((sum, each) => sum + attribute(each, 'd').split('M').length - 1, 0)

function frameOf(svg: Read): Box {
  const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = attribute(svg, 'viewBox')
    .split(' ')
    .map(Number)
  return { left, top, right, bottom }
}
/** False also where a side is not a number. */
const isInside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom

// Positions are rounded to a tenth.
const shrunk = ({ left, right, top, bottom }: Box): Box => ({
  left: left + 0.2,
  right: right - 0.2,
  top: top + 0.2,
  bottom: bottom - 0.2,
})

const words = (longest: number) =>
  fc.oneof(
    fc.string({ maxLength: longest }),
    fc.constantFrom('England', 'Statistical neighbours', '<b>&"\'', '1,234,567', '64.9%', '\u0000\ud800'),
  )
const figure = fc.oneof(
  fc.integer({ min: -50, max: 150 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
)
const point = fc.record(
  {
    label: fc.oneof(fc.constantFrom(...months), words(12)),
    yearLabel: fc.constantFrom('2022', '2023', '2023 to 2024'),
    fullLabel: words(20),
    value: fc.option(fc.oneof(figure, fc.constant(Number.NaN)), { freq: 4 }),
    written: words(12),
    provisional: fc.boolean(),
    signal: fc.boolean(),
    breakBefore: words(40),
  },
  { requiredKeys: ['label', 'yearLabel', 'fullLabel', 'value', 'written', 'provisional', 'signal'] },
)
const stretch = { fromIndex: fc.integer({ min: -5, max: 125 }), toIndex: fc.integer({ min: -5, max: 125 }) }
const anyChart: fc.Arbitrary<TrendChartInput> = fc.record(
  {
    id: words(8),
    title: words(30),
    description: words(30),
    points: fc.array(point, { minLength: 1, maxLength: 120, size: 'max' }),
    targets: fc.array(fc.record({ ...stretch, value: figure, written: words(10) }), { maxLength: 3 }),
    benchmarks: fc.array(fc.record({ label: words(40), value: figure, written: words(10) }), { maxLength: 5 }),
    limits: fc.array(fc.record({ ...stretch, mean: figure, lower: figure, upper: figure, written: words(12) }), {
      maxLength: 3,
    }),
    unit: fc.constantFrom('count', 'per cent', 'per 10,000', 'days', 'score', 'ratio'),
  },
  { requiredKeys: ['id', 'title', 'description', 'points', 'benchmarks', 'unit'] },
)
const known = (input: TrendChartInput): number =>
  input.points.filter(({ value }) => value !== null && Number.isFinite(value)).length

function inEachDrawing(check: (svg: Read, input: TrendChartInput) => void): void {
  fc.assert(
    fc.property(anyChart, (input) => {
      fc.pre(known(input) > 0)
      const { wide, narrow } = drawn(input)
      check(wide, input)
      check(narrow, input)
    }),
    { numRuns: 40 },
  )
}

describe('whatever is drawn', () => {
  test('every mark is a number of units and inside the drawing', () => {
    inEachDrawing((svg) => {
      const frame = frameOf(svg)
      const astray = everything(svg).filter((each) => {
        const extent = extentOfMark(each)
        return extent !== undefined && !isInside(extent, frame)
      })
      expect(astray).toEqual([])
    })
  })

  test('words stay inside the drawing and off one another', () => {
    inEachDrawing((svg) => {
      const frame = frameOf(svg)
      const texts = textsOf(svg).filter(({ content }) => content.trim() !== '')
      const boxes = texts.map((text) => shrunk(boxOf(text)))
      expect(texts.filter((text) => !isInside(shrunk(boxOf(text)), frame))).toEqual([])
      const covered = texts.filter((_, index) =>
        boxes.some((other, at) => at > index && overlaps(other, boxes[index] ?? other)),
      )
      expect(covered).toEqual([])
    })
  })

  test('every known value has its mark, and no other', () => {
    inEachDrawing((svg, input) => {
      const marks = [...withClass(svg, 'c-dot'), ...withClass(svg, 'c-signal')].filter(
        ({ children }) => children.length > 0,
      )
      expect(marks.length).toBe(known(input))
    })
  })

  test('the line has one part for each run of known values', () => {
    inEachDrawing((svg, { points }) => {
      const isGap = (index: number) => !Number.isFinite(points[index]?.value ?? Number.NaN)
      const starts = points.filter(
        ({ breakBefore }, index) => !isGap(index) && (isGap(index - 1) || breakBefore !== undefined),
      )
      expect(subpaths(svg)).toBe(starts.length)
    })
  })

  test('the same input gives the same drawing', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        expect(trendChart(structuredClone(input))).toEqual(trendChart(input))
      }),
    )
  })
})

describe('the line', () => {
  test('stops at missing months and does not join across a break', () => {
    const points = pointsOf([60, 61, null, 63, 64, 65]).map((each, index) =>
      index === 4 ? { ...each, breakBefore: 'home closed' } : each,
    )
    const { wide, narrow } = drawn(chartOf([], { points }))
    expect(subpaths(wide)).toBe(3)
    expect(subpaths(narrow)).toBe(3)
    expect(wordsOf(wide)).toContain('A: home closed')
    expect(wordsOf(narrow)).toContain('A')
    expect(withClass(wide, 'c-event')).toHaveLength(1)
  })

  test('without gaps is one path from first to last', () => {
    expect(subpaths(drawn(chartOf([60, 61, 62])).wide)).toBe(1)
  })

  test('nothing known, nothing drawn', () => {
    expect(trendChart(chartOf([null, null]))).toBeUndefined()
    expect(trendChart(chartOf([]))).toBeUndefined()
  })
})

describe('words', () => {
  test('say where an axis starts, and only if it is not at nought', () => {
    const starts = (values: readonly number[]) =>
      wordsOf(drawn(chartOf(values)).wide).filter((each) => each.startsWith('Axis starts at'))
    expect(starts([64, 66, 70])).toHaveLength(1)
    expect(starts([3, 20, 12])).toEqual([])
  })

  test('are escaped', () => {
    const chart = trendChart(chartOf([60], { title: '<script>&"', id: 'a b"<' }))
    expect(chart?.wide).toContain('&lt;script&gt;&amp;&quot;')
    expect(chart?.wide).not.toContain('<script>')
  })

  test('name the drawing', () => {
    const { wide } = drawn(chartOf([60]))
    const [title, description] = wide.children
    expect(attribute(wide, 'role')).toBe('img')
    expect(attribute(wide, 'aria-labelledby')).toBe(
      [title, description].map((each) => each?.attributes.get('id')).join(' '),
    )
    expect([title?.text, description?.text]).toEqual(['Stability', 'Monthly percentage'])
  })

  test('at the right end, in the order of their values', () => {
    const input = chartOf([68, 64.9], {
      targets: [{ fromIndex: 0, toIndex: 1, value: 70, written: '70' }],
      benchmarks: [
        { label: 'England', value: 71, written: '71' },
        { label: 'Neighbours', value: 71.2, written: '71.2' },
      ],
    })
    const found = ['Neighbours 71.2', 'England 71', 'Target 70', 'Feb 2020: 64.9']
    const ends = textsOf(drawn(input).wide).filter(({ content }) => found.includes(content))
    expect(ends.toSorted((a, b) => a.y - b.y).map(({ content }) => content)).toEqual(found)
  })

  test('stand by the latest known value where the last month is missing', () => {
    expect(wordsOf(drawn(chartOf([68, 64.9, null])).narrow)).toContain('Feb: 64.9')
  })

  test('tell what an open dot means', () => {
    const points = pointsOf([60, 61, 62]).map((each, index) => ({ ...each, provisional: index > 0 }))
    const { wide, narrow } = drawn(chartOf([], { points }))
    expect(wordsOf(wide)).toEqual(expect.arrayContaining(['provisional', 'Provisional']))
    expect(wordsOf(narrow)).toContain('Provisional')
    expect(withClass(wide, 'c-dot--provisional').filter(({ children }) => children.length > 0)).toHaveLength(2)
  })
})

test('a target that changes is one stepped line', () => {
  const targets = [
    { fromIndex: -4, toIndex: 2, value: 65, written: '65' },
    { fromIndex: 3, toIndex: 5, value: 70, written: '70' },
  ]
  const { wide, narrow } = drawn(chartOf([60, 61, 62, 63, 64, 65], { targets }))
  const [step = ''] = withClass(wide, 'c-target').map((each) => attribute(each, 'd'))
  expect(step.split('V')).toHaveLength(2)
  expect(wordsOf(wide)).toEqual(expect.arrayContaining(['Target 65', 'Target 70']))
  expect(wordsOf(narrow)).toContain('Target 65, then 70')
})

test('a target far from the figures is still on the scale', () => {
  const targets = [{ fromIndex: 0, toIndex: 2, value: 2_000_000, written: '2,000,000' }]
  const { wide } = drawn(chartOf([1_234_567, 1_230_000, 1_240_000], { targets, unit: 'count' }))
  expect(wordsOf(wide)).toEqual(expect.arrayContaining(['2,000,000', '1,200,000', 'Target 2,000,000']))
})
