import { holdsPeople } from '../store/records/find.ts'
import { saveSetting } from '../store/settings.ts'
import { administrator, hasAccounts } from './access/users.ts'
import { type App, type Authority, getAuthority, OWN_AUTHORITY_SETTING } from './app.ts'
import { Refused } from './refused.ts'

/** Whether anybody is on the record at all. */
export const hasPeople = ({ store }: Pick<App, 'store'>): Promise<boolean> => holdsPeople(store.db)

export const OWN_NOT_SET =
  'it is not set whose children this store holds. Set it before records are imported, like this: los authority barnsley'

/**
 * Says whose children this store holds: figures counted from the record are this authority's, and what lies in its area is worked out for what is
 * recorded from then on. The operator's to say, and anybody's who sets up a store without accounts.
 * @throws Refused when there is none of that key, or the store holds another's people already
 */
export async function chooseOwnAuthority(app: App, by: string | undefined, key: string): Promise<Authority> {
  if (await hasAccounts(app)) await administrator(app, by)
  const authority = getAuthority(app, key)
  if (app.own !== undefined && app.own.key !== key && (await holdsPeople(app.store.db)))
    throw new Refused(
      'in the way',
      `This store holds the records of ${app.own.name}. Another authority’s go into a store of their own.`,
    )
  await saveSetting(app.store, OWN_AUTHORITY_SETTING, key)
  return authority
}
