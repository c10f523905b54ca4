import { describe, expect, it } from 'vitest'
import { another, child, clockOf, onList, recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { placementPlanSigned } from '../children-in-care/placement-clocks.ts'
import { careReviews } from '../children-in-care/review-clock.ts'
import { reviews as reviewsAndVisits } from '../children-in-care/reviews.ts'
import { CareReview, CareVisit } from '../children-in-care/reviews-and-visits.ts'
import { careVisits } from '../children-in-care/visit-clock.ts'
import { VisitingRule } from '../children-in-care/visiting.ts'
import { workLists as listsInCare } from '../children-in-care/work-lists.ts'
import { Person } from '../people/person.ts'
import { LifeStoryWork } from '../permanence/life-story.ts'
import { PermanencePlan } from '../permanence/records.ts'
import { adoptionApplications, lifeStoryBooks, supportPlansGiven } from './clocks-of-placements.ts'
import {
  adoptionDecisions,
  adoptionMatches,
  decisionsOnMatches,
  permanenceReports,
  registerReferrals,
} from './clocks-of-plans.ts'
import { AdoptionSupportPlan, ChildPermanenceReport, FamilyFinding, MatchingPanel } from './finding-a-family.ts'
import { LetterboxAgreement, LetterboxExchange } from './letterbox.ts'
import { letterboxLetters } from './letterbox-clock.ts'
import { AdoptionApplication, PlacementConsent, PlacementOrder } from './orders.ts'
import { workLists } from './work-lists.ts'

const episode = (startedOn: string, endedOn: string | null, given = {}) =>
  recorded(Episode, {
    startedOn,
    endedOn,
    reasonStarted: 'P',
    legalStatus: 'C2',
    placement: 'U6',
    reasonEnded: endedOn === null ? null : 'X1',
    ...given,
  })
const inCare = (endedOn: string | null = null) => episode('2022-01-10', endedOn, { reasonStarted: 'S' })
const placed = (endedOn: string | null = null, given = {}) =>
  episode('2023-01-10', endedOn, { placement: 'A6', ...given })
const decision = (decidedOn: string, given = {}) => recorded(AdoptionDecision, { decidedOn, ...given })
const order = (madeOn: string, given = {}) => recorded(PlacementOrder, { madeOn, ...given })
const review = (heldOn: string) => recorded(CareReview, { heldOn })

describe('from the plan to the match', () => {
  const plan = (completedOn: string | null, given = {}) =>
    recorded(PermanencePlan, { option: 'adoption', startedOn: '2022-03-01', completedOn, ...given })

  it('the decision is due two months after adoption became the plan', () => {
    const clock = (...known: ReturnType<typeof recorded>[]) =>
      clockOf(adoptionDecisions, [inCare(), ...known], '2022-12-31')
    expect(clock(plan('2022-04-30'), decision('2022-06-30'))).toEqual([['2022-06-30', '2022-06-30', 'in time']])
    expect(clock(plan('2022-04-30'), decision('2022-07-01'))).toEqual([['2022-06-30', '2022-07-01', 'late']])
    expect(clock(plan('2022-04-30'))).toEqual([['2022-06-30', null, 'overdue']])
    expect(clock(plan('2022-04-30', { endedOn: '2022-06-01' }))).toEqual([['2022-06-30', null, 'not required']])
    expect(clock(plan('2022-04-30'), decision('2022-04-01'))).toEqual([['2022-06-30', '2022-04-30', 'in time']])
    expect(clock(plan(null), plan('2022-04-30', { option: 'long-term-fostering' }))).toEqual([])
  })

  it('the report comes first, and one that was there already meets it', () => {
    const report = (completedOn: string) => recorded(ChildPermanenceReport, { completedOn })
    const clock = (on: string) => clockOf(permanenceReports, [inCare(), plan('2022-04-30'), report(on)], '2022-12-31')
    expect(clock('2022-04-01')).toEqual([['2022-06-11', '2022-04-30', 'in time']])
    expect(clock('2022-06-12')).toEqual([['2022-06-11', '2022-06-12', 'late']])
  })

  it('the match is due six months after the decision, of a baby whose parents asked for it three', () => {
    const matched = recorded(AdoptionMatch, { matchedOn: '2022-09-10' })
    const known = [inCare(), decision('2022-03-10'), recorded(Person, { bornOn: '2021-12-01' })]
    const consent = (relinquished: string) => recorded(PlacementConsent, { consentedOn: '2022-03-01', relinquished })
    const clock = (...more: ReturnType<typeof recorded>[]) =>
      clockOf(adoptionMatches, [...known, ...more], '2022-12-31')
    expect(clock(matched)).toEqual([['2022-09-10', '2022-09-10', 'in time']])
    expect(clock(consent('no'))).toEqual([['2022-09-10', null, 'overdue']])
    expect(clock(consent('yes'), matched)).toEqual([['2022-06-10', '2022-09-10', 'late']])
    // Parents who ask for it when those three months are over, or no longer do by then, make no match late that was in time.
    const asked = (consentedOn: string, withdrawnOn?: string) =>
      clock(
        recorded(PlacementConsent, {
          ...{ consentedOn, relinquished: 'yes' },
          ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
        }),
        matched,
      )
    expect(asked('2022-06-10')).toEqual([['2022-06-10', '2022-09-10', 'late']])
    expect(asked('2022-06-11')).toEqual([['2022-09-10', '2022-09-10', 'in time']])
    expect(asked('2022-03-01', '2022-06-10')).toEqual([['2022-09-10', '2022-09-10', 'in time']])
    const reversed = decision('2022-03-10', { reversedOn: '2022-05-01', reasonReversed: 'RD1' })
    expect(clockOf(adoptionMatches, [inCare(), reversed], '2022-12-31')).toEqual([['2022-09-10', null, 'not required']])
  })

  it('a register is asked of who is not matched within three months', () => {
    const clock = (...known: ReturnType<typeof recorded>[]) =>
      clockOf(registerReferrals, [inCare(), decision('2022-03-10'), ...known], '2022-12-31')
    const looked = (where: string) => recorded(FamilyFinding, { where, startedOn: '2022-04-01' })
    expect(clock(looked('own'))).toEqual([['2022-06-10', null, 'overdue']])
    expect(clock(looked('register'))).toEqual([['2022-06-10', '2022-04-01', 'in time']])
    expect(clock(recorded(AdoptionMatch, { matchedOn: '2022-06-10' }))).toEqual([['2022-06-10', null, 'not required']])
  })

  it('a match is decided within seven working days of the panel, if that recommended one', () => {
    const panel = (given = {}) => recorded(MatchingPanel, { heldOn: '2022-04-08', recommended: 'match', ...given })
    const matched = recorded(AdoptionMatch, { matchedOn: '2022-04-21' })
    // Good Friday and Easter Monday lie between.
    expect(clockOf(decisionsOnMatches, [panel(), matched], '2022-12-31')).toEqual([
      ['2022-04-21', '2022-04-21', 'in time'],
    ])
    expect(clockOf(decisionsOnMatches, [panel({ recommended: 'no' })], '2022-12-31')).toEqual([])
    expect(clockOf(decisionsOnMatches, [panel({ refusedOn: '2022-04-20' })], '2022-12-31')).toEqual([
      ['2022-04-21', null, 'not required'],
    ])
  })
})

describe('reviews of a child whom we may place for adoption', () => {
  const clock = (on: string, ...known: ReturnType<typeof recorded>[]) => clockOf(careReviews, known, on)
  const before = [
    ['2022-02-07', '2022-02-07', 'in time'],
    ['2022-05-07', null, 'not required'],
  ]
  const first = review('2022-02-07')

  it('are held three months after we may place the child, then every six, and anew once placed: by no other rule meanwhile', () => {
    const waiting = [inCare('2023-01-10'), placed(), order('2022-03-10'), first]
    const reviews = ['2022-06-10', '2022-12-11', '2023-02-07', '2023-05-01'].map(review)
    expect(clock('2023-08-31', ...waiting, ...reviews)).toEqual([
      ...before,
      ['2022-06-10', '2022-06-10', 'in time'],
      ['2022-12-10', '2022-12-11', 'late'],
      ['2023-06-11', null, 'not required'],
      ['2023-02-07', '2023-02-07', 'in time'],
      ['2023-05-07', '2023-05-01', 'in time'],
      ['2023-11-01', null, 'due'],
    ])
  })

  it('begin again when a placement breaks down', () => {
    const broke = [inCare('2023-01-10'), placed('2023-03-10'), episode('2023-03-10', null), order('2022-10-20'), first]
    expect(clock('2023-08-31', ...broke)).toEqual([
      ['2022-02-07', '2022-02-07', 'in time'],
      ['2022-05-07', null, 'missed'],
      ['2023-01-20', null, 'not required'],
      ['2023-02-07', null, 'missed'],
      ['2023-06-10', null, 'overdue'],
    ])
  })

  it('go back to six months after the last when the order is revoked', () => {
    const revoked = order('2022-03-10', { endedOn: '2022-05-01', howEnded: 'revoked' })
    expect(clock('2022-06-30', inCare(), revoked, first)).toEqual([
      ...before,
      ['2022-06-10', null, 'not required'],
      ['2022-08-07', null, 'due'],
    ])
    expect(clock('2022-06-30', inCare(), revoked, first, review('2022-07-20')).at(-1)).toEqual([
      '2022-08-07',
      null,
      'due',
    ])
  })
})

const figuresOfVisits = reviewsAndVisits.filter(({ key }) => key === 'cic-visits-up-to-date')

describe('after a placement for adoption', () => {
  const stays = [inCare('2023-01-10'), placed()]

  const seen = (visitedOn: string, is = 'yes') => recorded(CareVisit, { visitedOn, kind: 'statutory', seen: is })
  const decided = (startedOn: string, everyWeeks: number | null, given = {}) =>
    recorded(VisitingRule, { arrangement: 'adoption', startedOn, everyWeeks, ...given })

  it('the child is seen within a week and then weekly until the first review, and by no other rule meanwhile', () => {
    const known = [...stays, seen('2022-12-01'), seen('2023-01-17'), seen('2023-01-25'), seen('2023-01-30', 'no')]
    const weekly = [
      ['2022-01-17', '2022-12-01', 'late'],
      ['2023-01-12', null, 'not required'],
      ['2023-01-17', '2023-01-17', 'in time'],
      ['2023-01-24', '2023-01-25', 'late'],
    ]
    expect(clockOf(careVisits, known, '2023-02-10')).toEqual([...weekly, ['2023-02-01', null, 'overdue']])
    expect(clockOf(careVisits, [...known, review('2023-01-31')], '2023-02-10')).toEqual([
      ...weekly,
      ['2023-02-01', null, 'not required'],
      [null, null, 'not known'],
    ])
  })

  it('then as often as each review decides, from the day on which it does', () => {
    const known = [
      ...stays,
      seen('2023-01-17'),
      review('2023-01-17'),
      decided('2023-01-17', 4, { endedOn: '2023-04-10' }),
    ]
    const clock = (...more: ReturnType<typeof recorded>[]) =>
      clockOf(careVisits, [...known, ...more], '2023-05-31').slice(3)
    expect(clock(seen('2023-02-14'), seen('2023-03-20'))).toEqual([
      ['2023-02-14', '2023-01-17', 'in time'],
      ['2023-02-14', '2023-02-14', 'in time'],
      ['2023-03-14', '2023-03-20', 'late'],
      ['2023-04-17', null, 'overdue'],
    ])
    expect(clock(seen('2023-02-14'), seen('2023-03-20'), decided('2023-04-10', 8)).slice(3)).toEqual([
      ['2023-04-17', null, 'not required'],
      ['2023-06-05', null, 'due'],
    ])
    expect(clock(decided('2023-04-10', null)).at(-1)).toEqual([null, null, 'not known'])
  })

  it('of a child who stays with those who fostered them the visits in care end on that day', () => {
    const fostered = episode('2022-01-10', '2023-01-10', { reasonStarted: 'S', reasonEnded: 'X1' })
    const adopting = placed(null, { placement: 'A5', reasonStarted: 'T' })
    expect(clockOf(careVisits, [fostered, adopting, seen('2022-12-20')], '2023-01-12').slice(1)).toEqual([
      ['2023-01-31', null, 'not required'],
      ['2023-01-17', null, 'due'],
    ])
  })

  it('stands on one list of visits and one of placement plans, and counts as not known while nothing says how often', () => {
    const born = recorded(Person, { bornOn: '2021-01-01' })
    const lists = [...workLists, ...listsInCare].filter(({ timescale }) => timescale === careVisits)
    const on = (known: readonly ReturnType<typeof recorded>[]) =>
      lists.flatMap((one) => {
        const { needs, unknown } = onList(one, [born, ...known], '2023-02-10')
        return [...needs.map(() => one.key), ...unknown.map(() => `${one.key}?`)]
      })
    expect(on(stays)).toEqual(['adoption-visits'])
    expect(on([inCare()])).toEqual(['care-visits'])
    expect(on([inCare('2023-01-10'), placed('2023-02-01'), episode('2023-02-01', null)])).toEqual(['care-visits'])
    expect(on([...stays, review('2023-02-01'), seen('2023-02-02')])).toEqual(['adoption-visits?'])
    const figure = (...more: ReturnType<typeof recorded>[]) =>
      figuresOfVisits.flatMap((one) => verdictsIn(one, [born, ...stays, ...more], '2023-02', '2023-02-28'))
    expect(figure(review('2023-02-01'), seen('2023-02-02'))).toEqual(['?'])
    expect(figure(review('2023-02-01'), seen('2023-02-02'), decided('2023-02-01', 4))).toEqual(['1'])
    expect(figure(seen('2023-02-02'))).toEqual(['0'])
    expect(clockOf(placementPlanSigned, stays, '2023-02-10')).toHaveLength(1)
  })

  it('the application is due four weeks after the second review, and an earlier one meets it', () => {
    const applied = (appliedOn: string, given = {}) => recorded(AdoptionApplication, { appliedOn, ...given })
    const reviews = [review('2023-02-01'), review('2023-04-20')]
    const clock = (...known: ReturnType<typeof recorded>[]) =>
      clockOf(adoptionApplications, [...stays, ...known], '2023-06-30')
    expect(clock(review('2023-02-01'))).toEqual([])
    expect(clock(...reviews)).toEqual([['2023-05-18', null, 'overdue']])
    expect(clock(...reviews, applied('2023-05-19'))).toEqual([['2023-05-18', '2023-05-19', 'late']])
    expect(clock(...reviews, applied('2023-04-01'))).toEqual([['2023-05-18', '2023-04-20', 'in time']])
    const withdrawn = applied('2023-04-01', { decidedOn: '2023-04-10', outcome: 'withdrawn' })
    expect(clock(...reviews, withdrawn)).toEqual([['2023-05-18', null, 'overdue']])
  })

  it('the support plan is in hand on the day', () => {
    const given = (givenOn: string | null) => recorded(AdoptionSupportPlan, { agreedOn: '2022-12-20', givenOn })
    const clock = (on: string | null) => clockOf(supportPlansGiven, [...stays, given(on)], '2023-02-28')
    expect(clock('2022-12-21')).toEqual([['2023-01-10', '2023-01-10', 'in time']])
    expect(clock('2023-01-11')).toEqual([['2023-01-10', '2023-01-11', 'late']])
    expect(clock(null)).toEqual([['2023-01-10', null, 'overdue']])
  })

  it('the life story book is given ten working days after the celebration', () => {
    const celebrated = recorded(AdoptionApplication, {
      appliedOn: '2023-05-01',
      decidedOn: '2023-08-01',
      outcome: 'made',
      celebratedOn: '2023-08-18',
    })
    const work = (doneOn: string, kind: string) => recorded(LifeStoryWork, { doneOn, kind })
    const clock = (...known: ReturnType<typeof recorded>[]) =>
      clockOf(lifeStoryBooks, [celebrated, ...known], '2023-09-30')
    expect(clock(work('2023-09-04', 'book'))).toEqual([['2023-09-04', '2023-09-04', 'in time']])
    expect(clock(work('2023-08-20', 'later-life-letter'))).toEqual([['2023-09-04', null, 'overdue']])
    expect(clock(work('2023-06-01', 'book'))).toEqual([['2023-09-04', '2023-08-18', 'in time']])
  })
})

describe('letterbox', () => {
  const agreement = (given = {}) =>
    recorded(LetterboxAgreement, { startedOn: '2022-02-10', withWhom: 'Birth mother', timesAYear: 1, ...given })
  const letter = (from: string, receivedOn: string) =>
    recorded(LetterboxExchange, { from, receivedOn }, { child: [child], another: [another] })

  it('asks each side in the month agreed, and a letter a little early is that month’s', () => {
    const known = [
      agreement({ month: 6, writers: 'adopters' }),
      letter('adopters', '2022-05-25'),
      letter('relatives', '2022-06-10'),
    ]
    expect(clockOf(letterboxLetters, known, '2023-07-01')).toEqual([
      ['2022-06-30', '2022-05-25', 'in time'],
      ['2023-06-30', null, 'overdue'],
    ])
  })

  it('asks both where both write, so many months after the last, until the agreement ends', () => {
    const both = agreement({ timesAYear: 2, endedOn: '2023-01-10' })
    expect(clockOf(letterboxLetters, [both, letter('relatives', '2022-08-11')], '2023-07-01')).toEqual([
      ['2022-08-10', null, 'missed'],
      ['2022-08-10', '2022-08-11', 'late'],
      ['2023-02-11', null, 'not required'],
    ])
  })
})
