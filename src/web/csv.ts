import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'

/** A heading row and rows of cells; null is an empty cell. */
export type CsvTable = readonly (readonly (string | number | null)[])[]

/**
 * Sends a table as a CSV file (RFC 4180, UTF-8 with the mark by which Excel knows it). Texts that a spreadsheet would run as a
 * formula are kept from it by an apostrophe.
 */
export function sendCsv(reply: FastifyReply, name: string, table: CsvTable): FastifyReply {
  const text = stringify(
    table.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}
