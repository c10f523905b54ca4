import { describe, expect, it } from 'vitest'
import { another, child, clockOf, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Person } from '../people/person.ts'
import { FamilyTimeArrangement } from '../people/relationships.ts'
import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from './care-plans.ts'
import { DelegatedAuthority } from './delegated-authority.ts'
import { Episode } from './episodes.ts'
import { childrenInCare } from './index.ts'
import { LibertyAuthorisation, LibertyReview } from './liberty.ts'
import { libertyExpiry, libertyReviews, secureAuthority, secureReviews } from './liberty-clocks.ts'
import { PlacedHere } from './placed-here.ts'
import {
  carePlanPrepared,
  delegatedAuthority,
  outsideApproved,
  placementNotices,
  placementPlanSigned,
} from './placement-clocks.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'
import { SecureOrder, SecureReview } from './secure.ts'
import { siblingsInTouch } from './sibling-figures.ts'
import { SiblingsDecision } from './siblings.ts'
import { careVisits } from './visit-clock.ts'
import { VisitingRule } from './visiting.ts'

type Known = ReturnType<typeof recorded>

const born = recorded(Person, { bornOn: '2012-05-01' })
const episode = (startedOn: string, given = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'V2', placement: 'U6', ...given })
const visit = (visitedOn: string) => recorded(CareVisit, { visitedOn, kind: 'statutory', seen: 'yes' })
const due = (known: readonly Known[], on: string) => clockOf(careVisits, known, on).map(([day]) => day)

describe('the clock of visits', () => {
  it('asks within a week, then every six weeks, and after a year every three months in a home meant to last', () => {
    expect(due([episode('2023-01-02'), visit('2023-01-05')], '2023-02-01')).toEqual(['2023-01-09', '2023-02-16'])
    const known = [episode('2023-01-02', { placement: 'U4' }), visit('2023-01-05'), visit('2024-01-02')]
    expect(due(known, '2024-02-01').at(-1)).toBe('2024-04-02')
  })

  it('asks no less of the time before a home became one that is meant to last', () => {
    const before = episode('2023-01-02', { endedOn: '2024-06-01' })
    const after = episode('2024-06-01', { reasonStarted: 'T', placement: 'U4' })
    const known = [before, visit('2023-01-05'), visit('2024-01-02'), after]
    expect(due(known, '2024-02-01').at(-1)).toBe('2024-02-13')
    expect(due([...known, visit('2024-07-01')], '2024-07-02').at(-1)).toBe('2024-10-01')
  })

  it('asks weekly until the first review of who lives with a carer approved for the time being, then every four weeks', () => {
    const known = [
      episode('2023-01-02', { placement: 'U3' }),
      recorded(VisitingRule, { arrangement: 'temporary-carer', startedOn: '2023-01-02', endedOn: '2023-03-01' }),
      recorded(CareReview, { heldOn: '2023-01-25' }),
      visit('2023-01-05'),
    ]
    expect(due(known, '2023-01-10').at(-1)).toBe('2023-01-12')
    expect(due([...known, visit('2023-01-30')], '2023-02-10').at(-1)).toBe('2023-02-27')
    expect(due([...known, visit('2023-01-30'), visit('2023-03-01')], '2023-03-10').at(-1)).toBe('2023-04-12')
  })

  it('asks the same at home under an interim order, and begins anew on the day of a care order', () => {
    const interim = episode('2023-01-02', {
      placement: 'P1',
      legalStatus: 'C1',
      endedOn: '2023-06-05',
      reasonEnded: 'X1',
    })
    const order = episode('2023-06-05', { placement: 'P1', legalStatus: 'C2', reasonStarted: 'L' })
    expect(
      due([episode('2023-01-02', { placement: 'P1', legalStatus: 'C1' }), visit('2023-01-05')], '2023-01-10').at(-1),
    ).toBe('2023-01-12')
    expect(due([interim, order, visit('2023-05-30')], '2023-06-06').at(-1)).toBe('2023-06-12')
    expect(due([interim, order, visit('2023-06-06'), visit('2024-08-01')], '2024-08-02').at(-1)).toBe('2024-09-12')
  })

  it('asks every six months after the first year of who agrees to it in a long-term foster home', () => {
    const agreed = recorded(VisitingRule, { arrangement: 'long-term-agreed', startedOn: '2023-06-01' })
    const known = [episode('2023-01-02', { placement: 'U4' }), agreed, visit('2023-12-01'), visit('2024-01-02')]
    expect(due(known, '2024-02-01').at(-1)).toBe('2024-07-02')
  })
})

