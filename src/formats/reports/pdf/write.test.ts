import { expect, test } from 'vitest'
import {
  allTagged,
  pagesOf,
  pdfInfo,
  spoken,
  structureOf,
  type Word,
  withPoppler,
} from '../../../../test/support/poppler.ts'
import { sampleReport } from '../../../../test/support/sample-report.ts'
import type { Cell, Part, ReportDocument, Table } from '../../../core/reports/document.ts'
import { reportPdf } from './write.ts'

const report = (...parts: readonly Part[]): ReportDocument => ({
  title: 'Health & wellbeing',
  subtitle: 'Exampleshire <September>',
  marking: 'For the board.',
  fixedAt: new Date('2026-10-12T09:30:00Z'),
  parts,
})
const text = (words: string): Cell => ({ kind: 'text', text: words })
const long = 'What was said at the meeting and written down afterwards by whoever was there. '.repeat(90)
const table = (caption: string, rows: Table['rows'], headers: readonly string[] = ['Who', 'What']): Table => ({
  kind: 'table',
  caption,
  columns: headers.map((header) => ({ header, kind: 'text' })),
  rows,
  notes: [],
})
const hard = report(
  { kind: 'heading', level: 1, text: 'A'.repeat(200), id: 'one' },
  { kind: 'paragraph', text: `${long}\n\nA second one.` },
  { kind: 'finding', text: long },
  { kind: 'list', items: [long, '', 'short'] },
  table('A row longer than a page', [
    [text('First'), text(long)],
    [text('https://example.org/'.repeat(12)), text('Łukasz, Siân, Zoë and ŵŷ')],
  ]),
  table('Nothing', []),
  table(
    'More columns than any page has room for',
    [Array.from({ length: 24 }, (_, at) => text(`unbreakable${at}`))],
    Array.from({ length: 24 }, (_, at) => `Column ${at}`),
  ),
)

const inOne = (words: string): string => words.replace(/\s+/g, '')

/** What a reader hears of a part, blanks aside. A trend has its words beside it, as what stands for a picture. */
function heard(part: Part): string {
  switch (part.kind) {
    case 'list':
      return part.items.map((item) => `•${item}`).join('')
    case 'table':
      return [
        part.caption,
        ...part.columns.map(({ header }) => header),
        ...part.rows.flat().map((cell) => (cell.kind === 'trend' ? '' : cell.text)),
        ...part.notes,
      ].join('')
    default:
      return part.text
  }
}

const overlap = (one: Word, other: Word): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3

test('the same report makes the same bytes', async () => {
  expect(Buffer.from(await reportPdf(sampleReport)).equals(await reportPdf(sampleReport))).toBe(true)
})

withPoppler('a report as a PDF', () => {
  test('says what it is, in which language, and that it is tagged', async () => {
    const bytes = await reportPdf(report({ kind: 'paragraph', text: 'Nothing happened.' }))
    const info = pdfInfo(bytes)
    expect(info.get('Title')).toBe('Health and wellbeing: Exampleshire September')
    expect(info.get('Tagged')).toBe('yes')
    expect(info.get('CreationDate')).toBe('Mon Oct 12 09:30:00 2026 UTC')
    for (const said of ['/Lang (en-GB)', '<pdfuaid:part>1<']) expect(Buffer.from(bytes).includes(said), said).toBe(true)
  })

  test.each([
    ['of a month', sampleReport],
    ['with what no page has room for', hard],
  ])('%s has all its words, in order, on its pages and none on another', async (_, one) => {
    const bytes = await reportPdf(one)
    const all = inOne(spoken(structureOf(bytes)))
    expect(all.endsWith(inOne(one.parts.map(heard).join('')))).toBe(true)
    for (const { width, height, words } of pagesOf(bytes)) {
      for (const { left, right, top, bottom } of words) {
        expect(left).toBeGreaterThanOrEqual(40)
        expect(right).toBeLessThanOrEqual(width - 40)
        expect(top).toBeGreaterThanOrEqual(20)
        expect(bottom).toBeLessThanOrEqual(height - 20)
      }
      for (const [at, word] of words.entries())
        expect(words.slice(at + 1).filter((other) => overlap(word, other))).toEqual([])
    }
  })

  test('has headings in their order, and cells below heads that say what they speak for', async () => {
    const read = structureOf(await reportPdf(sampleReport))
    const headings = allTagged(read, 'H1', 'H2', 'H3').map((one) => `${one.tag} ${spoken(one)}`)
    expect(headings.slice(0, 6)).toEqual([
      'H1 Corporate Parenting report',
      'H2 Contents',
      'H2 Introduction',
      'H2 How to read it',
      'H2 Profile',
      'H3 What we are doing about it',
    ])
    const tables = sampleReport.parts.filter((part) => part.kind === 'table')
    const tagged = allTagged(read, 'Table')
    expect(tagged.map((one) => allTagged(one, 'Caption').map(spoken))).toEqual(tables.map(({ caption }) => [caption]))
    for (const [at, { columns, rows }] of tables.entries()) {
      const lines = tagged[at] === undefined ? [] : allTagged(tagged[at], 'TR')
      expect(lines.map(({ children }) => children.map(({ tag, scope }) => scope ?? tag))).toEqual([
        columns.map(() => 'Column'),
        ...rows.map((cells) => ['Row', ...cells.slice(1).map(() => 'TD')]),
      ])
    }
  })

  test('says on which page a section begins, and what page of how many this is', async () => {
    const bytes = await reportPdf(sampleReport)
    const pages = pagesOf(bytes).map(({ words }) => words.map(({ text: word }) => word).join(' '))
    const entries = allTagged(structureOf(bytes), 'TOCI').map(spoken)
    const appendix = entries.at(-1)?.match(/^Appendix: six months of everything (\d+)$/)?.[1]
    expect(pages[Number(appendix) - 1]).toContain('Appendix: six months of everything Six months of every figure')
    expect(pages.map((page) => /Page (\d+ of \d+)/.exec(page)?.[1])).toEqual(
      pages.map((_, at) => `${at + 1} of ${pages.length}`),
    )
    for (const page of pages) expect(page).toContain('For the Corporate Parenting Board. Not for publication.')
  })

  test('repeats the heads of a table on every page, and turns the page for one that is wide', async () => {
    const pages = pagesOf(await reportPdf(sampleReport))
    const wide = pages.filter(({ width, height }) => width > height)
    expect(wide.length).toBeGreaterThan(1)
    for (const { words } of wide) expect(words.map(({ text: word }) => word)).toContain('Neighbours')
  })
})
