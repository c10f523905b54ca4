import { beforeAll, expect, test } from 'vitest'
import {
  allTagged,
  pagesOf,
  pdfInfo,
  spoken,
  structureOf,
  type Tagged,
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
const hard: ReportDocument = {
  ...report(
    { kind: 'heading', level: 1, text: 'A'.repeat(200), id: 'one' },
    { kind: 'paragraph', text: `${long}\n\nA second one.` },
    { kind: 'finding', text: long },
    { kind: 'list', items: [long, '', 'short'] },
    table('A row longer than a page', [
      [text('First'), text(long)],
      [text('https://example.org/'.repeat(12)), text('Łukasz, Siân, Zoë and ŵŷ')],
    ]),
    table('Nothing', []),
    {
      ...table('More columns than any page has room for', [
        Array.from({ length: 24 }, (_, at) => text(`unbreakable${at}`)),
      ]),
      columns: Array.from({ length: 24 }, (_, at) => ({ header: `Column ${at}`, kind: at === 0 ? 'text' : 'number' })),
    },
  ),
  title: long.slice(0, 240),
  marking: `Exempt. ${long.slice(0, 600)}`,
}

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

/** Whether one is written over another: lines below each other touch, for every letter has room for accents. */
const overlap = (one: Word, other: Word): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > (one.bottom - one.top) / 2

test('the same report makes the same bytes', async () => {
  expect(Buffer.from(await reportPdf(sampleReport)).equals(await reportPdf(sampleReport))).toBe(true)
})

withPoppler('a report as a PDF', () => {
  let sample: Uint8Array
  let structure: Tagged
  beforeAll(async () => {
    sample = await reportPdf(sampleReport)
    structure = structureOf(sample)
  })

  test('says what it is, in which language, and that it is tagged', async () => {
    const bytes = await reportPdf(report({ kind: 'paragraph', text: 'Nothing happened.' }))
    const info = pdfInfo(bytes)
    expect(info.get('Title')).toBe('Health and wellbeing: Exampleshire September')
    expect(info.get('Tagged')).toBe('yes')
    expect(info.get('CreationDate')).toBe('Mon Oct 12 09:30:00 2026 UTC')
    for (const said of ['/Lang (en-GB)', '<pdfuaid:part>1<']) expect(Buffer.from(bytes).includes(said), said).toBe(true)
  })

  test('what it has no letter for can be found and read all the same', async () => {
    const words = ['Jan', '王小明', 'said', '🙂', 'and', 'Οδυσσέας', 'nodded']
    const [page] = pagesOf(await reportPdf(report({ kind: 'paragraph', text: words.join(' ') })))
    expect(page?.words.map(({ text: word }) => word).join(' ')).toContain(words.join(' '))
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
        expect(top).toBeGreaterThanOrEqual(10)
        expect(bottom).toBeLessThanOrEqual(height - 10)
      }
      for (const [at, word] of words.entries())
        expect(words.slice(at + 1).filter((other) => overlap(word, other))).toEqual([])
    }
  })

  test('has headings in their order, and cells below heads that say what they speak for', async () => {
    const headings = allTagged(structure, 'H1', 'H2', 'H3').map((one) => `${one.tag} ${spoken(one)}`)
    expect(headings.slice(0, 6)).toEqual([
      'H1 Corporate Parenting report',
      'H2 Contents',
      'H2 Introduction',
      'H2 How to read it',
      'H2 Profile',
      'H3 What we are doing about it',
    ])
    const tables = sampleReport.parts.filter((part) => part.kind === 'table')
    const tagged = allTagged(structure, 'Table')
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
    const pages = pagesOf(sample).map(({ words }) => words.map(({ text: word }) => word).join(' '))
    const entries = allTagged(structure, 'TOCI').map(spoken)
    const appendix = entries.at(-1)?.match(/^Appendix: six months of everything (\d+)$/)?.[1]
    expect(pages[Number(appendix) - 1]).toContain('Appendix: six months of everything Six months of every figure')
    expect(pages.map((page) => /Page (\d+ of \d+)/.exec(page)?.[1])).toEqual(
      pages.map((_, at) => `${at + 1} of ${pages.length}`),
    )
    for (const page of pages) expect(page).toContain('For the Corporate Parenting Board. Not for publication.')
  })

  test('a section’s name and what it comes to never stand on a page without the first row of its table', async () => {
    const sections = Array.from({ length: 46 }, (_, at): readonly Part[] => [
      { kind: 'heading', level: 1, text: `Section${at}`, id: `section-${at}` },
      { kind: 'finding', text: `Finding${at}` },
      table(`Caption${at}`, [[text(`Row${at}`), text(long.slice(0, 900))]]),
      { kind: 'list', items: Array.from({ length: at }, () => 'line') },
    ])
    const bytes = await reportPdf(report(...sections.flat()))
    const pages = pagesOf(bytes).map(({ words }) => words.map((word) => word.text))
    for (const at of sections.keys())
      expect(pages.filter((words) => words.includes(`Row${at}`) && words.includes(`Finding${at}`))).toHaveLength(1)
  })

  test('a note that comes to another page has no heads above it', async () => {
    const notes = Array.from({ length: 60 }, (_, at) => `Note ${at + 1}`)
    const pages = pagesOf(await reportPdf(report({ ...table('Short', [[text('one'), text('row')]]), notes })))
    expect(pages.map(({ words }) => words.filter(({ text: word }) => word === 'Who').length)).toEqual([1, 0])
  })

  test('of a table of words that has no room upright, each row is read from top to bottom', async () => {
    const words = ['Whom', 'What', 'If not', 'Where'].map((one) => `${one} ${long.slice(0, 320)}`)
    const none: Cell = { kind: 'none', text: 'Nothing' }
    const rows = [
      [text('First'), ...words.map(text)],
      [text('Second'), none, text('Counted'), none, none],
    ]
    const bytes = await reportPdf(report(table('Rules', rows, ['Figure', 'One', 'Two', 'Three', 'Four'])))
    expect(pagesOf(bytes).every(({ width, height }) => width < height)).toBe(true)
    const [tagged] = allTagged(structureOf(bytes), 'Table')
    const lines = tagged === undefined ? [] : allTagged(tagged, 'TR').map(({ children }) => children.map(spoken))
    expect(lines.map((cells) => cells.map(inOne))).toEqual([
      ['Figure', 'One,two,three,four'],
      ['First', words.map((one, at) => inOne(`${['One', 'Two', 'Three', 'Four'][at]}:${one}`)).join('')],
      ['Second', 'Two:Counted'],
    ])
  })

  test('repeats the heads of a table on every page, and turns the page for one that is wide', async () => {
    const pages = pagesOf(sample)
    const wide = pages.filter(({ width, height }) => width > height)
    expect(wide.length).toBeGreaterThan(1)
    for (const { words } of wide) expect(words.map(({ text: word }) => word)).toContain('Neighbours')
    expect(wide.map(({ words }) => words.some(({ text: word }) => word === 'continued'))).toEqual(
      wide.map((_, at) => at > 0),
    )
  })
})
