import type { Guarded } from '../../core/access/decide-about-thing.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { type Account, listAccounts } from '../../store/accounts.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { type Assignment, findAssignments } from '../../store/quality/assignments.ts'
import { findKinds, findRecordType } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about } from '../access/about.ts'
import { aboutThing } from '../access/about-thing.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { type RecordBehind, reasonsOf, recordsCalled } from '../counting/reasons.ts'
import { calledAll, readable, sensitivitiesIn } from '../counting/seen-work.ts'
import { type Month, monthOf } from '../months/month.ts'
import { findErrors } from './find.ts'
import { type Move, movingIn } from './moves.ts'
import type { CountedList } from './not-known.ts'
import { labelOfReturnRule } from './of-imports.ts'
import { type NamedError, named, turning } from './read.ts'
import { mayCorrect, seenErrors } from './seen.ts'

/** An error with all that helps to put it right. */
export type ErrorOfOne = NamedError & {
  /** What it could move by itself, worst first. */
  readonly moves: readonly Move[]
  /** Kinds of record of which there is nothing about them, and one of which may be what is missing. */
  readonly missing: readonly RecordType[]
  /** Whether the viewer may say that it is right as it is. */
  readonly mayBeRight: boolean
  /** Who was asked to put it right, the latest last. */
  readonly asked: readonly Assignment[]
}

export type ErrorsOfOne = {
  readonly month: Month
  readonly subject: SubjectId
  readonly isPerson: boolean
  readonly name: string
  readonly errors: readonly ErrorOfOne[]
  readonly notShown: number
  /** What was said to be right as it is, of records that the viewer may open. */
  readonly right: readonly (Assignment & { readonly label: string })[]
  /** Who can be asked to put something right. */
  readonly accounts: readonly { readonly userName: string; readonly name: string }[]
}

const DETAIL = 'errors of data'

/**
 * The errors about one person, household or place, as they stand now, and what each could move.
 * @throws Refused when the viewer may not read about them
 */
export function errorsOfOne(app: App, account: Account, asked: Month, number: SubjectId): Promise<ErrorsOfOne> {
  return atDoor(app, account, number, (looking, subject) => readOne(app, looking, asked, subject))
}

/** The door to people or to things, whichever it is. */
export async function atDoor<Result>(
  app: App,
  account: Account,
  number: SubjectId,
  work: (looking: Looking, subject: SubjectId) => Promise<Result>,
): Promise<Result> {
  const kind = (await findKinds(app.store.db, [number])).get(number)
  if (kind === undefined || kind === 'person')
    return about(app, account, { action: 'read', people: [number], detail: DETAIL }, async ({ db, viewer }) =>
      work({ db, account, viewer }, (await findSamePeople(db, [number], app.clock.today)).kept(number)),
    )
  return aboutThing(app, account, { action: 'read', kind, subject: number, detail: DETAIL }, ({ db, viewer }) =>
    work({ db, account, viewer }, number),
  )
}

async function readOne(app: App, looking: Looking, asked: Month, subject: SubjectId): Promise<ErrorsOfOne> {
  const { db } = looking
  const month = monthOf(app, asked)
  const quality = await findErrors(app, db, month.period)
  const own = { ...quality, errors: quality.errors.filter((error) => error.subject === subject) }
  const found = await seenErrors(app, looking, own, month)
  const moving = await movingIn(app, db, quality)
  const all = await named(app, looking, found, found.seen)
  const guarded = await guardedAmong(app, db, [subject])
  const same = await findSamePeople(db, [subject], app.clock.today)
  const said = await findAssignments(db, same.numbers(subject))
  const errors: ErrorOfOne[] = []
  for (const error of all) {
    const { behind, missing } = await explained(app, looking, error, quality.lists, guarded)
    errors.push({
      ...error,
      behind,
      missing,
      mayBeRight: error.rule.sort === 'return' && mayCorrect(looking.viewer, error, guarded),
      moves: moving([error]),
      asked: said.filter(({ rule, record }) => rule === error.rule.key && record === error.record),
    })
  }
  const one = guarded.get(subject)
  return {
    month: asked,
    subject,
    isPerson: one !== undefined && !('kind' in one),
    name: (await calledAll(app, db, [subject]))(subject).name,
    errors: errors.toSorted((a, b) => turning(b) - turning(a) || b.moves.length - a.moves.length),
    notShown: own.errors.length - found.seen.length,
    right: await rightIn(app, looking, said, guarded),
    accounts: (await listAccounts(db))
      .filter(({ endedAt }) => endedAt === null)
      .map(({ userName, name }) => ({ userName, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}

/** Of what was said last of each error, that it is right as it is: of records that the viewer may read. */
async function rightIn(
  app: App,
  { db, viewer }: Looking,
  said: readonly Assignment[],
  guarded: ReadonlyMap<SubjectId, Guarded>,
): Promise<ErrorsOfOne['right']> {
  const last = [...new Map(said.map((one) => [`${one.rule}|${one.record}`, one] as const)).values()]
  const [own] = guarded.keys()
  const seen = await Promise.all(
    last.map(async (one) => {
      const label = labelOfReturnRule(one.rule)
      const key = one.record === null ? undefined : await findRecordType(db, one.record)
      const type = key === undefined ? undefined : app.catalogue.records.get(key)
      if (!one.isRight || label === undefined || type === undefined || own === undefined) return []
      return readable(viewer, sensitivitiesIn([type]), guarded)({ subject: own }) ? [{ ...one, label }] : []
    }),
  )
  return seen.flat()
}

/** The records that left it open, and the kinds of which there is none. */
async function explained(
  app: App,
  looking: Looking,
  error: NamedError,
  lists: readonly CountedList[],
  guarded: ReadonlyMap<SubjectId, Guarded>,
): Promise<Pick<ErrorOfOne, 'behind' | 'missing'>> {
  const { subject, record, rule, asks } = error
  const known = (await loadKnown(looking.db, [subject], asks, app.clock.today)).get(subject) ?? []
  const held = new Set(known.map(({ type }) => type))
  const missing = asks.filter(({ key }) => !held.has(key))
  const [place] = error.places
  const counted = lists.find(({ list }) => list === place?.list)
  if (place === undefined || counted === undefined) return { behind: error.behind, missing }
  const figure = { ...place, looked: counted.looked, knownOn: app.clock.today, guarded }
  const reasons = await reasonsOf(app, looking, figure, [{ subject, record }])
  const open = reasons.of({ subject, record }).filter(({ answer }) => answer === '?')
  const own = open.filter(({ name }) => rule.label.endsWith(`: ${name}`))
  const records = (own.length > 0 ? own : open).flatMap((one) => one.records)
  const behind = eachOnce([...error.behind, ...records])
  return { behind: behind.length + missing.length > 0 ? behind : await latestOf(app, looking, error, guarded), missing }
}

/** Where nothing says which record left it open: the latest of each kind that would answer it. */
async function latestOf(
  app: App,
  looking: Looking,
  { subject, asks }: NamedError,
  guarded: ReadonlyMap<SubjectId, Guarded>,
): Promise<readonly RecordBehind[]> {
  const moment = { asAt: app.clock.today, knownOn: app.clock.today }
  const { standing, read } = await recordsCalled(app, looking, { reads: asks, moment, guarded }, [subject])
  return asks
    .flatMap((type) => standing.findLast((record) => record.type === type) ?? [])
    .flatMap((record) => read(subject, record))
}

const eachOnce = (records: readonly RecordBehind[]): readonly RecordBehind[] => [
  ...new Map(records.map((one) => [one.record, one] as const)).values(),
]
