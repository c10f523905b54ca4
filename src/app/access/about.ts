import { type Action, type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { RecordId, Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { protectedPeople } from './protected.ts'
import { viewerOf } from './viewer.ts'

/** What somebody wants to do, about whom (all of them, or it is not done), and what exactly: the page, the list, the record. */
export type Asked = {
  readonly action: Action
  readonly people: readonly [SubjectId, ...SubjectId[]]
  /** Others whom it only names: that they may be found is enough. */
  readonly named?: readonly SubjectId[]
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
 * The one way to what is held about people. Whoever was recorded twice is one person here, whichever number is asked about. Decides, writes the audit rows and does the work in a single transaction: what is read leaves its
 * row, and a row that says yes was read. Refusals are audited too. Somebody who does not exist and somebody who does not exist for the viewer
 * are answered alike.
 * @throws Refused when they may not
 */
export async function about<Result>(
  app: App,
  account: Account,
  asked: Asked,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const outcome = await inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const same = await findSamePeople(db, [...asked.people, ...(asked.named ?? [])], app.clock.today)
    const own = [...new Set(asked.people.map(same.kept))]
    const named = [...new Set((asked.named ?? []).map(same.kept))].filter((subject) => !own.includes(subject))
    const found = await protectedPeople(app, db, [...own, ...named])
    const decided = (subject: SubjectId, what: Asked) => ({
      what,
      numbers: same.numbers(subject),
      subject,
      decision: decision(viewer, what, found.get(subject)),
      exists: found.has(subject),
    })
    const all = [
      ...own.map((subject) => decided(subject, asked)),
      ...named.map((subject) => decided(subject, merelyNamed(asked))),
    ]
    await writeAudit(
      db,
      all.map(({ what, ...one }) => entry(app, account, what, one)),
    )
    const refused = all.map((one) => one.decision).find(({ may }) => may !== 'yes')
    if (refused !== undefined) return { refused }
    const people = own.map((subject) => found.get(subject))
    const may: Room['may'] = (sensitivity, action = asked.action) =>
      people.every((person) => person !== undefined && decide(viewer, action, person, sensitivity).may === 'yes')
    return { result: await work({ db, viewer, may }) }
  })
  if ('refused' in outcome) throw refusal(outcome.refused)
  return outcome.result
}

const NOBODY: Decision = { may: 'not there' }

/** How closely the record is kept is decided about those whose record it is. */
const merelyNamed = ({ detail, record, people }: Asked): Asked => ({
  action: 'find',
  people,
  detail: `named: ${detail}`,
  ...(record === undefined ? {} : { record }),
})

const decision = (viewer: Viewer, { action, sensitivity }: Asked, person: Protected | undefined): Decision =>
  person === undefined ? NOBODY : decide(viewer, action, person, sensitivity)

type Decided = {
  readonly subject: SubjectId
  readonly numbers: readonly SubjectId[]
  readonly decision: Decision
  readonly exists: boolean
}

function entry(
  app: App,
  account: Account,
  { action, record, detail }: Asked,
  { subject, numbers, decision, exists }: Decided,
): AuditEntry {
  return {
    at: app.clock.now(),
    account: account.id,
    accountName: account.name,
    action,
    // A number that is nobody's cannot refer to anybody; what was tried stands in the detail.
    subject: exists ? subject : null,
    otherNumbers: exists ? numbers.slice(1) : [],
    record: record ?? null,
    decision: decision.may,
    byRole: decision.may === 'yes' ? decision.by : null,
    detail: exists ? detail : `${detail} (number ${subject})`,
  }
}

/** Why not, in words for whoever asked. */
export function refusal(decision: Decision): Refused {
  if (decision.may === 'restricted') return new Refused('restricted', `Restricted: ring ${decision.ring}.`)
  if (decision.may === 'no')
    return new Refused(
      'not allowed',
      'Your role does not open this record. If you need it for your work, ask the team that works with the person, or open it with a reason: that is recorded and looked at.',
    )
  return new Refused('not found', 'There is nobody of that number.')
}
