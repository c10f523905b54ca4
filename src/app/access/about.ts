import { type Action, type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { RecordId, Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { auditEntry } from './audited.ts'
import { inAudited } from './in-audited.ts'
import { protectedPeople } from './protected.ts'
import { viewerOf } from './viewer.ts'

/** What somebody wants to do, about whom (all of them, or it is not done), and what exactly: the page, the list, the record. */
export type Asked = {
  readonly action: Action
  readonly people: readonly [SubjectId, ...SubjectId[]]
  /** How closely what is asked for is kept; `ordinary` where the work itself asks `may` about each thing. */
  readonly sensitivity?: Sensitivity
  readonly record?: RecordId
  readonly detail: string
}

/** What is on the other side of the door: the transaction to read and write in, and what may be done there. */
export type Room = {
  readonly db: Db
  readonly viewer: Viewer
  /** Whether the same action (or another) may be done, for all of the people, with what is held at this sensitivity. */
  may(sensitivity: Sensitivity, action?: Action): boolean
}

/**
 * The one way to what is held about people. Whoever was recorded twice is one person here, whichever number is asked about. Decides, writes the
 * audit rows and does the work in a single transaction: what is read leaves its row, and a row that says yes was read. Refusals are audited too, those of the work itself among them.
 * Somebody who does not exist and somebody who does not exist for the viewer are answered alike. To read or correct a record of somebody's,
 * `aboutRecord` is the way.
 * @throws Refused when they may not
 */
export async function about<Result>(
  app: App,
  account: Account,
  asked: Asked,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const outcome = await inAudited(app, async (db, audit) => {
    // The viewer too, in one question: who they are is looked up next.
    const same = await findSamePeople(db, [...asked.people, ...workerOf(account)], app.clock.today)
    const viewer = await viewerOf(app, db, account)
    const subjects = [...new Set(asked.people.map(same.kept))]
    const people = await protectedPeople(app, db, subjects)
    const decided = subjects.map((subject) => ({ subject, decision: decisionOn(viewer, asked, people.get(subject)) }))
    const refused = decided.find(({ decision }) => decision.may !== 'yes')?.decision
    await audit(
      decided.map(({ subject, decision }) => {
        // A number that is nobody's cannot refer to anybody; what was tried stands in the detail.
        const exists = people.has(subject)
        return auditEntry(app, account, viewer, {
          ...asked,
          subject: exists ? subject : null,
          otherNumbers: exists ? same.numbers(subject).slice(1) : [],
          decision: refused !== undefined && decision.may === 'yes' ? { may: 'no' } : decision,
          detail: exists ? asked.detail : `${asked.detail} (number ${subject})`,
        })
      }),
    )
    if (refused !== undefined) return { refused }
    return { result: await work(roomOf(db, viewer, asked.action, [...people.values()])) }
  })
  if ('refused' in outcome) throw refusal(outcome.refused, asked.record === undefined ? NOBODY : NO_RECORD)
  return outcome.result
}

const workerOf = ({ worker }: Account): readonly SubjectId[] => (worker === null ? [] : [worker])

export const NOBODY = 'There is nobody of that number.'
export const NO_RECORD = 'There is no record of that number.'

const decisionOn = (viewer: Viewer, { action, sensitivity }: Asked, person: Protected | undefined): Decision =>
  person === undefined ? { may: 'not there' } : decide(viewer, action, person, sensitivity)

/** The room behind a door that was opened for an action with people. */
export const roomOf = (db: Db, viewer: Viewer, asked: Action, people: readonly Protected[]): Room => ({
  db,
  viewer,
  may: (sensitivity, action = asked) =>
    people.every((person) => decide(viewer, action, person, sensitivity).may === 'yes'),
})

/** What is told to who may not, in words for them. `nothing` is said alike about what is not there and what is not there for them. */
export function refusal(decision: Decision, nothing: string): Refused {
  if (decision.may === 'restricted') return new Refused('restricted', `Restricted: ring ${decision.ring}.`)
  if (decision.may === 'no')
    return new Refused(
      'not allowed',
      'Your role does not open this record. If you need it for your work, ask the team that works with the person, or open it with a reason: that is recorded and looked at.',
    )
  return new Refused('not found', nothing)
}
