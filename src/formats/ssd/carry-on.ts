import type { RecordType } from '../../core/definitions/record-type.ts'
import type { CarryOn, SourceRow } from '../records.ts'

/**
 * Some systems number the rows of an extract anew each time. What is by our own rules the same record as one that the source told before goes on under the
 * number that it had; only what is not goes by its number.
 */
export const sameRecords =
  (type: RecordType): CarryOn =>
  (before, said) => {
    const known = new Map(before.map((row) => [knownBy(type, row), row.identity]))
    const kept = said.map((row) => known.get(knownBy(type, row)))
    const taken = new Set(kept)
    return said.map((row, at) => {
      const identity = kept[at]
      if (identity !== undefined) return { ...row, identity }
      return taken.has(row.identity) ? { ...row, identity: `${row.identity}|${knownBy(type, row)}` } : row
    })
  }

const knownBy = ({ identity }: RecordType, { subjects, fields }: SourceRow): string =>
  identity.map((name) => JSON.stringify(subjects[name] ?? fields[name] ?? null)).join('|')
