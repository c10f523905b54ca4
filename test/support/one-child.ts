import type { Timescale } from '../../src/core/counting/chronology.ts'
import { countSubject } from '../../src/core/counting/count.ts'
import { looked, planLists } from '../../src/core/counting/plan.ts'
import { Reader } from '../../src/core/counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../../src/core/counting/records.ts'
import { numberOf, type Verdict, verdict } from '../../src/core/counting/tally.ts'
import { readsOfWork, type WorkList, workOf } from '../../src/core/counting/work-list.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import { type PlainDate, plainDate, toText } from '../../src/core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import type { Indicator } from '../../src/core/definitions/indicator.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../src/core/record/content.ts'
import { calendar } from './counted.ts'

// The records of one made-up child, what the child is in a figure, and how a clock of theirs stands: for tests beside definitions.

export const child = 1 as SubjectId
/** Somebody else: a brother, a worker, a team, a household. */
export const another = 2 as SubjectId

let records = 0

/** A record about the child: dates as text, and further roles where the record has them. */
export function recorded(
  type: RecordType,
  given: Readonly<Record<string, Value>>,
  subjects: Content['subjects'] = {},
): KnownRecord {
  const [role = ''] = Object.keys(type.subjects)
  const fields = Object.fromEntries(
    Object.entries(type.fields).map(([name, { kind }]) => {
      const value = given[name] ?? null
      const isDay = kind === 'date' || kind === 'planned-date'
      return [name, isDay && typeof value === 'string' ? plainDate(value) : value] as const
    }),
  )
  const blank = Object.fromEntries(Object.keys(type.subjects).map((name) => [name, []] as const))
  return {
    record: ++records as RecordId,
    type: type.key,
    content: { subjects: { ...blank, [role]: [child], ...subjects }, links: {}, fields },
  }
}

/** What the child, or each of their records, is in a figure: counted 1, not counted 0, not known ?; nothing where in none. */
export const verdictsIn = (indicator: Indicator, known: readonly KnownRecord[], period: string, on = '2025-12-31') =>
  membersIn(indicator, known, period, on)
    .map(({ counting, facts }): Verdict => verdict(counting, facts))
    .filter((is) => is !== '-')

/** The numbers of the child, or of each of their records, of which a figure is the mean or median. */
export const daysIn = (indicator: Indicator, known: readonly KnownRecord[], period: string, on = '2025-12-31') =>
  membersIn(indicator, known, period, on).flatMap(({ counting, facts }) =>
    verdict(counting, facts) === '1' ? [numberOf(counting, facts)] : [],
  )

/** What each member is broken down by, one attribute of a figure. */
export const cutIn = (indicator: Indicator, by: string, known: readonly KnownRecord[], period: string, on?: string) => {
  const at = planLists([indicator])[0]?.attributes.findIndex(([key]) => key === by) ?? -1
  if (at < 0) throw new Error(`${indicator.key} is not broken down by ${by}`)
  return membersIn(indicator, known, period, on ?? '2025-12-31')
    .filter(({ counting, facts }) => verdict(counting, facts) !== '-')
    .map(({ facts }) => facts.attributes[at] ?? null)
}

/** What the child is on a work list for, on a day. */
export const onList = (work: WorkList, known: readonly KnownRecord[], on: string) =>
  workOf(work, subjectRecords(child, known, readsOfWork(work)), calendar)(plainDate(on))

/** What a work list says of the child beside the reason; nothing where they are not on it. */
export const saysOf = (work: WorkList, known: readonly KnownRecord[], on: string) =>
  onList(work, known, on).needs.map(({ says = {} }) =>
    Object.fromEntries(
      Object.entries(says).map(([key, said]) => [
        key,
        work.columns?.[key]?.written === 'date' && typeof said === 'number' ? toText(said as PlainDate) : said,
      ]),
    ),
  )

function membersIn(indicator: Indicator, known: readonly KnownRecord[], period: string, on: string) {
  const [list] = planLists([indicator])
  const [counting] = list?.countings ?? []
  if (list === undefined || counting === undefined) throw new Error(`${indicator.key} is not counted`)
  const days = [looked(list, parsePeriod(period), plainDate(on), calendar)]
  return countSubject(list, subjectRecords(child, known, list.reads), days, calendar).map((facts) => ({
    counting,
    facts,
  }))
}

/** The due day, the day it was done, and the state of each occurrence, as at the end of a day. */
export const clockOf = (timescale: Timescale, known: readonly KnownRecord[], on: string) =>
  new Reader(subjectRecords(child, known, timescale.reads), calendar, plainDate(on))
    .clocks(timescale)
    .map(({ due, done, state }) => [due && toText(due), done && toText(done), state] as const)
