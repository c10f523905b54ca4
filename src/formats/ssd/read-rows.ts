import { fromParts, type PlainDate } from '../../core/dates/plain-date.ts'
import type { PreciseInstant } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'
import type { Choice } from '../annex-a/choices.ts'
import { readChoice } from '../annex-a/read-choice.ts'
import { type Finding, OWN_NUMBER } from '../records.ts'
import { readPartDate, writePartDate } from '../ssda903/cell.ts'
import type { Column, Entity, Row } from './column.ts'
import { readDay, readMoment } from './dates.ts'
import type { RawFile, RawRow } from './read-files.ts'

type RowsRead = {
  readonly rows: readonly Row[]
  /** Of whom rows were left out; null for one of nobody knows whom. */
  readonly lost: readonly (string | null)[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the rows of one entity, and tells what is wrong with them row by row. A row without what it hangs on is left out; so is one that says again what
 * another said.
 */
export function readRows({ entity, file, rows, misfits }: RawFile): RowsRead {
  const findings: Finding[] = []
  const lost: (string | null)[] = misfits > 0 ? [null] : []
  const read = rows.flatMap((raw): Row[] => {
    const at = placeOf(entity, file, raw)
    const values = new Map(entity.columns.map((column) => [column.name, readCell(column, raw, at, findings)] as const))
    const missing = entity.columns.filter(({ name, needed }) => needed === true && values.get(name) === null)
    if (missing.length === 0 && at.person?.startsWith(OWN_NUMBER) !== true) return [{ ...at, values }]
    findings.push(missing.length === 0 ? ownNumber(at) : without(at, missing))
    lost.push(at.person === '' ? null : at.person)
    return []
  })
  return { rows: once(read, findings), lost, findings }
}

export type At = Omit<Row, 'values'>

function placeOf(entity: Entity, file: string, { row, cells }: RawRow): At {
  const cell = (name: string | null) => (name === null ? '' : plainId(cells.get(name) ?? ''))
  const person = entity.person === null ? null : cell(entity.person)
  return { entity, file, row, id: cell(entity.id ?? entity.thing ?? null), person }
}

const ownNumber = (at: At): Finding =>
  told(
    at,
    'own-number',
    [at.entity.person ?? ''],
    'This is a number of this system, for somebody without a case number. The row was left out.',
    'warning',
  )

const without = (at: At, missing: readonly Column[]): Finding =>
  told(
    at,
    'cell-needed',
    missing.map(({ name }) => name),
    `Without ${missing.map(({ name }) => name).join(' and ')} there is no telling what the row is about. It was left out.`,
  )

/** Something found in a row. */
export const told = (
  { entity, file, row, person }: At,
  rule: string,
  fields: readonly string[],
  message: string,
  severity: Finding['severity'] = 'error',
): Finding => ({
  rule,
  table: entity.name,
  file,
  row,
  column: fields[0] ?? null,
  fields,
  subject: person === '' ? null : person,
  message,
  severity,
})

export const textIn = ({ values }: Row, column: string): string | null => {
  const value = values.get(column) ?? null
  return typeof value === 'string' ? value : null
}
const numberIn = ({ values }: Row, column: string): number | null => {
  const value = values.get(column) ?? null
  return typeof value === 'number' ? value : null
}
export const dateIn = (row: Row, column: string): PlainDate | null => numberIn(row, column) as PlainDate | null

/** A number that a spreadsheet made of an identifier is the same one: 123.0 is 123. */
const plainId = (text: string): string => (NOTHING.test(text.trim()) ? '' : text.trim().replace(/^(\d+)\.0+$/, '$1'))

/** What a database writes of a cell that holds nothing. */
const NOTHING = /^(?:null|\(null\)|<null>|nan|nat|n\/a|#n\/a|placeholder_data)?$/i

type Say = (rule: string, message: string, severity?: Finding['severity']) => null

function readCell(column: Column, { cells }: RawRow, at: At, findings: Finding[]): Value {
  const text = (cells.get(column.name) ?? '').trim()
  if (NOTHING.test(text) || column.left !== undefined) return null
  const say: Say = (rule, message, severity) => {
    findings.push(told(at, rule, [column.name], message, severity))
    return null
  }
  return readText(column, text, say)
}

function readText({ name, kind }: Column, text: string, say: Say): Value {
  switch (kind) {
    case 'id':
      return plainId(text)
    case 'text':
      return text
    case 'date':
      return real(readDay(text), text, say)
    case 'moment':
      return momentOf(text, say)
    case 'part date':
      return partDateOf(text, say)
    case 'number':
      return numberOf(text) ?? say('number-unreadable', `“${text.slice(0, 40)}” is no number. It was read as blank.`)
    case 'yes-no':
      return (
        answerOf(text) ??
        say('wording-unknown', `“${text.slice(0, 40)}” is no answer: write Y or N. It was read as blank.`)
      )
    default:
      return codeOf(name, kind, text, say)
  }
}

const numberOf = (text: string): number | undefined =>
  /^-?\d{1,9}(?:\.\d+)?$/.test(text) ? Number(text) + 0 : undefined

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|yes|1|true|t)$/i, 'yes'],
  [/^(?:n|no|0|false|f)$/i, 'no'],
  [/^(?:u|unknown|not known|unk|9|x)$/i, 'not known'],
]

