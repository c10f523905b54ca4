import type { Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import { furthestBehind, readsOfTracker, type Tracked, type Tracker, trackedOf } from '../../core/counting/tracker.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { guardedAmong } from '../access/guarded.ts'
import { auditListed, auditTaken } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import { type App, unknown } from '../app.ts'
import { naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { knownOn } from './known-now.ts'
import { asListed, type Called, calledAll, only, readable, sensitivitiesIn } from './seen-work.ts'
import { type Part, type WhoseWork, whoseWorkOf } from './whose.ts'
import { candidates, SUBJECTS_AT_ONCE } from './work.ts'
import { isAskedFor, isOf, type Narrowing, partsOf } from './work-list.ts'

/** Of whom on a tracker: who is past a step, whose next step comes soon, of whom nothing is due, of whom something is not known. */
export const shownOfTracker = ['all', 'past', 'soon', 'nothing', 'unknown'] as const
export type ShownOfTracker = (typeof shownOfTracker)[number]

export type AskedTracker = Narrowing & {
  readonly key: string
  readonly on: PlainDate
  /** One value of what it is grouped by, and of what else it is narrowed by. */
  readonly group?: string
  readonly also?: string
  /** The key of a step: who is to take that one. */
  readonly step?: string
  readonly show: ShownOfTracker
  /** The last day that is soon. */
  readonly soon: PlainDate
  readonly page: number
  readonly most: number
}

/** Somebody on a tracker, as the viewer may see them. */
export type SeenTracked = Tracked & Called & WhoseWork & { readonly mayExport: boolean }

export type TrackerFound = {
  readonly tracker: Tracker
  readonly on: PlainDate
  /** One page of those who are asked for, who is furthest behind first. */
  readonly rows: readonly SeenTracked[]
  readonly matching: number
  readonly page: number
  /** Whosever work is asked for, however they stand: the numbers that the page counts are of them. */
  readonly counted: readonly (Tracked & WhoseWork)[]
  readonly notShown: { readonly all: number; readonly past: number }
  readonly teams: readonly Part[]
  readonly workers: readonly Part[]
}

/** A tracker by its key. Refused when there is none. */
function getTracker(app: App, key: string): Tracker {
  const found = app.catalogue.trackers.get(key)
  if (found === undefined) throw new Refused('not found', unknown('tracker', key, app.catalogue.trackers.keys()))
  return found
}

/** Everybody on a tracker on a day, of what is known today, and where they stand. Everybody listed leaves a row in the audit. */
export function findTracker(app: App, account: Account, asked: AskedTracker): Promise<TrackerFound> {
  return inTransaction(app.store, async (db) => {
    const room = { db, viewer: await viewerOf(app, db, account) }
    const { guarded, ...found } = await lookAt(app, room, asked)
    const subjects = found.rows.map(({ subject }) => subject)
    const listed = await asListed(app, db, room.viewer, only(guarded, subjects))
    await auditListed(app, room, account, { action: 'list', detail: found.tracker.label }, listed)
    return found
  })
}

/** Those on a tracker whom the viewer may take out, all pages of them. @throws Refused when there is nobody of that kind on it */
export function exportTracker(
  app: App,
  account: Account,
  asked: Omit<AskedTracker, 'page' | 'most'>,
): Promise<Pick<TrackerFound, 'tracker' | 'on' | 'rows'>> {
  return inTransaction(app.store, async (db) => {
    const room = { db, viewer: await viewerOf(app, db, account) }
    const found = await lookAt(app, room, { ...asked, page: 1, most: Number.MAX_SAFE_INTEGER })
    const rows = found.rows.filter(({ mayExport }) => mayExport)
    if (rows.length === 0)
      throw new Refused('not allowed', 'Nobody on this tracker is somebody whose record your role takes out.')
    const subjects = rows.map(({ subject }) => subject)
    await auditTaken(app, room, account, `“${found.tracker.label}”, as CSV`, only(found.guarded, subjects))
    return { tracker: found.tracker, on: found.on, rows }
  })
}

async function lookAt(
  app: App,
  room: Pick<Room, 'db' | 'viewer'>,
  asked: AskedTracker,
): Promise<TrackerFound & { readonly guarded: ReadonlyMap<SubjectId, Guarded> }> {
  const { db, viewer } = room
  const tracker = getTracker(app, asked.key)
  const tracked = await trackedOut(app, db, tracker, asked.on)
  const kept = sensitivitiesIn(readsOfTracker(tracker))
  const numbers = tracked.map(({ subject }) => subject)
  const guarded = await guardedAmong(app, db, numbers)
  const may = readable(viewer, kept, guarded)
  const seen = tracked.filter(may)
  const whose = await whoseWorkOf(naming(app, room), seen)
  const all = seen.map((one) => ({ ...one, ...whose(one) }))
  const counted = all.filter(isAskedFor(asked, viewer, guarded))
  const matching = counted.filter(isShown(tracker, asked)).toSorted(furthestBehind)
  const page = Math.max(1, Math.min(asked.page, Math.ceil(matching.length / asked.most)))
  const rows = matching.slice((page - 1) * asked.most, page * asked.most)
  const called = await calledAll(
    app,
    db,
    rows.map(({ subject }) => subject),
  )
  const mayExport = exportable(viewer, kept, guarded)
  return {
    tracker,
    on: asked.on,
    rows: rows.map((one) => ({ ...one, ...called(one.subject), mayExport: mayExport(one.subject) })),
    matching: matching.length,
    page,
    counted,
    notShown: notShown(tracked, may),
    teams: partsOf(all.map(({ team }) => team)),
    workers: partsOf(all.filter((one) => isOf(one.attributes['team'], asked.team)).map(({ worker }) => worker)),
    guarded,
  }
}

/** Where everybody on a tracker stands. It asks nobody's leave, and is not for showing. */
async function trackedOut(app: App, db: Db, tracker: Tracker, on: PlainDate): Promise<readonly Tracked[]> {
  const known = await knownOn(app, db, app.clock.today)
  const subjects = await candidates(known, tracker.populations, [on])
  const types = new Set(readsOfTracker(tracker))
  const found: Tracked[] = []
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE) {
    const wanted = subjects.slice(at, at + SUBJECTS_AT_ONCE).map((subject) => ({ subject, types }))
    for (const records of (await known.read(wanted, types)).values()) {
      const one = trackedOf(tracker, records, app.calendar)(on)
      if (one !== undefined) found.push(one)
    }
  }
  return found
}

const notShown = (tracked: readonly Tracked[], may: (one: Tracked) => boolean): TrackerFound['notShown'] => {
  const hidden = tracked.filter((one) => !may(one))
  return { all: hidden.length, past: hidden.filter(({ past }) => past > 0).length }
}

const exportable =
  (viewer: Viewer, kept: ReturnType<typeof sensitivitiesIn>, guarded: ReadonlyMap<SubjectId, Guarded>) =>
  (subject: SubjectId): boolean => {
    const one = guarded.get(subject)
    return (
      one !== undefined && kept.every((sensitivity) => decideAbout(viewer, 'export', one, sensitivity).may === 'yes')
    )
  }

/** Whether somebody is among those who are asked for, however they stand. @throws Refused for a step that the tracker has not */
function isShown({ steps, key }: Tracker, { group, also, step, show, soon }: AskedTracker): (one: Tracked) => boolean {
  const at = step === undefined ? -1 : steps.findIndex((one) => one.key === step)
  if (step !== undefined && at < 0)
    throw new Refused(
      'not found',
      unknown(
        `step of the tracker ${key}`,
        step,
        steps.map((one) => one.key),
      ),
    )
  return (one) => {
    if (group !== undefined && one.group !== group) return false
    if (also !== undefined && one.also !== also) return false
    const looked = at < 0 ? one.steps : one.steps.slice(at, at + 1)
    switch (show) {
      case 'past':
        return looked.some(({ kind }) => kind === 'overdue')
      case 'soon':
        return looked.some((state) => state.kind === 'due' && state.due <= soon)
      case 'nothing':
        return one.next === null
      case 'unknown':
        return !one.belongs || looked.some(({ kind }) => kind === 'not known')
      case 'all':
        return at < 0 || looked.some(({ kind }) => kind === 'due' || kind === 'overdue' || kind === 'not known')
    }
  }
}
