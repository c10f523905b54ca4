import type { Calendar } from '../dates/working-days.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import { candidatesIn, isCandidate } from './candidates.ts'
import { type Answer, type Member, remembered } from './define.ts'
import { isWidest, type Looked, type MemberList, type Placing } from './plan.ts'
import { Reader } from './reader.ts'
import type { Candidate, SubjectRecords } from './records.ts'
import type { Row } from './rows.ts'

/** One answer as it is kept: yes, no, not known, or that it did not need to be asked. */
export type Mark = '1' | '0' | '?' | '-'

/** One member of a list in one period, with every answer: what a figure is a count of. */
export type MemberFacts = {
  readonly subject: SubjectId
  /** For a population of records, the record. */
  readonly record: RecordId | null
  /** Its place among the periods asked about. */
  readonly period: number
  /** For each population of the list, whether the member is in it: a mark each. */
  readonly placed: string
  /** For each test of the list, its answer: a mark each. */
  readonly answers: string
  readonly measures: readonly (number | null)[]
  readonly attributes: readonly (string | null)[]
}

/** A rule that failed, with the member that it failed on, so that it can be found. */
class RuleFailed extends Error {
  override readonly name = 'RuleFailed'
}

/** A list, and the periods for which somebody's place in it is to be worked out. */
export type Task = { readonly list: MemberList; readonly looks: readonly Looked[] }

/** The members that one subject is in a list, for each of the periods. Pure: the same records give the same members. */
export const countSubject = (
  list: MemberList,
  records: SubjectRecords,
  periods: readonly Looked[],
  calendar: Calendar,
): readonly MemberFacts[] => countIn([{ list, looks: periods }], new Reader(records, calendar))[0] ?? NOBODY

/**
 * The members that the subject of a reader is in several lists, of each list those of its periods. All lists of a period before the next one: what follows from a
 * day alone is then worked out once for all of them.
 */
export function countIn(tasks: readonly Task[], reader: Reader): readonly (readonly MemberFacts[])[] {
  const places = tasks.map(({ list, looks }) => new SubjectInList(list, reader, looks))
  let most = 0
  for (const { looks } of places) if (looks.length > most) most = looks.length
  for (let period = 0; period < most; period++) for (const place of places) place.count(period)
  return places.map(({ members }) => members)
}

/** Counts one subject in one list, period by period. */
class SubjectInList {
  readonly looks: readonly Looked[]
  readonly #list: MemberList
  readonly #reader: Reader
  readonly #candidates: readonly Candidate[]
  #asking: Asking | undefined
  #members: MemberFacts[] | undefined

  constructor(list: MemberList, reader: Reader, looks: readonly Looked[]) {
    this.#list = list
    this.#reader = reader
    this.#candidates = candidatesIn(list.each, reader)
    this.looks = this.#candidates.length === 0 ? NO_LOOKS : looks
  }

  get members(): readonly MemberFacts[] {
    return this.#members ?? NOBODY
  }

  count(period: number): void {
    const looked = this.looks[period]
    if (looked === undefined) return
    const { each } = this.#list
    for (const one of this.#candidates) {
      if (!isCandidate(each, one, looked)) continue
      this.#asking ??= new Asking(this.#list, this.#reader)
      const facts = this.#asking.facts(looked, one.row, period)
      if (facts !== undefined) {
        this.#members ??= []
        this.#members.push(facts)
      }
      if (each.member === 'subject') return
    }
  }
}

const NOBODY: readonly MemberFacts[] = []
const NO_LOOKS: readonly Looked[] = []

/** Whether one subject is, or may be, a member in any of the periods: what has to be known for that is in `placedBy`, and is all that is read. */
export function mayBeMember(list: MemberList, reader: Reader, periods: readonly Looked[]): boolean {
  const candidates = candidatesIn(list.each, reader)
  if (candidates.length === 0) return false
  let asking: Asking | undefined
  for (const looked of periods)
    for (const one of candidates) {
      if (!isCandidate(list.each, one, looked)) continue
      asking ??= new Asking(list, reader)
      if (asking.isPlaced(looked, one.row)) return true
      if (list.each.member === 'subject') break
    }
  return false
}

/** Asks the questions of one list about one subject. */
export class Asking {
  readonly reader: Reader
  readonly #list: MemberList
  readonly #allowed: Allowed
  readonly #sheet: Sheet

  constructor(list: MemberList, reader: Reader) {
    this.reader = reader
    this.#list = list
    this.#sheet = sheetOf(list)
    this.#allowed = allowedIn(list)
  }

  /** The records that may make the subject a member in a period; one of them is enough where each subject counts once. */
  candidates(looked: Looked): readonly Row[] {
    const { each } = this.#list
    return candidatesIn(each, this.reader).flatMap((one) => (isCandidate(each, one, looked) ? [one.row] : []))
  }

  /** Every answer about a member in a period; undefined when it is in none of the list's populations. */
  facts(looked: Looked, row: Row, period = 0): MemberFacts | undefined {
    const { each, placings, countings } = this.#list
    const { marks, textOfPlaced, textOfMarks } = this.#sheet
    const member = this.member(looked, row)
    const placed = this.#place(placings, member)
    if (!isInAny(placed)) return undefined
    for (const { placing, counted, without } of countings) {
      if (placed[placing] === '0') continue
      for (const at of without) this.#mark(at, member)
      for (const at of counted) this.#mark(at, member)
    }
    const measures = this.#measures(member)
    const attributes = this.#attributes(member)
    this.reader.allowed = undefined
    return {
      subject: this.reader.subject,
      record: each.member === 'record' ? row.id : null,
      period,
      placed: textOfPlaced(placed),
      answers: textOfMarks(marks),
      measures,
      attributes,
    }
  }

