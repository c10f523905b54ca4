import type { ReportDocument } from '../../core/reports/document.ts'
import { reportCsv } from './csv.ts'
import { reportHtml } from './html.ts'
import { reportWorkbook } from './workbook.ts'

export type WrittenReport = { readonly bytes: Uint8Array; readonly contentType: string; readonly fileName: string }

/** What a report is written as, in the order in which it is offered. */
export const reportFormats = ['pdf', 'html', 'xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

const contentTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A report in a format, with what a browser has to know of it. The same document makes the same bytes, whoever writes it and whenever. */
export async function writeReport(report: ReportDocument, format: ReportFormat): Promise<WrittenReport> {
  return {
    bytes: await bytesOf(report, format),
    contentType: contentTypes[format],
    fileName: `${plainName(report)}.${format}`,
  }
}

async function bytesOf(report: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      // Loaded only here: its library takes longer to load than most commands to run.
      const { reportPdf } = await import('./pdf/write.ts')
      return reportPdf(report)
    }
    case 'html':
      return reportHtml(report)
    case 'xlsx':
      return reportWorkbook(report)
    case 'csv':
      return reportCsv(report)
  }
}

/** "corporate-parenting-report-exampleshire-september-2026": letters without accents, digits and hyphens, as every system takes them. */
const plainName = ({ title, subtitle }: ReportDocument): string =>
  `${title} ${subtitle}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '') || 'report'