const answerOf = (text: string): string | undefined => ANSWERS.find(([pattern]) => pattern.test(text))?.[1]

/** Nobody whom the dataset is about was born before, and nothing in it happened: such a date stands for none. */
const FIRST_REAL = fromParts(1920, 1, 1)

function real(date: PlainDate | undefined, text: string, say: Say): PlainDate | null {
  if (date === undefined)
    return say('date-unreadable', `“${text.slice(0, 40)}” is no date. Write it like 2023-09-30. It was read as blank.`)
  if (date >= FIRST_REAL) return date
  return say('placeholder-date', `“${text}” stands for a date that nobody knew: it was read as blank.`, 'warning')
}

function momentOf(text: string, say: Say): PreciseInstant | null {
  return real(readDay(text), text, say) === null ? null : (readMoment(text) ?? null)
}

function partDateOf(text: string, say: Say): string | null {
  const part = readPartDate(text)
  if (part !== undefined) return writePartDate(part)
  const on = real(readDay(text), text, say)
  return on === null ? null : writePartDate({ on, precision: 'day' })
}

/** A code that the list does not have is told, and kept as the file says it; words that stand for none are read as blank. */
function codeOf(name: string, choice: Choice, text: string, say: Say): string | null {
  const code = readChoice(choice, text)
  if (code !== undefined) return code
  if (/^[A-Z]{1,4}\d{0,2}[A-Z]?$/.test(text)) {
    say('code-unknown', `“${text}” is no code of ${name}. It was kept as it is.`)
    return text
  }
  return say('wording-unknown', `“${text.slice(0, 40)}” is none of the answers of ${name}. It was read as blank.`)
}

/** Rows that say the same are read once; of two that have one number and say different things the first counts. */
function once(rows: readonly Row[], findings: Finding[]): readonly Row[] {
  const first = new Map<string, Row>()
  const kept: Row[] = []
  for (const row of rows) {
    const key = row.id === '' ? textOf(row) : `${row.person} ${row.id}`
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, row)
      kept.push(row)
    } else findings.push(again(row, other))
  }
  return kept
}

function again(row: Row, other: Row): Finding {
  if (textOf(row) === textOf(other))
    return told(row, 'same-row-twice', [], `The row says the same as row ${other.row}. It was read once.`, 'warning')
  const message = `Row ${other.row} has the same number and says something else. This one was left out.`
  return told(row, 'two-rows', [row.entity.id ?? row.entity.thing ?? ''], message)
}

const textOf = ({ values }: Row): string => JSON.stringify([...values.values()])
