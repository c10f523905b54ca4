import { sql } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { RecordTable } from './columns.ts'
import type { EncodedContent } from './rows.ts'
import type { Db } from './transaction.ts'

/** Whom and what records name: the ids of subjects, and of records by the key of their type. */
export class References {
  readonly #subjects = new Set<number>()
  readonly #records = new Map<string, Set<number>>()

  add(table: RecordTable, { row, subjects }: EncodedContent): void {
    for (const subject of subjects) this.#subjects.add(subject)
    for (const { name, references } of table.references) {
      const id = row[name]
      if (typeof id !== 'number') continue
      if (references.record === undefined) this.#subjects.add(id)
      else this.#ofType(references.record).add(id)
    }
  }

  /** @throws StoreError naming the first that is not in the store: no foreign key would notice */
  async check(db: Db): Promise<void> {
    const there = sql`select from subject where subject.id = given.id`
    await refuseMissing(db, this.#subjects, there, 'person or other subject')
    for (const [type, ids] of this.#records) {
      await refuseMissing(db, ids, sql`select from record where record.id = given.id and type = ${type}`, type)
    }
  }

  #ofType(type: string): Set<number> {
    const ids = this.#records.get(type) ?? new Set()
    this.#records.set(type, ids)
    return ids
  }
}

async function refuseMissing(
  db: Db,
  ids: ReadonlySet<number>,
  there: ReturnType<typeof sql>,
  what: string,
): Promise<void> {
  if (ids.size === 0) return
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${[...ids]}::bigint[]) as given (id) where not exists (${there}) order by id limit 1`.execute(
    db,
  )
  const [missing] = rows
  if (missing !== undefined)
    throw new StoreError(`There is no ${what} with the number ${missing.id}, which a record names.`)
}
