import type { PlainDate } from '../dates/plain-date.ts'
import type { CodeList } from '../definitions/code-list.ts'
import type { RecordOf, RecordType } from '../definitions/record-type.ts'
import type { Chronology, Reads } from './chronology.ts'

/** Yes, no, or (undefined) not known: the record does not say, which is shown and never guessed. */
export type Answer = boolean | undefined

/** Who is counted in a period: one subject, as at the last day that the figure looks at. */
export type Member = {
  readonly history: Chronology
  readonly asAt: PlainDate
  /** The days that the figure looks at; `to` is the first day after them. */
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A member of a population of records: the record, and the subject whom it is about. */
export type RecordMember<T extends RecordType> = Member & { readonly record: RecordOf<T> }

// Methods rather than properties: a population of reviews is a population, though its tests ask reviews only.

/** One yes-or-no question about a member, and which records it is answered from. */
export type Test<M extends Member = Member> = {
  readonly reads: readonly RecordType[]
  ask(member: M): Answer
  /** It asks the same fact as that one, and where the one cannot be answered the other cannot: an error of data is told of that one alone. */
  readonly answeredWith?: Test<M>
}
/** Tests by the name that people read: on the definition, and beside each child in the list behind a figure. */
export type Tests<M extends Member = Member> = Readonly<Record<string, Test<M>>>

/** A number about a member; undefined where it is not known. */
export type Measure<M extends Member = Member> = {
  readonly reads: readonly RecordType[]
  of(member: M): number | undefined
}

/** What figures can be broken down by. `codes` labels the values; a subject (a team, a worker) is named by its own record. */
export type Attribute<M extends Member = Member> = {
  readonly label: string
  readonly reads: readonly RecordType[]
  readonly codes?: CodeList
  readonly named?: 'subject'
  /** The values in the order in which they are read, where that is not the order of their names. */
  readonly order?: readonly string[]
  /** It says why members count or do not: each value holds only such or only others, and a share of it would say nothing. */
  readonly isReason?: true
  of(member: M): string | number | null | undefined
}
type Attributes<M extends Member = Member> = Readonly<Record<string, Attribute<M>>>

/**
 * Where members are found: among the subjects of records open in the days looked at, dated in them, or begun by their end; each subject once, or
 * each record.
 */
export type Each = {
  readonly member: 'subject' | 'record'
  readonly type: RecordType
  readonly role: string
  readonly when: 'open' | 'dated' | 'begun'
  /** The date that must lie in the days looked at; for `open` and `begun` the date of the record. */
  readonly on: string
  /** The codes that a field of the record must have one of: by records that say something else nobody is found. */
  readonly of?: { readonly field: string; readonly codes: readonly string[] }
}

/** Who or which records count: named tests over a chronology, and what they can be broken down by. */
export type Population<M extends Member = Member> = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly each: Each
  readonly include: Tests<M>
  readonly exclude: Tests<M>
  readonly by: Attributes<M>
  /** The population that this one narrows. */
  readonly within?: Population<M>
  /** Whoever is in this one has come into another, or gone out of it: what there is of that differs from a month before by those who came and went. */
  readonly flow?: { readonly of: Population; readonly way: 'in' | 'out' }
}

/**
 * What a figure is made of that is not a count of members. A mean or median takes the numbers of the members one by one; `pooled` is the sum of them over the
 * sum of another number of the same members: sessions attended of sessions possible, so that whoever had more weighs more.
 */
export type Measured<M extends Member = Member> = Measure<M> &
  ({ readonly summary: 'mean' | 'median' } | { readonly summary: 'pooled'; readonly among: Measure<M> })

/** How an indicator is counted from the record. */
export type Counts<M extends Member = Member> = {
  readonly population: Population<M>
  /** A member counts when all of these are yes. Left out, every member counts. */
  readonly counted?: Tests<M>
  /** A number of the members that count, and how they are taken together. */
  readonly measure?: Measured<M>
  /** A variant: whoever any of these is true of is left out. */
  readonly without?: Tests<M>
  /** Whether those for whom the answer is not known stay in the total (and do not count), or leave it. */
  readonly whenNotKnown: 'stays' | 'leaves'
}

const readsOf = (reads: Reads): readonly RecordType[] => [
  ...new Set(reads.flatMap((one) => ('reads' in one ? one.reads : [one]))),
]

/** A question about a member. */
export const test = <M extends Member = Member>(reads: Reads, ask: (member: M) => Answer): Test<M> => ({
  reads: readsOf(reads),
  ask,
})

/** A question that the same fact answers as another: missing half of school, and a tenth of it. */
export const answeredWith = <M extends Member>(one: Test<M>, ask: (member: M) => Answer): Test<M> => ({
  reads: one.reads,
  ask,
  answeredWith: one,
})

/** The opposite question: no where the other is yes, and not known where it is not. */
export const opposite = <M extends Member>(one: Test<M>): Test<M> =>
  answeredWith(one, (member) => {
    const answer = one.ask(member)
    return answer === undefined ? undefined : !answer
  })

/** One number of all members over another, as `pooled` in `Measured`. A member of whom either is not known is not known. */
export const pooled = <M extends Member = Member>(
  reads: Reads,
  { of, among }: Readonly<Record<'of' | 'among', (member: M) => number | undefined>>,
): Measured<M> => {
  const types = readsOf(reads)
  return { reads: types, of, summary: 'pooled', among: { reads: types, of: among } }
}

