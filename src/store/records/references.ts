import { sql } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { RecordTable } from './columns.ts'
import type { EncodedContent } from './rows.ts'
import type { Db } from './transaction.ts'

/** Whom and what records name: the ids of subjects, and of records by the key of their type. Each is looked for once. */
export class References {
  readonly #subjects = new Named()
  readonly #records = new Map<string, Named>()

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
    await refuseMissing(db, this.#subjects.takeNew(), there, 'person or other subject')
    for (const [type, named] of this.#records) {
      const ofType = sql`select from record where record.id = given.id and type = ${type}`
      await refuseMissing(db, named.takeNew(), ofType, type)
    }
  }

  #ofType(type: string): Named {
    const named = this.#records.get(type) ?? new Named()
    this.#records.set(type, named)
    return named
  }
}

class Named {
  readonly #ids = new Set<number>()
  #new: number[] = []

  add(id: number): void {
    const before = this.#ids.size
    if (this.#ids.add(id).size > before) this.#new.push(id)
  }

  /** Those named since the last time. */
  takeNew(): readonly number[] {
    const taken = this.#new
    this.#new = []
    return taken
  }
}

async function refuseMissing(
  db: Db,
  ids: readonly number[],
  there: ReturnType<typeof sql>,
  what: string,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${[...ids]}::bigint[]) as given (id) where not exists (${there}) order by id limit 1`.execute(
    db,
  )
  const [missing] = rows
  if (missing !== undefined)
    throw new StoreError(`There is no ${what} with the number ${missing.id}, which a record names.`)
}
