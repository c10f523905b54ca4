import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PeriodKind, periodContaining, periodText } from '../../core/dates/period.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import { roundHalfUp } from '../../core/figures/rounding.ts'
import type { Figure } from '../../core/figures/series.ts'
import type { Reference } from '../reference.ts'
import { readFigures } from './read.ts'

const units = ['count', 'per cent', 'per 10,000', 'days', 'score', 'ratio'] as const
const kinds: readonly PeriodKind[] = ['month', 'quarter', 'financial year', 'academic year', 'calendar year']

const indicators = units.map((unit) =>
  indicator({
    key: `in-${unit.replace(/\W+/g, '-')}`,
    label: `In ${unit}`,
    unit,
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Everyone.',
    countedIf: 'Always.',
    notKnown: 'Cannot arise.',
    source: 'Made up',
  }),
)
const reference: Reference = {
  indicators: new Map(indicators.map((one) => [one.key, one])),
  authorities: new Set(['exampleshire', 'quartershire']),
}

const words = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ',', '\n', '\r\n', '=', 'é')), { maxLength: 4 })
  .map((parts) => parts.join('').replaceAll('\0', '').trim())
const wordsOrNone = words.map((text) => (text === '' ? null : text))
const number = fc.nat(9_999_999).chain((whole) => fc.nat(2).map((decimals) => whole / 10 ** decimals))
const people = fc.option(fc.nat(100_000))

const share = fc.nat(5000).chain((denominator) =>
  fc.tuple(fc.nat(denominator), fc.integer({ min: 0, max: 4 })).map(([numerator, decimals]) => ({
    value: denominator === 0 ? null : Number(roundHalfUp((100 * numerator) / denominator, decimals)),
    numerator,
    denominator,
  })),
)
const loose = fc.record({ value: fc.option(number), numerator: people, denominator: people })

const figure: fc.Arbitrary<Figure> = fc.constantFrom(...indicators).chain(({ key, unit }) =>
  fc
    .record({
      authority: fc.constantFrom('exampleshire', 'quartershire'),
      area: words,
      populationGroup: words,
      period: fc
        .tuple(fc.constantFrom(...kinds), fc.nat(40_000))
        .map(([kind, day]) => periodContaining(kind, addDays(plainDate('1950-01-01'), day))),
      parts: unit === 'per cent' ? share : loose,
      notKnown: people,
      breakNote: wordsOrNone,
      note: wordsOrNone,
      publishedIn: words.map((text) => `Pack ${text}`.trim()),
    })
    .map(({ parts, ...rest }) => ({
      ...rest,
      ...parts,
      indicator: key,
      value: unit === 'count' && parts.value !== null ? Math.round(parts.value) : parts.value,
    })),
)

const identity = ({ authority, area, populationGroup, indicator: key, period }: Figure) =>
  JSON.stringify([authority, area, populationGroup, key, period])
const figures = fc.uniqueArray(figure, { selector: identity, minLength: 1, maxLength: 12 })

const quoted = (cell: string | number | null) => `"${`${cell ?? ''}`.replaceAll('"', '""')}"`

function csv(rows: readonly Figure[], end: string): Uint8Array {
  const heading =
    'authority,area,group,indicator,period,value,numerator,denominator,not_known,break,note,published_in'.split(',')
  const lines = rows.map((row) => [
    ...[row.authority, row.area, row.populationGroup, row.indicator, periodText(row.period)],
    ...[row.value, row.numerator, row.denominator, row.notKnown, row.breakNote, row.note, row.publishedIn],
  ])
  return new TextEncoder().encode([heading, ...lines].map((cells) => cells.map(quoted).join(',') + end).join(''))
}

const read = (bytes: Uint8Array) => readFigures([{ name: 'f.csv', bytes }], reference)

test('law: figures that were written are read back the same', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom('\n', '\r\n'), (written, end) => {
      expect(read(csv(written, end))).toEqual({ rows: written, issues: [] })
    }),
  )
})

/** What is read of a damaged file; whatever is said of it must be sentences. */
function damaged(bytes: Uint8Array) {
  const { rows, issues } = read(bytes)
  for (const issue of issues) expect(issue.message).toMatch(/^.{10,}[.?]$/su)
  return { rows, issues }
}

test('law: of a file cut off anywhere, whole rows are read or none, and none without an issue', () => {
  fc.assert(
    fc.property(figures, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (written, where) => {
      const whole = csv(written, '\r\n')
      const { rows, issues } = damaged(whole.subarray(0, Math.floor(where * whole.length)))
      expect(rows).toEqual(written.slice(0, rows.length))
      if (rows.length === 0) expect(issues).not.toEqual([])
    }),
  )
})

test('law: a file with any one byte missing gives rows or issues', () => {
  fc.assert(
    fc.property(figures, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (written, where) => {
      const whole = [...csv(written, '\n')]
      const { rows, issues } = damaged(Uint8Array.from(whole.toSpliced(Math.floor(where * whole.length), 1)))
      expect(rows.length + issues.length).toBeGreaterThan(0)
    }),
  )
})
