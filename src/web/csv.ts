import type { FastifyReply } from 'fastify'
import { type CsvTable, csvText } from '../app/csv.ts'

/** Sends a table as a CSV file, in UTF-8 with the mark by which Excel knows it. */
export function sendCsv(reply: FastifyReply, name: string, table: CsvTable): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(`\ufeff${csvText(table)}`)
}
