import { Allocation } from '../../areas/organisation/allocation.ts'
import { AllocationRole } from '../../areas/organisation/services.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { latestOfEach } from '../../core/record/chronology.ts'
import type { Account } from '../../store/accounts.ts'
import { findVersionsOf } from '../../store/records/find.ts'
import { about } from '../access/about.ts'
import { actionFor } from '../access/writing.ts'
import type { App } from '../app.ts'
import { naming } from './naming.ts'

/** The key of the record type of allocations. */
export const ALLOCATION = Allocation.key

/** What is decided anew when the work goes to somebody else; role and team stay unless they are changed. */
export const decidedAnew: readonly string[] = ['worker', 'why', 'coverFor', 'handover']

/** Whose work somebody is or was: a worker, or a team in which nobody is named yet. */
export type AllocationRead = {
  readonly record: RecordId
  readonly role: string
  readonly team: string
  /** Undefined while it waits for somebody in the team. */
  readonly worker: string | undefined
  readonly workerId: SubjectId | undefined
  readonly startedOn: PlainDate | null
  /** For cover it may lie ahead. */
  readonly endedOn: PlainDate | null
  readonly coverFor: string | undefined
  readonly handover: string | undefined
  readonly whyEnded: string | undefined
  readonly state: 'now' | 'before'
}

export type AllocationsRead = {
  readonly name: string
  readonly allocations: readonly AllocationRead[]
  readonly mayChange: boolean
}

/** Whose work somebody is today, and whose it was, the latest first. */
export const readAllocations = (app: App, account: Account, subject: SubjectId): Promise<AllocationsRead> =>
  about(app, account, { action: 'read', people: [subject], detail: 'allocations' }, async (room) => {
    const types = new Map([[Allocation.key, Allocation]])
    const versions = await findVersionsOf(room.db, { subject, types, knownOn: app.clock.today })
    const name = naming(app, room)
    // As it was written, not as at today: an end that lies ahead has to be seen.
    const latest = [...latestOfEach(versions, app.clock.today).values()].filter(({ state }) => state === 'recorded')
    const read = await Promise.all(latest.map(({ record, content }) => readOne(app, name, record, content)))
    return {
      name: (await name(subject)).label,
      allocations: read.toSorted((a, b) => (b.startedOn ?? 0) - (a.startedOn ?? 0) || b.record - a.record),
      mayChange: room.may(Allocation.sensitivity, actionFor(Allocation, 'record')),
    }
  })

type Content = Parameters<typeof latestOfEach>[0][number]['content']

async function readOne(
  app: App,
  name: ReturnType<typeof naming>,
  record: RecordId,
  { subjects, fields }: Content,
): Promise<AllocationRead> {
  const called = async (subject: unknown) =>
    typeof subject === 'number' ? (await name(subject as SubjectId)).label : undefined
  const day = (value: unknown) => (typeof value === 'number' ? (value as PlainDate) : null)
  const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const endedOn = day(fields['endedOn'])
  return {
    record,
    role: labelOf(AllocationRole, String(fields['role'])),
    team: (await called(subjects['team']?.[0])) ?? 'No team',
    worker: await called(subjects['worker']?.[0]),
    workerId: subjects['worker']?.[0],
    startedOn: day(fields['startedOn']),
    endedOn,
    coverFor: await called(fields['coverFor']),
    handover: words(fields['handover']),
    whyEnded: words(fields['whyEnded']),
    state: endedOn !== null && endedOn <= app.clock.today ? 'before' : 'now',
  }
}
