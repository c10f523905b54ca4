import type { Verdict } from '../counting/tally.ts'
import type { Covers, Period } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { GoodIs, Unit } from '../definitions/indicator.ts'
import type { Direction, Movement, Rag } from './judge.ts'
import type { Comparator } from './series.ts'

/** A figure as it was when its month was frozen, with the words of its rule and all that it was judged by. Nothing of it is looked up again. */
export type FrozenFigure = {
  /** The key of its section; what it is called stands with the words of the rule. */
  readonly section: string
  readonly indicator: string
  readonly period: Period
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notKnown: number | null
  readonly notPlaced: number
  readonly provisional: boolean
  readonly source: 'calculated' | 'published'
  readonly definition: {
    readonly section: string
    readonly label: string
    readonly unit: Unit
    readonly goodIs: GoodIs
    /** Missing from months that were frozen before it was kept. */
    readonly covers?: Covers
    readonly who: string
    readonly countedIf: string | null
    readonly notKnown: string
    readonly source: string
    /** What is still to be confirmed of the rule. */
    readonly question: string | null
    readonly variantOf: string | null
    readonly variantLabel: string | null
    /** There where it is, or is the same as, a national measure. Months frozen before this was kept say nothing of it. */
    readonly national?: true
    /** The agency that sends it. */
    readonly sentBy?: string
  }
  readonly judged: {
    readonly target: number | null
    readonly redBeyond: number | null
    readonly rag: Rag | null
    readonly previous: number | null
    readonly direction: Direction | null
    readonly movement: Movement | null
    readonly benchmarks: readonly {
      readonly comparator: Comparator
      readonly value: number
      readonly year: string | null
    }[]
    readonly breakNote: string | null
    readonly note: string | null
    readonly publishedIn: string | null
  }
  /** What it was counted by; null of a figure that was not counted here. */
  readonly fingerprint: string | null
}

/** What somebody was in a frozen figure. `number` and `among` are what a mean, a median or a pooled figure is made of. */
export type FrozenMember = {
  readonly subject: SubjectId
  readonly record: RecordId | null
  readonly verdict: Exclude<Verdict, '-'>
  readonly number: number | null
  readonly among: number | null
}

/** Who is something else in a figure now than when it was frozen; `-` where they are not in it. */
export type Restated = Pick<FrozenMember, 'subject' | 'record'> & { readonly was: Verdict; readonly is: Verdict }

/**
 * Those of whom a figure would be another today, in the order of subjects and records. Whoever was and is the same is not among them.
 * @param then under the numbers by which everybody is known now: somebody who was there twice and is one person since is there twice
 */
export function restated(then: readonly FrozenMember[], now: readonly FrozenMember[]): readonly Restated[] {
  const is = new Map(now.map((one) => [keyOf(one), one] as const))
  const was = new Set(then.map(keyOf))
  const left = new Map(is)
  const before = then.map((one) => {
    const key = keyOf(one)
    const after = left.get(key)
    left.delete(key)
    return [one, after] as const
  })
  const since = now.filter((one) => !was.has(keyOf(one))).map((one) => [undefined, one] as const)
  return [...before, ...since]
    .flatMap(([one, after]) => {
      const who = one ?? after
      return who === undefined || isSame(one, after)
        ? []
        : [{ ...keyIn(who), was: one?.verdict ?? ('-' as const), is: after?.verdict ?? ('-' as const) }]
    })
    .toSorted((a, b) => a.subject - b.subject || (a.record ?? 0) - (b.record ?? 0))
}

type Key = Pick<FrozenMember, 'subject' | 'record'>
const keyIn = ({ subject, record }: Key): Key => ({ subject, record })
const keyOf = ({ subject, record }: Key): string => `${subject}|${record ?? ''}`

const isSame = (before: FrozenMember | undefined, after: FrozenMember | undefined): boolean =>
  before?.verdict === after?.verdict && before?.number === after?.number && before?.among === after?.among

/** A month that was frozen, as it was known on a day. Of several versions of one month the last counts, and each says why it was made. */
export type Publication = {
  readonly id: number
  readonly dataset: string
  readonly authority: string
  readonly period: Period
  readonly version: number
  readonly knownOn: PlainDate
  /** The sequence of the last version that was written before it was frozen, of whatever record: days do not tell apart what is of one day. */
  readonly lastVersion: number
  readonly frozenAt: Date
  readonly frozenBy: string
  /** Why the version before was not good enough; null of the first. */
  readonly reason: string | null
}

/** What is said in a report of a figure of an earlier one, which would be another by now. */
export type Restatement = {
  readonly indicator: string
  readonly label: string
  readonly unit: Unit
  readonly period: Period
  readonly version: number
  readonly was: number | null
  readonly now: number | null
  /** Why, in the words of whoever decided that it is said. */
  readonly words: string
}
