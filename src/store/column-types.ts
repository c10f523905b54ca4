import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { type PlainDate, plainDate, toText } from '../core/dates/plain-date.ts'

/** Object identifiers of PostgreSQL's own types: fixed in its catalogue (pg_type.dat). */
const oids = { int8: 20, int8Array: 1016, date: 1082, timestamptz: 1184, numeric: 1700 } as const

/** How values come out of either database: the driver reads the text form. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oids.int8]: wholeNumber,
  [oids.int8Array]: wholeNumbers,
  [oids.date]: plainDate,
  [oids.timestamptz]: moment,
  [oids.numeric]: Number,
}

export const typesConfig: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format),
}

/**
 * What the parsers rely on; no just-in-time compiling, which costs short questions more than it saves; indexes taken for what they cost where
 * most of a database is in memory, or on no turning disk; and one plan of a question for all that it is asked with. Left to itself, the database
 * takes a list of unknown length for ten, finds that dear, and plans every time anew, which takes longer than the answer. What reads a large part
 * of a table, like an import, sets `plan_cache_mode` otherwise for its transaction.
 */
const sessionSettings = {
  jit: 'off',
  random_page_cost: '1.1',
  plan_cache_mode: 'force_generic_plan',
  DateStyle: 'ISO, YMD',
  TimeZone: 'UTC',
} as const

/** What every connection begins with. */
export const settingsStatement = `select ${Object.entries(sessionSettings)
  .map(([name, value]) => `set_config('${name}', '${value}', false)`)
  .join(', ')}`

/** A date as a parameter of a query. A bare PlainDate is refused by both databases: it is only a number to them. */
export const day = (date: PlainDate): RawBuilder<PlainDate> => sql<PlainDate>`${toText(date)}::date`

/** A date that may be missing, as a parameter of a query. */
export const dayOrNull = (date: PlainDate | null): RawBuilder<PlainDate | null> =>
  date === null ? sql<null>`null::date` : day(date)

/** To be compared with `=`: true for any of the keys. One parameter however many there are, and none are allowed. */
export const anyOf = (keys: readonly string[]): RawBuilder<string> => sql<string>`any(${[...keys]}::text[])`

/**
 * The same for numbers of one kind: of subjects, of records. Sent as the database writes a list, for a driver goes through one number by number; and as a list, not as a text to be
 * made one of, for that is read anew for every row that it is compared with.
 */
export const anyId = <Id extends number>(ids: readonly Id[]): RawBuilder<Id> =>
  sql<Id>`any(${`{${ids.join()}}`}::bigint[])`

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Too large to be held exactly as a number: ${text}`)
  return number
}

/** Reads `{1,2}`; there are no nulls among those that we keep. */
function wholeNumbers(text: string): readonly number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(wholeNumber)
}

/** Reads `2023-10-04 09:30:00.123456+00`, keeping milliseconds. */
function moment(text: string): Date {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a moment that can be held: ${text}`)
  return date
}
