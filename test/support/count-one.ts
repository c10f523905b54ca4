import { readFileSync } from 'node:fs'
import type { Timescale } from '../../src/core/counting/chronology.ts'
import { countSubject } from '../../src/core/counting/count.ts'
import { looked, planLists } from '../../src/core/counting/plan.ts'
import { Reader } from '../../src/core/counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../../src/core/counting/records.ts'
import { type Verdict, verdict } from '../../src/core/counting/tally.ts'
import { readBankHolidays } from '../../src/core/dates/bank-holidays.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import { plainDate, toText } from '../../src/core/dates/plain-date.ts'
import { workingCalendar } from '../../src/core/dates/working-days.ts'
import type { RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import type { Indicator } from '../../src/core/definitions/indicator.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content, Value } from '../../src/core/record/content.ts'

const holidays = readFileSync(new URL('../../data/bank-holidays.csv', import.meta.url), 'utf8')
export const calendar = workingCalendar(readBankHolidays(holidays))
/** Whom the records are about. */
export const SUBJECT = 1 as SubjectId
let records = 0

type Given = Readonly<Record<string, Value>>

/** A record about `SUBJECT` in one role; dates as text. What nobody gives stays empty. */
export function recorded(type: RecordType, role: string, given: Given, others: Content['subjects'] = {}): KnownRecord {
  const fields = Object.fromEntries(
    Object.entries(type.fields).map(([name, { kind }]) => {
      const value = given[name] ?? null
      const isDate = kind === 'date' || kind === 'planned-date'
      return [name, isDate && typeof value === 'string' ? plainDate(value) : value] as const
    }),
  )
  const subjects = { ...others, [role]: [SUBJECT] }
  return { record: ++records as RecordId, type: type.key, content: { subjects, links: {}, fields } }
}

/** What the subject is in a figure: counted 1, not 0, not known ?, not in it -, not known whether in it !; one letter for each record. */
export function verdictOf(indicator: Indicator, month: string, ...known: readonly KnownRecord[]): string {
  const [list] = planLists([indicator])
  const [counting] = list?.countings ?? []
  if (list === undefined || counting === undefined) throw new Error(`${indicator.key} is not counted`)
  const period = looked(list, parsePeriod(month), plainDate('2030-01-01'), calendar)
  const own = subjectRecords(SUBJECT, known, list.reads)
  const verdicts = countSubject(list, own, [period], calendar).map((one): Verdict => verdict(counting, one))
  return verdicts.length === 0 ? '-' : verdicts.join('')
}

/** Each occurrence of a clock as it stood on a day: when it is due, when it was met, how it stands. */
export function clockOf(timescale: Timescale, on: string, ...known: readonly KnownRecord[]): readonly string[] {
  return new Reader(subjectRecords(SUBJECT, known, timescale.reads), calendar, plainDate(on))
    .clocks(timescale)
    .map(({ due, done, state }) => [due && toText(due), done && toText(done), state].filter((one) => one).join(' '))
}
