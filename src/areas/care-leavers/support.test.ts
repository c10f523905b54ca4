import { describe, expect, it } from 'vitest'
import { recorded, verdictsIn } from '../../../test/support/one-child.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Allocation } from '../organisation/allocation.ts'
import { Person } from '../people/person.ts'
import { CareLeaverActivity } from './activities.ts'
import { CareLeaverContact } from './contact.ts'
import { healthPassports } from './health-passports.ts'
import { CareLeaverHome, HomeSupervision } from './homes.ts'
import { HealthPassport } from './leaving-care.ts'
import { PathwayPlan, PathwayReview } from './pathway.ts'
import { supervisionsInTime } from './supervisions.ts'
import { support } from './support.ts'

const [touch, breakfast, unsuitable, suitable, plan, eet] = support as readonly [
  (typeof support)[number],
  ...(typeof support)[number][],
]
const [completed, due] = healthPassports
const born = (bornOn: string) => recorded(Person, { bornOn })
const inCare = (startedOn: string, endedOn: string | null, reasonEnded: string | null = null) =>
  recorded(Episode, { startedOn, endedOn, reasonStarted: 'S', legalStatus: 'C2', placement: 'U6', reasonEnded })
const adviser = (startedOn: string, endedOn: string | null = null, worker: readonly number[] = [2]) =>
  recorded(Allocation, { role: 'personal-adviser', startedOn, endedOn }, { worker: worker as never })
const contact = (contactedOn: string, answer: string) => recorded(CareLeaverContact, { contactedOn, answer })
const home = (startedOn: string, kind: string, suits: string | null, endedOn: string | null = null) =>
  recorded(CareLeaverHome, { startedOn, kind, suitable: suits, endedOn })

/** 20 in September 2023, left care at 18, with a personal adviser. */
const left = [born('2003-03-10'), inCare('2012-01-01', '2021-03-10', 'E5')]
const leaver = [...left, adviser('2019-03-10')]
const is = (indicator: (typeof support)[number] | undefined, ...records: readonly KnownRecord[]) => {
  if (indicator === undefined) throw new RangeError('There is no such indicator')
  return verdictsIn(indicator, records, '2023-09')[0] ?? '-'
}

describe('care leavers who receive a service', () => {
  it('has who left care, is owed something, and has a personal adviser', () => {
    expect(is(touch, ...leaver, contact('2023-08-01', 'YES'))).toBe('1')
    expect(is(touch, ...left, contact('2023-08-01', 'YES'))).toBe('-')
    expect(is(touch, ...left, adviser('2019-03-10', '2023-09-30'))).toBe('-')
    expect(is(touch, ...left, adviser('2019-03-10', null, []))).toBe('-')
  })
  it('does not have who is in care still, or was not 13 weeks and after 16 in care', () => {
    expect(is(plan, born('2006-03-10'), inCare('2012-01-01', null), adviser('2022-03-10'))).toBe('-')
    expect(is(plan, born('2006-03-10'), inCare('2012-01-01', '2022-03-10', 'E4A'), adviser('2022-03-10'))).toBe('-')
  })
  it('says that it does not know of somebody with an adviser and no time in care on record', () => {
    expect(is(touch, born('2003-03-10'), adviser('2019-03-10'))).toBe('!')
  })
  it('goes from the 19th birthday to the day before the 22nd, and to the day before the 26th', () => {
    const of = (bornOn: string) => [born(bornOn), inCare('2012-01-01', '2016-03-10', 'E5'), adviser('2016-03-10')]
    expect(is(touch, born('2004-09-30'), inCare('2012-01-01', null), adviser('2019-03-10'))).toBe('0')
    expect(is(touch, born('2004-10-01'), inCare('2012-01-01', null), adviser('2019-03-10'))).toBe('-')
    expect(is(touch, born('2001-10-01'), inCare('2012-01-01', null), adviser('2019-03-10'))).toBe('0')
    expect(is(touch, born('2001-09-30'), inCare('2012-01-01', null), adviser('2019-03-10'))).toBe('-')
    expect(is(plan, ...of('1997-10-01'))).toBe('0')
    expect(is(plan, ...of('1997-09-30'))).toBe('-')
  })
})

