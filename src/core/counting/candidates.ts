import type { SubjectId } from '../definitions/field.ts'
import { type Each, remembered } from './define.ts'
import type { Looked } from './plan.ts'
import type { Reader } from './reader.ts'
import { type Candidate, dateOf, type Entry, endOf } from './records.ts'
import type { Row } from './rows.ts'

/** The records by which a subject may be found, whatever the days: looked for once, for many lists find by the same. */
export function candidatesIn(each: Each, reader: Reader): readonly Candidate[] {
  const table = reader.table(each.type)
  if (table.entries.length === 0) return NO_CANDIDATES
  table.candidates ??= new Map()
  const key = keyOf(each)
  const before = table.candidates.get(key)
  if (before !== undefined) return before
  const found = lookFor(each, table.entries, reader.subject)
  table.candidates.set(key, found)
  return found
}

const NO_CANDIDATES: readonly Candidate[] = []

/** What decides which records of its type those are. */
const keyOf = remembered(({ role, on, of }: Each): string =>
  [role, on, ...(of === undefined ? [] : [of.field, ...of.codes])].join('|'),
)

function lookFor({ type, role, on, of }: Each, entries: readonly Entry[], subject: SubjectId): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { row } of entries)
    if (isAbout(row[role], subject) && isOf(row, of))
      found.push({ row, date: dateOf(row, on), begins: dateOf(row, type.dated), ends: endOf(type, row) })
  return found
}

/** Whether one of them makes the subject a member in a period. Where each subject counts once, one is enough. */
export const isCandidate = ({ when }: Each, { date, begins, ends }: Candidate, { from, to, asAt }: Looked): boolean => {
  if (from >= to) return false
  if (when === 'dated') return from <= date && date < to && date <= asAt
  return begins < to && begins <= asAt && (when === 'begun' || ends > from)
}

const isAbout = (role: unknown, subject: SubjectId): boolean =>
  role === subject || (Array.isArray(role) && role.includes(subject))

const isOf = (row: Row, of: Each['of']): boolean => of === undefined || of.codes.some((code) => row[of.field] === code)
