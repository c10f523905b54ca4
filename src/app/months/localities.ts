import { figureOf } from '../../core/counting/tally.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { IN_NONE } from '../../core/disclosure/parts-alone.ts'
import type { FrozenFigure } from '../../core/figures/frozen.ts'
import { isTargetOfParts, rag } from '../../core/figures/judge.ts'
import type { KeptMember } from '../../store/counting/members.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import type { Place } from '../counting/lists.ts'
import { byLocality } from '../counting/localities.ts'
import { tallyOf } from '../counting/seen.ts'

/** What a figure of the whole is, and who is in it. */
export type Whole = { readonly figure: FrozenFigure; readonly place: Place; readonly members: readonly KeptMember[] }

/**
 * The same figure of each locality, over everybody in it, whoever looks: to be decided upon for partners, and shown to nobody as it is (decision 36). Of children whose
 * team serves no locality, or more than one, there is none; nor of a rate, which is of all children and not of those who have a team.
 */
export async function figuresOfLocalities(
  app: App,
  db: Db,
  { figure, place, members }: Whole,
  {
    localities,
    asAt,
    knownOn,
  }: { readonly localities: readonly string[]; readonly asAt: PlainDate; readonly knownOn: PlainDate },
): Promise<ReadonlyMap<string, FrozenFigure>> {
  const { counting } = place
  if (localities.length === 0 || counting.indicator.unit === 'per 10,000') return new Map()
  const placed = await byLocality(app, db, place, { members, moment: { asAt, knownOn } })
  const { offered } = placed
  if (offered === undefined) return new Map()
  const inNone = placed.members.filter(({ attributes }) => !localities.includes(attributes[offered.at] ?? ''))
  const own = (part: string) => placed.members.filter(({ attributes }) => attributes[offered.at] === part)
  return new Map(
    [...localities.map((part) => [part, own(part)] as const), [IN_NONE, inNone] as const].map(([part, members]) => {
      const { value, numerator, denominator, notKnown, notPlaced } = figureOf(
        counting.indicator,
        tallyOf(counting, members),
        undefined,
      )
      return [
        part,
        { ...figure, value, numerator, denominator, notKnown, notPlaced, judged: judgedAlone(figure, value) },
      ] as const
    }),
  )
}

/** By the same target as the whole, where that says something of a part. What else is said of the whole is not said of a part either. */
function judgedAlone(
  { judged, definition: { goodIs, unit } }: FrozenFigure,
  value: number | null,
): FrozenFigure['judged'] {
  const { target, redBeyond } = isTargetOfParts(unit) ? judged : { target: null, redBeyond: null }
  const thresholds = target === null ? undefined : { target, ...(redBeyond === null ? {} : { redBeyond }) }
  return {
    ...{ target, redBeyond, rag: rag(value, goodIs, thresholds), benchmarks: [], breakNote: judged.breakNote },
    ...{ previous: null, direction: null, movement: null, note: null, publishedIn: null },
  }
}
