import { ChildAndFamilyAssessment } from '../areas/children-in-care/yearly-assessments.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'
import { rates } from './rates.ts'

/** Days, at least and at most. */
const assessedRates = rates('Our own estimate: nobody publishes them', {
  asTheyCame: [-40, 12],
  takes: [18, 60],
  inTime: 0.8,
  early: [3, 70],
  late: [4, 130],
})

const words = [
  'He says that he is happy here, and wants to see his brother more.',
  'She wants to stay at her school, whatever happens.',
  'He did not want to talk about home. He showed his room.',
  'She asks why it takes so long to decide.',
] as const
const well = ['School goes well, and there is a friend.', 'The carers know how to calm a bad night.'] as const
const worries = [
  'Family time ends in tears more often than not.',
  'Nobody knows yet where the child will live in a year.',
] as const
const steps = [
  'The social worker arranges family time in smaller steps.',
  'The team decides on the plan by the next review.',
] as const

const EVERY = 365
/** Years, of which assessments are told. */
const TOLD = 3

/** The assessment as a child comes into care, and each year after: most in time. */
export function assessedYearlyOf(made: readonly Made[], { until }: { readonly until: PlainDate }): MadeRows {
  const rows = new MadeRows()
  const since = addMonths(until, -12 * TOLD)
  for (const { child, care } of made)
    for (const [at, { startedOn, endedOn }] of care.entries())
      if (startedOn <= until) {
        const own = random(Number(child.number)).fork(`assessed ${at}`)
        addAssessments(rows, own, child.number, { startedOn, end: endedOn <= until ? endedOn : until, since, until })
      }
  return rows
}

type Stretch = {
  readonly startedOn: PlainDate
  readonly end: PlainDate
  readonly since: PlainDate
  readonly until: PlainDate
}

function addAssessments(rows: MadeRows, own: Random, child: string, stretch: Stretch): void {
  const { takes } = assessedRates.of
  for (const [at, completedOn] of completedIn(own, stretch).entries()) {
    const startedOn = addDays(completedOn, -own.whole(takes[0], takes[1]))
    const [childSays, goingWell, worry, toChange] = [
      own.pick(words),
      own.pick(well),
      own.pick(worries),
      own.pick(steps),
    ]
    if (completedOn < stretch.since || startedOn > stretch.end) continue
    const why = at === 0 ? 'referral' : 'yearly'
    const done = completedOn <= stretch.until ? { goingWell, worries: worry, toChange, completedOn } : {}
    rows.add(ChildAndFamilyAssessment, { child }, { startedOn, why, childSays, ...done })
  }
}

/** The days on which one was or will be completed, the first that lies ahead among them; whoever leaves care is not assessed after. */
function completedIn(own: Random, { startedOn, end, until }: Stretch): readonly PlainDate[] {
  const { asTheyCame, inTime, early, late } = assessedRates.of
  const all = [addDays(startedOn, own.whole(asTheyCame[0], asTheyCame[1]))]
  for (let last = all[0] ?? startedOn; last <= end; ) {
    const days = own.chance(inTime) ? -own.whole(early[0], early[1]) : own.whole(late[0], late[1])
    last = addDays(last, EVERY + days)
    if (last <= end || end === until) all.push(last)
  }
  return all
}
