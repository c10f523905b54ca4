import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../test/support/in-words.ts'
import { clockOf, recorded } from '../../../test/support/one-child.ts'
import { court } from './indicators.ts'
import { PreProceedings, PreProceedingsMeeting } from './pre-proceedings.ts'
import { lettersBefore, preProceedingsEnd, preProceedingsMeetings } from './pre-proceedings-clocks.ts'
import { CareProceedings, CourtDirection, CourtExtension, CourtHearing } from './proceedings.ts'
import {
  caseManagementHearings,
  courtDirections,
  courtHearings,
  proceedingsEnd,
  proceedingsWithin26Weeks,
} from './proceedings-clocks.ts'

const early = (given = {}) => recorded(PreProceedings, { decidedOn: '2023-03-01', ...given })
const issued = (given = {}) => recorded(CareProceedings, { issuedOn: '2023-01-10', ...given })
const hearing = (heldOn: string, given = {}) => recorded(CourtHearing, { heldOn, kind: 'case-management', ...given })

describe('before a court is asked', () => {
  it('the letter is due within five working days, and then the first meeting and a look every six weeks', () => {
    expect(clockOf(lettersBefore, [early()], '2023-03-09')).toEqual([['2023-03-08', null, 'overdue']])
    const met = [early({ letterOn: '2023-03-03' }), recorded(PreProceedingsMeeting, { heldOn: '2023-03-15' })]
    expect(clockOf(lettersBefore, met, '2023-03-09')).toEqual([['2023-03-08', '2023-03-03', 'in time']])
    expect(clockOf(preProceedingsMeetings, met, '2023-04-20')).toEqual([
      ['2023-03-17', '2023-03-15', 'in time'],
      ['2023-04-26', null, 'due'],
    ])
  })

  it('it is over within 16 weeks, by stepping down or by asking the court', () => {
    expect(clockOf(preProceedingsEnd, [early()], '2023-06-22')).toEqual([['2023-06-21', null, 'overdue']])
    const over = early({ endedOn: '2023-06-21', outcome: 'need' })
    expect(clockOf(preProceedingsEnd, [over], '2023-07-01')).toEqual([['2023-06-21', '2023-06-21', 'in time']])
    const late = early({ endedOn: '2023-06-22', outcome: 'issued' })
    expect(verdictOf(oneOf('pre-proceedings-in-16-weeks'), '2023-09', over)).toBe('1')
    expect(verdictOf(oneOf('pre-proceedings-in-16-weeks'), '2023-09', late)).toBe('0')
  })
})