describe('in touch', () => {
  it('goes by the latest answer, which a birthday return gives too; on one day our own decides', () => {
    const returned = (birthdayOn: string, inTouch: string) => recorded(CareLeaverOutcome, { birthdayOn, inTouch })
    expect(is(touch, ...leaver, contact('2023-02-01', 'NO'), returned('2023-03-10', 'YES'))).toBe('1')
    expect(is(touch, ...leaver, contact('2023-04-01', 'NO'), returned('2023-03-10', 'YES'))).toBe('0')
    expect(is(touch, ...leaver, contact('2023-03-10', 'YES'), returned('2023-03-10', 'NO'))).toBe('1')
  })
  it('keeps who refuses, needs nothing or has no record, and leaves out who died or went home', () => {
    expect(['REFU', 'NREQ', 'NO'].map((answer) => is(touch, ...leaver, contact('2023-08-01', answer)))).toEqual([
      '0',
      '0',
      '0',
    ])
    expect(is(touch, ...leaver)).toBe('0')
    expect(['DIED', 'RHOM'].map((answer) => is(touch, ...leaver, contact('2023-08-01', answer)))).toEqual(['-', '-'])
  })
})

describe('where they live', () => {
  it('is bed and breakfast though it suits, and is judged by the place of the last night', () => {
    expect(is(breakfast, ...leaver, home('2023-09-01', 'W', 'yes'))).toBe('1')
    expect(is(breakfast, ...leaver, home('2023-09-01', 'W', 'no', '2023-09-30'), home('2023-09-30', 'S', 'no'))).toBe(
      '0',
    )
    expect(is(breakfast, ...leaver)).toBe('?')
  })
  it('does not suit whatever kind it is; not known where is listed', () => {
    expect(is(unsuitable, ...leaver, home('2023-09-01', 'X', 'no'))).toBe('1')
    expect(is(unsuitable, ...leaver, home('2023-09-01', 'W', 'no', '2023-09-30'), home('2023-09-30', 'U', 'yes'))).toBe(
      '0',
    )
    expect(is(unsuitable, ...leaver, home('2023-09-01', 'R', 'no'))).toBe('?')
    expect(is(unsuitable, ...leaver, home('2023-09-01', 'U', null))).toBe('?')
  })
  it('suits, of all 19 to 21 but those abroad or not known where; lost contact stays', () => {
    expect(is(suitable, ...leaver, home('2023-09-01', 'U', 'yes'))).toBe('1')
    expect(is(suitable, ...leaver, home('2023-09-01', 'U', null))).toBe('?')
    expect(['G', 'H', 'R'].map((kind) => is(suitable, ...leaver, home('2023-09-01', kind, 'yes')))).toEqual([
      '-',
      '-',
      '-',
    ])
    expect(is(suitable, ...leaver, contact('2023-09-01', 'NO'))).toBe('0')
    expect(is(suitable, ...leaver, contact('2023-09-01', 'YES'))).toBe('?')
  })
  it('is as our own record says while one stands open, and by the return only after it ended', () => {
    const returned = recorded(CareLeaverOutcome, { birthdayOn: '2023-03-10', inTouch: 'YES', accommodation: 'W2' })
    expect(is(breakfast, ...leaver, returned)).toBe('1')
    expect(is(breakfast, ...leaver, returned, home('2022-01-01', 'U', 'yes'))).toBe('0')
    expect(is(breakfast, ...leaver, returned, home('2022-01-01', 'U', 'yes', '2023-03-01'))).toBe('1')
    expect(is(breakfast, ...leaver, returned, home('2022-01-01', 'U', 'yes', '2023-06-01'))).toBe('?')
  })
})

