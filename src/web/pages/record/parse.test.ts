import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Typed } from '../../../app/people/drafts.ts'
import { type parseInstant, toUtcText } from '../../../core/dates/instant.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import { codeList } from '../../../core/definitions/code-list.ts'
import {
  address,
  code,
  codes,
  date,
  type Fields,
  group,
  instant,
  money,
  number,
  paragraphs,
  plannedDate,
  text,
  yesNo,
} from '../../../core/definitions/field.ts'
import { parseFields } from './parse.ts'
import { addRow, rowsOf, takeRow, withoutEmptyRows } from './rows.ts'
import { typedFields } from './typed.ts'

const colours = codeList('colour', { label: 'Colour', source: 'test', codes: { R: 'Red', G: 'Green', B: 'Blue' } })
const fields: Fields = {
  heading: text('Heading'),
  account: paragraphs('Account'),
  score: number('Score', { decimals: 1 }),
  cost: money('Cost'),
  alone: yesNo('Alone'),
  on: date('On'),
  nextOn: plannedDate('Next'),
  at: instant('At'),
  colour: code('Colour', colours),
  colours: codes('Colours', colours),
  home: address('Home'),
  points: group('Points', { who: text('Who'), by: plannedDate('By'), cost: money('Cost') }),
}
const read = (typed: Typed) => parseFields(fields, typed)
const value = (name: string, typed: Typed) => {
  const { values, faults } = read(typed)
  return faults.length > 0 ? faults.map(({ field }) => field) : values[name]
}
const day = (name: string, text: string): Typed => {
  const [d = '', m = '', y = '', time] = text.split(' ')
  return {
    [`${name}.day`]: [d],
    [`${name}.month`]: [m],
    [`${name}.year`]: [y],
    ...(time ? { [`${name}.time`]: [time] } : {}),
  }
}

describe('a form is read as people write', () => {
  it.each([
    ['31 2 2023', '“On”: there is no 31 February 2023. Look at the day again.'],
    ['31 September 2023', '“On”: there is no 31 September 2023. Look at the day again.'],
    ['4 10', '“On” has no year. Write it too.'],
    [' 10', '“On” has no day and no year. Write it too.'],
    ['4 10 23', 'Write the year of “On” in full, like 2023.'],
    ['4 13 2023', '“On” cannot be read. Write day, month and the full year: 4 10 2023.'],
    ['4 10 2O23', '“On” cannot be read. Write day, month and the full year: 4 10 2023.'],
  ])('%s is no day, and it is said why', (typed, message) => {
    expect(read(day('on', typed)).faults).toEqual([{ field: 'on', message }])
  })

  it('a moment with a time that is none is told as that', () => {
    expect(read(day('at', '4 10 2023 25:99')).faults.map(({ message }) => message)).toEqual([
      '“At” cannot be read. Write day, month and the full year, and the time like 15:30 (or leave it out).',
    ])
  })

  it.each([
    ['cost', { cost: ['12'] }, 1200],
    ['cost', { cost: ['£1,234.50'] }, 123_450],
    ['cost', { cost: ['12.5'] }, ['cost']],
    ['score', { score: ['1,200.5'] }, 1200.5],
    ['score', { score: ['0x1F'] }, ['score']],
    ['on', day('on', '4 10 2023'), plainDate('2023-10-04')],
    ['on', day('on', '4 October 2023'), plainDate('2023-10-04')],
    ['on', day('on', '04 sep 2023'), plainDate('2023-09-04')],
    ['on', day('on', '31 2 2023'), ['on']],
    ['on', day('on', '4 10 23'), ['on']],
    ['on', day('on', '4 10'), ['on']],
    ['on', {}, null],
    ['colours', { colours: ['R', '', 'B'] }, ['R', 'B']],
    [
      'home',
      { 'home.lines': ['3 Mill Lane\r\n\r\n Marlby '], 'home.postcode': ['dt1 1xj'] },
      { lines: ['3 Mill Lane', 'Marlby'], postcode: 'DT1 1XJ', uprn: null },
    ],
  ] as [string, Typed, unknown][])('%s %j', (name, typed, expected) => {
    expect(value(name, typed)).toEqual(expected)
  })

  it.each([
    ['4 7 2023 15:30', '2023-07-04T14:30Z', 'minute'],
    ['4 1 2023 9.05', '2023-01-04T09:05Z', 'minute'],
    ['4 7 2023', '2023-07-04T11:00Z', 'day'],
    // The hour that comes twice when the clocks go back is the first of the two.
    ['29 10 2023 01:30', '2023-10-29T00:30Z', 'minute'],
  ])('the moment %s, by the clocks in England', (typed, utc, precision) => {
    const at = value('at', day('at', typed))
    expect(at).toMatchObject({ precision })
    expect(toUtcText((at as { at: ReturnType<typeof parseInstant> }).at)).toBe(utc)
  })

  it.each(['26 3 2023 01:30', '4 7 2023 25:00', '4 7 2023 noon'])('no moment: %s', (typed) => {
    // In the night of 26 March 2023 the clocks went from one to two.
    expect(value('at', day('at', typed))).toEqual(['at'])
  })
})

