import type { Action, Decision, Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import type { Attribute } from '../../core/counting/define.ts'
import { type Counting, type Looked, looked, type MemberList, readsOf } from '../../core/counting/plan.ts'
import { type CountedFigure, figureOf, tally, type Verdict, verdict } from '../../core/counting/tally.ts'
import { type Period, periodLabel } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findCountedPeriods, findMembers, type KeptMember } from '../../store/counting/members.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { countAsKnown } from './calculate.ts'
import { baseOf } from './figures.ts'
import type { Place } from './lists.ts'
import { localitiesByDay, teamsOf, withLocality } from './localities.ts'
import { openRecords } from './open-records.ts'
import { sensitivitiesIn } from './seen-work.ts'

/** One member of a figure. */
export type SeenMember = KeptMember & { readonly verdict: Verdict }

/** Of what day's knowledge a figure of a period is to be: of today's where no day is said. */
export type Sighting = { readonly period: Period; readonly knownOn?: PlainDate }

/** Something that a figure can be broken down by, and its place among the attributes of the list. */
export type Offered = { readonly key: string; readonly at: number; readonly attribute: Attribute }

/** A figure as one viewer sees it. The figure is the same for everybody; whom they may not see is in `others`, for adding up and never for showing. */
export type FigureSeen = Place & {
  readonly period: Period
  readonly knownOn: PlainDate
  readonly looked: Looked
  readonly figure: CountedFigure
  readonly base: number | undefined
  readonly members: readonly SeenMember[]
  /** Whom the figure's own rule leaves out of a wider group that they are in, such as the unaccompanied of a variant. */
  readonly leftOut: readonly SeenMember[]
  /** Of the same list, those in no way in this figure, whoever was left out among them. */
  readonly outside: readonly SeenMember[]
  readonly others: readonly SeenMember[]
  readonly offered: readonly Offered[]
  /** Whomever, or whatever, the list is of. */
  readonly guarded: ReadonlyMap<SubjectId, Guarded>
  readonly decisions: ReadonlyMap<SubjectId, Decision>
}

/**
 * A figure and those of its members whose records of every kind that decides it the viewer may read. Leaves no row in the audit: whoever shows
 * somebody of it writes that.
 * @throws Refused when the period has not been counted
 */
export async function seenBy(
  app: App,
  db: Db,
  viewer: Viewer,
  place: Place,
  { period, knownOn = app.clock.today }: Sighting,
): Promise<FigureSeen> {
  const { looked, members } = await membersKnown(app, db, place.list, { period, knownOn })
  const see = await seeing(app, { db, viewer }, place, { members, knownOn })
  return see({ looked, members })
}

/** Everybody in a list of a period, whoever looks. */
type InPeriod = { readonly looked: Looked; readonly members: readonly KeptMember[] }

/** Looks up once by what these members of a list are shown or kept back, and gives how to see a figure of any period in which some of them are. */
export async function seeing(
  app: App,
  who: Pick<Room, 'db' | 'viewer'>,
  place: Place,
  { members, knownOn }: { readonly members: readonly KeptMember[]; readonly knownOn: PlainDate },
): Promise<(one: InPeriod) => FigureSeen> {
  const { list, counting } = place
  const servedOn = await localitiesByDay(who.db, teamsOf(place, members), knownOn)
  const guarded = await guardedAmong(app, who.db, [...new Set(members.map(({ subject }) => subject))])
  const decisions = decisionsOn(who.viewer, guarded, place)
  const isOpen = await openRecords(app, who, list, { knownOn, members })
  return ({ looked, members }) => {
    const { attributesOf, offered: locality } = withLocality(place, members, servedOn(looked.asAt))
    const all = members.map((member): SeenMember => {
      // Each by its name: to copy whatever there is takes several times as long.
      const { periodId, subject, record, placed, answers, measures } = member
      const attributes = attributesOf(member)
      return { periodId, subject, record, placed, answers, measures, attributes, verdict: verdict(counting, member) }
    })
    const inIt = all.filter((member) => member.verdict !== '-')
    const isSeen = (member: SeenMember) => decisions.get(member.subject)?.may === 'yes' && isOpen(member)
    const seen = inIt.filter(isSeen)
    const outside = all.filter((member) => member.verdict === '-' && isSeen(member))
    const { base } = baseOf(app, counting.indicator, looked.period)
    const shown = seen.flatMap(({ subject }) => guarded.get(subject) ?? [])
    return {
      ...place,
      period: looked.period,
      knownOn,
      looked,
      base,
      figure: figureOf(counting.indicator, tallyOf(counting, inIt), base),
      members: seen,
      leftOut: outside.filter((member) => isLeftOut(place, member)),
      outside,
      others: inIt.filter((member) => !isSeen(member)),
      offered: [...offeredTo(place, who.viewer, shown), ...(locality === undefined ? [] : [locality])],
      guarded,
      decisions,
    }
  }
}

