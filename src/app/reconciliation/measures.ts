import { type Period, periodContaining, previousPeriod } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { Measures } from '../../core/reconciliation/reconciliation.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { getPlace } from '../counting/lists.ts'
import { auditShown, type Looking } from '../counting/members.ts'
import { type ReasonRead, reasonsOf } from '../counting/reasons.ts'
import { type FigureSeen, seenBy } from '../counting/seen.ts'
import { periodsWithFigures } from '../figures.ts'
import { naming } from '../people/naming.ts'
import { getReconciliation } from './leave.ts'

/** Somebody who counts in one of the two figures and not in the other: what decided each. */
export type BesideMember = {
  readonly subject: SubjectId
  readonly name: string
  readonly theirs: readonly ReasonRead[]
  readonly ours: readonly ReasonRead[]
}

/** Two ways of counting one thing, in one period: the figures, how many count in both, and who in one alone. */
export type MeasuresRead = {
  readonly label: string
  readonly period: Period
  readonly theirs: MeasureSide
  readonly ours: MeasureSide
  readonly inBoth: number
  readonly onlyTheirs: readonly BesideMember[]
  readonly onlyOurs: readonly BesideMember[]
  /** Who counts in one alone, and whose record the viewer may not read. */
  readonly notShown: number
}
type MeasureSide = {
  readonly indicator: Indicator
  readonly value: number | null
  readonly counted: number
  readonly of: number
}

/**
 * The measures that are counted in two ways, side by side for the last whole month that is counted in both; with those who count in one alone and what decided
 * it, as far as the viewer may read that. Whoever is shown leaves a row in the audit.
 * @throws Refused when there is no such reconciliation
 */
export async function readMeasures(app: App, account: Account, key: string): Promise<readonly MeasuresRead[]> {
  const { measures = [] } = getReconciliation(app, key)
  const read: MeasuresRead[] = []
  for (const one of measures) {
    const period = await lastPeriod(app, one)
    if (period === undefined) continue
    read.push(
      await inTransaction(app.store, async (db) =>
        beside(app, { db, account, viewer: await viewerOf(app, db, account) }, one, period),
      ),
    )
  }
  return read
}

/** The last whole month that both are counted in. */
async function lastPeriod(app: App, { theirs, ours }: Measures): Promise<Period | undefined> {
  if (app.own === undefined) return undefined
  const last = previousPeriod(periodContaining('month', app.clock.today))
  const [one, other] = [
    await periodsWithFigures(app, 'staff', app.own.key, [theirs]),
    await periodsWithFigures(app, 'staff', app.own.key, [ours]),
  ]
  return one.findLast(
    ({ kind, from }) =>
      kind === 'month' && from <= last.from && other.some((each) => each.kind === kind && each.from === from),
  )
}

async function beside(
  app: App,
  looking: Looking,
  { label, theirs, ours }: Measures,
  period: Period,
): Promise<MeasuresRead> {
  const sides = {
    theirs: await seenBy(app, looking.db, looking.viewer, getPlace(app, theirs.key), { period }),
    ours: await seenBy(app, looking.db, looking.viewer, getPlace(app, ours.key), { period }),
  }
  const counted = { theirs: countedIn(sides.theirs), ours: countedIn(sides.ours) }
  const only = {
    theirs: [...counted.theirs].filter((subject) => !counted.ours.has(subject)),
    ours: [...counted.ours].filter((subject) => !counted.theirs.has(subject)),
  }
  const isSeen = (subject: SubjectId) =>
    [sides.theirs, sides.ours].every((side) => side.decisions.get(subject)?.may === 'yes')
  const [onlyTheirs, onlyOurs] = [only.theirs.filter(isSeen), only.ours.filter(isSeen)]
  const shown = [...onlyTheirs, ...onlyOurs].map((subject) => ({ subject, record: null }))
  await auditShown(app, looking, sides.ours, { action: 'list', shown })
  const reasons = {
    theirs: await reasonsOf(app, looking, sides.theirs, shown),
    ours: await reasonsOf(app, looking, sides.ours, shown),
  }
  const name = naming(app, looking)
  const told = (subjects: readonly SubjectId[]) =>
    Promise.all(
      subjects.map(async (subject) => ({
        ...{ subject, name: (await name(subject)).label },
        theirs: decided(reasons.theirs.of({ subject, record: null })),
        ours: decided(reasons.ours.of({ subject, record: null })),
      })),
    )
  return {
    ...{ label, period },
    theirs: sideOf(sides.theirs),
    ours: sideOf(sides.ours),
    inBoth: [...counted.theirs].filter((subject) => counted.ours.has(subject)).length,
    onlyTheirs: await told(onlyTheirs),
    onlyOurs: await told(onlyOurs),
    notShown: only.theirs.length + only.ours.length - shown.length,
  }
}

const countedIn = ({ members, others }: FigureSeen): ReadonlySet<SubjectId> =>
  new Set([...members, ...others].filter(({ verdict }) => verdict === '1').map(({ subject }) => subject))

/** What decides whether they count, apart from whether they belong to it at all, which is the same of both. */
const decided = (reasons: readonly ReasonRead[]): readonly ReasonRead[] =>
  reasons.filter(({ part }) => part === 'counts')

const sideOf = ({ counting, figure }: FigureSeen): MeasureSide => ({
  indicator: counting.indicator,
  value: figure.value,
  counted: figure.numerator ?? 0,
  of: figure.denominator ?? 0,
})
