import { describe, expect, it } from 'vitest'
import { recorded } from '../../../test/support/one-child.ts'
import { trackedIn } from '../../../test/support/tracked.ts'
import { AdoptionDecision, AdoptionMatch } from '../children-in-care/adoption-plans.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { Person } from '../people/person.ts'
import { LifeStoryWork } from '../permanence/life-story.ts'
import { PermanencePlan } from '../permanence/records.ts'
import { AdopterEnquiry, AdopterStage, AdoptersLeft } from './adopter-records.ts'
import { AdoptionApplication, PlacementOrder } from './orders.ts'
import { adoptionTracker } from './tracker.ts'
import { adoptersTracker } from './tracker-of-adopters.ts'

const born = recorded(Person, { bornOn: '2020-05-01' })
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
const plan = recorded(PermanencePlan, { option: 'adoption', startedOn: '2022-02-01', completedOn: '2022-02-01' })
const decision = recorded(AdoptionDecision, { decidedOn: '2022-03-10' })
const order = recorded(PlacementOrder, { madeOn: '2022-06-10' })
const match = recorded(AdoptionMatch, { matchedOn: '2022-12-10' })
const begins = { reasonStarted: 'S' }
const at = (on: string, ...known: ReturnType<typeof recorded>[]) => trackedIn(adoptionTracker, [born, ...known], on)

describe('the adoption tracker', () => {
  const inCare = episode('2022-01-10', null, begins)

  it('begins with the plan: the report and the decision are due', () => {
    expect(at('2022-03-20', inCare, plan)).toMatchObject({
      group: 'Waiting for the decision',
      next: 'report',
      steps: { report: 'overdue 2022-03-15', decision: 'due 2022-04-01', authority: 'not yet' },
    })
  })

  it('goes on step by step, with what was done and what is next', () => {
    expect(at('2022-08-01', inCare, plan, decision, order)).toMatchObject({
      group: 'Waiting for a match',
      steps: { decision: 'done 2022-03-10', authority: 'done 2022-06-10', match: 'due 2022-09-10' },
    })
  })

  it('after a placement that broke down has the match to be found again', () => {
    const broken = [
      episode('2022-01-10', '2023-01-10', begins),
      episode('2023-01-10', '2023-04-01', { placement: 'A6' }),
      episode('2023-04-01', null),
    ]
    expect(at('2023-05-01', ...broken, plan, decision, order, match)).toMatchObject({
      group: 'Waiting for a match',
      steps: { match: 'due 2023-10-01', placement: 'not yet' },
    })
  })

  it('keeps a child who was adopted until the story is given', () => {
    const adopted = [
      episode('2022-01-10', '2023-01-10', begins),
      episode('2023-01-10', '2023-09-01', { placement: 'A6', reasonEnded: 'E12' }),
      recorded(AdoptionApplication, {
        appliedOn: '2023-05-10',
        decidedOn: '2023-09-01',
        outcome: 'made',
        celebratedOn: '2023-09-20',
      }),
    ]
    const gave = (kind: string) => recorded(LifeStoryWork, { doneOn: '2023-10-02', kind })
    expect(at('2023-10-10', ...adopted, gave('book'))).toMatchObject({
      group: 'Adopted: the story is still to be given',
      next: 'letter',
      steps: { celebration: 'done 2023-09-20', book: 'done 2023-10-02', letter: 'overdue 2023-10-04' },
    })
    expect(at('2023-10-10', ...adopted, gave('book'), gave('later-life-letter'))).toBeUndefined()
  })

  it('has no child whose plan is another', () => {
    const other = recorded(PermanencePlan, {
      option: 'return-home',
      startedOn: '2022-02-01',
      completedOn: '2022-02-01',
    })
    expect(at('2022-03-20', inCare, other)).toBeUndefined()
  })
})

describe('the adopters tracker', () => {
  const enquiry = recorded(AdopterEnquiry, {
    enquiredOn: '2023-01-09',
    informationOn: '2023-01-12',
    registeredOn: '2023-02-01',
  })
  const on = (day: string, ...known: ReturnType<typeof recorded>[]) =>
    trackedIn(adoptersTracker, [enquiry, ...known], day)

  it('has a household from the enquiry on, until it leaves', () => {
    expect(on('2023-02-02')).toMatchObject({
      group: 'Registered their interest',
      steps: { information: 'done 2023-01-12', registration: 'due 2023-02-08' },
    })
    const stage = recorded(AdopterStage, { stage: 'one', startedOn: '2023-02-08' })
    expect(on('2023-04-20', stage)).toMatchObject({ group: 'Stage 1', steps: { 'stage-one': 'overdue 2023-04-08' } })
    expect(on('2023-04-20', stage, recorded(AdoptersLeft, { leftOn: '2023-03-01', why: 'withdrew' }))).toBeUndefined()
  })
})