describe('what each placement asks', () => {
  const [first, moved] = [
    episode('2023-01-09', { endedOn: '2023-03-01', reasonEnded: 'X1' }),
    episode('2023-03-01', { reasonStarted: 'P', placementLocation: 'OUT' }),
  ]

  it('is a care plan within ten working days of coming into care, unless a court has it', () => {
    expect(clockOf(carePlanPrepared, [first], '2023-01-20')).toEqual([['2023-01-23', null, 'due']])
    const plan = recorded(CarePlan, { preparedOn: '2023-01-05' })
    expect(clockOf(carePlanPrepared, [first, plan], '2023-01-20')).toEqual([['2023-01-23', '2023-01-09', 'in time']])
    expect(clockOf(carePlanPrepared, [episode('2023-01-09', { legalStatus: 'C1' })], '2023-01-20')).toEqual([
      [null, null, 'not required'],
    ])
  })

  it('is a plan signed for each, within five working days or before', () => {
    const signed = (signedOn: string, placementOn: string | null = null) =>
      recorded(PlacementPlan, { signedOn, placementOn, delegated: 'yes' })
    const known = [first, moved, signed('2023-01-17'), signed('2023-02-27', '2023-03-01')]
    const both = [
      ['2023-01-16', '2023-01-17', 'late'],
      ['2023-03-08', '2023-03-01', 'in time'],
    ]
    expect(clockOf(placementPlanSigned, known, '2023-04-01')).toEqual(both)
    expect(clockOf(delegatedAuthority, known, '2023-04-01')).toEqual(both)
    expect(clockOf(placementPlanSigned, [moved, signed('2023-02-27')], '2023-03-09')).toEqual([
      ['2023-03-08', null, 'overdue'],
    ])
  })

  it('is what carers may decide, with carers only, and written to everybody', () => {
    const decided = recorded(DelegatedAuthority, { agreedOn: '2023-01-12', about: 'health', decidedBy: 'carer' })
    expect(clockOf(delegatedAuthority, [first, decided], '2023-01-20')).toEqual([
      ['2023-01-16', '2023-01-12', 'in time'],
    ])
    expect(clockOf(delegatedAuthority, [episode('2023-01-09', { placement: 'P1' })], '2023-01-20')).toEqual([])
    const notice = recorded(PlacementNotice, { sentOn: '2023-01-16' })
    expect(clockOf(placementNotices, [first, notice], '2023-01-20')).toEqual([['2023-01-16', '2023-01-16', 'in time']])
  })

  it('is, outside the area, leave before the move', () => {
    const leave = (approvedOn: string) =>
      recorded(CareApproval, { approvedOn, what: 'out-of-area', takesPlaceOn: '2023-03-01' })
    expect(clockOf(outsideApproved, [first, moved, leave('2023-02-20')], '2023-03-09')).toEqual([
      ['2023-03-01', '2023-03-01', 'in time'],
    ])
    expect(clockOf(outsideApproved, [first, moved, leave('2023-03-02')], '2023-03-09')).toEqual([
      ['2023-03-01', '2023-03-02', 'late'],
    ])
  })
})

describe('deprivation of liberty, and secure accommodation', () => {
  it('runs out on the last day that a court authorised, unless it is renewed or ends', () => {
    const one = (given = {}) =>
      recorded(LibertyAuthorisation, { authorisedOn: '2023-01-10', expiresOn: '2023-04-10', ...given })
    expect(clockOf(libertyExpiry, [one()], '2023-04-11')).toEqual([['2023-04-10', null, 'overdue']])
    expect(clockOf(libertyExpiry, [one({ endedOn: '2023-04-01' })], '2023-04-11')).toEqual([
      ['2023-04-10', null, 'not required'],
    ])
    const renewed = [one(), one({ authorisedOn: '2023-04-10', expiresOn: '2023-07-10' })]
    expect(clockOf(libertyExpiry, renewed, '2023-04-11')).toEqual([
      ['2023-04-10', '2023-04-10', 'in time'],
      ['2023-07-10', null, 'due'],
    ])
    const review = recorded(LibertyReview, { reviewedOn: '2023-02-11', outcome: 'less' })
    expect(clockOf(libertyReviews, [one(), review], '2023-03-01')).toEqual([
      ['2023-02-10', '2023-02-11', 'late'],
      ['2023-03-11', null, 'due'],
    ])
  })

  it('wants a court after three days in secure accommodation, and a review after a month', () => {
    const secure = episode('2023-01-10', { placement: 'K1' })
    const order = recorded(SecureOrder, { orderedOn: '2023-01-13' })
    expect(clockOf(secureAuthority, [secure], '2023-01-14')).toEqual([['2023-01-13', null, 'overdue']])
    expect(clockOf(secureAuthority, [secure, order], '2023-01-14')).toEqual([['2023-01-13', '2023-01-13', 'in time']])
    expect(
      clockOf(secureReviews, [secure, recorded(SecureReview, { reviewedOn: '2023-02-10' })], '2023-03-01'),
    ).toEqual([
      ['2023-02-10', '2023-02-10', 'in time'],
      ['2023-05-10', null, 'due'],
    ])
  })
})

describe('brothers and sisters', () => {
  const pair = (together: string) =>
    recorded(SiblingsDecision, { decidedOn: '2023-01-10', together }, { child: [another], sibling: [child] })
  const time = (given = {}) =>
    recorded(
      FamilyTimeArrangement,
      { how: 'in-person', startedOn: '2023-01-20', ...given },
      { child: [child], withWhom: [another] },
    )

  it('who live apart need a plan to keep in touch that is looked at again', () => {
    expect(clockOf(siblingsInTouch, [pair('together')], '2023-03-01')).toEqual([])
    expect(clockOf(siblingsInTouch, [pair('apart'), time()], '2023-03-01')).toEqual([['2023-02-07', null, 'overdue']])
    expect(clockOf(siblingsInTouch, [pair('apart'), time({ reviewOn: '2023-07-01' })], '2023-03-01')).toEqual([
      ['2023-02-07', '2023-01-20', 'in time'],
    ])
  })

  it('count as together when each of them is', () => {
    const together = childrenInCare.indicators.find(({ key }) => key === 'siblings-together')
    if (together === undefined) throw new Error('siblings-together')
    const is = (...known: readonly Known[]) =>
      verdictsIn(together, [born, episode('2023-01-09'), ...known], '2023-09').join()
    expect([is(), is(pair('together')), is(pair('together'), pair('apart'))]).toEqual(['', '1', '0'])
  })
})

describe('a child placed here by another authority', () => {
  it('is in none of our figures', () => {
    const here = recorded(PlacedHere, { startedOn: '2023-01-09', authority: 'Made-up Council' })
    for (const indicator of childrenInCare.indicators)
      if (indicator.counts !== undefined) expect(verdictsIn(indicator, [born, here], '2023-09')).toEqual([])
  })
})
