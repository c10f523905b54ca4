import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'

/** What a cell says, or what is wrong with it. An empty cell says nothing. */
export type CellRead = { readonly value: Value } | { readonly message: string }

export function readCell(definition: FieldDefinition, text: string): CellRead {
  if (text === '') return { value: null }
  switch (definition.kind) {
    case 'date':
    case 'planned-date':
      return readDate(text)
    case 'number':
    case 'money':
      return Number.isFinite(Number(text)) ? { value: Number(text) } : { message: `“${text}” is no number.` }
    case 'yes-no':
      return ['yes', 'no', 'not known'].includes(text)
        ? { value: text }
        : { message: `“${text}” is no answer. Write yes, no or not known.` }
    case 'codes':
      return { value: text.split(';').map((code) => code.trim()) }
    default:
      // A code may be one that the list does not have: what a file says is kept as it says it.
      return { value: text }
  }
}

/** Dates as we write them, and as a spreadsheet in England does. */
function readDate(text: string): CellRead {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  try {
    return { value: plainDate(day === undefined ? text : `${year}-${month}-${day}`) }
  } catch {
    return { message: `“${text}” is no date. Write it like 2023-09-30 or 30/09/2023.` }
  }
}

export function writeCell({ kind }: FieldDefinition, value: Value): string {
  if (value === null) return ''
  if (kind === 'date' || kind === 'planned-date') return typeof value === 'number' ? toText(value as PlainDate) : ''
  return Array.isArray(value) ? value.join(';') : String(value)
}
