import type { Store } from './open.ts'

/** What was saved under a key, or undefined. */
export async function findSetting(store: Store, key: string): Promise<string | undefined> {
  const row = await store.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

/** Saves a value under a key, in place of what was there. */
export async function saveSetting(store: Store, key: string, value: string): Promise<void> {
  await store.db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
