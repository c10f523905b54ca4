import type { Typed } from '../../../app/people/drafts.ts'
import { type Instant, parseInstant } from '../../../core/dates/instant.ts'
import { fromParts, type PlainDate } from '../../../core/dates/plain-date.ts'
import type { FieldDefinition, RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content, GroupRow, Value } from '../../../core/record/content.ts'
import type { Fault } from '../../../core/record/validate.ts'

/** What was typed, read as the content of a record, with what could not be read at all. */
export type Parsed = { readonly content: Content; readonly faults: readonly Fault[] }

/** Rows of a repeating group that a form offers. */
export const ROWS = 4

/** Reads a form. Whether what it says may be so is for `validate`; here are only faults of writing: a day that is no number. */
export function parseForm(type: RecordType, typed: Typed): Parsed {
  const faults: Fault[] = []
  const fields = Object.entries(type.fields).map(([name, field]) => {
    const value = parseValue(field, name, typed)
    if (value === undefined) faults.push({ field: name, message: `“${field.label}” cannot be read. ${advice(field)}` })
    return [name, value ?? null] as const
  })
  const subjects = Object.keys(type.subjects).map(
    (role) => [role, numbers(typed, role) as readonly SubjectId[]] as const,
  )
  const links = Object.keys(type.links).map(
    (link) => [link, (numbers(typed, link)[0] ?? null) as RecordId | null] as const,
  )
  return {
    content: {
      subjects: Object.fromEntries(subjects),
      links: Object.fromEntries(links),
      fields: Object.fromEntries(fields),
    },
    faults,
  }
}

/** The value of a field; null where nothing was typed; undefined where it cannot be read. */
function parseValue(field: FieldDefinition, name: string, typed: Typed): Value | undefined {
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
    case 'group':
      return parseGroup(field.fields, name, typed)
  }
}

function parseNumber(text: string): number | null | undefined {
  if (text === '') return null
  return Number.isFinite(Number(text)) ? Number(text) : undefined
}

/** Pounds, with pence or without, as pence. */
function parsePence(text: string): number | null | undefined {
  if (text === '') return null
  return /^£?\d+(\.\d{2})?$/.test(text) ? Math.round(Number(text.replace('£', '')) * 100) : undefined
}

function parseDate(typed: Typed, name: string): PlainDate | null | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => line(typed, `${name}.${part}`))
  if (year === '' && month === '' && day === '') return null
  try {
    return fromParts(Number(year), Number(month), Number(day))
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
  const [year, month, day] = ['year', 'month', 'day'].map((part) => line(typed, `${name}.${part}`))
  const local = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${hours.padStart(2, '0')}:${minutes}`
  try {
    return { at: inEngland(local), precision: time === '' ? 'day' : 'minute' }
  } catch {
    return undefined
  }
}

/** The moment at which clocks in England showed it: summer time where its offset gives the same clock back. */
function inEngland(local: string): Instant {
  const summer = parseInstant(`${local}+01:00`)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(summer))
  return clock === local.slice(11) ? summer : parseInstant(`${local}Z`)
}

function parseAddress(typed: Typed, name: string): Value {
  const lines = line(typed, `${name}.lines`)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)
  const postcode = line(typed, `${name}.postcode`).toUpperCase() || null
  return lines.length === 0 && postcode === null ? null : { lines, postcode, uprn: null }
}

function parseGroup(fields: Readonly<Record<string, FieldDefinition>>, name: string, typed: Typed): Value | undefined {
  const rows = Array.from({ length: ROWS }, (_, at) =>
    Object.entries(fields).map(
      ([field, definition]) => [field, parseValue(definition, `${name}.${at}.${field}`, typed)] as const,
    ),
  )
  if (rows.flat().some(([, value]) => value === undefined)) return undefined
  const filled = rows
    .filter((row) => row.some(([, value]) => value !== null))
    .map((row): GroupRow => Object.fromEntries(row.map(([field, value]) => [field, value ?? null])))
  return filled.length === 0 ? null : filled
}

const all = (typed: Typed, name: string): readonly string[] =>
  (typed[name] ?? []).map((one) => one.trim()).filter(Boolean)
const line = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim().replace(/\r\n/g, '\n')
const numbers = (typed: Typed, name: string): readonly number[] => all(typed, name).map(Number)

function advice({ kind }: FieldDefinition): string {
  if (kind === 'date' || kind === 'planned-date') return 'Write day, month and year as numbers: 4 10 2023.'
  if (kind === 'instant') return 'Write day, month and year as numbers, and the time like 15:30 (or leave it out).'
  return 'Write it as a plain number.'
}
