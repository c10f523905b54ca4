import { londonText } from '../../../core/dates/instant.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { labelOf } from '../../../core/definitions/code-list.ts'
import type { Address, FieldDefinition, PreciseInstant, SubjectId } from '../../../core/definitions/field.ts'
import type { GroupRow, Value } from '../../../core/record/content.ts'

/** What a subject named in a field is called. */
export type NameOf = (subject: SubjectId) => string

const yesNo = new Map([
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not known', 'Not known'],
])

/** A field's value as a person reads it; empty where nothing was recorded. */
export function writtenValue(field: FieldDefinition | undefined, value: Value, nameOf: NameOf): string {
  if (value === null || field === undefined) return ''
  switch (field.kind) {
    case 'text':
    case 'number':
      return String(value)
    case 'money':
      return `£${(Number(value) / 100).toFixed(2)}`
    case 'yes-no':
      return yesNo.get(String(value)) ?? String(value)
    case 'date':
      return shortText(Number(value) as PlainDate)
    case 'planned-date':
      return `${shortText(Number(value) as PlainDate)} (planned)`
    case 'instant':
      return isInstant(value) ? writtenInstant(value) : ''
    case 'code':
      return labelOf(field.list, String(value))
    case 'codes':
      return Array.isArray(value) ? value.map((code) => labelOf(field.list, String(code))).join(', ') : ''
    case 'subject':
      return nameOf(Number(value) as SubjectId)
    case 'record':
    case 'document':
      return `Number ${String(value)}`
    case 'address':
      return isAddress(value) ? [...value.lines, value.postcode ?? ''].filter(Boolean).join(', ') : ''
    case 'group':
      return Array.isArray(value) ? value.map((row) => writtenRow(field.fields, row, nameOf)).join('; ') : ''
  }
}

const isInstant = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value
const isAddress = (value: Value): value is Address => typeof value === 'object' && value !== null && 'lines' in value

/** A date without a time is not midnight: only the day is written. */
function writtenInstant({ at, precision }: PreciseInstant): string {
  const text = londonText(at)
  return precision === 'day' ? (text.split(',')[0] ?? text) : text
}

function writtenRow(fields: Readonly<Record<string, FieldDefinition>>, row: GroupRow | string, nameOf: NameOf): string {
  if (typeof row === 'string') return row
  return Object.entries(fields)
    .map(([name, field]) => writtenValue(field, row[name] ?? null, nameOf))
    .filter(Boolean)
    .join(', ')
}
