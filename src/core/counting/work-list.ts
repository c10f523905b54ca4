import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { Occurrence, Timescale } from './chronology.ts'
import { type Columns, readsOfColumns, type Said, saidOf } from './column.ts'
import { Asking } from './count.ts'
import type { Fact, Member, Population, Test } from './define.ts'
import type { Layout } from './layout.ts'
import { looked, type MemberList, populationList } from './plan.ts'
import { Reader } from './reader.ts'
import type { SubjectRecords } from './records.ts'

/** Who needs something now: a population, and what says that they do. That is a clock, or a test that ought not to be so. */
export type WorkList = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly population: Population
  /** Which days it looks at, in words, where that is not the day alone. */
  days?(on: PlainDate): string
  /** What it says of everybody on it beside the reason. */
  readonly columns?: Columns
  /** It is of what is missing on the record: it stands among the errors of data too, with what they could move. */
  readonly ofData?: true
  /** How it is taken out for somebody else, where a layout was agreed with them. Left out, everything is. */
  readonly layout?: Layout
} & ({ readonly timescale: Timescale; readonly test?: never } | { readonly test: NeedTest; readonly timescale?: never })

/** A test that says yes of whoever needs somebody now, with what there is to say of them. */
export type NeedTest = {
  /** What is so of them, as it stands beside a name: "in bed and breakfast". */
  readonly name: string
  readonly ask: Test
  /** What the record says of it: a reason that was written down, which home it is. */
  readonly why?: Fact<Member, string | undefined>
  readonly since?: Fact<Member, PlainDate | undefined>
  /** How grave it is: the higher, the further up they stand. */
  readonly gravity?: Fact<Member, number | undefined>
  /** Looked through by those who meet about it: nobody on the list needs somebody by that alone. Left out, it ought not to be so. */
  readonly standing?: 'watched'
}

/** Defines a test for a work list. */
export const needTest = (
  name: string,
  ask: Test,
  more: Pick<NeedTest, 'why' | 'since' | 'gravity' | 'standing'> = {},
): NeedTest => ({
  name,
  ask,
  ...more,
})

/** Defines a work list. */
export const workList = <Defined extends WorkList>(definition: Defined): Defined => definition

/** Whose work a member is: the team, the worker. */
export type Whose = Readonly<Record<string, string | null>>

type NeedOfMember = {
  readonly subject: SubjectId
  readonly attributes: Whose
  /** It is overdue, or it is so and ought not to be. */
  readonly isNow: boolean
  readonly gravity: number
  /** What each column of the list says of them. */
  readonly says?: Readonly<Record<string, Said>>
}

/** What one member needs by a clock: the occurrence that stands open. */
type NeedByClock = NeedOfMember & {
  readonly occurrence: Occurrence
  /** The last day that is in time. */
  readonly due: PlainDate
  /** Days from the day it was due: above nought when it is overdue. */
  readonly days: number
}

/** What one member needs by a test: what is so of them. */
export type NeedByTest = NeedOfMember & {
  readonly holding: { readonly name: string; readonly why: string | null; readonly source: string }
  readonly since: PlainDate | null
  readonly due: null
  /** Days for which it has been so; null where that is not known. */
  readonly days: number | null
}

/** What one member needs, and whose work they are. */
export type Need = NeedByClock | NeedByTest

/**
 * Somebody of whom it cannot be said whether they need something: `occurrence` is the one whose day is not known, `question` the test that the record does not
 * answer; both are null where they may not belong.
 */
export type Unknown = {
  readonly subject: SubjectId
  readonly occurrence: Occurrence | null
  readonly question: string | null
  readonly attributes: Whose
}

/** What one subject is on a work list for: in neither part where they are not of its population. */
export type Work = { readonly needs: readonly Need[]; readonly unknown: readonly Unknown[] }

const NOTHING: Work = { needs: [], unknown: [] }

const lists = new WeakMap<WorkList, MemberList>()

/** The list of members that a work list is about. */
function listOfWork(work: WorkList): MemberList {
  const list = lists.get(work) ?? populationList(byWhose(work.population))
  lists.set(work, list)
  return list
}

/**
 * Broken down by whose work somebody is and by nothing else: what else figures are broken down by is read by no work list, and closes it to
 * nobody who may not read that.
 */
