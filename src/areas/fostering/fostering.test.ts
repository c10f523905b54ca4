import { describe, expect, it } from 'vitest'
import { clockInWords, verdictOf } from '../../../test/support/in-words.ts'
import { recorded } from '../../../test/support/one-child.ts'
import { areas } from '../index.ts'
import { Allegation } from './allegation-records.ts'
import { FosteringApplication } from './applications.ts'
import { FosteringApproval } from './approvals.ts'
import { FosterCarerReview, SupervisingVisit } from './supervision.ts'
import { carerReviews, temporaryApprovals } from './timescales.ts'

const indicators = new Map(areas.flatMap((area) => area.indicators.map((one) => [one.key, one] as const)))
const counted = (key: string, month: string, ...known: ReturnType<typeof recorded>[]) => {
  const found = indicators.get(key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return verdictOf(found, month, ...known)
}
const approved = (given: Parameters<typeof recorded>[1]) => recorded(FosteringApproval, given)
const september = '2023-09'

describe('households at month end', () => {
  const of = (...known: ReturnType<typeof recorded>[]) =>
    ['foster-carers-month-end', 'mainstream-carers', 'connected-carers']
      .map((key) => counted(key, september, ...known))
      .join('')

  it.each([
    ['mainstream', '11-'],
    ['short-breaks', '11-'],
    ['connected', '1-1'],
    ['foster-to-adopt', '1--'],
    [null, '1!!'],
  ])('of kind %s', (kind, is) => expect(of(approved({ approvedOn: '2020-02-03', kind }))).toBe(is))

  it('one whose approval ends on the last day is out, the day after in', () => {
    expect(of(approved({ approvedOn: '2020-02-03', kind: 'mainstream', endedOn: '2023-09-30' }))).toBe('---')
    expect(of(approved({ approvedOn: '2020-02-03', kind: 'mainstream', endedOn: '2023-10-01' }))).toBe('11-')
  })

  it('a resignation takes effect 28 days after the notice, though nobody writes the end down', () => {
    expect(of(approved({ approvedOn: '2020-02-03', kind: 'mainstream', resignedOn: '2023-09-02' }))).toBe('---')
    expect(of(approved({ approvedOn: '2020-02-03', kind: 'mainstream', resignedOn: '2023-09-03' }))).toBe('11-')
  })

  it('a temporary approval runs out 16 weeks after the child came, 24 where it was extended in time', () => {
    const given = (day: string, extendedOn: string | null = null) =>
      of(
        approved({ approvedOn: '2023-06-20', placedOn: day, kind: 'temporary', extendedOn, whyExtended: 'assessment' }),
      )
    // 112 days before 30 September is 10 June; 168 days before is 15 April.
    expect(given('2023-06-11')).toBe('1-1')
    expect(given('2023-06-10')).toBe('---')
    expect(given('2023-06-10', '2023-09-29')).toBe('1-1')
    expect(given('2023-06-10', '2023-09-30')).toBe('---')
    expect(given('2023-04-15', '2023-07-01')).toBe('---')
  })

  it('one that ran out is not lost sight of until somebody says that it ended', () => {
    const key = 'temporary-approvals-run-out'
    const temporary = { approvedOn: '2023-05-01', placedOn: '2023-05-01', kind: 'temporary' }
    expect(counted(key, september, approved(temporary))).toBe('1')
    expect(counted(key, '2023-07', approved(temporary))).toBe('0')
    expect(counted(key, september, approved({ ...temporary, endedOn: '2023-09-20' }))).toBe('-')
    expect(counted(key, september, approved({ ...temporary, kind: 'connected' }))).toBe('0')
    const full = approved({ approvedOn: '2023-09-04', kind: 'connected' })
    expect(counted(key, september, approved(temporary), full)).toBe('0')
  })

  it('one that becomes mainstream is mainstream, and neither joins nor leaves', () => {
    const both = [
      approved({ approvedOn: '2020-02-03', kind: 'connected', endedOn: '2023-09-12', whyEnded: 'other-kind' }),
      approved({ approvedOn: '2023-09-12', kind: 'mainstream' }),
    ]
    expect(of(...both)).toBe('11-')
    expect(counted('households-recruited-mainstream', september, ...both)).toBe('-')
    expect(counted('households-deregistered-connected-carers', september, ...both)).toBe('-')
  })
})

describe('households that join', () => {
  it('are counted by the day of the decision, and once', () => {
    const one = approved({ approvedOn: '2023-09-30', kind: 'mainstream' })
    expect(counted('households-recruited-mainstream', september, one)).toBe('1')
    expect(counted('households-recruited-mainstream', '2023-10', one)).toBe('-')
    expect(counted('households-recruited-connected-person', september, one)).toBe('-')
    expect(counted('households-recruited-mainstream', september, approved({ approvedOn: '2023-09-30' }))).toBe('!')
  })

  it('come back after resigning', () => {
    const before = approved({
      approvedOn: '2015-01-05',
      kind: 'mainstream',
      endedOn: '2021-03-01',
      whyEnded: 'resigned',
    })
    expect(
      counted(
        'households-recruited-mainstream',
        september,
        before,
        approved({ approvedOn: '2023-09-04', kind: 'mainstream' }),
      ),
    ).toBe('1')
  })

  it('in full after a temporary approval, which is not among those that left', () => {
    const both = [
      approved({ approvedOn: '2023-06-20', kind: 'temporary', endedOn: '2023-09-08', whyEnded: 'fully-approved' }),
      approved({ approvedOn: '2023-09-08', kind: 'connected' }),
    ]
    expect(counted('households-recruited-connected-person', september, ...both)).toBe('1')
    expect(counted('households-deregistered-temporary', september, ...both)).toBe('-')
    expect(counted('households-recruited-temporary', '2023-06', ...both)).toBe('1')
  })
})

describe('households that leave', () => {
  it.each([
    ['mainstream', 'transferred', 'households-deregistered-mainstream', '1'],
    ['connected', 'special-guardians', 'households-deregistered-connected-carers', '1'],
    ['temporary', 'child-left', 'households-deregistered-temporary', '1'],
    ['foster-to-adopt', 'child-left', 'households-deregistered-foster-to-adopt', '1'],
    ['foster-to-adopt', 'adopted', 'households-deregistered-foster-to-adopt', '-'],
    [null, 'resigned', 'households-deregistered-mainstream', '!'],
  ])('%s, %s', (kind, whyEnded, key, is) =>
    expect(counted(key, september, approved({ approvedOn: '2023-08-01', kind, endedOn: '2023-09-15', whyEnded }))).toBe(
      is,
    ),
  )

  it('when a temporary approval ran out and nobody wrote it down', () => {
    expect(
      counted(
        'households-deregistered-temporary',
        september,
        approved({ approvedOn: '2023-05-20', kind: 'temporary' }),
      ),
    ).toBe('1')
  })
})

describe('applicants in assessment', () => {
  const applied = (given: Parameters<typeof recorded>[1]) =>
    recorded(FosteringApplication, { enquiredOn: '2023-03-01', kind: 'mainstream', ...given })
  const key = 'foster-carer-applicants-in-assessment-mainstream'

  it.each([
    ['begun', { assessmentBegunOn: '2023-05-01' }, '1'],
    ['an enquiry and a visit only', { visitedOn: '2023-04-01' }, '-'],
    ['withdrawn on the last day', { assessmentBegunOn: '2023-05-01', endedOn: '2023-09-30' }, '-'],
    ['relatives', { assessmentBegunOn: '2023-05-01', kind: 'connected' }, '-'],
    ['to become not said what', { assessmentBegunOn: '2023-05-01', kind: null }, '!'],
  ])('%s', (_, given, is) => expect(counted(key, september, applied(given))).toBe(is))

  it('whoever was approved since is decided on, though the application was not closed', () => {
    const both = [
      applied({ assessmentBegunOn: '2023-05-01' }),
      approved({ approvedOn: '2023-09-20', kind: 'mainstream' }),
    ]
    expect(counted(key, september, ...both)).toBe('-')
    expect(counted(key, '2023-08', ...both)).toBe('1')
  })
})

describe('visits and reviews', () => {
  const visit = (visitedOn: string, kind: string) => recorded(SupervisingVisit, { visitedOn, kind })
  const up = (...visits: ReturnType<typeof recorded>[]) =>
    counted(
      'foster-carer-visits-up-to-date',
      september,
      approved({ approvedOn: '2023-01-10', kind: 'mainstream' }),
      ...visits,
    )

  it('are up to date six weeks after a visit at home, and not after a call', () => {
    expect(up(visit('2023-08-19', 'unannounced'))).toBe('1')
    expect(up(visit('2023-08-18', 'arranged'))).toBe('0')
    expect(up(visit('2023-09-20', 'call'))).toBe('0')
    expect(up()).toBe('0')
  })

  it('of a household that was approved within six weeks are not due', () => {
    expect(
      counted('foster-carer-visits-up-to-date', september, approved({ approvedOn: '2023-08-19', kind: 'mainstream' })),
    ).toBe('1')
  })

  it('a late review moves the next one', () => {
    const reviewed = (reviewedOn: string) => recorded(FosterCarerReview, { reviewedOn })
    expect(
      clockInWords(
        carerReviews,
        '2023-09-30',
        approved({ approvedOn: '2021-03-10', kind: 'mainstream' }),
        reviewed('2022-03-10'),
        reviewed('2023-04-01'),
      ),
    ).toEqual(['2022-03-10 2022-03-10 in time', '2023-03-10 2023-04-01 late', '2024-04-01 due'])
  })
})

describe('a temporary approval', () => {
  const clock = (on: string, given: Parameters<typeof recorded>[1]) =>
    clockInWords(
      temporaryApprovals,
      on,
      approved({ approvedOn: '2023-01-09', placedOn: '2023-01-02', kind: 'temporary', ...given }),
    )
  const extended = { extendedOn: '2023-04-20', whyExtended: 'assessment' }

  it('is settled by 16 weeks from the day the child came', () => {
    expect(clock('2023-04-24', {})).toEqual(['2023-04-24 due'])
    expect(clock('2023-04-25', {})).toEqual(['2023-04-24 overdue'])
    expect(clock('2023-12-31', { endedOn: '2023-04-24', whyEnded: 'fully-approved' })[0]).toBe(
      '2023-04-24 2023-04-24 in time',
    )
  })

  it('or by 24, from the same day, once it was extended', () => {
    expect(clock('2023-04-19', extended)).toEqual(['2023-04-24 due'])
    expect(clock('2023-06-01', extended)).toEqual(['2023-04-24 2023-04-20 in time', '2023-06-19 due'])
    expect(clock('2023-07-01', { ...extended, endedOn: '2023-06-20' })[1]).toBe('2023-06-19 2023-06-20 late')
    expect(clock('2023-07-01', { ...extended, whyExtended: 'review' })[1]).toBe('not required')
  })
})

describe('allegations about carers', () => {
  const alleged = (given: Parameters<typeof recorded>[1]) =>
    recorded(Allegation, { madeOn: '2022-09-28', role: 'own-foster-carer', ...given })

  it.each([
    ['taken on on the first day of the 12 months', { referredOn: '2022-10-01' }, '1'],
    ['a day before', { referredOn: '2022-09-30' }, '-'],
    ['that did not meet the threshold', {}, '-'],
    ['about a carer of an agency', { referredOn: '2023-01-01', role: 'agency-foster-carer' }, '-'],
    ['of an adult of whom it is not said what they do', { referredOn: '2023-01-01', role: null }, '!'],
  ])('%s', (_, given, is) =>
    expect(counted('foster-carer-allegations-last-12-months', september, alleged(given))).toBe(is),
  )

  it('are found substantiated in the month of the outcome', () => {
    const key = 'foster-carer-allegations-substantiated'
    const decided = (outcome: string) => alleged({ referredOn: '2022-10-01', outcomeOn: '2023-09-01', outcome })
    expect(counted(key, september, decided('substantiated'))).toBe('1')
    expect(counted(key, september, decided('unsubstantiated'))).toBe('0')
    expect(counted(key, '2023-08', decided('substantiated'))).toBe('-')
  })
})
