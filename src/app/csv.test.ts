import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csvText } from './csv.ts'

const read = (text: string): string[][] => parse(text, { relax_column_count: true, skip_empty_lines: false })
const cell = (value: string | number | null) => read(csvText([[value, 'end']]))[0]?.[0]

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\ufeff=1',
    '\u00a0-2+3',
    '\uff1d1',
    '- He said that',
    '-',
    '--1',
    '-1 ',
    '-1e9',
    '+44 1632 960010',
    '=HYPERLINK("http://example.org?"&A1,"Click")',
  ])('%j is kept from running', (text) => {
    expect(cell(text)).toBe(`'${text}`)
  })

  it.each([
    '',
    'Maya',
    '-3',
    '-3.25',
    '-0.5',
    '3',
    '2023-10-04',
    'a=b',
    '(-1)',
    "'quoted",
    '£-3',
    'O’Hara, “Jo”\nsecond line',
  ])('%j is left as it is', (text) => {
    expect(cell(text)).toBe(text)
  })

  it('of a number is the number, and of nothing is empty', () => {
    expect([cell(-3.25), cell(0), cell(1e21), cell(null)]).toEqual(['-3.25', '0', '1e+21', ''])
  })
})

test('lines end as RFC 4180 has it, and a cell that holds an end of line, a comma or a quote is quoted', () => {
  expect(
    csvText([
      ['A', 'B'],
      ['1,2', 'He said "no"\nand left'],
    ]),
  ).toBe('A,B\r\n"1,2","He said ""no""\nand left"\r\n')
})

/** Texts full of what makes trouble. */
const awkward = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; \'1.a\uff1d\0') }),
  fc.string({ unit: 'grapheme' }),
)
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(fc.oneof(awkward, number), { minLength: width, maxLength: width }), { minLength: 1 }),
  )
/** What a spreadsheet takes for a formula, other than a number. */
const formula = /^\s*[=+\-@\uff1d](?![\d.]+(e[+-]?\d+)?$)|^[\t\r\n\0]/

test('whatever is written comes back, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const back = read(csvText(table))
      expect(back.map((row) => row.length)).toEqual(table.map((row) => row.length))
      const cells = table.flat().map((given, at) => ({ given: String(given), got: back.flat()[at] ?? 'missing' }))
      for (const { given, got } of cells) {
        expect([given, `'${given}`]).toContain(got)
        expect(got).not.toMatch(formula)
      }
    }),
    { numRuns: 300 },
  )
})
