import { type Decision, decide, type Viewer } from '../../core/access/decide.ts'
import type { MemberList } from '../../core/counting/plan.ts'
import { type Verdict, verdict } from '../../core/counting/tally.ts'
import { type Period, periodLabel } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findCountedPeriods, findMembers, type KeptMember } from '../../store/counting/members.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPeople } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { countAsKnown } from './calculate.ts'
import { getPlace, type Place } from './lists.ts'

/** One member of a figure, as the viewer may see them. */
export type SeenMember = KeptMember & {
  readonly verdict: Verdict
  /** By the name of the test. */
  readonly answers: string
}

/** The list behind a figure: whoever the viewer may see, and how many more there are. The figure itself is the same for everybody. */
export type FigureMembers = Place & {
  readonly period: Period
  readonly members: readonly SeenMember[]
  readonly notShown: number
}

export type AskedMembers = { readonly indicator: string; readonly period: Period; readonly knownOn?: PlainDate }

/**
 * Who is counted in a figure, who is not, and of whom it is not known: those whose records of every kind that decides it the viewer may
 * read. Each of them leaves a row in the audit.
 * @throws Refused when the indicator is not counted from the record, or the period has not been counted
 */
export function membersOf(app: App, account: Account, asked: AskedMembers): Promise<FigureMembers> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const all = await membersIn(app, db, place, asked)
    const decisions = await decisionsOn(app, db, viewer, place.list, all)
    const seen = all.filter(({ subject }) => decisions.get(subject)?.may === 'yes')
    await writeAudit(
      db,
      [...new Set(seen.map(({ subject }) => subject))].map((subject) =>
        auditEntry(app, account, viewer, {
          action: 'list',
          subject,
          decision: decisions.get(subject) ?? { may: 'no' },
          detail: `“${place.counting.indicator.label}”, ${periodLabel(asked.period)}`,
        }),
      ),
    )
    return { ...place, period: asked.period, members: seen, notShown: all.length - seen.length }
  })
}

/** Everybody who is in the figure in any way, whoever asks: not for showing. */
async function membersIn(
  app: App,
  db: Db,
  { list, counting }: Place,
  { period, knownOn = app.clock.today }: AskedMembers,
): Promise<readonly SeenMember[]> {
  const kept =
    knownOn < app.clock.today
      ? (await countAsKnown(app, db, list, [period], knownOn)).members
      : await findMembers(db, [(await countedPeriod(db, list, period)).id])
  return kept
    .map((member) => ({ ...member, verdict: verdict(counting, member) }))
    .filter((member) => member.verdict !== '-')
}

async function countedPeriod(db: Db, list: MemberList, period: Period) {
  const [counted] = await findCountedPeriods(db, [list.key], period)
  if (counted === undefined)
    throw new Refused(
      'not found',
      `${periodLabel(period)} has not been counted yet. Count it: los calculate --periods ...`,
    )
  return counted
}

/** Whether the viewer may read about each of the subjects everything that decides the list. */
async function decisionsOn(
  app: App,
  db: Db,
  viewer: Viewer,
  list: MemberList,
  members: readonly KeptMember[],
): Promise<ReadonlyMap<SubjectId, Decision>> {
  const people = await protectedPeople(app, db, [...new Set(members.map(({ subject }) => subject))])
  const sensitivities = [...new Set<Sensitivity>(['ordinary', ...list.reads.map(({ sensitivity }) => sensitivity)])]
  return new Map(
    [...people].map(([subject, person]) => {
      const decisions = sensitivities.map((sensitivity) => decide(viewer, 'read', person, sensitivity))
      return [subject, decisions.find(({ may }) => may !== 'yes') ?? decisions[0] ?? { may: 'no' }] as const
    }),
  )
}
