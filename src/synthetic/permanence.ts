import { LongTermMatch, PermanencePlan, PermanencePlanReview } from '../areas/permanence/records.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Random } from './random.ts'
import { permanenceRates } from './rates.ts'
import type { RowMade } from './row.ts'

type Told = {
  readonly child: Child
  readonly care: CareMade
  readonly episodes: readonly EpisodeMade[]
  readonly until: PlainDate
}

/** Plans for permanence of one time in care: the first, sometimes home and then another, their reviews, and the match with a long-term foster carer. */
export function permanenceOf(random: Random, told: Told): readonly RowMade[] {
  const { child, care, until } = told
  const { planned, plannedUnaccompanied, inTime, agreedAfter, lateAfter, homeFirst } = permanenceRates.of
  if (!random.chance(child.unaccompanied ? plannedUnaccompanied : planned)) return []
  const [least, most] = random.chance(inTime) ? agreedAfter : lateAfter
  const completedOn = addDays(care.startedOn, random.whole(least, most))
  const option = optionOf(random, told)
  const ended = care.endedOn <= until ? care.endedOn : null
  if (completedOn > until || completedOn >= care.endedOn) return []
  const changedOn = addDays(completedOn, random.whole(120, 420))
  if (option === 'return-home' || !random.chance(homeFirst) || changedOn > until || changedOn >= care.endedOn)
    return planRows(random, told, { option, completedOn, endedOn: ended, whyEnded: ended && 'achieved' })
  return [
    ...planRows(random, told, { option: 'return-home', completedOn, endedOn: changedOn, whyEnded: 'changed' }),
    ...planRows(random, told, { option, completedOn: changedOn, endedOn: ended, whyEnded: ended && 'achieved' }),
  ]
}

const isSettled = ({ placement }: EpisodeMade): boolean => placement === 'U1' || placement === 'U4'

function optionOf(random: Random, { child, care: { reasonEnded }, episodes, until }: Told): string {
  if (reasonEnded === 'E11' || reasonEnded === 'E12') return 'adoption'
  if (/^E4[3-8]$/.test(reasonEnded)) return 'special-guardianship'
  if (reasonEnded === 'E41') return 'child-arrangements'
  if (reasonEnded === 'E4A' || reasonEnded === 'E4B' || reasonEnded === 'E13') return 'return-home'
  const { fosteringOfSettled, ofWhoStay, ofUnaccompanied } = permanenceRates.of
  if (child.unaccompanied) return random.weighted(ofUnaccompanied)
  if (episodes.some((one) => isSettled(one) && one.startedOn <= until) && random.chance(fosteringOfSettled))
    return 'long-term-fostering'
  return random.weighted(ofWhoStay)
}

type Match = { readonly matchedOn: PlainDate; readonly endedOn: PlainDate | null }

type Plan = {
  readonly option: string
  readonly completedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly whyEnded: string | null
}

function planRows(random: Random, told: Told, plan: Plan): readonly RowMade[] {
  const { option, completedOn, endedOn, whyEnded } = plan
  const matches = option === 'long-term-fostering' ? matchesOf(random, told, plan) : []
  const last = matches.at(-1)
  const achievedOn = last !== undefined && (last.endedOn === null || endedOn !== null) ? last.matchedOn : null
  const row: RowMade = {
    type: PermanencePlan,
    fields: {
      option,
      part: 'main',
      startedOn: addDays(completedOn, -random.whole(14, 40)),
      completedOn,
      agreedWhere: random.weighted({ review: 60, 'permanence-meeting': 25, court: 15 }),
      ...(achievedOn === null && endedOn === null ? nextOf(random, option, plan, told.until) : {}),
      achievedOn,
      endedOn,
      whyEnded,
    },
  }
  return [row, ...reviewsOf(random, plan, achievedOn, told.until), ...matches.map(matchRow)]
}

const steps: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'long-term-fostering': ['Matching panel', 'Family finding', 'Match meeting with the carers'],
  adoption: ['Placement order', 'Family finding', 'Matching panel'],
  'special-guardianship': ['Viability assessment', 'Special guardianship assessment', 'Support plan agreed'],
  'child-arrangements': ['Final hearing', 'Assessment of relatives'],
  'return-home': ['Parenting assessment', 'Family time at home overnight', 'Family plan meeting'],
  residential: ['Review whether the home is right to 18'],
  'supported-living': ['Visit supported accommodation together', 'Pathway plan'],
}

/** What a plan that goes on asks next: mostly ahead, for some overdue. */
function nextOf(random: Random, option: string, { completedOn }: Plan, until: PlainDate): RowMade['fields'] {
  const overdue = random.chance(permanenceRates.of.stepOverdue)
  const by = addDays(until, overdue ? -random.whole(3, 150) : random.whole(5, 170))
  const nextStepBy = by > completedOn ? by : addDays(completedOn, random.whole(30, 120))
  return {
    nextStep: random.pick(steps[option] ?? ['Permanence planning meeting']),
    nextStepBy,
    achieveBy: addDays(nextStepBy, random.whole(30, 200)),
  }
}

function reviewsOf(random: Random, plan: Plan, achievedOn: PlainDate | null, until: PlainDate): readonly RowMade[] {
  const { completedOn, endedOn } = plan
  const last =
    [achievedOn, endedOn, until].flatMap((day) => day ?? []).toSorted((one, other) => one - other)[0] ?? until
  const rows: RowMade[] = []
  const next = (from: PlainDate) => {
    const due = addMonths(from, 6)
    return addDays(due, random.chance(permanenceRates.of.reviewLate) ? random.whole(1, 60) : -random.whole(0, 21))
  }
  for (let on = next(completedOn); on < last; on = next(on))
    if (on >= addMonths(until, -36))
      rows.push({
        type: PermanencePlanReview,
        fields: { reviewedOn: on, outcome: random.weighted({ 'on-track': 74, drifting: 22, change: 4 }) },
      })
  return rows
}

/** With the carers of each long-term placement that lasts, until the child leaves them; the last of them is the one that holds. */
function matchesOf(random: Random, { episodes, care, until }: Told, { completedOn }: Plan): readonly Match[] {
  const { matched, matchedAfter } = permanenceRates.of
  return episodes.flatMap((episode, at): readonly Match[] => {
    const before = episodes[at - 1]
    const goesOn = before !== undefined && isSettled(before) && episode.reasonStarted !== 'P'
    if (!isSettled(episode) || goesOn || !random.chance(matched)) return []
    const moved = episodes
      .slice(at + 1)
      .find(({ reasonStarted, placement }) => reasonStarted === 'P' && placement !== 'T1')
    // Who lived with them already is matched on the day on which the home becomes a long-term one.
    const decided = episode.reasonStarted === 'T' ? 0 : random.whole(matchedAfter[0], matchedAfter[1])
    const on = addDays(episode.startedOn, decided)
    const matchedOn = on > completedOn ? on : addDays(completedOn, random.whole(10, 60))
    const left = moved?.startedOn ?? care.endedOn
    return matchedOn < left && matchedOn <= until ? [{ matchedOn, endedOn: left <= until ? left : null }] : []
  })
}

const matchRow = ({ matchedOn, endedOn }: Match): RowMade => ({
  type: LongTermMatch,
  fields: { matchedOn, childAgrees: 'yes', endedOn, whyEnded: endedOn === null ? null : 'The child left these carers' },
})
