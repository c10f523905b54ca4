import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../../store/open.ts'
import { findSetting, saveSetting } from '../../store/settings.ts'

const KEY_SETTING = 'pseudonym-key'

/** What stands in place of a number: the same for the same number always, in this store alone, and not to be worked back without its key. */
type Pseudonym = (number: number) => string

/** What subjects and records are called in the report. */
export type Called = { readonly subject: Pseudonym; readonly record: Pseudonym }

/** Pseudonyms by the key of this store, which is made when it is first asked for and leaves it never. */
export async function pseudonymsOf(store: Store, of: 'subject' | 'record'): Promise<Pseudonym> {
  const kept = await findSetting(store, KEY_SETTING)
  const key = kept ?? randomBytes(32).toString('hex')
  if (kept === undefined) await saveSetting(store, KEY_SETTING, key)
  const made = new Map<number, string>()
  return (number) => {
    const before = made.get(number)
    if (before !== undefined) return before
    const pseudonym = createHmac('sha256', key).update(`${of} ${number}`).digest('hex').slice(0, 16)
    made.set(number, pseudonym)
    return pseudonym
  }
}
