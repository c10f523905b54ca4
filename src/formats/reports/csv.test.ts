import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sampleReport } from '../../../test/support/sample-report.ts'
import { reportCsv } from './csv.ts'
import { reportFormats, writeReport } from './write.ts'

const linesOf = (bytes: Uint8Array): readonly Record<string, string>[] =>
  parse(Buffer.from(bytes), { columns: true, bom: true })

test('has every cell of every table on a line, with its value and how it is shown', () => {
  const lines = linesOf(reportCsv(sampleReport))
  const cells = sampleReport.parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.flatMap((row) => row.slice(1)) : [],
  )
  expect(lines.map(({ shown_as }) => shown_as)).toEqual(cells.map(({ text }) => text))
  const where = {
    section: 'Health & Emotional Wellbeing',
    table: 'Health & Emotional Wellbeing, September 2023',
    line: '1',
  }
  expect(lines.find(({ section, column }) => section === where.section && column === 'Sep')).toEqual({
    ...where,
    row: '% of New CIC receiving their IHA within 20 days (one month in arrears)',
    column: 'Sep',
    kind: 'per cent',
    value: '56.25',
    shown_as: '56.3%',
  })
})

test('keeps a spreadsheet from running what somebody typed, and begins with the mark that Excel wants', () => {
  const bytes = reportCsv({
    ...sampleReport,
    parts: [
      {
        kind: 'table',
        caption: '=1+1',
        columns: [
          { header: 'Who', kind: 'text' },
          { header: '@what', kind: 'text' },
        ],
        rows: [
          [
            { kind: 'text', text: '+44' },
            { kind: 'none', text: '-' },
          ],
        ],
        notes: [],
      },
    ],
  })
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(linesOf(bytes)).toEqual([
    {
      section: '',
      table: "'=1+1",
      line: '1',
      row: "'+44",
      column: "'@what",
      kind: 'no value',
      value: '',
      shown_as: "'-",
    },
  ])
})

test('each format has a name that every system takes, and says what it is', async () => {
  const report = { ...sampleReport, title: 'Plânt: “our” children', parts: [] }
  const written = await Promise.all(reportFormats.map((format) => writeReport(report, format)))
  expect(written.map(({ fileName }) => fileName)).toEqual(
    ['pdf', 'html', 'xlsx', 'csv'].map((ending) => `plant-our-children-dorset-september-2023.${ending}`),
  )
  expect(written.map(({ contentType }) => contentType)).toEqual([
    'application/pdf',
    'text/html; charset=utf-8',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/csv; charset=utf-8',
  ])
  expect(written.map(({ bytes }) => Buffer.from(bytes.slice(0, 4)).toString('latin1'))).toEqual([
    '%PDF',
    '<!do',
    'PK\x03\x04',
    'ï»¿s',
  ])
})
