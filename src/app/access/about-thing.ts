import type { Action, Decision, Viewer } from '../../core/access/decide.ts'
import { decideAboutThing, type Thing } from '../../core/access/decide-about-thing.ts'
import type { RecordId, Sensitivity, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { NO_RECORD, type Room, refusal } from './about.ts'
import { auditEntry } from './audited.ts'
import { guardedAmong } from './guarded.ts'
import { inAudited } from './in-audited.ts'
import { viewerOf } from './viewer.ts'

export type ThingKind = Exclude<SubjectKind, 'person'>

/** What somebody wants to do with what is held about a household, a place, a team; `subject` is null for one that is to be made. */
export type AskedOfThing = {
  readonly action: Action
  readonly kind: ThingKind
  readonly subject: SubjectId | null
  readonly sensitivity?: Sensitivity
  readonly record?: RecordId
  readonly detail: string
}

/**
 * The door to what is held about things, as `about` is to people: decides, writes the audit row and does the work in one transaction.
 * @throws Refused when they may not, and alike for what is not there
 */
export async function aboutThing<Result>(
  app: App,
  account: Account,
  asked: AskedOfThing,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const outcome = await inAudited(app, async (db, audit) => {
    const viewer = await viewerOf(app, db, account)
    const thing = await thingOf(app, db, asked)
    const decision = decisionOn(viewer, asked, thing)
    const isThere = thing !== undefined
    await audit([
      auditEntry(app, account, viewer, {
        ...asked,
        subject: isThere ? asked.subject : null,
        decision,
        detail: isThere ? asked.detail : `${asked.detail} (number ${asked.subject})`,
      }),
    ])
    if (decision.may !== 'yes') return { refused: decision }
    const may: Room['may'] = (sensitivity, action = asked.action) =>
      decisionOn(viewer, { action, sensitivity }, thing).may === 'yes'
    return { result: await work({ db, viewer, may }) }
  })
  if ('result' in outcome) return outcome.result
  // Nobody's record is behind it that could be opened with a reason.
  if (asked.subject === null && outcome.refused.may === 'no')
    throw new Refused(
      'not allowed',
      'Your role makes nothing new of this kind. Ask a colleague who records, or your manager.',
    )
  throw refusal(outcome.refused, asked.record === undefined ? NO_THING : NO_RECORD)
}

export const NO_THING = 'There is nothing of that number.'

/** Whether something may be done with a thing, for whoever is in a room already: what a record about another is corrected to be about. */
export const mayWithThing = async (
  app: App,
  room: Pick<Room, 'db' | 'viewer'>,
  asked: AskedOfThing,
): Promise<boolean> => (await decisionAboutThing(app, room, asked)).may === 'yes'

/** What is decided about a thing, for what audits it itself. */
export const decisionAboutThing = async (
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  asked: AskedOfThing,
): Promise<Decision> => decisionOn(viewer, asked, await thingOf(app, db, asked))

const decisionOn = (
  viewer: Viewer,
  { action, sensitivity }: Pick<AskedOfThing, 'action' | 'sensitivity'>,
  thing: Thing | undefined,
): Decision => (thing === undefined ? { may: 'not there' } : decideAboutThing(viewer, action, thing, sensitivity))

async function thingOf(app: App, db: Db, { kind, subject }: AskedOfThing): Promise<Thing | undefined> {
  if (subject === null) return { kind, people: [], allocations: [] }
  const found = (await guardedAmong(app, db, [subject])).get(subject)
  return found !== undefined && 'kind' in found && found.kind === kind ? found : undefined
}
