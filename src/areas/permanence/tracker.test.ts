import { describe, expect, it } from 'vitest'
import { recorded } from '../../../test/support/one-child.ts'
import { trackedIn } from '../../../test/support/tracked.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { PreProceedings } from '../court/pre-proceedings.ts'
import { CareProceedings } from '../court/proceedings.ts'
import { Person } from '../people/person.ts'
import { PermanencePlan } from './records.ts'
import { permanenceTracker } from './tracker.ts'

const born = recorded(Person, { bornOn: '2016-05-01' })
const care = recorded(Episode, { startedOn: '2023-01-10', reasonStarted: 'S', legalStatus: 'C1', placement: 'U6' })
const early = recorded(PreProceedings, { decidedOn: '2023-03-01' })
const issued = recorded(CareProceedings, { issuedOn: '2023-01-10', firstHearingOn: '2023-10-20' })
const plan = (given = {}) =>
  recorded(PermanencePlan, {
    option: 'special-guardianship',
    startedOn: '2023-03-01',
    completedOn: '2023-03-01',
    nextStep: 'Viability assessment of Nan',
    nextStepBy: '2023-05-01',
    ...given,
  })
const at = (on: string, ...known: ReturnType<typeof recorded>[]) => trackedIn(permanenceTracker, [born, ...known], on)

describe('the permanence tracker', () => {
  it('has a child in care without a plan as such, and when it is due', () => {
    expect(at('2023-05-01', care)).toMatchObject({
      group: 'No plan yet',
      also: 'In care',
      next: 'plan',
      past: 0,
      steps: { plan: 'due 2023-05-10', 'pre-proceedings': 'not needed', 'final-order': 'not needed', home: 'not yet' },
    })
    expect(at('2023-05-20', care)).toMatchObject({ next: 'plan', past: 10 })
  })

  it('has a child with a plan by its route, with the next step that the plan names', () => {
    expect(at('2023-05-04', care, plan())).toMatchObject({
      group: 'Special guardianship',
      next: 'home',
      past: 3,
      steps: { plan: 'done 2023-03-01', home: 'overdue 2023-05-01', review: 'due 2023-09-01' },
    })
  })

  it('has children in pre-proceedings and proceedings who are not in care', () => {
    expect(at('2023-05-04', early)).toMatchObject({
      group: 'To stay with family',
      also: 'Pre-proceedings, not in care',
      note: 'Pre-proceedings: week 10',
      next: 'pre-proceedings',
      steps: { plan: 'not needed', 'pre-proceedings': 'due 2023-06-21' },
    })
    expect(at('2023-07-12', issued)).toMatchObject({
      also: 'Care proceedings, not in care',
      note: 'Court: week 27 of 26',
      next: 'final-order',
      past: 2,
      steps: { hearing: 'due 2023-10-20', 'final-order': 'overdue 2023-07-10' },
    })
  })

  it('has a child in care before the court once, with both ways', () => {
    expect(at('2023-05-04', care, issued, plan())).toMatchObject({
      group: 'Special guardianship',
      also: 'In care, in care proceedings',
      steps: { plan: 'done 2023-03-01', 'final-order': 'due 2023-07-10' },
    })
  })

  it('has nobody else', () => {
    expect(at('2023-01-09', care)).toBeUndefined()
    expect(
      at('2023-05-04', recorded(PreProceedings, { decidedOn: '2023-03-01', endedOn: '2023-05-04' })),
    ).toBeUndefined()
  })
})
