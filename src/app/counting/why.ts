import { type CountedFigure, figureOf, type Tally } from '../../core/counting/tally.ts'
import { type MemberKey, type Moved, tallies, whyItMoved } from '../../core/counting/why-it-moved.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { getPlace, type Place } from './lists.ts'
import type { Looking } from './members.ts'
import { type MovedPerson, readMoved } from './moved.ts'
import { type FigureSeen, type SeenMember, type Sighting, seenBy, tallyOf } from './seen.ts'

/** A figure between two sightings: two periods, or one period as it was known on two days. */
export type AskedWhy = { readonly indicator: string; readonly before: Sighting; readonly after: Sighting }

/** What a figure is, and of how many: everybody who is counted, not counted or not known. */
export type Stand = CountedFigure & { readonly all: number }

/** Members who moved alike: what that added to those who count and to all, and what it leaves. */
export type Line = Pick<Moved, 'before' | 'after' | 'because'> & {
  readonly key: string
  readonly members: number
  readonly counted: number
  readonly all: number
  readonly leaves: Stand
}

export type Side = Pick<FigureSeen, 'period' | 'knownOn' | 'looked' | 'base'> & { readonly stand: Stand }

/** Why a figure moved, told by its members. From `before` every line leads to the next, and the last to `after`. */
export type WhyMoved = Place & {
  readonly before: Side
  readonly after: Side
  readonly lines: readonly Line[]
  /** All who moved and whom the viewer may not see, as one. */
  readonly others: Omit<Line, 'key' | 'before' | 'after' | 'because'> | undefined
  /** The line that was asked for, with those who are on it. */
  readonly opened: { readonly line: Line; readonly people: readonly MovedPerson[] } | undefined
}

/**
 * Why a figure moved from one period to another, or from one day's knowledge to another's. Whoever is on the line that is opened is shown, and
 * leaves a row in the audit.
 * @throws Refused as `membersOf`, and where there is no such line
 */
export function whyMoved(app: App, account: Account, asked: AskedWhy, opened?: string): Promise<WhyMoved> {
  const place = getPlace(app, asked.indicator)
  return inTransaction(app.store, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const before = await seenBy(app, db, looking.viewer, place, asked.before)
    const after = await seenBy(app, db, looking.viewer, place, asked.after)
    return whyIn(app, looking, [before, after], opened)
  })
}

/** The same between two sightings of a figure whose members have been looked up. */
export async function whyIn(
  app: App,
  looking: Looking,
  [before, after]: readonly [FigureSeen, FigureSeen],
  opened?: string,
): Promise<WhyMoved> {
  const { list, counting } = after
  const place = { list, counting }
  const moved = whyItMoved(list, counting, inList(before), inList(after))
  const unseen = whyItMoved(list, counting, before.others, after.others).flatMap(({ members }) => members)
  const steps = stepsOf(place, [before, after], [...moved.map(({ members }) => members), unseen])
  const lines = moved.flatMap(({ members, ...how }, at) => {
    const step = steps[at]
    return step === undefined ? [] : [{ ...how, key: keyOf(place, how), members: members.length, ...step }]
  })
  const last = steps.at(-1)
  const at = opened === undefined ? -1 : lines.findIndex(({ key }) => key === opened)
  const [line, group] = [lines[at], moved[at]]
  if (opened !== undefined && line === undefined)
    throw new Refused('not found', 'Nobody whom you may see moved in that way between the two.')
  return {
    ...place,
    before: sideOf(before),
    after: sideOf(after),
    lines,
    others: unseen.length === 0 || last === undefined ? undefined : { members: unseen.length, ...last },
    opened: line && group && { line, people: await readMoved(app, looking, [before, after], group) },
  }
}

const inList = ({ members, outside }: FigureSeen): readonly SeenMember[] => [...members, ...outside]
/** Whoever is in no way in the figure adds nothing to it. */
const everybody = ({ members, others }: FigureSeen): readonly SeenMember[] => [...members, ...others]

/** What each group of members adds, and what it leaves, one after another. */
function stepsOf(
  { counting }: Place,
  [before, after]: readonly [FigureSeen, FigureSeen],
  groups: readonly (readonly MemberKey[])[],
): readonly Pick<Line, 'counted' | 'all' | 'leaves'>[] {
  const all = everybody(before)
  const found = tallies(
    counting,
    all,
    everybody(after),
    groups.map((members) => ({ members })),
  )
  const stands = [tallyOf(counting, all), ...found]
  return found.map((tallied, at) => {
    const was = stands[at] ?? tallied
    return {
      counted: tallied.counted - was.counted,
      all: allOf(tallied) - allOf(was),
      // A rate's population changes with the period, and not with any child: the last row says so.
      leaves: { ...figureOf(counting.indicator, tallied, before.base), all: allOf(tallied) },
    }
  })
}

const allOf = ({ counted, notCounted, notKnown }: Tally): number => counted + notCounted + notKnown

function sideOf(seen: FigureSeen): Side {
  const { period, knownOn, looked, base, figure } = seen
  const all = everybody(seen).filter(({ verdict }) => verdict !== '!').length
  return { period, knownOn, looked, base, stand: { ...figure, all } }
}

const letters = { '1': 'c', '0': 'n', '?': 'u', '!': 'p', '-': 'o' } as const

/** How a line is called in an address: from what to what, and which of the list's tests decided it. */
function keyOf({ list }: Place, { before, after, because }: Pick<Moved, 'before' | 'after' | 'because'>): string {
  const decided = list.tests.findIndex(({ name }) => name === because)
  return `${letters[before]}${letters[after]}${decided < 0 ? '' : decided}`
}