/** A number about a member. */
export const measure = <M extends Member = Member>(
  summary: 'mean' | 'median',
  reads: Reads,
  of: (member: M) => number | undefined,
) => ({ reads: readsOf(reads), of, summary })

type AttributeOptions = Pick<Attribute, 'codes' | 'named' | 'order' | 'isReason'>

/** Something that figures can be broken down by. */
export const attribute = <M extends Member = Member>(
  label: string,
  reads: Reads,
  of: (member: M) => string | number | null | undefined,
  options: AttributeOptions = {},
): Attribute<M> => ({ label, reads: readsOf(reads), of, ...options })

/** A subject on a day, whatever days before it are looked at. */
export type OnDay = Pick<Member, 'history' | 'asAt'>

/** What several rules need to know of a member, worked out once for each. */
export type Fact<M extends OnDay, V> = { (member: M): V; readonly reads: readonly RecordType[] }

/** A fact: worked out when first asked of a member, and kept until the next member is asked about. */
export function fact<V, M extends Member = Member>(reads: Reads, find: (member: M) => V): Fact<M, V> {
  let last: { member: M; value: V } | undefined
  const recall = (member: M): V => {
    // Written over, and not made anew: it is asked of every member in every period.
    if (last === undefined) last = { member, value: find(member) }
    else if (last.member !== member) {
      last.value = find(member)
      last.member = member
    }
    return last.value
  }
  return Object.assign(recall, { reads: readsOf(reads) })
}

/** A fact that follows from the day alone: worked out once for all lists that ask about somebody on that day, one after another. */
export function factOfDay<V>(reads: Reads, find: (day: OnDay) => V): Fact<OnDay, V> {
  let last: { history: Chronology; asAt: PlainDate; value: V } | undefined
  const recall = (day: OnDay): V => {
    const { history, asAt } = day
    if (last === undefined) last = { history, asAt, value: find(day) }
    else if (last.history !== history || last.asAt !== asAt) {
      last.value = find(day)
      last.history = history
      last.asAt = asAt
    }
    return last.value
  }
  return Object.assign(recall, { reads: readsOf(reads) })
}

/**
 * The same work, done once for each list: a child's episodes are the same list from one month to the next while nothing changes, and what is worked out from
 * them is too. The work must depend on nothing else.
 */
export function remembered<List extends object, V>(work: (list: List) => V): (list: List) => V {
  const done = new WeakMap<List, { readonly value: V }>()
  // Asked month after month of the same list, it is not looked for each time.
  let last: List | undefined
  let before: { readonly value: V } | undefined
  return (list) => {
    if (last === list && before !== undefined) return before.value
    let found = done.get(list)
    if (found === undefined) {
      found = { value: work(list) }
      done.set(list, found)
    }
    last = list
    before = found
    return found.value
  }
}

type RoleOf<T extends RecordType> = keyof T['subjects'] & string
type FieldOf<T extends RecordType> = keyof T['fields'] & string
type OfCodes<T extends RecordType> = { readonly field: FieldOf<T>; readonly codes: readonly string[] }

/**
 * Subjects with a record open on any of the days looked at. Where a type holds much else besides, say of which codes it has to be, and nobody else is even looked
 * at.
 */
export const subjectsWithOpen = <T extends RecordType>(type: T, role: RoleOf<T>, of?: OfCodes<T>): Each => ({
  member: 'subject',
  type,
  role,
  when: 'open',
  on: type.dated,
  ...(of === undefined ? {} : { of }),
})
/**
 * Subjects with a record that had begun by the end of the days looked at, ended or not: where somebody may be a member though no record of the type is
 * open, because the record breaks off.
 */
export const subjectsWithBegun = <T extends RecordType>(type: T, role: RoleOf<T>): Each => ({
  member: 'subject',
  type,
  role,
  when: 'begun',
  on: type.dated,
})
/** Subjects with a record of which a date lies in the days looked at. */
export const subjectsWith = <T extends RecordType>(type: T, role: RoleOf<T>, on: FieldOf<T>): Each => ({
  member: 'subject',
  type,
  role,
  when: 'dated',
  on,
})
/** Records of which a date lies in the days looked at. */
export const recordsDated = <T extends RecordType>(type: T, role: RoleOf<T>, on: FieldOf<T>): Each => ({
  member: 'record',
  type,
  role,
  when: 'dated',
  on,
})

type Defined<M extends Member> = Pick<Population<M>, 'key' | 'label' | 'source' | 'each'> &
  Partial<Pick<Population<M>, 'include' | 'exclude' | 'by' | 'flow'>>

/** Defines a population. */
export const population = <M extends Member = Member>(definition: Defined<M>): Population<M> => ({
  include: {},
  exclude: {},
  by: {},
  ...definition,
})

/** The same population with further tests; those that it shares are asked once. */
export const narrow = <M extends Member>(
  within: Population<M>,
  definition: Omit<Defined<M>, 'each' | 'by'>,
): Population<M> => {
  const { each, by } = within
  return { each, by, include: {}, exclude: {}, ...definition, within }
}
