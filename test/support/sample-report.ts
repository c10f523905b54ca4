import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Rag } from '../../src/core/figures/judge.ts'
import type { Cell, Part, ReportDocument, Table } from '../../src/core/reports/document.ts'

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../fixtures/published-${name}.csv`, import.meta.url)), { columns: true })

const months = ['2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09']
const names = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep']
const values = new Map(rowsOf('values').map(({ indicator_id, month, value }) => [`${indicator_id} ${month}`, value]))
const indicators = rowsOf('indicators')
const sections = [...new Set(indicators.map(({ section = '' }) => section))]

const at = (id: string, month: string): number | null => {
  const value = values.get(`${id} ${month}`)
  return value === undefined || value === '' ? null : Number(value)
}

const isPercent = ({ unit }: Record<string, string>): boolean => unit === '%'
const none: Cell = { kind: 'none', text: '–' }

function numberCell(value: number | null, indicator: Record<string, string>): Cell {
  if (value === null) return none
  const decimals = isPercent(indicator) || !Number.isInteger(value) ? 1 : 0
  const text = `${value.toFixed(decimals)}${isPercent(indicator) ? '%' : ''}`
  return { kind: 'number', text, value, decimals, isPercent: isPercent(indicator) }
}

const words: Readonly<Record<Rag, string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  'worse than target': 'Worse than target',
}
const ratings: readonly Rag[] = ['red', 'green', 'amber', 'worse than target']

function rating(indicator: Record<string, string>, row: number): Cell {
  const rag = ratings[row % ratings.length]
  return indicator['target'] === '' || rag === undefined ? none : { kind: 'rating', text: words[rag], rag }
}

const numberOr = (text: string | undefined, indicator: Record<string, string>): Cell =>
  text === undefined || text === '' ? none : numberCell(Number(text), indicator)

function sectionTable(section: string): Table {
  return {
    kind: 'table',
    caption: `${section}, September 2023`,
    columns: [
      { header: 'Indicator', kind: 'text', share: 2 },
      { header: 'Aug', kind: 'number' },
      { header: 'Sep', kind: 'number', isMain: true },
      { header: 'Six months', kind: 'trend' },
      { header: 'Since August', kind: 'text' },
      { header: 'Target', kind: 'number' },
      { header: 'Against target', kind: 'rating' },
      { header: 'England', kind: 'number' },
    ],
    rows: indicators
      .filter((one) => one['section'] === section)
      .map((one, row) => {
        const id = one['id'] ?? ''
        const trend = months.map((month) => at(id, month))
        return [
          { kind: 'text', text: one['name'] ?? '' },
          numberCell(at(id, '2023-08'), one),
          numberCell(at(id, '2023-09'), one),
          trend.every((value) => value === null)
            ? none
            : {
                kind: 'trend',
                values: trend,
                text: `April to September: ${trend.map((value) => value ?? 'none').join(', ')}`,
              },
          { kind: 'text', text: row % 2 === 0 ? '↑ Worse' : '↓ Better' },
          numberOr(one['target'], one),
          rating(one, row),
          numberOr(one['england_average'], one),
        ]
      }),
    notes: ['Two months are not a trend. A dash means that no figure was published.'],
  }
}

const appendix: Table = {
  kind: 'table',
  caption: 'Six months of every figure',
  columns: [
    { header: 'Section', kind: 'text' },
    { header: 'Indicator', kind: 'text', share: 3 },
    ...names.map((header, place) => ({
      header,
      kind: 'number' as const,
      ...(place === 5 ? { isMain: true as const } : {}),
    })),
    { header: 'Trend', kind: 'trend' },
    { header: 'Good is', kind: 'text' },
    { header: 'Target', kind: 'number' },
    { header: 'Against target', kind: 'rating' },
    { header: 'England', kind: 'number' },
    { header: 'Neighbours', kind: 'number' },
    { header: 'Frozen on', kind: 'date' },
  ],
  rows: indicators.map((one, row) => {
    const trend = months.map((month) => at(one['id'] ?? '', month))
    return [
      { kind: 'text', text: one['section'] ?? '' },
      { kind: 'text', text: one['name'] ?? '' },
      ...trend.map((value) => numberCell(value, one)),
      trend.every((value) => value === null)
        ? none
        : { kind: 'trend', values: trend, text: trend.map((value) => value ?? 'none').join(', ') },
      one['good_is'] === '-' ? none : { kind: 'text', text: one['good_is'] ?? '' },
      numberOr(one['target'], one),
      rating(one, row + 1),
      numberOr(one['england_average'], one),
      numberOr(one['good_sn_average'], one),
      { kind: 'date', text: '12 October 2023', value: '2023-10-12' },
    ]
  }),
  notes: ['Published by Dorset Council. Ratings here are made up.'],
}

const said = [
  'What is going well. Children tell us that they feel listened to when the same worker visits them, and nine in ten had the same worker all through the summer. Visits were in time for all but four.',
  'What worries us. First health assessments are late when the consent comes late: of the eleven that were late, nine waited for a signature. The clinic in Weymouth was closed for three weeks in August.',
]
const doing = [
  'Consent is asked for on the day a child comes into care, by the duty manager (from 1 November).',
  'The health team holds four places a week open for children who came into care that week. We shall know by the figure for December whether that is enough, and the board is told in January.',
  'Everybody who placed a child further than 20 miles from home says why, and by when the child comes nearer.',
]

const sectionParts = (section: string): readonly Part[] => [
  { kind: 'heading', level: 1, text: section, id: section.toLowerCase().replace(/\W+/g, '-') },
  {
    kind: 'finding',
    text: `${section}: three figures moved beyond chance, and one of them is past its threshold for the second month.`,
  },
  ...said.map((text) => ({ kind: 'paragraph' as const, text })),
  {
    kind: 'heading',
    level: 2,
    text: 'What we are doing about it',
    id: `${section.toLowerCase().replace(/\W+/g, '-')}-doing`,
  },
  { kind: 'list', items: doing },
  sectionTable(section),
]

/** A board's report of one published month with everything that a report can be made of: the figures are Dorset's, the words and ratings made up. */
export const sampleReport: ReportDocument = {
  title: 'Corporate Parenting report',
  subtitle: 'Dorset, September 2023',
  marking: 'For the Corporate Parenting Board. Not for publication.',
  fixedAt: new Date('2023-10-12T09:30:00Z'),
  parts: [
    { kind: 'heading', level: 1, text: 'Introduction', id: 'introduction' },
    {
      kind: 'paragraph',
      text: 'This report tells the board how children in care and care leavers are doing, by the figures of September and by what those who work with them say. It is of the month as it was known on 12 October 2023.',
    },
    { kind: 'heading', level: 1, text: 'How to read it', id: 'how' },
    {
      kind: 'list',
      items: [
        'Green meets its target, amber misses it by little, red by more. A figure without a target is not rated.',
        'Better and worse are of two months, and two months are not a trend.',
        'The small lines go from April to September.',
      ],
    },
    ...sections.flatMap(sectionParts),
    { kind: 'heading', level: 1, text: 'Appendix: six months of everything', id: 'appendix' },
    appendix,
  ],
}
