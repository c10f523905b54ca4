import type { RecordType } from '../../core/definitions/record-type.ts'
import type { CarryOn, SourceRow } from '../records.ts'
import { groupBy } from './group.ts'

/**
 * Some systems number the rows of an extract anew each time. What is by our own rules the same record as one that the source told before goes on under the
 * number that it had; only what is not goes by its number. Two that are alike (two visits of one day) stay two.
 */
export const sameRecords =
  (type: RecordType): CarryOn =>
  (before, said) => {
    const known = groupBy(before, (row) => knownBy(type, row))
    const namesOf = (row: SourceRow) => (known.get(knownBy(type, row)) ?? []).map(({ identity }) => identity)
    const goesOn = said.map((row) => namesOf(row).includes(row.identity))
    const taken = new Set(said.filter((_, at) => goesOn[at]).map(({ identity }) => identity))
    const claim = (identity: string): string => {
      taken.add(identity)
      return identity
    }
    const renamed = said.map((row, at) => {
      if (goesOn[at]) return row
      const other = namesOf(row).find((one) => !taken.has(one))
      return other === undefined ? row : { ...row, identity: claim(other) }
    })
    return renamed.map((row, at) => {
      if (goesOn[at] || row !== said[at]) return row
      return {
        ...row,
        identity: claim(taken.has(row.identity) ? `${row.identity}|${knownBy(type, row)}` : row.identity),
      }
    })
  }

const knownBy = ({ identity }: RecordType, { subjects, fields }: SourceRow): string =>
  identity.map((name) => JSON.stringify(subjects[name] ?? fields[name] ?? null)).join('|')
