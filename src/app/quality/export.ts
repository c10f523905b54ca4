import { decideAbout } from '../../core/access/decide-about-thing.ts'
import type { Account } from '../../store/accounts.ts'
import { auditTaken } from '../access/listed.ts'
import type { App } from '../app.ts'
import { only } from '../counting/seen-work.ts'
import { Refused } from '../refused.ts'
import { type AskedQuality, looking, type NamedError, named } from './read.ts'
import { isFor, keptOf } from './seen.ts'

/**
 * The errors about those whom the viewer may both read about and take out, each of whom leaves a row in the audit.
 * @throws Refused when there is nobody of that kind
 */
export function exportErrors(
  app: App,
  account: Account,
  asked: AskedQuality & { readonly rule?: string },
): Promise<readonly NamedError[]> {
  return looking(app, account, asked, async ({ looking: who, found }) => {
    const isAsked = isFor(asked.whose, account, who.viewer)
    const taken = found.seen.filter((error) => {
      const one = found.guarded.get(error.subject)
      const mayTake =
        one !== undefined && keptOf(error).every((kept) => decideAbout(who.viewer, 'export', one, kept).may === 'yes')
      return mayTake && isAsked(error) && (asked.rule === undefined || error.rule.key === asked.rule)
    })
    if (taken.length === 0)
      throw new Refused('not allowed', 'None of these errors is about somebody whose record your role takes out.')
    const subjects = [...new Set(taken.map(({ subject }) => subject))]
    await auditTaken(app, who, account, 'errors of data, as CSV', only(found.guarded, subjects))
    return named(app, who, found, taken)
  })
}
