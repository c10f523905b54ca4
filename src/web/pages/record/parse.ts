import type { Typed } from '../../../app/people/drafts.ts'
import { inEngland } from '../../../core/dates/instant.ts'
import { fromParts, type PlainDate } from '../../../core/dates/plain-date.ts'
import type { FieldDefinition, Fields, RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content, GroupRow, Value } from '../../../core/record/content.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { dayFault } from './day-fault.ts'
import { rowsOf } from './rows.ts'

/** What was typed, read as the content of a record, with what could not be read at all. */
export type Parsed = { readonly content: Content; readonly faults: readonly Fault[] }

/** Reads a form. Whether what it says may be so is for `validate`; here are only faults of writing: a day that is no number. */
export function parseForm(type: RecordType, typed: Typed): Parsed {
  const { values, faults } = parseFields(type.fields, typed)
  const subjects = Object.keys(type.subjects).map(
    (role) => [role, numbers(typed, role) as readonly SubjectId[]] as const,
  )
  const links = Object.keys(type.links).map(
    (link) => [link, (numbers(typed, link)[0] ?? null) as RecordId | null] as const,
  )
  return {
    content: { subjects: Object.fromEntries(subjects), links: Object.fromEntries(links), fields: values },
    faults,
  }
}

/** Reads fields alone. */
export function parseFields(fields: Fields, typed: Typed): { values: Content['fields']; faults: readonly Fault[] } {
  const reading: Reading = { typed, faults: [] }
  const values = Object.entries(fields).map(([name, field]) => [name, readField(field, name, reading)] as const)
  return { values: Object.fromEntries(values), faults: reading.faults }
}

type Reading = { readonly typed: Typed; readonly faults: Fault[] }

/** The value of a field; null where nothing was typed, or where it cannot be read, which is a fault. */
function readField(field: FieldDefinition, name: string, reading: Reading): Value {
  if (field.kind === 'group') return readGroup(field.fields, name, reading)
  const value = parseValue(field, name, reading.typed)
  if (value === undefined) reading.faults.push({ field: name, message: unreadable(field, name, reading.typed) })
  return value ?? null
}

function readGroup(fields: Fields, name: string, reading: Reading): Value {
  const rows = Array.from({ length: rowsOf(reading.typed, name) }, (_, at): GroupRow => {
    const row = Object.entries(fields).map(
      ([field, definition]) => [field, readField(definition, `${name}.${at}.${field}`, reading)] as const,
    )
    return Object.fromEntries(row)
  })
  const filled = rows.filter((row) => Object.values(row).some((one) => one !== null))
  return filled.length === 0 ? null : filled
}

/** The value of a field of one value; undefined where it cannot be read. */
function parseValue(field: Exclude<FieldDefinition, { kind: 'group' }>, name: string, typed: Typed): Value | undefined {
  const text = line(typed, name)
  switch (field.kind) {
    case 'text':
    case 'code':
    case 'yes-no':
      return text === '' ? null : text
    case 'number':
      return parseNumber(text)
    case 'money':
      return parsePence(text)
    case 'date':
    case 'planned-date':
      return parseDate(typed, name)
    case 'instant':
      return parseMoment(typed, name)
    case 'codes':
      return all(typed, name).length === 0 ? null : all(typed, name)
    case 'subject':
    case 'record':
    case 'document':
      return numbers(typed, name)[0] ?? null
    case 'address':
      return parseAddress(typed, name)
  }
}

/** As people write it: `1,200`, `-3`, `0.5`. */
function parseNumber(text: string): number | null | undefined {
  if (text === '') return null
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined
}

/** Pounds, with pence or without, as pence. */
function parsePence(text: string): number | null | undefined {
  if (text === '') return null
  const written = /^£? ?((\d+|\d{1,3}(,\d{3})+)(\.\d{2})?)$/.exec(text)?.[1]
  return written === undefined ? undefined : Math.round(Number(written.replaceAll(',', '')) * 100)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month by its number or its name. */
function parseMonth(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1
}

function parseDate(typed: Typed, name: string): PlainDate | null | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => line(typed, `${name}.${part}`))
  if (year === '' && month === '' && day === '') return null
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day)) return undefined
  try {
    return fromParts(Number(year), parseMonth(month), Number(day))
  } catch {
    return undefined
  }
}

/** A day, with a time of day in England or without one: then it is known to the day only. */
function parseMoment(typed: Typed, name: string): Value | undefined {
  const date = parseDate(typed, name)
  const time = line(typed, `${name}.time`)
  if (date === null) return time === '' ? null : undefined
  if (date === undefined || !/^(\d{1,2}[:.]\d{2})?$/.test(time)) return undefined
  const [hours = '12', minutes = '00'] = time === '' ? [] : time.split(/[:.]/)
  const [year, day] = ['year', 'day'].map((part) => line(typed, `${name}.${part}`))
  const month = String(parseMonth(line(typed, `${name}.month`))).padStart(2, '0')
  const at = inEngland(`${year}-${month}-${day?.padStart(2, '0')}T${hours.padStart(2, '0')}:${minutes}`)
  return at === undefined ? undefined : { at, precision: time === '' ? 'day' : 'minute' }
}

function parseAddress(typed: Typed, name: string): Value {
  const lines = line(typed, `${name}.lines`)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)
  const postcode = line(typed, `${name}.postcode`).toUpperCase() || null
  const uprn = line(typed, `${name}.uprn`) || null
  return lines.length === 0 && postcode === null && uprn === null ? null : { lines, postcode, uprn }
}

const all = (typed: Typed, name: string): readonly string[] =>
  (typed[name] ?? []).map((one) => one.trim()).filter(Boolean)
const line = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim().replace(/\r\n/g, '\n')
const numbers = (typed: Typed, name: string): readonly number[] => all(typed, name).map(Number)

function unreadable(field: FieldDefinition, name: string, typed: Typed): string {
  const isDay = field.kind === 'date' || field.kind === 'planned-date' || field.kind === 'instant'
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => line(typed, `${name}.${part}`))
  // Of a moment the day may be right, and the time is what cannot be read.
  const isWrong = isDay && parseDate(typed, name) === undefined
  const fault = isWrong ? dayFault(field.label, { day, month, year, monthNumber: parseMonth(month) }) : undefined
  return fault ?? `“${field.label}” cannot be read. ${advice(field)}`
}

function advice({ kind }: FieldDefinition): string {
  if (kind === 'date' || kind === 'planned-date') return 'Write day, month and the full year: 4 10 2023.'
  if (kind === 'instant') return 'Write day, month and the full year, and the time like 15:30 (or leave it out).'
  if (kind === 'money') return 'Write pounds, or pounds and pence: 12.50.'
  return 'Write it as a plain number.'
}
