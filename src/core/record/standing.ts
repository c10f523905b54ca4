import type { SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { RecordAsAt } from './chronology.ts'

/** Whether a record that can end has ended, by the date as at which it is read. */
export const hasEnded = ({ type, content }: RecordAsAt): boolean =>
  type.ends !== undefined && (content.fields[type.ends] ?? null) !== null

/** The records of a type in which a subject has a role, in the order given. */
export const inRole = <R extends RecordAsAt, T extends RecordType>(
  records: readonly R[],
  type: T,
  role: keyof T['subjects'] & string,
  subject: SubjectId,
): readonly R[] =>
  records.filter((record) => record.type.key === type.key && record.content.subjects[role]?.includes(subject) === true)

/** Those of them that have not ended. */
export const standing = <R extends RecordAsAt, T extends RecordType>(
  records: readonly R[],
  type: T,
  role: keyof T['subjects'] & string,
  subject: SubjectId,
): readonly R[] => inRole(records, type, role, subject).filter((record) => !hasEnded(record))
