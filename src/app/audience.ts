import type { Indicator } from '../core/definitions/indicator.ts'
import type { App } from './app.ts'

/** For whom figures are shown: whoever has an account here, or anybody at all. */
export type Audience = 'staff' | 'everybody'

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
