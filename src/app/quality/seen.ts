import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { Month as StoredMonth } from '../../store/months/publications.ts'
import { type Assignment, findAccepted, findAssignments } from '../../store/quality/assignments.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { openRecords } from '../counting/open-records.ts'
import { type RecordBehind, recordsCalled } from '../counting/reasons.ts'
import { readable, sensitivitiesIn } from '../counting/seen-work.ts'
import { keyOf } from './error-found.ts'
import type { DataError, Quality } from './find.ts'

/** An error that a viewer may see. */
export type SeenError = DataError & {
  /** Who was asked to put it right; left out, it goes by whose work they are. */
  readonly assigned: Assignment | undefined
  /** It stood open when the quality of the month was said to be seen. */
  readonly accepted: boolean
  /** The records to look at, the one to correct first. */
  readonly behind: readonly RecordBehind[]
}

export type SeenQuality = {
  readonly seen: readonly SeenError[]
  /** Of everybody else, how many by each rule. */
  readonly notShown: ReadonlyMap<string, number>
  readonly guarded: ReadonlyMap<SubjectId, Guarded>
  /** How many errors were accepted when the quality of the month was last seen; undefined where it was not. */
  readonly acceptedThen: number | undefined
}

/** The errors about those of whom the viewer may read all that an error was found in. */
export async function seenErrors(
  app: App,
  { db, viewer }: Looking,
  { errors, ...quality }: Quality,
  month: StoredMonth,
): Promise<SeenQuality> {
  const guarded = await guardedAmong(app, db, [...new Set(errors.map(({ subject }) => subject))])
  const may = mayRead(viewer, guarded)
  const readableOnes = errors.filter(may)
  const called = await behindOf(app, { db, viewer }, readableOnes, guarded)
  const isOpen = await openIn(app, { db, viewer }, quality, readableOnes)
  const [assigned, accepted] = [await assignedNow(app, db), await acceptedOf(app, db, month)]
  const notShown = new Map<string, number>()
  const shown: SeenError[] = []
  const hide = ({ rule }: DataError) => notShown.set(rule.key, (notShown.get(rule.key) ?? 0) + 1)
  for (const error of errors) {
    const behind = may(error) && isOpen(error) ? called(error) : undefined
    if (behind === undefined) hide(error)
    else {
      const key = keyOf({ ...error, rule: error.rule.key })
      shown.push({ ...error, behind, assigned: assigned.get(key), accepted: accepted?.has(key) === true })
    }
  }
  return { seen: shown, notShown, guarded, acceptedThen: accepted?.size }
}

/** Whether all that an error was found in may be read about whomever it is about. */
function mayRead(viewer: Looking['viewer'], guarded: ReadonlyMap<SubjectId, Guarded>) {
  const answers = new Map<string, ReturnType<typeof readable>>()
  return ({ reads, kept, subject }: DataError): boolean => {
    const all = keptOf({ reads, kept })
    const name = all.join()
    const answer = answers.get(name) ?? readable(viewer, all, guarded)
    answers.set(name, answer)
    return answer({ subject })
  }
}

/** How closely is kept what an error says. */
export const keptOf = ({ reads, kept }: Pick<DataError, 'reads' | 'kept'>): readonly Sensitivity[] => [
  ...new Set([...sensitivitiesIn(reads), ...kept]),
]

/** Whether a viewer may correct what an error was found in: it is for them to say that it is right. */
export function mayCorrect(
  viewer: Looking['viewer'],
  error: DataError,
  guarded: ReadonlyMap<SubjectId, Guarded>,
): boolean {
  const one = guarded.get(error.subject)
  return one !== undefined && keptOf(error).every((kept) => decideAbout(viewer, 'correct', one, kept).may === 'yes')
}

/**
 * What the records are called that errors are of. One that is of records of which none is open is not there: what contradicts itself in a record about two children
 * is not told to whoever may open one of them.
 */
async function behindOf(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  errors: readonly DataError[],
  guarded: ReadonlyMap<SubjectId, Guarded>,
): Promise<(error: DataError) => readonly RecordBehind[] | undefined> {
  const withRecords = errors.filter(({ because }) => because.length > 0)
  const subjects = [...new Set(withRecords.map(({ subject }) => subject))]
  const reads = [...new Set(withRecords.flatMap((error) => error.reads))]
  const moment = { asAt: app.clock.today, knownOn: app.clock.today }
  const { standing, read } = await recordsCalled(app, who, { reads, moment, guarded }, subjects)
  const records = new Map(standing.map((record) => [record.record, record] as const))
  return ({ because, subject }) => {
    if (because.length === 0) return []
    const called = because.flatMap((id) => {
      const record = records.get(id)
      // What lacks its own date stands in no chronology; its page opens it to whoever may.
      return record === undefined
        ? [{ record: id, label: 'A record without its date', opens: true }]
        : read(subject, record)
    })
    return called.some(({ opens }) => opens) ? called : undefined
  }
}

/** Of what figures do not know of records about a household or a place, only what is of records that may be opened. */
async function openIn(
  app: App,
  who: Pick<Looking, 'db' | 'viewer'>,
  { lists }: Pick<Quality, 'lists'>,
  errors: readonly DataError[],
): Promise<(error: DataError) => boolean> {
  const ofLists = new Map(
    await Promise.all(
      lists.map(async ({ list }) => {
        const members = errors.filter(({ places }) => places.some((place) => place.list === list))
        const isOpen =
          members.length === 0 ? () => true : await openRecords(app, who, list, { members, knownOn: app.clock.today })
        return [list, isOpen] as const
      }),
    ),
  )
  return (error) => error.places.every(({ list }) => ofLists.get(list)?.(error) !== false)
}

/** Who was last asked to put each error right, under the numbers by which people are known today. */
async function assignedNow(app: App, db: Db): Promise<ReadonlyMap<string, Assignment>> {
  const all = await findAssignments(db)
  const same = await findSamePeople(db, [...new Set(all.map(({ subject }) => subject))], app.clock.today)
  const last = new Map(all.map((one) => [keyOf({ ...one, subject: same.kept(one.subject) }), one] as const))
  return new Map([...last].filter(([, { to }]) => to !== null))
}

async function acceptedOf(app: App, db: Db, month: StoredMonth): Promise<ReadonlySet<string> | undefined> {
  const all = await findAccepted(db, month)
  if (all === undefined) return undefined
  const same = await findSamePeople(db, [...new Set(all.map(({ subject }) => subject))], app.clock.today)
  return new Set(all.map((one) => keyOf({ ...one, subject: same.kept(one.subject) })))
}

/** Whose errors are looked at: all, those that one is to put right oneself, or those about one's teams. */
export type Whose = 'all' | 'mine' | 'team'

/** Whether an error is for somebody to put right: they were asked to, or nobody was and it is about somebody who is their work. */
export const isFor =
  (whose: Whose, account: Account, { worker, teams }: Looking['viewer']) =>
  (error: Pick<SeenError, 'assigned' | 'worker' | 'team'>): boolean => {
    if (whose === 'all') return true
    const isMine =
      error.assigned?.to == null ? worker !== null && error.worker === worker : error.assigned.to.account === account.id
    return isMine || (whose === 'team' && error.team !== null && teams.includes(error.team))
  }
