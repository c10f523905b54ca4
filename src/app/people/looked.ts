import { isHidden } from '../../core/access/decide.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type SubjectId, sensitivities } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findAudit, listLookers, type StoredEntry } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { type PersonHead, personHead } from './head.ts'

/** Whose looks are wanted: of one account, of one day, earlier than a row. */
export type LooksWanted = { readonly by?: string; readonly on?: PlainDate; readonly before?: number }

export type Looks = {
  readonly head: PersonHead
  /** The latest first. */
  readonly entries: readonly StoredEntry[]
  /** Whether there are earlier ones. */
  readonly more: boolean
  /** Everybody who is in the log at all. */
  readonly people: readonly string[]
}

const MOST = 100

/**
 * Who has looked at what is held about a person, under whichever number, for those who may know it. That a service has looked which works with what
 * does not exist for others is not among it. Looking at it is itself looked at.
 */
export const whoLooked = (app: App, account: Account, subject: SubjectId, wanted: LooksWanted = {}): Promise<Looks> =>
  about(app, account, { action: 'see who looked', people: [subject], detail: 'who has looked' }, async (room) => {
    const numbers = (await findSamePeople(room.db, [subject], app.clock.today)).numbers(subject)
    const of = sensitivities.filter((one) => !isHidden(one) || room.may(one))
    const found = await findAudit(room.db, numbers, { ...wanted, of, most: MOST + 1 })
    return {
      head: await personHead(app, room, subject),
      entries: found.slice(0, MOST),
      more: found.length > MOST,
      people: await listLookers(room.db, numbers, of),
    }
  })
