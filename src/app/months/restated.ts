import { looked } from '../../core/counting/plan.ts'
import { figureOf, type Verdict } from '../../core/counting/tally.ts'
import { periodLabel } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type FrozenFigure, type Publication, type Restated, restated } from '../../core/figures/frozen.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import { findFrozenFigures, findFrozenMembers } from '../../store/months/publications.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { guardedAmong } from '../access/guarded.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { baseOf } from '../counting/figures.ts'
import { definitionsOf, findPlace, type Place } from '../counting/lists.ts'
import type { Looking } from '../counting/members.ts'
import { openRecords } from '../counting/open-records.ts'
import { type RecordedSince, recordedSince } from '../counting/reasons.ts'
import { decisionsOn, membersKnown, tallyOf } from '../counting/seen.ts'
import { naming } from '../people/naming.ts'
import { Refused } from '../refused.ts'
import { frozenMembers } from './freeze.ts'
import { type Month, publicationsOf } from './month.ts'

/** Somebody, or something, that is another in a figure than when it was frozen: what it was and is, and what was recorded since. */
export type RestatedMember = {
  readonly subject: SubjectId
  readonly name: string
  readonly was: Verdict
  readonly is: Verdict
  readonly recorded: readonly RecordedSince[]
}

/** A figure of a frozen month that would be another today, or is the same of others. */
export type RestatedFigure = {
  readonly figure: FrozenFigure
  /** Whomever, or whatever, it is of. */
  readonly list: Place['list']
  /** What is counted of the same month today; null where there is nothing to divide by. */
  readonly now: number | null
  /** The rule, or what it calls, is no longer that by which it was counted. */
  readonly otherRule: boolean
  readonly members: readonly RestatedMember[]
  readonly notShown: number
}

export type MonthRestated = { readonly publication: Publication; readonly figures: readonly RestatedFigure[] }

/** How many figures of a frozen month would be otherwise today, whoever they are about: it names nobody. Nothing where it was not frozen. */
export async function countRestated(app: App, month: Month): Promise<number> {
  const publication = (await publicationsOf(app, month)).at(-1)
  if (publication === undefined) return 0
  return inTransaction(app.store, async (db) => (await changesOf(app, db, publication)).length)
}

/** What each figure of a frozen version comes to today that would be otherwise, whoever it is about: it names nobody. */
export const valuesRestated = async (
  app: App,
  db: Db,
  publication: Publication,
): Promise<ReadonlyMap<string, { readonly value: number | null }>> =>
  new Map((await changesOf(app, db, publication)).map(({ figure, now }) => [figure.indicator, { value: now }]))

/**
 * What of a frozen month would be otherwise today, by figure and whoever it is about: those of whom the viewer may read all that decides it, each of
 * whom leaves a row in the audit. What was frozen stays as it is.
 * @throws Refused when the month has not been frozen
 */
export async function restatedSince(app: App, account: Account, month: Month): Promise<MonthRestated> {
  const publication = (await publicationsOf(app, month)).at(-1)
  if (publication === undefined)
    throw new Refused(
      'not found',
      `${periodLabel(month.period)} has not been frozen, so nothing of it can have changed since.`,
    )
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const figures: RestatedFigure[] = []
    for (const { place, moved, ...change } of await changesOf(app, db, publication))
      figures.push({ ...change, list: place.list, ...(await told(app, looking, publication, { place, moved })) })
    return { publication, figures }
  })
}

type Change = Pick<RestatedFigure, 'figure' | 'now' | 'otherRule'> & {
  readonly place: Place
  readonly moved: readonly Restated[]
}

/** The figures of a frozen month that are others when they are counted again, or are the same of others. Of what is counted no more nothing can be said. */
async function changesOf(app: App, db: Db, { id, period }: Publication): Promise<readonly Change[]> {
  const then = await findFrozenMembers(db, id)
  const numbers = [...then.values()].flat().map(({ subject }) => subject)
  // Whoever was merged into another since is known by that number now.
  const { kept } = await findSamePeople(db, [...new Set(numbers)], app.clock.today)
  const lists = new Map<Place['list'], readonly KeptMember[]>()
  const changes: Change[] = []
  for (const figure of await findFrozenFigures(db, id)) {
    const indicator = app.catalogue.indicators.get(figure.indicator)
    const place = indicator && findPlace(app, indicator)
    if (place === undefined || figure.source === 'published' || figure.period.from !== period.from) continue
    const known = { period, knownOn: app.clock.today }
    const members = lists.get(place.list) ?? (await membersKnown(app, db, place.list, known)).members
    lists.set(place.list, members)
    const { base } = baseOf(app, place.counting.indicator, period)
    const now = figureOf(place.counting.indicator, tallyOf(place.counting, members), base).value
    const frozen = (then.get(figure.indicator) ?? []).map((one) => ({ ...one, subject: kept(one.subject) }))
    const moved = restated(frozen, frozenMembers(place, members))
    if (moved.length === 0 && now === figure.value) continue
    changes.push({ figure, now, otherRule: definitionsOf(place.list) !== figure.fingerprint, place, moved })
  }
  return changes
}

/** Those who moved, as far as the viewer may read all that decides it, and what was recorded since. Each leaves a row in the audit. */
async function told(
  app: App,
  looking: Looking,
  { period, knownOn, lastVersion }: Publication,
  { place, moved }: Pick<Change, 'place' | 'moved'>,
): Promise<Pick<RestatedFigure, 'members' | 'notShown'>> {
  const guarded = await guardedAmong(app, looking.db, [...new Set(moved.map(({ subject }) => subject))])
  const decisions = decisionsOn(looking.viewer, guarded, place)
  const isOpen = await openRecords(app, looking, place.list, { knownOn: app.clock.today, members: moved })
  const seen = moved.filter((one) => decisions.get(one.subject)?.may === 'yes' && isOpen(one))
  const subjects = [...new Set(seen.map(({ subject }) => subject))]
  const { today } = app.clock
  const about = { ...place, looked: looked(place.list, period, today, app.calendar), knownOn: today, guarded }
  const recorded = await recordedSince(app, looking, about, subjects, { day: knownOn, sequence: lastVersion })
  const name = naming(app, looking)
  const members = await Promise.all(
    seen.map(async ({ subject, was, is }) => ({
      ...{ subject, was, is },
      name: (await name(subject)).label,
      recorded: recorded(subject),
    })),
  )
  const detail = `“${place.counting.indicator.label}”, ${periodLabel(period)}, changed since it was frozen`
  const entry = (subject: SubjectId) => ({ action: 'list', subject, decision: decisions.get(subject) ?? NO, detail })
  const rows = subjects.map((subject) => auditEntry(app, looking.account, looking.viewer, entry(subject)))
  await writeAudit(looking.db, rows)
  return { members, notShown: moved.length - seen.length }
}

const NO = { may: 'no' } as const
