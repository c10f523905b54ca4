import type { Instant } from '../../core/dates/instant.ts'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type {
  Address,
  DocumentId,
  FieldDefinition,
  Fields,
  PreciseInstant,
  RecordId,
  SubjectId,
} from '../../core/definitions/field.ts'
import type { GroupRow, Value } from '../../core/record/content.ts'

/** What both databases read and write of a row: dates as `2023-09-30`, moments as ISO 8601 in UTC, everything else as it is. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/**
 * A value as the database is given it.
 * @param path names the field in errors: `case-note.seenOn`
 * @throws TypeError when it is not a value of its kind: whoever writes has checked it, and a wrong one would be lost or altered
 */
export function encodeValue(definition: FieldDefinition, value: Value | undefined, path: string): Json {
  if (value === null || value === undefined) return null
  switch (definition.kind) {
    case 'text':
      return encodeText(value, path)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : wrong(path, 'a number', value)
    case 'money':
      return wholeNumber(value, path)
    case 'yes-no':
      return value === 'yes' || value === 'no' || value === 'not known'
        ? value
        : wrong(path, 'yes, no or not known', value)
    case 'date':
    case 'planned-date':
      return typeof value === 'number' ? toText(value as PlainDate) : wrong(path, 'a date', value)
    case 'instant':
      return encodeInstant(value, path)
    case 'code':
      return code(value, path)
    case 'codes':
      return Array.isArray(value)
        ? value.map((each: unknown) => code(each, path))
        : wrong(path, 'a list of codes', value)
    case 'subject':
    case 'record':
    case 'document':
      return encodeId(value, path)
    case 'address':
      return encodeAddress(value, path)
    case 'group':
      return Array.isArray(value)
        ? value.map((row: GroupRow) => encodeFields(definition.fields, row, path))
        : wrong(path, 'a list of rows', value)
  }
}

/** A value as it was written. @throws TypeError when the database holds something else */
export function decodeValue(definition: FieldDefinition, json: Json | undefined): Value {
  if (json === null || json === undefined) return null
  switch (definition.kind) {
    case 'text':
    case 'yes-no':
    case 'code':
      return asText(json)
    case 'number':
    case 'money':
      return asNumber(json)
    case 'date':
    case 'planned-date':
      // One that has a column of its own is read as the number of its day, one in a group as it was written.
      return typeof json === 'number' ? (json as PlainDate) : plainDate(asText(json))
    case 'instant':
      return decodeInstant(asObject(json))
    case 'codes':
      return asList(json).map(asText)
    case 'subject':
      return asNumber(json) as SubjectId
    case 'record':
      return asNumber(json) as RecordId
    case 'document':
      return asNumber(json) as DocumentId
    case 'address':
      return decodeAddress(asObject(json))
    case 'group':
      return asList(json).map((row) => decodeFields(definition.fields, asObject(row)))
  }
}

export function encodeId(value: unknown, path: string): number {
  const id = wholeNumber(value, path)
  return id > 0 ? id : wrong(path, 'an id', value)
}

/** @throws TypeError naming fields that the definition does not have: what they hold would be lost without a word */
export function refuseUnknown(defined: object, given: object, path: string): void {
  // Asked of every row of an import: the list is made only when there is one.
  for (const name in given) if (!Object.hasOwn(defined, name)) throw new TypeError(unknownIn(defined, given, path))
}

const unknownIn = (defined: object, given: object, path: string): string => {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(defined, name))
  return `${path} has no ${unknown.join(', ')}`
}

const encodeFields = (fields: Fields, row: GroupRow, path: string): JsonObject => {
  refuseUnknown(fields, row, path)
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, encodeValue(field, row[name], `${path}.${name}`)] as const),
  )
}

const decodeFields = (fields: Fields, row: JsonObject): GroupRow =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, decodeValue(field, row[name])] as const))

function encodeInstant(value: Value, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || !('precision' in value)) return wrong(path, 'a moment', value)
  const { at, precision }: { readonly at?: unknown; readonly precision?: unknown } = value
  if (typeof at !== 'number' || (precision !== 'minute' && precision !== 'day')) return wrong(path, 'a moment', value)
  const iso = new Date(at).toISOString()
  // Years outside 1 to 9999 are written with a sign, or BC.
  return /^\d{4}-/.test(iso) && !iso.startsWith('0000') ? { at: iso, precision } : wrong(path, 'a moment', value)
}

function decodeInstant(json: JsonObject): PreciseInstant {
  const at = Date.parse(asText(json['at']))
  const precision = asText(json['precision'])
  if (Number.isNaN(at) || (precision !== 'minute' && precision !== 'day'))
    throw new TypeError(`Not a moment: ${JSON.stringify(json)}`)
  return { at: at as Instant, precision }
}

function encodeAddress(value: Value, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || !('lines' in value)) return wrong(path, 'an address', value)
  const { lines, postcode = null, uprn = null }: { readonly [part: string]: unknown } = value
  if (!Array.isArray(lines)) return wrong(path, 'an address', value)
  return {
    lines: lines.map((line: unknown) => encodeText(line, path)),
    postcode: postcode === null ? null : encodeText(postcode, path),
    uprn: uprn === null ? null : encodeText(uprn, path),
  }
}

function decodeAddress(json: JsonObject): Address {
  const orNull = (part: Json | undefined) => (part === null || part === undefined ? null : asText(part))
  return { lines: asList(json['lines']).map(asText), postcode: orNull(json['postcode']), uprn: orNull(json['uprn']) }
}

/** Text of the database holds no zero character and no half of a pair of surrogates. */
export function encodeText(value: unknown, path: string): string {
  if (typeof value !== 'string') return wrong(path, 'text', value)
  if (value.includes('\0') || !value.isWellFormed())
    return wrong(path, 'text without characters that cannot be kept', value)
  return value
}

function code(value: unknown, path: string): string {
  return value === '' ? wrong(path, 'a code', value) : encodeText(value, path)
}

function wholeNumber(value: unknown, path: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : wrong(path, 'a whole number', value)
}

function wrong(path: string, kind: string, value: unknown): never {
  throw new TypeError(`${path} should be ${kind}; it is ${JSON.stringify(value)}`)
}

function asText(json: Json | undefined): string {
  if (typeof json !== 'string') throw new TypeError(`Not text: ${JSON.stringify(json)}`)
  return json
}

function asNumber(json: Json | undefined): number {
  if (typeof json !== 'number') throw new TypeError(`Not a number: ${JSON.stringify(json)}`)
  return json
}

function asList(json: Json | undefined): readonly Json[] {
  if (!isList(json)) throw new TypeError(`Not a list: ${JSON.stringify(json)}`)
  return json
}

function asObject(json: Json | undefined): JsonObject {
  if (typeof json !== 'object' || json === null || isList(json))
    throw new TypeError(`Not an object: ${JSON.stringify(json)}`)
  return json
}

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)
