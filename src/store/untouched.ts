import { sql } from 'kysely'
import type { Store } from './open.ts'

/** Whether nothing has ever been imported or recorded, and nobody may sign in. */
export async function isUntouched({ db }: Store): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from import_batch) or exists (select from subject) or exists (select from account) as touched`.execute(
    db,
  )
  return rows[0]?.touched !== true
}
