import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sampleReport } from '../../../test/support/sample-report.ts'
import type { Cell, ReportDocument } from '../../core/reports/document.ts'
import { reportWorkbook } from './workbook.ts'
import { sheetNames } from './workbook-names.ts'

const partsOf = async (report: ReportDocument): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await reportWorkbook(report))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )

const oneTable = (...cells: readonly Cell[]): ReportDocument => ({
  ...sampleReport,
  parts: [
    {
      kind: 'table',
      caption: 'Figures: all [of] them',
      columns: cells.map(({ kind }, at) => ({ header: `Column ${at}`, kind: kind === 'none' ? 'number' : kind })),
      rows: [cells],
      notes: ['A note.'],
    },
  ],
})

test('the same report makes the same bytes', async () => {
  expect(Buffer.from(await reportWorkbook(sampleReport)).equals(await reportWorkbook(sampleReport))).toBe(true)
})

test('has a sheet of words with a link to each table, and a sheet for each', async () => {
  const { sheets } = await readXlsx(await reportWorkbook(sampleReport))
  expect(sheets.slice(0, 3).map(({ name }) => name)).toEqual([
    'Contents',
    'Profile, September 2023',
    'Adoption, September 2023',
  ])
  const [contents, profile] = sheets
  expect(contents?.rows.slice(0, 4).flat()).toEqual([
    'Corporate Parenting report',
    'Dorset, September 2023',
    'For the Corporate Parenting Board. Not for publication.',
    'Profile, September 2023',
  ])
  expect(contents?.rows.flat()).toContain('Two months are not a trend. A dash means that no figure was published.')
  expect(profile?.rows[1]?.slice(0, 3)).toEqual(['No. of CIC at end of month', 464, 473])
  expect(profile?.freezePane).toEqual({ rows: 1, columns: 1 })
  expect(profile?.autoFilter?.range).toBe('A1:H9')
})

test('writes numbers as numbers, percentages as shares, days as days, and in the decimals that they are shown in', async () => {
  const report = oneTable(
    { kind: 'text', text: 'Row' },
    { kind: 'number', text: '1,234', value: 1234, decimals: 0, isPercent: false },
    { kind: 'number', text: '71.6', value: 71.64, decimals: 1, isPercent: false },
    { kind: 'number', text: '56.3%', value: 56.3, decimals: 1, isPercent: true },
    { kind: 'date', text: '29 February 2024', value: '2024-02-29' },
    { kind: 'none', text: 'Withheld' },
    { kind: 'rating', text: 'Worse than target', rag: 'worse than target' },
  )
  const [, sheet] = (await readXlsx(await reportWorkbook(report), { readStyles: true })).sheets
  expect(sheet?.name).toBe('Figures all of them')
  expect(sheet?.rows[1]).toEqual(['Row', 1234, 71.64, 0.563, new Date('2024-02-29'), 'Withheld', 'Worse than target'])
  const formats = [1, 2, 3, 4].map((column) => sheet?.cells?.get(`1,${column}`)?.style?.numFmt)
  expect(formats).toEqual(['#,##0', '#,##0.0', '0.0%', 'dd/mm/yyyy'])
  expect(sheet?.cells?.get('0,0')?.style?.font?.bold).toBe(true)
})

test('what somebody typed stays a text, whatever it begins with', async () => {
  const typed = [
    '=1+1',
    '+44 1305',
    '-3',
    '@SUM(A1)',
    '\t=1',
    '#REF!',
    '#N/A',
    '=HYPERLINK("http://x")',
    '007',
    '1/2/24',
  ]
  const report = oneTable(...typed.map((text) => ({ kind: 'text' as const, text })))
  const parts = await partsOf(report)
  expect(Object.values(parts).join('')).not.toMatch(/<f[ >]|t="e"/)
  expect((await readXlsx(await reportWorkbook(report))).sheets[1]?.rows[1]).toEqual(typed)
})

test('is well-formed with letters that no XML may hold, and with more than a cell may hold', async () => {
  const report = oneTable(
    { kind: 'text', text: `a\u0000b\u0008<&>\ufffe\ud800` },
    { kind: 'text', text: 'x'.repeat(40_000) },
  )
  const [, sheet] = (await readXlsx(await reportWorkbook(report))).sheets
  expect(sheet?.rows[1]?.[0]).toContain('<&>')
  expect(String(sheet?.rows[1]?.[1])).toHaveLength(32_767)
})

test('draws a trend from the cells beside it where they hold it, and writes its words where not', async () => {
  const parts = await partsOf(sampleReport)
  expect(parts['xl/worksheets/sheet11.xml']).toContain(
    "<xm:f>'Six months of every figure'!C2:H2</xm:f><xm:sqref>I2</xm:sqref>",
  )
  expect(parts['xl/worksheets/sheet2.xml']).not.toContain('sparkline')
  expect(parts['xl/worksheets/sheet2.xml']).toContain('April to September: 433, 433, 432, 430, 464, 473')
})

test('repeats the heads on paper, by names that are quoted', async () => {
  const parts = await partsOf(sampleReport)
  expect(parts['xl/workbook.xml']).toContain(">'Profile, September 2023'!$1:$1</definedName>".replaceAll("'", "'"))
})

test('names of sheets are short, free of what they may not have, and unlike each other', () => {
  const names = [
    ...sheetNames([
      'Contents',
      'a/b',
      'A:B',
      "'quoted'",
      'Health and emotional wellbeing, April',
      'Health and emotional wellbeing, May',
      'Profile, April 2023 to September 2023',
      '',
    ]).values(),
  ]
  expect(names).toEqual([
    'Contents (2)',
    'a b',
    'A B (2)',
    'quoted',
    'Health and emotional wellbeing',
    'Health and emotional (2)',
    'Profile, Apr 2023 to Sep 2023',
    'Table',
  ])
})