export function byWhose({ within, ...population }: Population): Population {
  const by = Object.fromEntries(Object.entries(population.by).filter(([, { named }]) => named === 'subject'))
  return { ...population, by, ...(within === undefined ? {} : { within: byWhose(within) }) }
}

/** What a work list reads. */
export const readsOfWork = (work: WorkList): MemberList['reads'] => [
  ...new Set([
    ...listOfWork(work).reads,
    ...(work.timescale ?? readsOfTest(work.test)).reads,
    ...readsOfColumns(work.columns ?? {}),
  ]),
]

const readsOfTest = ({ ask, why, since, gravity }: NeedTest) => ({
  reads: [ask, why, since, gravity].flatMap((one) => one?.reads ?? []),
})

/** What one subject needs, on whatever day it is asked: everything that is due, overdue, or not known. */
export function workOf(work: WorkList, records: SubjectRecords, calendar: Calendar): (on: PlainDate) => Work {
  const list = listOfWork(work)
  const asking = new Asking(list, new Reader(records, calendar))
  return (on) => {
    const day = { kind: 'month', from: on, to: (on + 1) as PlainDate } as const
    const days = looked(list, day, on, calendar)
    const [row] = asking.candidates(days)
    const facts = row === undefined ? undefined : asking.facts(days, row)
    const placed = facts?.placed.at(-1)
    if (facts === undefined || placed === '0') return NOTHING
    const attributes = Object.fromEntries(
      list.attributes.map(([name], at) => [name, facts.attributes[at] ?? null] as const),
    )
    const about = { subject: records.subject, attributes }
    if (placed !== '1' || row === undefined)
      return { needs: [], unknown: [{ ...about, occurrence: null, question: null }] }
    const member = asking.member(days, row)
    const found =
      work.timescale === undefined
        ? byTest(work, about, member)
        : byClock(about, asking.reader.clocks(work.timescale), on)
    return withColumns(work, member, found)
  }
}

function withColumns({ columns }: WorkList, member: Member, work: Work): Work {
  if (columns === undefined || work.needs.length === 0) return work
  const says = saidOf(columns, member)
  return { ...work, needs: work.needs.map((need) => ({ ...need, says })) }
}

type About = Pick<Need, 'subject' | 'attributes'>

function byClock(about: About, occurrences: readonly Occurrence[], on: PlainDate): Work {
  const open = occurrences.filter((one) => isOpen(one, on))
  return {
    needs: open.flatMap((occurrence): readonly Need[] => {
      const { due } = occurrence
      if (due === null) return []
      return [{ ...about, occurrence, due, days: on - due, isNow: due < on, gravity: 0 }]
    }),
    unknown: open.flatMap((occurrence) => (occurrence.due === null ? [{ ...about, occurrence, question: null }] : [])),
  }
}

function byTest({ test, source }: WorkList & { readonly test: NeedTest }, about: About, member: Member): Work {
  const answer = test.ask.ask(member)
  if (answer === undefined) return { needs: [], unknown: [{ ...about, occurrence: null, question: test.name }] }
  if (!answer) return NOTHING
  const since = test.since?.(member) ?? null
  const holding = { name: test.name, why: test.why?.(member) ?? null, source }
  const days = since === null ? null : member.asAt - since
  const gravity = test.gravity?.(member) ?? 0
  const isNow = test.standing !== 'watched'
  return { needs: [{ ...about, holding, since, due: null, days, isNow, gravity }], unknown: [] }
}

/** Whether an occurrence still asks for something, as it stood on the date: it is due or overdue, or nobody can say by when it is. */
export const isOpen = ({ state, done, run }: Occurrence, asAt: PlainDate): boolean =>
  state === 'due' ||
  state === 'overdue' ||
  (state === 'not known' && done === null && (run.until === null || run.until > asAt))

/** Whether a list is only looked through: nobody on it needs somebody by that alone. */
export const isWatched = ({ test }: WorkList): boolean => test?.standing === 'watched'

/** Worst first: the gravest, the longest overdue or so, then what is due soonest. */
export const worstFirst = (a: Need, b: Need): number =>
  b.gravity - a.gravity || (b.days ?? 0) - (a.days ?? 0) || a.subject - b.subject
