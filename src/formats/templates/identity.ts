import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { SourceRow } from '../records.ts'

type Said = Pick<SourceRow, 'subjects' | 'fields' | 'links'>

/** What makes a row of a template the same record as an earlier row: what the type's identity names. */
export function identityOf({ identity, fields: definitions }: RecordType, { subjects, fields, links }: Said): string {
  return identity
    .map((name) => {
      const value = fields[name] ?? null
      if (subjects[name] !== undefined) return subjects[name].join(';')
      if (links?.[name] !== undefined) return links[name].identity
      return definitions[name]?.kind === 'date' && typeof value === 'number'
        ? toText(value as PlainDate)
        : JSON.stringify(value)
    })
    .join('|')
}
