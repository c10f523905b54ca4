import type { Test } from '../../core/counting/define.ts'
import { type Counting, looked, type MemberList, testsOf } from '../../core/counting/plan.ts'
import { type Verdict, verdict } from '../../core/counting/tally.ts'
import type { Period } from '../../core/dates/period.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { type CountedPeriod, findCountedPeriods, findMembers, type KeptMember } from '../../store/counting/members.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { listsOf, type Place } from '../counting/lists.ts'
import { type ErrorFound, keyOf } from './error-found.ts'
import { ruleOfNumber, ruleOfQuestion } from './rules.ts'

/** A list of a period with everybody in it. */
export type CountedList = {
  readonly list: MemberList
  readonly looked: ReturnType<typeof looked>
  readonly members: readonly KeptMember[]
}

/** Every list that was counted for a period: what the figures of the period are made of. Whose answers may still come is not among them. */
export async function countedLists(app: App, db: Db, period: Period): Promise<readonly CountedList[]> {
  const lists = listsOf(app)
  const keys = lists.map(({ key }) => key)
  const counted = new Map((await findCountedPeriods(db, keys, period)).map((one) => [one.list, one] as const))
  const isRipe = (one: CountedPeriod | undefined): one is CountedPeriod => one !== undefined && !one.provisional
  const ripe = lists.flatMap((list) => {
    const one = counted.get(list.key)
    return isRipe(one) ? [{ list, one }] : []
  })
  const members = new Map<number, KeptMember[]>()
  for (const member of await findMembers(
    db,
    ripe.map(({ one }) => one),
  )) {
    const others = members.get(member.periodId)
    if (others === undefined) members.set(member.periodId, [member])
    else others.push(member)
  }
  return ripe.map(({ list, one }) => ({
    list,
    looked: looked(list, period, one.answeredOn, app.calendar),
    members: members.get(one.id) ?? [],
  }))
}

/** What a figure cannot say of a member, and in which figures. */
export type NotKnown = ErrorFound & { readonly places: readonly Place[] }

/** Of whom the figures of a period do not know an answer that decides them: once for each question, whichever figures ask it. */
export function notKnownIn(lists: readonly CountedList[]): readonly NotKnown[] {
  const found = new Map<string, { readonly error: ErrorFound; readonly places: Set<Place> }>()
  const add = (place: Place, error: ErrorFound) => {
    const key = keyOf({ ...error, rule: error.rule.key })
    const before = found.get(key)
    if (before === undefined) found.set(key, { error, places: new Set([place]) })
    else before.places.add(place)
  }
  const named = namedTests(lists)
  for (const { place, members } of lists.flatMap(placesIn))
    for (const member of members) for (const error of missingIn(place, member, named)) add(place, error)
  return [...found.values()].map(({ error, places }) => ({ ...error, places: [...places] }))
}

type Named = Pick<ReadonlyMap<Test, string>, 'get'>

/** What each question is called where it is asked. */
const namedTests = (lists: readonly CountedList[]): Named =>
  new Map(lists.flatMap(({ list }) => list.tests.map(({ name, test }) => [test, name] as const)))

/** A question by its name, or by that of the other that the same fact answers: two questions are not two facts to write down. */
function factIn({ name, test }: MemberList['tests'][number], named: Named): string {
  const other = test.answeredWith
  return (other && named.get(other)) ?? name
}

const placesIn = ({ list, members }: CountedList) =>
  list.countings.map((counting) => ({ place: { list, counting }, members }))

const isOpen = (is: Verdict): boolean => is === '?' || is === '!'

function missingIn({ list, counting }: Place, member: KeptMember, named: Named): readonly ErrorFound[] {
  if (!isOpen(verdict(counting, member))) return []
  const unanswered = testsOf(list, counting).flatMap((at) => (member.answers[at] === '?' ? (list.tests[at] ?? []) : []))
  const { subject, record } = member
  const about = { subject, record, because: record === null ? [] : [record], kept: [] }
  if (unanswered.length === 0)
    return [
      {
        ...about,
        rule: ruleOfNumber(counting.indicator),
        why: 'The record does not say the number of which the figure is made.',
        reads: [list.each.type, ...readsOfNumber(list, counting)],
        asks: readsOfNumber(list, counting),
      },
    ]
  return unanswered.map((one) => {
    const name = factIn(one, named)
    return {
      ...about,
      rule: ruleOfQuestion(name, counting.indicator),
      why: `The record does not say whether this is so: ${name}.`,
      reads: [...new Set([list.each.type, ...one.test.reads])],
      asks: one.test.reads,
    }
  })
}

const readsOfNumber = ({ measures }: MemberList, { measure, among }: Counting): readonly RecordType[] =>
  [measure, among].flatMap((at) => (at === undefined ? [] : (measures[at]?.reads ?? [])))

/** In which figures of a period somebody is, in whatever way. */
export function placesBySubject(lists: readonly CountedList[]): (subject: SubjectId) => readonly Standing[] {
  const places = new Map<SubjectId, Standing[]>()
  for (const { place, members } of lists.flatMap(placesIn))
    for (const member of members) {
      const is = verdict(place.counting, member)
      if (is === '-') continue
      const others = places.get(member.subject)
      if (others === undefined) places.set(member.subject, [{ ...place, is }])
      else others.push({ ...place, is })
    }
  return (subject) => places.get(subject) ?? []
}

/** A figure, and what somebody is in it. */
export type Standing = Place & { readonly is: Verdict }