describe('the rows of a group', () => {
  const two: Typed = {
    'points.rows': ['3'],
    'points.0.who': ['Tom'],
    'points.1.who': [' '],
    'points.2.who': ['Sheila'],
  }

  it('are as many as were typed or asked for, one more, one less', () => {
    expect(rowsOf(two, 'points')).toBe(3)
    expect(rowsOf(addRow(two, 'points'), 'points')).toBe(4)
    expect(rowsOf({}, 'points')).toBe(0)
    expect(rowsOf(addRow({}, 'points'), 'points')).toBe(1)
    expect(takeRow(two, 'points', 0)).toMatchObject({ 'points.rows': ['2'], 'points.1.who': ['Sheila'] })
  })

  it('keep no empty one, and name a fault by the row as it is shown', () => {
    const kept = withoutEmptyRows(fields, { ...two, 'points.2.cost': ['dear'] })
    expect(kept).toMatchObject({ 'points.rows': ['2'], 'points.0.who': ['Tom'], 'points.1.who': ['Sheila'] })
    expect(read(kept).faults).toMatchObject([{ field: 'points.1.cost' }])
  })
})

it('shows a record in its form so that it is read back as it was', () => {
  const words = fc.stringMatching(/^[A-Za-zé’]([A-Za-z é’]{0,18}[A-Za-z])?$/)
  const dates = fc.integer({ min: plainDate('1900-01-01'), max: plainDate('2100-12-31') })
  const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
  const minutes = fc.integer({ min: 0, max: 33_000_000 })
  const record = fc.record({
    heading: some(words),
    account: some(fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
    score: some(fc.integer({ min: -9999, max: 9999 }).map((tenths) => tenths / 10)),
    cost: some(fc.nat()),
    alone: some(fc.constantFrom('yes', 'no', 'not known')),
    on: some(dates),
    nextOn: some(dates),
    // The hour that comes twice when the clocks go back is read as its first: by the form it cannot be told.
    at: some(
      minutes.filter((minute) => !comesTwice(minute)).map((minute) => ({ at: minute * 60_000, precision: 'minute' })),
    ),
    colour: some(fc.constantFrom('R', 'G')),
    colours: some(fc.uniqueArray(fc.constantFrom('R', 'G', 'B'), { minLength: 1 })),
    home: some(
      fc.record({
        lines: fc.array(words, { minLength: 1, maxLength: 4 }),
        postcode: some(fc.constant('DT1 1XJ')),
        uprn: some(fc.constant('1')),
      }),
    ),
    points: some(
      fc.array(fc.record({ who: words, by: some(dates), cost: some(fc.nat()) }), { minLength: 1, maxLength: 6 }),
    ),
  })
  fc.assert(
    fc.property(record, (values) => {
      expect(parseFields(fields, typedFields(fields, values as never))).toEqual({ values, faults: [] })
    }),
  )
})

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
const comesTwice = (minute: number) => clock.format(minute * 60_000) === clock.format((minute - 60) * 60_000)
