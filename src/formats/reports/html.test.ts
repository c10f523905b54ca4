import { expect, test } from 'vitest'
import { sampleReport } from '../../../test/support/sample-report.ts'
import type { Part, ReportDocument } from '../../core/reports/document.ts'
import { reportHtml } from './html.ts'

const htmlOf = (report: ReportDocument): string => new TextDecoder().decode(reportHtml(report))

const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")

const wordsOf = (part: Part): readonly string[] => {
  if (part.kind === 'list') return part.items
  if (part.kind !== 'table') return [part.text]
  const { caption, columns, rows, notes } = part
  return [caption, ...columns.map(({ header }) => header), ...rows.flat().map(({ text }) => text), ...notes]
}

test('has every word of a report in order, and a place for each link of the contents', () => {
  const html = htmlOf(sampleReport)
  const body = html.slice(html.indexOf('</nav>'))
  const read = unescaped(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, '')
  expect(read).toBe(sampleReport.parts.flatMap(wordsOf).join('').replace(/\s+/g, ''))
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(3)
  expect(links.filter((link) => ids.filter((id) => id === link).length !== 1)).toEqual([])
})

test('nothing that somebody typed is markup', () => {
  const typed = `<script>alert("x & 'y'")</script>\u0000\ud800`
  const html = htmlOf({
    ...{ ...sampleReport, title: typed, subtitle: typed, marking: typed },
    parts: [
      { kind: 'heading', level: 1, text: typed, id: typed },
      { kind: 'paragraph', text: typed },
      { kind: 'list', items: [typed] },
      {
        kind: 'table',
        caption: typed,
        columns: [{ header: typed, kind: 'text' }],
        rows: [[{ kind: 'text', text: typed }]],
        notes: [typed],
      },
    ],
  })
  expect(html).not.toMatch(/<script|"x/)
  expect(html).not.toContain('\u0000')
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(8)
})
