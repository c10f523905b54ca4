import type { PlainDate } from '../dates/plain-date.ts'
import type { Compared } from './compare.ts'

/** Who is to put it right, or that both are right as they stand. */
export const decisions = ['ours', 'theirs', 'agreed'] as const
export type Decided = (typeof decisions)[number]

/** How a row of the list, or a record that it lacks, stands to what the other side has. */
export type FindingState = Compared['state'] | 'not found' | 'doubtful'

/** `open`: nobody has said who is to put it right. `cleared`: there is nothing to put right, or it was agreed that there is not. */
export type Standing = 'open' | 'ours' | 'theirs' | 'cleared'

/** How something stands, by what was decided about just these two days. */
export const standingOf = (state: FindingState, decided: Decided | undefined): Standing =>
  state === 'same' || decided === 'agreed' ? 'cleared' : (decided ?? 'open')

/** Who can put it right at all: both where two days are different, for either may be wrong. */
export const whoCould: Readonly<Record<FindingState, 'ours' | 'theirs' | 'either' | 'nobody'>> = {
  'not found': 'either',
  doubtful: 'ours',
  'only theirs': 'ours',
  'not held': 'either',
  differs: 'either',
  'only ours': 'theirs',
  same: 'nobody',
}

const gravity: readonly FindingState[] = [
  'not found',
  'doubtful',
  'only theirs',
  'not held',
  'differs',
  'only ours',
  'same',
]
const urgency: readonly Standing[] = ['open', 'ours', 'theirs', 'cleared']

type Ordered = {
  readonly state: FindingState
  readonly standing: Standing
  readonly days: number | null
  readonly on: PlainDate
}

/** The order of attention: what nobody has decided, then ours, then theirs; of those by what is wrong, the furthest apart and the longest ago first. */
export const worstFirst = (a: Ordered, b: Ordered): number =>
  urgency.indexOf(a.standing) - urgency.indexOf(b.standing) ||
  gravity.indexOf(a.state) - gravity.indexOf(b.state) ||
  Math.abs(b.days ?? 0) - Math.abs(a.days ?? 0) ||
  a.on - b.on
