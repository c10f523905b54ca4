import { colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ReportDocument, Table } from '../../core/reports/document.ts'
import { columnsOf, headStyles, letter } from './workbook-cells.ts'
import { contentsSheet } from './workbook-contents.ts'
import { heightsOf } from './workbook-heights.ts'
import { CONTENTS, quoted, sheetNames } from './workbook-names.ts'
import { type SheetRows, styleRow, withRows } from './workbook-rows.ts'
import { trendPlaces } from './workbook-trends.ts'

/**
 * A report as a workbook: a sheet with its words, its notes and a link to each table, and a sheet for each table, whose heads stay in sight and can be
 * filtered by. Numbers are numbers and days are days. What somebody typed stays text: nothing is a formula. The same document makes the same bytes.
 */
export async function reportWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = report.parts.filter((part) => part.kind === 'table')
  const names = sheetNames(tables.map(({ caption }) => caption))
  const frame = await writeXlsx({
    sheets: [
      contentsSheet(report, names, CONTENTS),
      ...tables.map((table) => tableSheet(report, table, names.get(table.caption) ?? '')),
    ],
    properties: {
      title: report.title,
      subject: report.subtitle,
      description: report.marking,
      creator: 'Line of Sight',
      created: report.fixedAt,
      modified: report.fixedAt,
    },
    // The library would not quote the names of the sheets.
    namedRanges: [...names.values()].map((scope) => ({
      name: '_xlnm.Print_Titles',
      range: `${quoted(scope)}!$1:$1`,
      scope,
    })),
    defaultFont: letter,
  })
  // The contents are the first sheet.
  return withRows(frame, new Map(tables.map((table, at) => [at + 2, rowsOf(table)] as const)))
}

function rowsOf(table: Table): SheetRows {
  const trends = trendPlaces(table)
  return {
    table,
    heights: heightsOf(table),
    isLeftEmpty: (row, column) => trends.get(row)?.some((one) => one.column === column) === true,
  }
}

function tableSheet(report: ReportDocument, table: Table, name: string): WriteSheet {
  const [trends, styles] = [trendPlaces(table), styleRow(table)]
  return {
    name,
    columns: columnsOf(table),
    rows: [table.columns.map(({ header }) => header), ...(styles.rows ?? [])],
    cells: new Map([...headStyles(table), ...(styles.cells ?? [])]),
    rowDefs: new Map([...heightsOf(table)].filter(([row]) => row === 0)),
    sparklines: [...trends].flatMap(([row, places]) =>
      places.map(({ column, from, to }) => ({
        location: `${colToLetter(column)}${row + 2}`,
        dataRange: `${quoted(name)}!${colToLetter(from)}${row + 2}:${colToLetter(to)}${row + 2}`,
        color: '123F4D',
      })),
    ),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${colToLetter(table.columns.length - 1)}${table.rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: printed(report, table.caption),
    a11y: { summary: table.caption, headerRow: 0 },
  }
}

/** On paper every page says what it is, and whom it is for. An ampersand is said by two. */
const printed = ({ title, subtitle, marking }: ReportDocument, caption: string) => ({
  oddHeader: `&L${inPrint(`${title}: ${subtitle}`)}&R${inPrint(caption)}`,
  oddFooter: `&L${inPrint(marking)}&RPage &P of &N`,
})
/** A header is at most 255 characters long in all. */
const inPrint = (text: string): string => text.slice(0, 100).replaceAll('&', '&&')
