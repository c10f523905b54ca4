import { MissingEpisode } from '../areas/children-in-care/missing-episodes.ts'
import { WorkerAway } from '../areas/organisation/absences.ts'
import { Allocation } from '../areas/organisation/allocation.ts'
import { inEngland } from '../core/dates/instant.ts'
import { addDays, addMonths, type PlainDate, toText } from '../core/dates/plain-date.ts'
import type { PreciseInstant, SubjectId } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content, Value } from '../core/record/content.ts'
import { findRecord } from '../store/records/find.ts'
import { type HeldRecord, listRecords } from '../store/records/list.ts'
import { type Db, inTransaction } from '../store/records/transaction.ts'
import { writeVersion } from '../store/records/write.ts'
import { random } from '../synthetic/random.ts'
import type { App } from './app.ts'
import { recount } from './counting/calculate.ts'

// What no file carries, and people write by hand in the demonstration too: what came of the interviews on return, which the yearly return of those who were
// missing does not ask for; and a worker who is away, for who works with whom is no part of an extract.

const by = (app: App) => ({
  knownOn: app.clock.today,
  recordedAt: app.clock.now(),
  recordedBy: 'Demonstration',
  source: 'form' as const,
})

/** Writes what people write by hand of the made-up children, as known on the last day. */
export function writeByHand(app: App, until: PlainDate): Promise<void> {
  return inTransaction(app.store, async (db) => {
    const children = [...(await writeInterviews(app, db, until)), ...(await sendWorkerAway(app, db, until))]
    await recount(app, db, [...new Set(children)])
  })
}

/** Years. */
const TOLD_OF_RETURNS = 2
/** Our own estimate: of returns, how many interviews were offered, accepted and held in time; of some nobody has written anything yet. */
const interviews = { unsaid: 0.08, offered: 0.94, accepted: 0.78, inTime: 0.72 } as const

async function writeInterviews(app: App, db: Db, until: PlainDate): Promise<readonly SubjectId[]> {
  const told: SubjectId[] = []
  for (const { record, content } of await listRecords(db, MissingEpisode, null)) {
    const said = interviewAfter(record, content, until)
    const latest = said === undefined ? undefined : (await findRecord(db, MissingEpisode, record)).at(-1)
    if (said === undefined || latest === undefined) continue
    const whole = { ...content, fields: { ...content.fields, ...said } }
    const reason = 'The interview on return was written down'
    await writeVersion(db, {
      ...by(app),
      type: MissingEpisode,
      record,
      basedOn: latest.sequence,
      content: whole,
      reason,
    })
    told.push(...(content.subjects['child'] ?? []))
  }
  return told
}

/** What came of the interview after a return; undefined where nobody has written of one. */
function interviewAfter(
  record: number,
  { fields }: Content,
  until: PlainDate,
): Readonly<Record<string, Value>> | undefined {
  const { kind, endedOn, interviewOffered } = fields
  const isTold = typeof endedOn === 'number' && endedOn > addMonths(until, -12 * TOLD_OF_RETURNS)
  if (kind !== 'M' || !isTold || interviewOffered !== null) return undefined
  const own = random(record).fork('interview')
  const [unsaid, offered, accepted, inTime] = [
    own.chance(interviews.unsaid),
    own.chance(interviews.offered),
    own.chance(interviews.accepted),
    own.chance(interviews.inTime),
  ]
  if (unsaid) return undefined
  if (!offered || !accepted)
    return { interviewOffered: offered ? 'yes' : 'no', interviewAccepted: offered ? 'no' : null }
  const heldOn = addDays(endedOn as PlainDate, inTime ? own.whole(0, 3) : own.whole(4, 15))
  return {
    ...{ interviewOffered: 'yes', interviewAccepted: 'yes' },
    interviewHeldAt: heldOn > until ? null : onThe(heldOn),
  }
}

/** Known to the day. */
function onThe(day: PlainDate): PreciseInstant | null {
  const at = inEngland(`${toText(day)}T12:00`)
  return at === undefined ? null : { at, precision: 'day' }
}

/** Weeks ago, and for how many of the worker’s children somebody else is there meanwhile. */
const AWAY = { days: 13, covered: 0.5 } as const

/** The worker with the most children of those whose work is not the first team’s is away, nobody knows for how long; for half of the children there is cover. */
async function sendWorkerAway(app: App, db: Db, until: PlainDate): Promise<readonly SubjectId[]> {
  const open = (await listRecords(db, Allocation, null)).filter(
    ({ content: { fields, subjects }, sourceSystem }) =>
      fields['role'] === 'social-worker' &&
      fields['endedOn'] === null &&
      sourceSystem !== null &&
      (subjects['worker'] ?? []).length === 1,
  )
  const [team] = open.at(-1)?.content.subjects['team'] ?? []
  const byWorker = new Map<SubjectId, HeldRecord[]>()
  for (const one of open.filter(({ content }) => content.subjects['team']?.[0] === team))
    for (const worker of one.content.subjects['worker'] ?? [])
      byWorker.set(worker, [...(byWorker.get(worker) ?? []), one])
  const [most, next] = [...byWorker].toSorted(([, a], [, b]) => b.length - a.length)
  const [worker, cover] = [most?.[0], next?.[0]]
  if (most === undefined || worker === undefined || cover === undefined) return []
  const startedOn = addDays(until, -AWAY.days)
  const children: SubjectId[] = []
  for (const [at, one] of most[1].entries()) {
    const child = one.content.subjects['person']?.[0]
    if (child === undefined || Number(one.content.fields['startedOn']) > startedOn) continue
    children.push(child)
    const meanwhile = 'Their team manager is there for them, and keeps what was promised.'
    await write(app, db, WorkerAway, { child: [child], worker: [worker] }, { startedOn, meanwhile })
    if (at >= most[1].length * AWAY.covered) continue
    const covering = { role: 'social-worker', startedOn, why: 'ABSENC', coverFor: worker, endedOn: addDays(until, 28) }
    await write(app, db, Allocation, { person: [child], team: teamOf(one), worker: [cover] }, covering)
  }
  return children
}

const teamOf = ({ content }: HeldRecord): readonly SubjectId[] => content.subjects['team'] ?? []

function write(app: App, db: Db, type: RecordType, subjects: Content['subjects'], fields: Content['fields']) {
  const nothing = <T>(of: object, value: T) => Object.fromEntries(Object.keys(of).map((name) => [name, value]))
  const content: Content = {
    subjects: { ...nothing(type.subjects, []), ...subjects },
    links: nothing(type.links, null),
    fields: { ...nothing(type.fields, null), ...fields },
  }
  return writeVersion(db, { ...by(app), type, content, reason: null })
}
