import type { Calendar } from '../dates/working-days.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Answer, Member } from './define.ts'
import type { Looked, MemberList, Placing } from './plan.ts'
import { Reader } from './reader.ts'
import { dateOf, endOf, type Row, type SubjectRecords } from './records.ts'

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

/** The members that one subject is in a list, for each of the periods. Pure: the same records give the same members. */
export function countSubject(
  list: MemberList,
  records: SubjectRecords,
  periods: readonly Looked[],
  calendar: Calendar,
): readonly MemberFacts[] {
  const asking = new Asking(list, records, calendar)
  return periods.flatMap((looked, period) =>
    asking.candidates(looked).flatMap((row) => {
      const facts = asking.facts(looked, row)
      return facts === undefined ? [] : [{ ...facts, subject: records.subject, period }]
    }),
  )
}

/** Asks the questions of one list about one subject. */
export class Asking {
  readonly reader: Reader
  readonly #list: MemberList
  readonly #candidates: readonly {
    readonly row: Row
    readonly date: number
    readonly begins: number
    readonly ends: number
  }[]
  readonly #allowed: readonly ReadonlySet<RecordType>[]

  constructor(list: MemberList, records: SubjectRecords, calendar: Calendar) {
    const { type, role, on } = list.each
    this.#list = list
    this.reader = new Reader(records, calendar, 0 as Looked['asAt'])
    this.#allowed = list.tests.map(({ test }) => new Set(test.reads))
    this.#candidates = this.reader
      .table(type)
      .rows.filter((row) => isAbout(row[role], records.subject))
      .map((row) => ({ row, date: dateOf(row, on), begins: dateOf(row, type.dated), ends: endOf(type, row) }))
  }

  /** The records that may make the subject a member in a period; one of them is enough where each subject counts once. */
  candidates({ from, to, asAt }: Looked): readonly Row[] {
    const { when, member } = this.#list.each
    const found = this.#candidates.filter(({ date, begins, ends }) => {
      if (when === 'dated') return from <= date && date < to && date <= asAt
      return begins < to && begins <= asAt && (when === 'begun' || ends > from)
    })
    return (member === 'subject' ? found.slice(0, 1) : found).map(({ row }) => row)
  }

  /** Every answer about a member; undefined when it is in none of the list's populations. */
  facts(looked: Looked, row: Row): Omit<MemberFacts, 'subject' | 'period'> | undefined {
    const { tests, placings, measures, attributes } = this.#list
    const member = this.member(looked, row)
    const marks: Mark[] = tests.map(() => '-')
    const ask = (at: number): Mark => {
      const known = marks[at]
      if (known !== undefined && known !== '-') return known
      const mark = this.ask(at, member)
      marks[at] = mark
      return mark
    }
    const placed = this.#place(placings, ask)
    if (!placed.some((mark) => mark !== '0')) return undefined
    for (const { placing, counted, without } of this.#list.countings)
      if (placed[placing] !== '0') for (const at of [...without, ...counted]) ask(at)
    return {
      record: this.#list.each.member === 'record' ? row.id : null,
      placed: placed.join(''),
      answers: marks.join(''),
      measures: measures.map((one) => this.#saying(new Set(one.reads), () => one.of(member)) ?? null),
      attributes: attributes.map(([, one]) => written(this.#saying(new Set(one.reads), () => one.of(member)))),
    }
  }

  member({ from, to, asAt }: Looked, row: Row): Member {
    this.reader.asAt = asAt
    const member = { history: this.reader, asAt, from, to }
    return this.#list.each.member === 'record' ? Object.assign(member, { record: this.#recordAsAt(row) }) : member
  }

  ask(at: number, member: Member): Mark {
    const named = this.#list.tests[at]
    if (named === undefined) throw new Error(`The list ${this.#list.key} has no test ${at}`)
    const reads = this.#allowed[at]
    try {
      return markOf(this.#saying(reads, () => named.test.ask(member)))
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

  #place(placings: readonly Placing[], ask: (at: number) => Mark): readonly Mark[] {
    const placed: Mark[] = []
    for (const { within, include, exclude } of placings) {
      const base = within < 0 ? '1' : (placed[within] ?? '0')
      placed.push(
        base === '0'
          ? '0'
          : allOf([() => base, ...include.map((at) => () => ask(at)), ...exclude.map((at) => () => not(ask(at)))]),
      )
    }
    return placed
  }

  #saying<Result>(reads: ReadonlySet<RecordType> | undefined, work: () => Result): Result {
    this.reader.allowed = reads
    try {
      return work()
    } finally {
      this.reader.allowed = undefined
    }
  }
}

const isAbout = (role: unknown, subject: SubjectId): boolean =>
  role === subject || (Array.isArray(role) && role.includes(subject))

const written = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

const markOf = (answer: Answer): Mark => (answer === undefined ? '?' : answer ? '1' : '0')

const not = (mark: Mark): Mark => (mark === '1' ? '0' : mark === '0' ? '1' : mark)

/** Yes when all are; no as soon as one is, whatever is not known of the others; otherwise not known. */
export function allOf(marks: readonly (() => Mark)[]): Mark {
  let all: Mark = '1'
  for (const mark of marks) {
    const one = mark()
    if (one === '0') return '0'
    if (one === '?') all = '?'
  }
  return all
}