describe('pathway plan and what they do', () => {
  it('is up to date for six months to the day', () => {
    const made = (madeOn: string) => recorded(PathwayPlan, { madeOn })
    expect(is(plan, ...leaver, made('2023-03-30'))).toBe('1')
    expect(is(plan, ...leaver, made('2023-03-29'))).toBe('0')
    expect(is(plan, ...leaver, made('2022-03-29'), recorded(PathwayReview, { reviewedOn: '2023-05-01' }))).toBe('1')
    expect(is(plan, ...leaver)).toBe('0')
  })
  it('counts any education or work that goes on, part time too', () => {
    const does = (activity: string, endedOn: string | null = null) =>
      recorded(CareLeaverActivity, { startedOn: '2023-01-09', activity, endedOn })
    expect(['F1', 'P2', 'F4', 'P5'].map((code) => is(eet, ...leaver, does(code)))).toEqual(['1', '1', '1', '1'])
    expect(['G4', 'G5', 'G6'].map((code) => is(eet, ...leaver, does(code)))).toEqual(['0', '0', '0'])
    expect(is(eet, ...leaver, does('F5', '2023-09-30'))).toBe('0')
    expect(is(eet, ...leaver, does('0'))).toBe('?')
    expect(is(eet, ...leaver)).toBe('?')
  })
})

describe('health passports', () => {
  const passport = (offeredOn: string, outcome = 'given') => recorded(HealthPassport, { offeredOn, outcome })
  const grown = [born('2005-09-01'), inCare('2012-01-01', '2023-09-01', 'E5')]
  it('are due of whoever turns 18 in care in the month', () => {
    expect(is(due, ...grown)).toBe('1')
    expect(is(due, born('2005-09-01'), inCare('2012-01-01', null))).toBe('1')
    expect(is(due, born('2005-09-01'), inCare('2012-01-01', '2023-08-31', 'E4A'))).toBe('-')
    expect(is(due, born('2005-10-01'), inCare('2012-01-01', null))).toBe('-')
    expect(is(due, born('2005-09-20'), inCare('2023-01-01', '2023-09-10', 'E15'))).toBe('-')
  })
  it('are completed when given within two months of the end of the month, and not when declined', () => {
    expect(is(completed, ...grown, passport('2023-06-01'))).toBe('1')
    expect(is(completed, ...grown, passport('2023-11-30'))).toBe('1')
    expect(is(completed, ...grown, passport('2023-12-01'))).toBe('0')
    expect(is(completed, ...grown, passport('2023-08-01', 'declined'))).toBe('0')
    expect(is(completed, ...grown)).toBe('0')
    expect(is(completed, born('2005-09-01'), inCare('2012-01-01', '2023-08-31', 'E4A'), passport('2023-09-01'))).toBe(
      '-',
    )
  })
})

describe('supervision in time while a home does not suit', () => {
  const held = (heldOn: string) => recorded(HomeSupervision, { heldOn })
  const lives = home('2023-08-10', 'W', 'no')

  it('is every one of those that fell due in the 12 months', () => {
    expect(is(supervisionsInTime, ...leaver, lives, held('2023-09-07'))).toBe('1')
    expect(is(supervisionsInTime, ...leaver, lives, held('2023-09-08'))).toBe('0')
    expect(is(supervisionsInTime, ...leaver, lives)).toBe('0')
  })
  it('is not asked where none fell due, or the home suits', () => {
    expect(is(supervisionsInTime, ...leaver, home('2023-09-20', 'W', 'no'))).toBe('-')
    expect(is(supervisionsInTime, ...leaver, home('2023-08-10', 'W', 'yes'))).toBe('-')
    expect(is(supervisionsInTime, born('2003-03-10'), adviser('2019-03-10'), lives)).toBe('!')
  })
})

it('has each month with somebody in bed and breakfast explained, and no other figure for being there at all', () => {
  expect(support.filter(({ exceptional }) => exceptional !== undefined).map(({ key }) => key)).toEqual([
    'care-leavers-bed-and-breakfast-17-25',
  ])
})
