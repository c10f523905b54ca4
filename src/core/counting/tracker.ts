import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import { NEVER } from '../record/chronology.ts'
import type { Occurrence, Timescale } from './chronology.ts'
import { Asking } from './count.ts'
import type { Attribute, Fact, Member, Population, Test } from './define.ts'
import { looked, type MemberList, populationList } from './plan.ts'
import { Reader } from './reader.ts'
import type { SubjectRecords } from './records.ts'
import { byWhose, isOpen, type Whose } from './work-list.ts'

/** A clock as one step of a way; with `sorts` only its runs of these sorts. Several clocks may ask for the same step. */
type StepClock = { readonly timescale: Timescale; readonly sorts?: readonly string[] }

/** One step of the way that everybody on a tracker goes. It stands where the clocks say that ask for it; `takenOn` says when it was taken where none does. */
export type TrackerStep = {
  readonly key: string
  readonly label: string
  /** Who has to take it, where that is not their worker: "Decision-maker". */
  readonly whose?: string
  /** Of whom it is asked; left out, of everybody. */
  readonly asked?: Test
} & ({ readonly clocks: Clocks; readonly takenOn?: TakenOn } | { readonly takenOn: TakenOn; readonly clocks?: never })

type Clocks = readonly [StepClock, ...StepClock[]]
type TakenOn = Fact<Member, PlainDate | undefined>

/** Everybody of one or several populations on one page, each with where they stand on their way. */
export type Tracker = {
  readonly key: string
  readonly label: string
  readonly source: string
  /** Whoever is in any of them stands on it, once. */
  readonly populations: readonly [Population, ...Population[]]
  /** Where they go to, or how far they are: every value of it is named in its `order`. */
  readonly groupedBy: Attribute
  /** By what else it can be narrowed. */
  readonly alsoBy?: Attribute
  /** What stands beside where they go to: "Week 14 of 26". */
  readonly note?: Fact<Member, string | undefined>
  readonly steps: readonly [TrackerStep, ...TrackerStep[]]
  /** Steps that are taken one after another: what was taken before an earlier one came to be asked for again is to be taken again. */
  readonly inOrder?: true
}

/** Defines a tracker. */
export const tracker = (definition: Tracker): Tracker => definition

/** Where somebody stands with one step. */
export type StepState =
  | { readonly kind: 'done'; readonly on: PlainDate; readonly occurrence: Occurrence | null }
  | {
      readonly kind: 'due' | 'overdue'
      readonly due: PlainDate
      /** Days from the day it was due: above nought when it is overdue. */
      readonly days: number
      readonly occurrence: Occurrence
    }
  /** `not done`: the time for it ended without it. `not needed`: nothing asks for it. */
  | { readonly kind: 'not done' | 'not known' | 'not needed'; readonly occurrence: Occurrence | null }
  | { readonly kind: 'not yet' }

/** Somebody on a tracker, as they stood on a day. */
export type Tracked = {
  readonly subject: SubjectId
  readonly attributes: Whose
  /** False where it is not known whether they belong on it. */
  readonly belongs: boolean
  readonly group: string | null
  readonly also: string | null
  readonly note: string | null
  /** In the order of the tracker's steps. */
  readonly steps: readonly StepState[]
  /** The place of the step that comes next: the longest overdue, or the first that is due; null where nothing is. */
  readonly next: number | null
  /** For how many days the longest overdue step has been so; nought where none is. */
  readonly past: number
}

const lists = new WeakMap<Tracker, readonly MemberList[]>()

function listsOf(defined: Tracker): readonly MemberList[] {
  const there = lists.get(defined) ?? defined.populations.map((one) => populationList(byWhose(one)))
  lists.set(defined, there)
  return there
}

const readsOfStep = ({ asked, clocks, takenOn }: TrackerStep): readonly RecordType[] => [
  ...(asked?.reads ?? []),
  ...(takenOn?.reads ?? []),
  ...(clocks ?? []).flatMap(({ timescale }) => timescale.reads),
]

/** What a tracker reads. */
export const readsOfTracker = (defined: Tracker): readonly RecordType[] => [
  ...new Set([
    ...listsOf(defined).flatMap(({ reads }) => reads),
    ...[defined.groupedBy, defined.alsoBy, defined.note].flatMap((one) => one?.reads ?? []),
    ...defined.steps.flatMap(readsOfStep),
  ]),
]

