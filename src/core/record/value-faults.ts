import { type Instant, londonDate } from '../dates/instant.ts'
import { type PlainDate, plainDate, shortText } from '../dates/plain-date.ts'
import { type CodeList, isCodeOn } from '../definitions/code-list.ts'
import type { FieldDefinition } from '../definitions/field.ts'

/**
 * Something wrong with what was written, in words for whoever can put it right. `field` is the name of a field, role or link;
 * in a repeating group `points.2.who`, counting rows from 0; empty when it is about the record as a whole.
 */
export type Fault = { readonly field: string; readonly message: string }

/** What values are held against. */
export type Standard = {
  readonly today: PlainDate
  /** The day whose codes are valid; null while the record's own date is missing or mistaken, when any code of the list will do. */
  readonly codesOn: PlainDate | null
  /** The field that may lie ahead though it is no plan: the end of the record. */
  readonly ends: string | undefined
}

/** Anything before is a slip of the key, or a stand-in for "no date"; anything after is a slip of the key. */
const [earliest, latest] = [plainDate('1850-01-01'), plainDate('2199-12-31')]
const longest = { line: 200, paragraphs: 20_000 } as const

/** The faults of one value. It may be anything at all: nothing is believed about it. Null and undefined are nothing recorded. */
export function valueFaults(
  path: string,
  field: FieldDefinition,
  value: unknown,
  standard: Standard,
): readonly Fault[] {
  if (value === null || value === undefined) return field.required ? [{ field: path, message: askFor(field) }] : []
  if (field.kind === 'group') return groupFaults(path, field, value, standard)
  const message = messageFor(path, field, value, standard)
  return message === undefined ? [] : [{ field: path, message }]
}

type Kind<K extends FieldDefinition['kind']> = Extract<FieldDefinition, { kind: K }>

function messageFor(
  path: string,
  field: Exclude<FieldDefinition, { kind: 'group' }>,
  value: unknown,
  standard: Standard,
): string | undefined {
  switch (field.kind) {
    case 'text':
      return textMessage(field, value)
    case 'number':
      return numberMessage(field, value)
    case 'money':
      return Number.isSafeInteger(value) ? undefined : `“${field.label}” has to be an amount in whole pence.`
    case 'yes-no':
      return value === 'yes' || value === 'no' || value === 'not known' ? undefined : askFor(field)
    case 'date':
      return dateMessage(field, value, path === standard.ends ? latest : standard.today)
    case 'planned-date':
      return dateMessage(field, value, latest)
    case 'instant':
      return instantMessage(field, value, standard.today)
    case 'code':
      return codeMessage(field.list, value, standard.codesOn)
    case 'codes':
      return codesMessage(field, value, standard.codesOn)
    case 'address':
      return addressMessage(field, value)
    case 'subject':
    case 'record':
    case 'document':
      return isId(value) ? undefined : `What is given for “${field.label}” is not on the system. ${askFor(field)}`
  }
}

/** Whether this could be the number of a subject, a record or a document in the store. */
export const isId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

type Parts = Readonly<Record<string, unknown>>

/** Whether this has parts by name. Definitions refuse the names that every object has by nature, so `parts[name]` finds only what was given. */
export const hasParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The day of a date or moment that can be one; null for anything else. */
export function dayGiven(field: FieldDefinition | undefined, value: unknown): PlainDate | null {
  if (field?.kind === 'date') return isDay(value) ? value : null
  return field?.kind === 'instant' && hasParts(value) ? dayOfMoment(value['at']) : null
}

/** What a person is told who left out something that is needed. */
function askFor(field: FieldDefinition): string {
  const under = `“${field.label}”`
  switch (field.kind) {
    case 'text':
      return `Write something under ${under}.`
    case 'number':
    case 'money':
      return `Give a number for ${under}.`
    case 'yes-no':
      return `Answer ${under} with yes, no or not known.`
    case 'date':
    case 'planned-date':
      return `Give a date for ${under}.`
    case 'instant':
      return `Say when: give at least the day for ${under}.`
    case 'code':
      return `Choose one from the list for ${under}.`
    case 'codes':
      return `Choose at least one from the list for ${under}.`
    case 'subject':
      return `Choose the ${field.of} for ${under}.`
    case 'record':
      return `Choose the record for ${under}.`
    case 'address':
      return `Write the address under ${under}.`
    case 'document':
      return `Add the document for ${under}.`
    case 'group':
      return `Add at least one row under ${under}.`
  }
}

function textMessage(field: Kind<'text'>, value: unknown): string | undefined {
  if (typeof value !== 'string') return `“${field.label}” has to be text.`
  if (field.required && value.trim() === '') return askFor(field)
  return wordsMessage(field.label, value, field.length)
}

/** Half of a character, which no database can hold. */
const brokenCharacter = /\p{Surrogate}/u
/** Characters that nobody types and that cannot be seen; a line has no line break either. */
const unseen = { line: /[\p{Cc}\u2028\u2029]/u, paragraphs: /[^\P{Cc}\t\n\r]/u } as const

function wordsMessage(label: string, value: string, length: 'line' | 'paragraphs'): string | undefined {
  // A character outside the basic plane counts once, so only what looks too long is counted with care.
  if (value.length > longest[length] && [...value].length > longest[length])
    return `“${label}” is too long: it can have ${longest[length].toLocaleString('en-GB')} characters.`
  if (brokenCharacter.test(value) || unseen[length].test(value))
    return `“${label}” holds ${length === 'line' ? 'a line break or ' : ''}a character that cannot be kept. Type it again rather than pasting it.`
  return undefined
}