/** What some members come to. */
export const tallyOf = (counting: Counting, members: readonly KeptMember[]) =>
  tally(
    counting,
    members.map(({ placed, answers, measures }) => ({ placed, answers, measures, members: 1 })),
  )

/**
 * Everybody in a list of a period, as known on a day, whoever looks: for counting, and never to be shown.
 * @throws Refused when the period has not been counted
 */
export async function membersKnown(
  app: App,
  db: Db,
  list: MemberList,
  { period, knownOn }: Required<Sighting>,
): Promise<InPeriod> {
  if (knownOn < app.clock.today) {
    const { members } = await countAsKnown(app, db, list, [period], knownOn)
    return { looked: looked(list, period, knownOn, app.calendar), members }
  }
  const [counted] = await findCountedPeriods(db, [list.key], period)
  if (counted === undefined)
    throw new Refused(
      'not found',
      `${periodLabel(period)} has not been counted yet. Count it: los calculate --periods ...`,
    )
  return {
    looked: looked(list, period, counted.answeredOn, app.calendar),
    members: await findMembers(db, [counted]),
  }
}

/** Left out by a test of this figure, or of the narrower population that it is of, and not only somebody whom another figure counts. */
function isLeftOut({ list, counting }: Place, { placed }: SeenMember): boolean {
  const within = list.placings[counting.placing]?.within ?? -1
  return placed[counting.placing] !== '0' || (within >= 0 && placed[within] === '1')
}

/** Whether a viewer may do with each, in all that decides a figure, what is asked: to read it where nothing is said. */
export function decisionsOn(
  viewer: Viewer,
  guarded: ReadonlyMap<SubjectId, Guarded>,
  { list, counting }: Place,
  action: Action = 'read',
): ReadonlyMap<SubjectId, Decision> {
  const sensitivities = sensitivitiesIn(readsOf(list, counting))
  return new Map(
    [...guarded].map(([subject, one]) => [subject, decisionIn(viewer, one, sensitivities, action)] as const),
  )
}

/** Whether the viewer may do so with all records of these kinds about somebody or something. */
export const decisionOn = (
  viewer: Viewer,
  guarded: Guarded,
  reads: readonly RecordType[],
  action: Action = 'read',
): Decision => decisionIn(viewer, guarded, sensitivitiesIn(reads), action)

function decisionIn(viewer: Viewer, guarded: Guarded, kept: readonly Sensitivity[], action: Action): Decision {
  const decisions = kept.map((sensitivity) => decideAbout(viewer, action, guarded, sensitivity))
  return decisions.find(({ may }) => may !== 'yes') ?? decisions[0] ?? { may: 'no' }
}

/** What the viewer may know of everybody shown: an attribute kept more closely than they read about one of them is offered of none. */
function offeredTo({ list, counting }: Place, viewer: Viewer, shown: readonly Guarded[]): readonly Offered[] {
  const by = Object.keys(list.placings[counting.placing]?.population.by ?? {})
  const answers = new Map<Sensitivity, boolean>()
  const isReadOfAll = (sensitivity: Sensitivity): boolean => {
    const before = answers.get(sensitivity)
    const is = before ?? shown.every((one) => decideAbout(viewer, 'read', one, sensitivity).may === 'yes')
    answers.set(sensitivity, is)
    return is
  }
  return list.attributes.flatMap(([key, attribute], at) =>
    by.includes(key) && sensitivitiesIn(attribute.reads).every(isReadOfAll) ? [{ key, at, attribute }] : [],
  )
}