/** Where one subject stands on a tracker, on whatever day it is asked; undefined where they are not on it. */
export function trackedOf(
  defined: Tracker,
  records: SubjectRecords,
  calendar: Calendar,
): (on: PlainDate) => Tracked | undefined {
  const asked = listsOf(defined).map((list) => ({ list, asking: new Asking(list, new Reader(records, calendar)) }))
  const allowed = new Set(readsOfTracker(defined))
  return (on) => {
    const day = { kind: 'month', from: on, to: (on + 1) as PlainDate } as const
    const places = asked.flatMap(({ list, asking }) => {
      const days = looked(list, day, on, calendar)
      const [row] = asking.candidates(days)
      const facts = row === undefined ? undefined : asking.facts(days, row)
      const placed = facts?.placed.at(-1) ?? '0'
      return row === undefined || facts === undefined || placed === '0'
        ? []
        : [{ list, asking, placed, facts, member: asking.member(days, row) }]
    })
    const place = places.find(({ placed }) => placed === '1') ?? places[0]
    if (place === undefined) return undefined
    const { list, asking, facts, member } = place
    asking.reader.allowed = allowed
    const attributes = list.attributes.map(([name], at) => [name, facts.attributes[at] ?? null] as const)
    const steps = inOrderOf(
      defined,
      defined.steps.map((step) => stateOf(step, member)),
    )
    return {
      subject: records.subject,
      attributes: Object.fromEntries(attributes),
      belongs: place.placed === '1',
      group: textOf(defined.groupedBy, member),
      also: defined.alsoBy === undefined ? null : textOf(defined.alsoBy, member),
      note: defined.note?.(member) ?? null,
      steps,
      next: nextOf(steps),
      past: Math.max(0, ...steps.map((step) => (step.kind === 'overdue' ? step.days : 0))),
    }
  }
}

function textOf(attribute: Attribute, member: Member): string | null {
  const value = attribute.of(member)
  return value === null || value === undefined ? null : String(value)
}

function stateOf({ asked, clocks, takenOn }: TrackerStep, member: Member): StepState {
  const isAsked = asked === undefined || asked.ask(member)
  if (isAsked === false) return { kind: 'not needed', occurrence: null }
  const occurrences = (clocks ?? []).flatMap(({ timescale, sorts }) =>
    member.history.clocks(timescale).filter(({ run }) => sorts === undefined || sorts.includes(run.sort ?? '')),
  )
  const state = stateOfAll(occurrences, member.asAt)
  if (state.kind !== 'not yet') return state
  const on = takenOn?.(member)
  if (on !== undefined) return { kind: 'done', on, occurrence: null }
  return isAsked === undefined ? { kind: 'not known', occurrence: null } : state
}

/** What several clocks say of one step: what stands open, or how it came out the last time that it was asked for. */
function stateOfAll(occurrences: readonly Occurrence[], asAt: PlainDate): StepState {
  const open = occurrences.filter((one) => isOpen(one, asAt))
  const [first] = open
    .flatMap((occurrence) => (occurrence.due === null ? [] : [{ occurrence, due: occurrence.due }]))
    .toSorted((a, b) => a.due - b.due)
  if (first !== undefined) return { kind: first.due < asAt ? 'overdue' : 'due', ...first, days: asAt - first.due }
  if (open[0] !== undefined) return { kind: 'not known', occurrence: open[0] }
  const last = occurrences.toSorted((a, b) => a.from - b.from).at(-1)
  if (last === undefined) return { kind: 'not yet' }
  if (last.done !== null) return { kind: 'done', on: last.done, occurrence: last }
  return { kind: last.state === 'missed' ? 'not done' : 'not needed', occurrence: last }
}

/** On a way whose steps are taken one after another, what was taken before an earlier step was asked for again is not taken. */
function inOrderOf({ inOrder }: Tracker, steps: readonly StepState[]): readonly StepState[] {
  if (inOrder === undefined) return steps
  let since = Number.NEGATIVE_INFINITY
  return steps.map((step): StepState => {
    if (step.kind === 'due' || step.kind === 'overdue') since = Math.max(since, step.occurrence.from)
    return step.kind === 'done' && step.on < since ? { kind: 'not yet' } : step
  })
}

function nextOf(steps: readonly StepState[]): number | null {
  const due = steps.flatMap((step, at) =>
    step.kind === 'due' || step.kind === 'overdue' ? [{ at, due: step.due }] : [],
  )
  return due.toSorted((a, b) => a.due - b.due)[0]?.at ?? null
}

/** Until when the next step is; null where nothing is due. */
export function nextDue({ steps, next }: Pick<Tracked, 'steps' | 'next'>): PlainDate | null {
  const step = next === null ? undefined : steps[next]
  return step?.kind === 'due' || step?.kind === 'overdue' ? step.due : null
}

/** Worst first: the longest past a step, then what is due soonest; last those of whom nothing is due. */
export const furthestBehind = (a: Tracked, b: Tracked): number =>
  b.past - a.past || (nextDue(a) ?? NEVER) - (nextDue(b) ?? NEVER) || a.subject - b.subject
