import type { RecordType } from '../../core/definitions/record-type.ts'
import { bareNumberIn, type Column, type RecordTable, tableOf, VERSION_ID } from './columns.ts'

/** Every record type that the product knows, by key. */
export type RecordTypes = ReadonlyMap<string, RecordType>

/** PostgreSQL cuts longer names off without a word. */
const LONGEST_NAME = 63

export type DerivedTable = RecordTable & {
  /** What makes the table, to be run in order. */
  readonly statements: readonly string[]
  /** What makes the indexes by which people are looked for, where there are none: also of a table that has been there for long. */
  readonly lookUps: readonly string[]
}

/**
 * The tables of record types, one each, in the order given.
 * @throws RangeError naming every name that the database cannot hold and every two that become one.
 */
export function deriveSchema(types: RecordTypes): readonly DerivedTable[] {
  const tables = [...types.values()].map(tableOf)
  const faults = [
    ...clashes(
      'record types',
      tables,
      ({ name }) => name,
      ({ type }) => type.key,
    ),
    ...tables.flatMap(faultsOf),
  ]
  if (faults.length > 0) {
    throw new RangeError(`These record types cannot have tables. Rename what is named here.\n${faults.join('\n')}`)
  }
  return tables.map((table) => ({ ...table, statements: statementsOf(table), lookUps: lookUpsOf(table) }))
}

function statementsOf({ name, columns }: RecordTable): readonly string[] {
  const lines = [`${quoted(VERSION_ID)} bigint primary key`, ...columns.map(columnText)]
  return [
    `create table ${quoted(name)} (\n  ${lines.join(',\n  ')}\n)`,
    ...columns
      .filter(({ indexed }) => indexed)
      .map((column) => `create index on ${quoted(name)} (${quoted(column.name)})`),
  ]
}

/** How the names of those indexes end. */
export const LOOKED_UP = '_looked_up'

const lookUpName = (table: string, column: Column): string => `${table}_${column.name}${LOOKED_UP}`

function lookUpsOf({ name, columns }: RecordTable): readonly string[] {
  return columns
    .filter(({ lookedUp }) => lookedUp !== null)
    .map((column) => {
      const by = column.lookedUp === 'as a number' ? bareNumberIn(column.name) : quoted(column.name)
      return `create index if not exists ${quoted(lookUpName(name, column))} on ${quoted(name)} (${by})`
    })
}

function columnText({ name, type, notNull, notEmpty }: Column): string {
  return [
    quoted(name),
    type,
    ...(notNull ? ['not null'] : []),
    ...(notEmpty ? [`check (${quoted(name)} <> '')`] : []),
  ].join(' ')
}

function faultsOf({ type, name, columns }: RecordTable): readonly string[] {
  const lookUps = columns.filter(({ lookedUp }) => lookedUp !== null).map((column) => lookUpName(name, column))
  const names = [name, ...columns.map((column) => column.name), ...lookUps]
  return [
    ...names.filter(isTooLong).map((long) => `${type.key}: ${long} is longer than ${LONGEST_NAME} characters`),
    ...names.filter(isNotPlain).map((odd) => `${type.key}: ${odd} has characters other than a-z, 0-9 and _`),
    ...clashes(`${type.key}: columns`, [VERSION_ID, ...columns.map((column) => column.name)], same, same),
  ]
}

const same = (name: string): string => name
const isTooLong = (name: string): boolean => Buffer.byteLength(name) > LONGEST_NAME
const isNotPlain = (name: string): boolean => !/^[a-z][a-z0-9_]*$/.test(name)

function clashes<T>(
  what: string,
  things: readonly T[],
  nameOf: (thing: T) => string,
  say: (thing: T) => string,
): readonly string[] {
  const byName = new Map<string, T[]>()
  for (const thing of things) byName.set(nameOf(thing), [...(byName.get(nameOf(thing)) ?? []), thing])
  return [...byName]
    .filter(([, group]) => group.length > 1)
    .map(([name, group]) => `${what}: ${group.map(say).join(' and ')} would both be ${name}`)
}

/** Always quoted: a field may be called `order` or `end`. */
const quoted = (name: string): string => `"${name}"`
