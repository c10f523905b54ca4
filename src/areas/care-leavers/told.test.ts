import { expect, test } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { child, recorded } from '../../../test/support/one-child.ts'
import { Reader } from '../../core/counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../../core/counting/records.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { CareElsewhere } from './care-known-otherwise.ts'
import { CareLeaverContact } from './contact.ts'
import { eligibilityOn } from './eligibility.ts'
import { CareLeaverHome } from './homes.ts'
import { eligibilityReads, toldOf } from './told.ts'

const born = recorded(Person, { bornOn: '2004-03-10' })
const inCare = (startedOn: string, endedOn: string, more: object = {}) =>
  recorded(Episode, {
    startedOn,
    endedOn,
    reasonStarted: 'S',
    legalStatus: 'C2',
    placement: 'U6',
    reasonEnded: 'E8',
    ...more,
  })
const home = (startedOn: string, endedOn: string | null, withParent: string) =>
  recorded(CareLeaverHome, { startedOn, endedOn, kind: 'B', withParent })
const answered = (contactedOn: string, answer: string) => recorded(CareLeaverContact, { contactedOn, answer })

const status = (on: string, ...known: readonly KnownRecord[]) => {
  const history = new Reader(subjectRecords(child, [born, ...known], eligibilityReads), calendar, plainDate(on))
  return eligibilityOn(toldOf(history), plainDate(on)).status
}

test('care by another authority counts as ours does, and a day that both have counts once', () => {
  const ours = inCare('2020-05-01', '2020-05-02')
  const elsewhere = (startedOn: string, endedOn: string) => recorded(CareElsewhere, { startedOn, endedOn })
  expect(status('2020-06-01', ours, elsewhere('2018-04-01', '2018-06-30'))).toBe('relevant')
  expect(status('2020-06-01', ours, elsewhere('2018-04-01', '2018-06-29'))).toBe('qualifying')
  const both = [inCare('2020-04-01', '2020-06-01'), elsewhere('2020-05-01', '2020-06-20')]
  expect(status('2020-08-01', ...both)).toBe('qualifying')
})

test('short breaks do not count', () => {
  expect(status('2020-09-01', inCare('2020-03-01', '2020-08-01', { legalStatus: 'V4' }))).toBe('none')
})

test('six months back with a parent are reckoned from the homes, over a new judgement of the same one', () => {
  const left = inCare('2018-04-01', '2021-01-04')
  const back = [home('2021-01-04', '2021-04-01', 'yes'), home('2021-04-01', null, 'yes')]
  expect(status('2021-07-03', left, ...back)).toBe('relevant')
  expect(status('2021-07-04', left, ...back)).toBe('qualifying')
  expect(status('2021-07-04', left, home('2021-01-04', null, 'no'))).toBe('relevant')
})

test('or from an answer that they went home, until another answer', () => {
  const left = inCare('2018-04-01', '2021-01-04')
  expect(status('2021-10-01', left, answered('2021-09-01', 'RHOM'))).toBe('qualifying')
  expect(status('2021-12-01', left, answered('2021-09-01', 'RHOM'), answered('2021-11-01', 'YES'))).toBe('relevant')
  const returned = recorded(CareLeaverOutcome, { birthdayOn: '2021-03-10', inTouch: 'RHOM' })
  expect(status('2021-10-01', left, returned)).toBe('qualifying')
})
