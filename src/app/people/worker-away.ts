import { WorkerAway } from '../../areas/organisation/absences.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Value } from '../../core/record/content.ts'
import { hasEnded } from '../../core/record/standing.ts'
import type { Account } from '../../store/accounts.ts'
import type { Room } from '../access/about.ts'
import { aboutThing } from '../access/about-thing.ts'
import { guardedAmong } from '../access/guarded.ts'
import { auditListed } from '../access/listed.ts'
import { mayAmong } from '../access/may-find.ts'
import type { App } from '../app.ts'
import { asListed } from '../counting/seen-work.ts'
import { recordsOf } from '../records-of.ts'
import { naming } from './naming.ts'
import type { NotWritten } from './refused-for.ts'
import { endRecord, writeNew } from './write.ts'

export { WorkerAway }

/** One of those whom a worker works with: whether it is told of them already that the worker is away, and since when. */
type OfCaseload = { readonly subject: SubjectId; readonly name: string; readonly away: AwayNow | undefined }
type AwayNow = { readonly record: RecordAsAt; readonly since: PlainDate | null }

export type Caseload = {
  readonly name: string
  /** Those about whom the viewer may record. */
  readonly people: readonly OfCaseload[]
  /** How many more there are: whoever may record about them tells them. */
  readonly others: number
}

/**
 * Whom a worker works with today, of those about whom the viewer may record. Everybody named leaves a row in the audit.
 * @throws Refused when there is no such worker
 */
export const readCaseload = (app: App, account: Account, worker: SubjectId): Promise<Caseload> =>
  aboutThing(app, account, { action: 'read', kind: 'worker', subject: worker, detail: 'caseload' }, async (room) => {
    const { db, viewer } = room
    const records = await recordsOf(app, db, worker, [Allocation, WorkerAway])
    const people = caseloadIn(records, worker)
    const may = await mayAmong(app, room, people, 'record')
    const theirs = people.filter((one) => may.has(one))
    const shown = await asListed(app, db, viewer, await guardedAmong(app, db, theirs))
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: 'caseload' }, shown)
    return {
      name: await nameOf(app, room, worker),
      people: await Promise.all(
        theirs.map(async (subject) => ({
          subject,
          name: await nameOf(app, room, subject),
          away: awayIn(records, subject),
        })),
      ),
      others: people.length - theirs.length,
    }
  })

const nameOf = async (app: App, room: Room, subject: SubjectId): Promise<string> =>
  (await naming(app, room)(subject)).label

/** Whoever belongs to the family of a child of the team is nobody's caseload. */
const caseloadIn = (records: readonly RecordAsAt[], worker: SubjectId): readonly SubjectId[] => [
  ...new Set(
    records
      .filter(
        ({ type, content }) =>
          type.key === Allocation.key &&
          content.subjects['worker']?.includes(worker) === true &&
          content.fields['role'] !== 'family-member',
      )
      .filter((record) => !hasEnded(record))
      .flatMap(({ content }) => content.subjects['person'] ?? []),
  ),
]

function awayIn(records: readonly RecordAsAt[], subject: SubjectId): AwayNow | undefined {
  const record = records.findLast(
    (one) =>
      one.type.key === WorkerAway.key && !hasEnded(one) && one.content.subjects['child']?.includes(subject) === true,
  )
  const since = record?.content.fields['startedOn']
  return record && { record, since: typeof since === 'number' ? (since as PlainDate) : null }
}

/** Since when a worker is away, and until when as far as is known. */
export type Away = { readonly startedOn: Value; readonly backOn: Value; readonly meanwhile: Value }

/**
 * Marks a worker as away on the record of everybody they work with, of those about whom the viewer may record and of whom it is not told yet: from each of these
 * records follow a letter to write and cover to find. Faults are given back and nothing is written.
 * @throws Refused when there is no such worker
 */
export async function markAway(
  app: App,
  account: Account,
  worker: SubjectId,
  away: Away,
): Promise<{ readonly marked: number } | NotWritten> {
  const { people } = await readCaseload(app, account, worker)
  const open = people.filter((one) => one.away === undefined)
  for (const { subject } of open) {
    const subjects = { child: [subject], worker: [worker] }
    const written = await writeNew(app, account, WorkerAway, {
      subjects,
      links: {},
      fields: { ...away, endedOn: null },
    })
    if ('faults' in written) return written
  }
  return { marked: open.length }
}

/**
 * Marks a worker as back, on the record of everybody of whom it is told that the worker is away.
 * @throws Refused when there is no such worker
 */
export async function markBack(
  app: App,
  account: Account,
  worker: SubjectId,
  endedOn: Value,
): Promise<{ readonly marked: number } | NotWritten> {
  const { people } = await readCaseload(app, account, worker)
  const open = people.flatMap(({ away }) => away ?? [])
  for (const { record } of open) {
    const ending = { record: record.record, basedOn: record.sequence, fields: { endedOn } }
    const written = await endRecord(app, account, ending)
    if ('faults' in written) return written
  }
  return { marked: open.length }
}
