import type { AsAt, Held } from '../annex-a/as-at.ts'
import type { Cells, Entity } from './column.ts'
import { PLAIN_DATE } from './dates.ts'

/** What the source calls a row: without whom it is about, which it is known by here too. */
export function rowId(person: string, { identity }: Held): string {
  if (identity === undefined)
    throw new TypeError(`A record of ${person} is to be written, and nothing says what it is called`)
  const id = identity.startsWith(`${person}|`) ? identity.slice(person.length + 1) : identity
  return PLAIN_DATE.test(id) ? identity : id
}

/** The rows of an entity of which each is one record. */
export const recordRows = (asAt: AsAt, entity: Entity): readonly Cells[] => {
  const { record } = entity
  if (record === undefined) return []
  return asAt.subjects(record.type).flatMap((subject) =>
    asAt
      .of(record.type, subject)
      .filter((held) => record.only?.(held) !== false)
      .map((held) => ({
        ...keyCells(entity, subject, rowId(subject, held)),
        ...Object.fromEntries(
          entity.columns.flatMap(({ name, to }) => (to === undefined ? [] : [[name, held.fields[to] ?? null]])),
        ),
        ...record.write?.(held),
      })),
  )
}

/** The columns that say which row it is, and about whom. */
export const keyCells = ({ id, person, thing }: Entity, subject: string, row: string): Cells => ({
  ...(id === null ? {} : { [id]: row }),
  ...(person === null ? {} : { [person]: subject }),
  ...(thing === undefined ? {} : { [thing]: subject }),
})
