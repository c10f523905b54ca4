import type { RecordId, Sensitivity } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { ErrorKey } from '../../store/quality/assignments.ts'
import type { Rule } from './rules.ts'

/** Something about somebody, or something, that is missing on the record or cannot be so. It asks nobody's leave, and is not for showing. */
export type ErrorFound = {
  readonly rule: Rule
  readonly subject: ErrorKey['subject']
  /** Of which record, where it is of one. */
  readonly record: RecordId | null
  readonly why: string
  /** The records to look at, the one to correct first; none where something was never written down. */
  readonly because: readonly RecordId[]
  /** What it was found in: who may not read all of these does not learn of it. */
  readonly reads: readonly RecordType[]
  /** What would answer it. */
  readonly asks: readonly RecordType[]
  /** How closely what it says is kept, beside those. */
  readonly kept: readonly Sensitivity[]
}

/** One error, as it is assigned and accepted. */
export const keyOf = ({ rule, subject, record }: Pick<ErrorFound, 'subject' | 'record'> & { readonly rule: string }) =>
  `${rule}|${subject}|${record ?? ''}`
