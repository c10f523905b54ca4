import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { MemberFacts } from './count.ts'
import { type Counting, type MemberList, testsOf } from './plan.ts'
import { amongOf, numberOf, type Tally, tally, type Verdict, verdict } from './tally.ts'

export type MemberKey = { readonly subject: SubjectId; readonly record: RecordId | null }

/**
 * Members who were one thing in the earlier period and another in the later, by the test that made the difference. Of a mean, a median or a pooled figure
 * also those who count in both, with another number.
 */
export type Moved = {
  readonly before: Verdict
  readonly after: Verdict
  /** The name of the test that decided; null where nothing on the record made them a possible member in one of the two. */
  readonly because: string | null
  readonly members: readonly MemberKey[]
}

type Answers = Pick<MemberFacts, 'subject' | 'record' | 'placed' | 'answers' | 'measures'>

/**
 * Why a figure moved between two periods, told by its members: who joined or left, and whose answer changed. It adds up exactly: what
 * counted before, and everybody here who came to count less everybody who ceased to, is what counts after; and so with the rest.
 */
export function whyItMoved(
  list: MemberList,
  counting: Counting,
  before: readonly Answers[],
  after: readonly Answers[],
): readonly Moved[] {
  const pairs = new Map<string, { key: MemberKey; before?: Answers; after?: Answers }>()
  for (const one of before) pairs.set(keyOf(one), { key: memberKey(one), before: one })
  for (const one of after) {
    const key = keyOf(one)
    const pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, { key: memberKey(one), after: one })
    else pair.after = one
  }
  const groups = new Map<string, Moved & { members: MemberKey[] }>()
  for (const pair of pairs.values()) {
    const [was, is] = [verdictOf(counting, pair.before), verdictOf(counting, pair.after)]
    if (was === is && !hasOtherNumber(counting, was, pair)) continue
    const because = decidedBy(list, counting, pair.before, pair.after)
    const group = JSON.stringify([was, is, because])
    const there = groups.get(group)
    if (there === undefined) groups.set(group, { before: was, after: is, because, members: [pair.key] })
    else there.members.push(pair.key)
  }
  return [...groups.values()].toSorted((a, b) => b.members.length - a.members.length)
}

/**
 * What the figure is made of after each of these movements in turn. Begins with what it was; after the last it is what it is now, whatever order they
 * are in.
 */
export function tallies(
  counting: Counting,
  before: readonly Answers[],
  after: readonly Answers[],
  moved: readonly Pick<Moved, 'members'>[],
): readonly Tally[] {
  const standing = new Map(before.map((one) => [keyOf(one), one] as const))
  const now = new Map(after.map((one) => [keyOf(one), one] as const))
  return moved.map(({ members }) => {
    for (const key of members.map(keyOf)) {
      const is = now.get(key)
      if (is === undefined) standing.delete(key)
      else standing.set(key, is)
    }
    return tally(
      counting,
      [...standing.values()].map(({ placed, answers, measures }) => ({ placed, answers, measures, members: 1 })),
    )
  })
}

const keyOf = ({ subject, record }: MemberKey): string => `${subject}|${record ?? ''}`
const memberKey = ({ subject, record }: MemberKey): MemberKey => ({ subject, record })

const verdictOf = (counting: Counting, one: Answers | undefined): Verdict =>
  one === undefined ? '-' : verdict(counting, one)

function hasOtherNumber(
  counting: Counting,
  is: Verdict,
  { before, after }: { readonly before?: Answers; readonly after?: Answers },
): boolean {
  if (is !== '1' || before === undefined || after === undefined) return false
  return (
    numberOf(counting, before) !== numberOf(counting, after) || amongOf(counting, before) !== amongOf(counting, after)
  )
}

/** The first test, in the order in which they are asked, whose answer is another. */
function decidedBy(
  list: MemberList,
  counting: Counting,
  before: Answers | undefined,
  after: Answers | undefined,
): string | null {
  if (before === undefined || after === undefined) return null
  const decisive = testsOf(list, counting).find((at) => before.answers[at] !== after.answers[at])
  return decisive === undefined ? null : (list.tests[decisive]?.name ?? null)
}

/** What these movements add to a figure: to those that count, and to all in the population. */
export function sumOf(moved: readonly Moved[]): { readonly counted: number; readonly all: number } {
  const weight = (is: (verdict: Verdict) => boolean) =>
    moved.reduce(
      (sum, { before, after, members }) => sum + members.length * (Number(is(after)) - Number(is(before))),
      0,
    )
  return {
    counted: weight((verdict) => verdict === '1'),
    all: weight((verdict) => verdict === '1' || verdict === '0' || verdict === '?'),
  }
}