describe('care proceedings', () => {
  it('are 26 weeks that begin with the day of issue', () => {
    expect(clockOf(proceedingsEnd, [issued()], '2023-07-10')).toEqual([['2023-07-10', null, 'due']])
    expect(clockOf(proceedingsEnd, [issued()], '2023-07-11')).toEqual([['2023-07-10', null, 'overdue']])
  })

  it('may be extended by the court, which moves their end and not the 26 weeks', () => {
    const extended = [
      issued(),
      recorded(CourtExtension, { extendedOn: '2023-07-03', until: '2023-09-04', why: 'an expert' }),
    ]
    const before = ['2023-07-10', null, 'not required']
    expect(clockOf(proceedingsEnd, extended, '2023-07-20')).toEqual([before, ['2023-09-04', null, 'due']])
    expect(clockOf(proceedingsEnd, extended, '2023-07-02')).toEqual([['2023-07-10', null, 'due']])
    const [, ...again] = extended
    const over = [issued({ endedOn: '2023-09-29', outcome: 'care' }), ...again]
    const more = recorded(CourtExtension, { extendedOn: '2023-09-01', until: '2023-10-02', why: 'a hearing' })
    expect(clockOf(proceedingsEnd, [...over, more], '2023-10-20')).toEqual([
      before,
      ['2023-09-04', null, 'not required'],
      ['2023-10-02', '2023-09-29', 'in time'],
    ])
    expect(clockOf(proceedingsEnd, over, '2023-10-20')).toEqual([before, ['2023-09-04', '2023-09-29', 'late']])
    expect(clockOf(proceedingsWithin26Weeks, extended, '2023-07-20')).toEqual([['2023-07-10', null, 'overdue']])
  })

  it('that were extended too late were overdue until then', () => {
    const late = [
      issued(),
      recorded(CourtExtension, { extendedOn: '2023-07-20', until: '2023-09-04', why: 'an expert' }),
    ]
    expect(clockOf(proceedingsEnd, late, '2023-07-15')).toEqual([['2023-07-10', null, 'overdue']])
    expect(clockOf(proceedingsEnd, late, '2023-07-20')).toEqual([
      ['2023-07-10', null, 'missed'],
      ['2023-09-04', null, 'due'],
    ])
  })

  it('count as in time by the 26 weeks alone; withdrawn ones are left out', () => {
    const is = (given: object) => verdictOf(oneOf('care-proceedings-in-26-weeks'), '2023-09', issued(given))
    expect(is({ endedOn: '2023-07-10', outcome: 'care' })).toBe('1')
    expect(is({ endedOn: '2023-07-11', outcome: 'care' })).toBe('0')
    expect(is({ endedOn: '2023-07-10', outcome: 'withdrawn' })).toBe('-')
    expect(is({ endedOn: null })).toBe('-')
  })

  it('have a case management hearing by the 18th working day', () => {
    expect(clockOf(caseManagementHearings, [issued(), hearing('2023-02-03')], '2023-03-01')).toEqual([
      ['2023-02-03', '2023-02-03', 'in time'],
    ])
    expect(
      clockOf(caseManagementHearings, [issued(), hearing('2023-02-01', { kind: 'interim' })], '2023-03-01'),
    ).toEqual([['2023-02-03', null, 'overdue']])
  })

  it('have each hearing that the court listed, until it is held', () => {
    const listed = issued({ firstHearingOn: '2023-01-30' })
    expect(clockOf(courtHearings, [listed], '2023-02-01')).toEqual([['2023-01-30', null, 'overdue']])
    const held = hearing('2023-01-30', { nextOn: '2023-05-02', next: 'issues-resolution' })
    expect(clockOf(courtHearings, [listed, held], '2023-05-04')).toEqual([
      ['2023-01-30', '2023-01-30', 'in time'],
      ['2023-05-02', null, 'overdue'],
    ])
    const over = issued({ firstHearingOn: '2023-01-30', endedOn: '2023-01-20', outcome: 'withdrawn' })
    expect(clockOf(courtHearings, [over], '2023-05-04')).toEqual([['2023-01-30', null, 'not required']])
  })

  it('ask for what the court directed, by the day that it set', () => {
    const direction = (filedOn: string | null) =>
      recorded(CourtDirection, { directedOn: '2023-02-03', what: 'parenting', dueOn: '2023-04-14', filedOn })
    expect(clockOf(courtDirections, [issued(), direction(null)], '2023-04-17')).toEqual([
      ['2023-04-14', null, 'overdue'],
    ])
    expect(clockOf(courtDirections, [issued(), direction('2023-04-13')], '2023-04-17')).toEqual([
      ['2023-04-14', '2023-04-13', 'in time'],
    ])
  })
})

it('children in pre-proceedings and in proceedings are counted on the last day', () => {
  expect(verdictOf(oneOf('children-in-pre-proceedings'), '2023-03', early({ endedOn: '2023-04-01' }))).toBe('1')
  expect(verdictOf(oneOf('children-in-pre-proceedings'), '2023-04', early({ endedOn: '2023-04-01' }))).toBe('-')
  expect(verdictOf(oneOf('children-in-care-proceedings'), '2023-04', issued())).toBe('1')
})

function oneOf(key: string) {
  const one = court.find((indicator) => indicator.key === key)
  if (one === undefined) throw new Error(`There is no ${key}`)
  return one
}