function numberMessage(field: Kind<'number'>, value: unknown): string | undefined {
  const { label, decimals, least, most } = field
  if (typeof value !== 'number' || !Number.isFinite(value)) return `“${label}” has to be a number.`
  if (Number(value.toFixed(decimals)) !== value)
    return decimals === 0
      ? `“${label}” has to be a whole number.`
      : `“${label}” has too many figures after the point: ${decimals} at most.`
  if (least !== undefined && value < least) return `“${label}” cannot be less than ${least}.`
  if (most !== undefined && value > most) return `“${label}” cannot be more than ${most}.`
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? `“${label}” is too large to be kept exactly.` : undefined
}

const isDay = (value: unknown): value is PlainDate =>
  typeof value === 'number' && Number.isInteger(value) && value >= earliest && value <= latest

function dateMessage(field: Kind<'date' | 'planned-date'>, value: unknown, lastAllowed: PlainDate): string | undefined {
  if (!isDay(value)) return `“${field.label}” is not a date that can be. Give day, month and the full year.`
  if (value > lastAllowed) return aheadMessage(field.label, value)
  return undefined
}

const aheadMessage = (label: string, day: PlainDate): string =>
  `“${label}” is ${shortText(day)}, which has not come yet. Give the day on which it happened.`

const millisecondsInDay = 86_400_000

/** The limits leave a day's room for the time zone. */
const isMoment = (at: unknown): at is Instant =>
  typeof at === 'number' &&
  Number.isInteger(at) &&
  at >= (earliest + 1) * millisecondsInDay &&
  at < latest * millisecondsInDay

const dayOfMoment = (at: unknown): PlainDate | null => (isMoment(at) ? londonDate(at) : null)

function instantMessage(field: Kind<'instant'>, value: unknown, today: PlainDate): string | undefined {
  const parts = hasParts(value) ? value : {}
  const { at, precision, ...others } = parts
  const day = dayOfMoment(at)
  if (day === null || Object.keys(others).length > 0 || (precision !== 'minute' && precision !== 'day'))
    return `“${field.label}” is not a time that can be. Give the day, and the time if you know it.`
  return day > today ? aheadMessage(field.label, day) : undefined
}

function codeMessage(list: CodeList, value: unknown, on: PlainDate | null): string | undefined {
  const isOfList = typeof value === 'string' && Object.hasOwn(list.codes, value)
  if (isOfList && (on === null || isCodeOn(list, value, on))) return undefined
  const when = isOfList && on !== null ? ` on ${shortText(on)}` : ''
  return `“${shown(value)}” is not a code of ${list.label}${when}. Choose one from the list.`
}

/** Enough of what was given to know it again. */
const shown = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : typeof value)

function codesMessage(field: Kind<'codes'>, value: unknown, on: PlainDate | null): string | undefined {
  if (!Array.isArray(value)) return askFor(field)
  if (value.length === 0) return field.required ? askFor(field) : undefined
  const given: readonly unknown[] = value
  if (new Set(given).size < given.length) return `The same one stands twice under “${field.label}”. Leave one out.`
  for (const one of given) {
    const message = codeMessage(field.list, one, on)
    if (message !== undefined) return message
  }
  return undefined
}

const postcodeForm = /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0AA)$/i

function addressMessage(field: Kind<'address'>, value: unknown): string | undefined {
  const { lines, postcode = null, uprn = null, ...others } = hasParts(value) ? value : {}
  const isAddress = Object.keys(others).length === 0
  if (!isAddress || !Array.isArray(lines) || !lines.every((line) => typeof line === 'string') || lines.length > 10)
    return `“${field.label}” has to be an address of up to 10 lines.`
  if (postcode !== null && !(typeof postcode === 'string' && postcodeForm.test(postcode)))
    return `The postcode under “${field.label}” is not one of the United Kingdom. Leave it empty, and write one from abroad as a line of the address.`
  if (uprn !== null && !(typeof uprn === 'string' && /^\d{1,12}$/.test(uprn)))
    return `The property number (UPRN) under “${field.label}” has up to 12 figures and nothing else.`
  if (field.required && postcode === null && uprn === null && lines.every((line) => line.trim() === ''))
    return askFor(field)
  return lines.map((line) => wordsMessage(field.label, line, 'line')).find((message) => message !== undefined)
}

function groupFaults(path: string, field: Kind<'group'>, value: unknown, standard: Standard): readonly Fault[] {
  if (!Array.isArray(value) || (field.required && value.length === 0)) return [{ field: path, message: askFor(field) }]
  const rows: readonly unknown[] = value
  return rows.flatMap((row, index) => {
    const here = `${path}.${index}`
    if (!hasParts(row))
      return [{ field: here, message: `Row ${index + 1} under “${field.label}” is not a row. Take it out.` }]
    return [
      ...strangers(row, field.fields, here),
      ...Object.entries(field.fields).flatMap(([name, one]) =>
        valueFaults(`${here}.${name}`, one, row[name], standard),
      ),
    ]
  })
}

/** A fault for each part that nobody asked for: it would otherwise be lost without a word. */
export const strangers = (parts: Parts, known: object, within?: string): readonly Fault[] =>
  Object.keys(parts)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({
      field: within === undefined ? name : `${within}.${name}`,
      message: `There is no “${shown(name)}” here, so it cannot be kept. Take it out.`,
    }))
