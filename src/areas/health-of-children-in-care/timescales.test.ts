import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Reader } from '../../core/counting/reader.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { readBankHolidays } from '../../core/dates/bank-holidays.ts'
import { plainDate, toText } from '../../core/dates/plain-date.ts'
import { workingCalendar } from '../../core/dates/working-days.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { HealthAssessment } from '../children-in-care/health.ts'
import { Person } from '../people/person.ts'
import { healthAssessments } from './timescales.ts'

const holidays = readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8')
const calendar = workingCalendar(readBankHolidays(holidays))
const child = 1 as SubjectId
let records = 0
const record = (type: RecordType, subjects: Content['subjects'], fields: Content['fields']) => ({
  record: ++records as RecordId,
  type: type.key,
  content: { subjects, links: {}, fields },
})
const born = record(Person, { person: [child] }, { bornOn: plainDate('2010-05-01') })
const episode = (reasonStarted: string) =>
  record(
    Episode,
    { child: [child] },
    { startedOn: plainDate('2020-01-06'), reasonStarted, legalStatus: 'C2', placement: 'U6' },
  )
const assessed = (on: string, kind: string) =>
  record(HealthAssessment, { child: [child] }, { assessedOn: plainDate(on), kind, attendance: 'done' })

/** The due day and the day of each assessment, as at the end of 2021. */
const clock = (...known: ReturnType<typeof record>[]) => {
  const own = subjectRecords(child, [born, ...known], healthAssessments.reads)
  return new Reader(own, calendar, plainDate('2021-12-31'))
    .clocks(healthAssessments)
    .map(({ due, done, state }) => [due && toText(due), done && toText(done), state])
}

describe('the clock of health assessments', () => {
  it('begins with the initial assessment, which a review does not stand for', () => {
    expect(clock(episode('S'), assessed('2020-06-01', 'review'))).toEqual([['2020-02-03', null, 'overdue']])
    expect(clock(episode('S'), assessed('2020-01-30', 'initial'), assessed('2021-01-20', 'review'))).toEqual([
      ['2020-02-03', '2020-01-30', 'in time'],
      ['2021-01-30', '2021-01-20', 'in time'],
      ['2022-01-20', null, 'due'],
    ])
  })

  it('goes on from a review where care began before what is known', () => {
    expect(clock(episode('P'), assessed('2020-06-01', 'review')).slice(1)).toEqual([['2021-06-01', null, 'overdue']])
  })
})
