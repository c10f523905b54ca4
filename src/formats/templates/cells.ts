import { inEngland } from '../../core/dates/instant.ts'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type { Address, FieldDefinition, PreciseInstant } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'
import type { Part } from './columns.ts'

/** What a cell says, or what is wrong with it. An empty cell says nothing. */
export type CellRead = { readonly value: Value } | { readonly message: string }

export function readCell(definition: FieldDefinition, text: string): CellRead {
  if (text === '') return { value: null }
  switch (definition.kind) {
    case 'date':
    case 'planned-date':
      return readDate(text)
    case 'instant':
      return readMoment(text)
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
      // A code may be one that the list does not have: what a file says is kept as it says it. Of whoever is named it is the identifier.
      return { value: text }
  }
}

/** Dates as we write them, and as a spreadsheet in England does. */
function readDate(text: string): CellRead {
  const date = dateIn(text)
  return date === undefined
    ? { message: `“${text}” is no date. Write it like 2023-09-30 or 30/09/2023.` }
    : { value: date }
}

function dateIn(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  try {
    return plainDate(day === undefined ? text : `${year}-${month}-${day}`)
  } catch {
    return undefined
  }
}

/** A day, with a time of day in England or without one: then it is known to the day only. */
function readMoment(text: string): CellRead {
  const [day = '', time] = text.split(/[ T]/)
  const date = dateIn(day)
  const at = date === undefined ? undefined : inEngland(`${toText(date)}T${time ?? '12:00'}`)
  return at === undefined
    ? { message: `“${text}” is no time. Write it like 2023-09-30 14:05, or the day alone.` }
    : { value: { at, precision: time === undefined ? 'day' : 'minute' } }
}

/** An address by its parts; null where there are none. */
export function addressOf(said: ReadonlyMap<Part, string>): Address | null {
  const lines = [...said].filter(([part, text]) => part.startsWith('line') && text !== '').map(([, text]) => text)
  const [postcode, uprn] = [said.get('postcode') || null, said.get('uprn') || null]
  return lines.length === 0 && postcode === null && uprn === null ? null : { lines, postcode, uprn }
}

export function writeCell({ kind }: FieldDefinition, value: Value, part?: Part): string {
  if (value === null) return ''
  if (kind === 'date' || kind === 'planned-date') return typeof value === 'number' ? toText(value as PlainDate) : ''
  if (kind === 'instant') return isMoment(value) ? momentText(value) : ''
  if (kind === 'address') return isAddress(value) && part !== undefined ? partOf(value, part) : ''
  return Array.isArray(value) ? value.join(';') : String(value)
}

const isMoment = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value

const isAddress = (value: Value): value is Address => typeof value === 'object' && value !== null && 'uprn' in value

const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })

/** 2023-09-30 14:05 in England, or the day alone where no more is known. */
export function momentText({ at, precision }: PreciseInstant): string {
  const text = iso.format(new Date(at))
  return precision === 'day' ? text.slice(0, 10) : text
}

function partOf({ lines, postcode, uprn }: Address, part: Part): string {
  if (part === 'postcode') return postcode ?? ''
  if (part === 'uprn') return uprn ?? ''
  // What does not fit into a column each stands in the last of them.
  const at = Number(part.at(-1)) - 1
  return at < 3 ? (lines[at] ?? '') : lines.slice(at).join(', ')
}