  /** Whether a member is, or may be, in any of the list's populations. */
  isPlaced(looked: Looked, row: Row): boolean {
    const placed = this.#place(widest(this.#list), this.member(looked, row))
    this.reader.allowed = undefined
    return isInAny(placed)
  }

  #measures(member: Member): MemberFacts['measures'] {
    if (this.#list.measures.length === 0) return NO_MEASURES
    return this.#list.measures.map((measure, at) => {
      this.reader.allowed = this.#allowed.measures[at]
      return measure.of(member) ?? null
    })
  }

  #attributes(member: Member): MemberFacts['attributes'] {
    const { said, listOfSaid } = this.#sheet
    let at = 0
    for (const [, attribute] of this.#list.attributes) {
      this.reader.allowed = this.#allowed.attributes[at]
      said[at++] = written(attribute.of(member))
    }
    return listOfSaid(said)
  }

  member({ from, to, asAt }: Looked, row: Row): Member {
    this.reader.asAt = asAt
    const history = this.reader
    if (this.#list.each.member === 'subject') return { history, asAt, from, to }
    const ofRecord: Member & { readonly record: Row } = { history, asAt, from, to, record: this.#recordAsAt(row) }
    return ofRecord
  }

  ask(at: number, member: Member): Mark {
    const named = this.#list.tests[at]
    if (named === undefined) throw new Error(`The list ${this.#list.key} has no test ${at}`)
    this.reader.allowed = this.#allowed.tests[at]
    try {
      return markOf(named.test.ask(member))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new RuleFailed(`“${named.name}” could not be answered of subject ${this.reader.subject}: ${why}`, {
        cause: error,
      })
    }
  }

  /** The record as it is seen on the day: what it only says later is hidden from the rules that ask about it. */
  #recordAsAt(row: Row): Row {
    this.reader.allowed = undefined
    return this.reader.all(this.#list.each.type).find(({ id }) => id === row.id) ?? row
  }

  /** The answer to a test, which is asked when it is first needed. */
  #mark(at: number, member: Member): Mark {
    const { marks } = this.#sheet
    const known = marks[at]
    if (known !== undefined && known !== '-') return known
    const mark = this.ask(at, member)
    marks[at] = mark
    return mark
  }

  /** Begins with a member: none of the tests was asked, but those that place it. */
  #place(placings: readonly Placing[], member: Member): readonly Mark[] {
    const { marks, placed } = this.#sheet
    // Of everybody in every period: for so few `fill` takes longer.
    for (let at = 0; at < marks.length; at++) marks[at] = '-'
    if (placed.length !== placings.length) placed.length = placings.length
    let place = 0
    for (const placing of placings) {
      const within = placing.within < 0 ? '1' : (placed[placing.within] ?? '0')
      placed[place++] = within === '0' ? '0' : this.#narrowed(placing, within, member)
    }
    return placed
  }

  /** Where a member stands in a population, who stands so in the one that it narrows. */
  #narrowed({ include, exclude }: Placing, within: Mark, member: Member): Mark {
    let mark = within
    for (const at of include) mark = mark === '0' ? '0' : both(mark, this.#mark(at, member))
    for (const at of exclude) mark = mark === '0' ? '0' : both(mark, not(this.#mark(at, member)))
    return mark
  }
}

/**
 * What is written down of the one member of a list that is being asked about, and written over for the next: whoever is asked about, for the answers are taken off it before
 * anybody else is. To make one for each subject was a third of all that counting makes.
 */
const sheetOf = remembered(({ tests }: MemberList) => ({
  marks: tests.map((): Mark => '-'),
  placed: [] as Mark[],
  said: [] as (string | null)[],
  // From month to month, and from one to the next, many are what they were.
  textOfMarks: same((marks: readonly Mark[]) => marks.join('')),
  textOfPlaced: same((marks: readonly Mark[]) => marks.join('')),
  listOfSaid: same((said: MemberFacts['attributes']) => [...said]),
}))

type Sheet = ReturnType<typeof sheetOf>

const widest = remembered(({ placings }: MemberList) => placings.filter(isWidest))

/** Whether somebody with these marks is, or may be, in any population. */
function isInAny(placed: readonly Mark[]): boolean {
  for (const mark of placed) if (mark !== '0') return true
  return false
}

/** What is made of a list, made anew only when that is another list than the last time: then it is the same thing, which is written down once. */
function same<One, Made>(make: (list: readonly One[]) => Made): (list: readonly One[]) => Made {
  let before: { readonly list: readonly One[]; readonly made: Made } | undefined
  return (list) => {
    if (before === undefined || !isSame(list, before.list)) before = { list: [...list], made: make(list) }
    return before.made
  }
}

const NO_MEASURES: MemberFacts['measures'] = []

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at])

type Allowed = Readonly<Record<'tests' | 'measures' | 'attributes', readonly ReadonlySet<RecordType>[]>>

/** What each rule of a list may read: the same of every subject. */
const allowedIn = remembered(({ tests, measures, attributes }: MemberList): Allowed => {
  const sets = (rules: readonly { readonly reads: readonly RecordType[] }[]) => rules.map(({ reads }) => new Set(reads))
  return {
    tests: sets(tests.map(({ test }) => test)),
    measures: sets(measures),
    attributes: sets(attributes.map(([, attribute]) => attribute)),
  }
})

/** Yes when both are, no when either is. */
const both = (one: Mark, other: Mark): Mark =>
  one === '0' || other === '0' ? '0' : one === '?' || other === '?' ? '?' : '1'

const written = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

const markOf = (answer: Answer): Mark => (answer === undefined ? '?' : answer ? '1' : '0')

const not = (mark: Mark): Mark => (mark === '1' ? '0' : mark === '0' ? '1' : mark)
