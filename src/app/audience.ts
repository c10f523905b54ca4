import type { Indicator } from '../core/definitions/indicator.ts'
import type { Account, AnyAccount } from '../store/accounts.ts'
import type { App } from './app.ts'
import { Refused } from './refused.ts'

/** For whom figures are shown: whoever works here, or anybody at all. */
export type Audience = 'staff' | 'everybody'

/** Of whom somebody is one who may be signed in: a partner sees what everybody sees, and beside it what partners see of localities (`localities/`). */
export const audienceOf = (account: AnyAccount | undefined): Audience =>
  account === undefined || account.partnerOf !== null ? 'everybody' : 'staff'

/**
 * The account of somebody who works here, which everything asks for that is not for partners. This is the one place in which a partner is kept out.
 * @throws Refused when it is a partner's
 */
export function staffOnly(account: AnyAccount): Account {
  if (account.partnerOf === null) return account
  throw new Refused(
    'not allowed',
    'Partners see the figures of their localities, and what everybody sees. This is for those who work in children’s services.',
  )
}

/**
 * Whether the figures of an authority that are counted from the record are shown. They are small numbers about real children, exact and not yet
 * signed off, and so for staff alone; what has been published is for everybody, and stands beside them under its own name. What everybody may see of a month
 * of ours that is frozen is decided once, when it is published (`disclosure/decide.ts`), and shown by `/public`.
 */
export const seesCounted = ({ own }: Pick<App, 'own'>, authority: string, audience: Audience): boolean =>
  audience === 'staff' && authority === own?.key

/** Whether figures of an indicator are shown that came without their children. What another agency sends of its own is for staff until it is published, as what is counted here is. */
export const seesSent = ({ sent }: Pick<Indicator, 'sent'>, audience: Audience): boolean =>
  sent === undefined || audience === 'staff'
