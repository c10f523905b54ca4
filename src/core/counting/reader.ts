import type { PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import type { RecordOf, RecordType } from '../definitions/record-type.ts'
import { occurrencesAsAt, wholeOccurrences } from '../timescales/occurrences.ts'
import type { Chronology, Occurrence, Timescale } from './chronology.ts'
import { remembered } from './define.ts'
import { asRecords, type Clock, openIn, type SubjectRecords, type Table, type View, viewOn } from './records.ts'

/** Later than any date: a chronology as at this day is the whole history. */
const THE_END = 3_000_000 as PlainDate

/** What the runs of a clock, and what meets it, may read: of every subject the same. */
const readBy = remembered(({ reads }: Timescale): ReadonlySet<RecordType> => new Set(reads))

/**
 * The chronology of one subject, to be turned from date to date. What a date sees is worked out when it is first asked for. A rule that
 * reads a type which it does not say it reads is stopped: what it says is what decides who is counted again when a record changes.
 */
export class Reader implements Chronology {
  asAt: PlainDate
  /** While set, the records that rules find are put here: they explain an answer. */
  found: Set<RecordId> | undefined
  /** While set, only these may be read. */
  allowed: ReadonlySet<RecordType> | undefined
  readonly calendar: Calendar
  readonly #records: SubjectRecords

  /** @param asAt left out, the whole history */
  constructor(records: SubjectRecords, calendar: Calendar, asAt: PlainDate = THE_END) {
    this.#records = records
    this.calendar = calendar
    this.asAt = asAt
  }

  get subject(): SubjectId {
    return this.#records.subject
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return asRecords(type, this.#view(type).rows)
  }

  open<T extends RecordType>(type: T, where?: (record: RecordOf<T>) => boolean): readonly RecordOf<T>[] {
    const open = asRecords(type, openIn(type, this.#view(type)))
    return this.#noting(where === undefined || open.length === 0 ? open : open.filter(where))
  }

  latest<T extends RecordType>(type: T, where?: (record: RecordOf<T>) => boolean): RecordOf<T> | undefined {
    const rows = this.all(type)
    const latest = where === undefined ? rows.at(-1) : rows.findLast(where)
    if (latest !== undefined) this.because(latest)
    return latest
  }

  howMany<T extends RecordType>(type: T, where: (record: RecordOf<T>) => boolean): number {
    let many = 0
    for (const record of this.all(type))
      if (where(record)) {
        many++
        this.because(record)
      }
    return many
  }

  clocks(timescale: Timescale): readonly Occurrence[] {
    for (const type of timescale.reads) this.#mayRead(type)
    const seen = this.#occurrences(timescale)
    if (this.found !== undefined) for (const { because } of seen) for (const id of because) this.found.add(id)
    return seen
  }

  because({ id }: { readonly id: RecordId }): void {
    this.found?.add(id)
  }

  becauseOf(records: readonly { readonly id: RecordId }[]): void {
    if (this.found !== undefined) for (const { id } of records) this.found.add(id)
  }

  /** The rows of any of the subject's tables, whatever may be read: for the engine itself. */
  table(type: RecordType): Table {
    const table = this.#records.tables.get(type.key)
    if (table === undefined) throw new Error(`The records of type ${type.key} were not loaded`)
    return table
  }

  #occurrences(timescale: Timescale): readonly Occurrence[] {
    const clock = this.#clock(timescale)
    if (clock.seen?.asAt !== this.asAt)
      clock.seen = { asAt: this.asAt, occurrences: occurrencesAsAt(clock.whole, this.asAt) }
    return clock.seen.occurrences
  }

  #clock(timescale: Timescale): Clock {
    const { clocks } = this.#records
    const before = clocks.get(timescale)
    if (before !== undefined) return before
    const history = new Reader(this.#records, this.calendar)
    history.allowed = readBy(timescale)
    const clock: Clock = { whole: wholeOccurrences(timescale, history, this.calendar), seen: undefined }
    clocks.set(timescale, clock)
    return clock
  }

  #view(type: RecordType): View {
    this.#mayRead(type)
    return viewOn(this.table(type), this.asAt)
  }

  #mayRead(type: RecordType): void {
    if (this.allowed !== undefined && !this.allowed.has(type))
      throw new Error(`A rule reads records of type ${type.key}, and does not say so`)
  }

  #noting<R extends readonly { readonly id: RecordId }[]>(records: R): R {
    this.becauseOf(records)
    return records
  }
}
