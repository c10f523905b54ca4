import { describe, expect, it } from 'vitest'
import { clockInWords } from '../../../test/support/in-words.ts'
import { child, recorded } from '../../../test/support/one-child.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { Allegation } from './allegation-records.ts'
import {
  decisionsAfterPanel,
  panelsOnApplications,
  representations,
  stage1Decisions,
  toldOfDecisions,
} from './application-clocks.ts'
import { FosteringApplication, FosteringPanel } from './applications.ts'
import { FosterCarer, FosteringApproval, TermsOfApproval } from './approvals.ts'
import { outsideTerms, panelsAfterAllegations, placementSearches, trainingStandards } from './care-clocks.ts'
import { FosterPlacement, PlacementSearch } from './care-given.ts'
import { CarerTraining, SupervisingVisit } from './supervision.ts'
import { unannouncedVisits } from './timescales.ts'

type Given = Parameters<typeof recorded>[1]
const [carer, other] = [7 as SubjectId, 8 as SubjectId]
const approved = (given: Given = {}) =>
  recorded(FosteringApproval, { approvedOn: '2022-01-10', kind: 'mainstream', ...given })
const applied = (given: Given) => recorded(FosteringApplication, { enquiredOn: '2022-11-01', ...given })
const panel = (given: Given) => recorded(FosteringPanel, { heldOn: '2023-05-02', about: 'approval', ...given })

describe('applications', () => {
  it('are decided after Stage 1 within 10 working days, whichever way', () => {
    const clock = (given: Given) =>
      clockInWords(stage1Decisions, '2023-03-01', applied({ informationOn: '2023-02-01', ...given }))
    expect(clock({})).toEqual(['2023-02-15 overdue'])
    expect(clock({ unsuitableToldOn: '2023-02-15' })).toEqual(['2023-02-15 2023-02-15 in time'])
    expect(clock({ stage2BegunOn: '2023-02-16' })).toEqual(['2023-02-15 2023-02-16 late'])
    expect(clockInWords(stage1Decisions, '2023-03-01', applied({}))).toEqual([])
  })

  it('come to panel within eight months; whoever withdraws before does not', () => {
    const clock = (given: Given, ...more: ReturnType<typeof recorded>[]) =>
      clockInWords(panelsOnApplications, '2023-12-31', applied({ appliedOn: '2022-12-01', ...given }), ...more)
    expect(clock({})).toEqual(['2023-08-01 overdue'])
    expect(clock({}, panel({}))).toEqual(['2023-08-01 2023-05-02 in time'])
    expect(clock({}, panel({ about: 'terms' }))).toEqual(['2023-08-01 overdue'])
    expect(clock({ endedOn: '2023-04-01', outcome: 'withdrew' })).toEqual(['2023-08-01 not required'])
  })

  it('are decided within 7 working days of the panel, and told within 5', () => {
    expect(clockInWords(decisionsAfterPanel, '2023-05-31', panel({ decidedOn: '2023-05-12' }))).toEqual([
      '2023-05-12 2023-05-12 in time',
    ])
    expect(clockInWords(decisionsAfterPanel, '2023-05-31', panel({ recommends: 'deferred' }))).toEqual([])
    expect(
      clockInWords(toldOfDecisions, '2023-05-31', panel({ decidedOn: '2023-05-12', toldOn: '2023-05-22' })),
    ).toEqual(['2023-05-19 2023-05-22 late'])
  })

  it('leave 28 days for representations, after which nothing is asked for', () => {
    const clock = (on: string, given: Given = {}) =>
      clockInWords(
        representations,
        on,
        panel({ decidedOn: '2023-05-10', decision: 'qualifying-determination', toldOn: '2023-05-12', ...given }),
      )
    expect(clock('2023-06-08')).toEqual(['2023-06-09 due'])
    expect(clock('2023-06-10')).toEqual(['2023-06-09 not required'])
    expect(clock('2023-06-10', { representationsOn: '2023-06-09' })).toEqual(['2023-06-09 2023-06-09 in time'])
    expect(clock('2023-06-10', { decision: 'yes' })).toEqual([])
  })
})

describe('carers', () => {
  it('are seen unannounced every year, by no other visit', () => {
    const visit = (visitedOn: string, kind: string) => recorded(SupervisingVisit, { visitedOn, kind })
    expect(
      clockInWords(
        unannouncedVisits,
        '2023-09-30',
        approved(),
        visit('2022-12-01', 'arranged'),
        visit('2023-02-01', 'unannounced'),
      ),
    ).toEqual(['2023-01-10 2023-02-01 late', '2024-02-01 due'])
  })

  it('complete the training standards within 12 months, relatives and friends within 18, each for themselves', () => {
    const one = (who: SubjectId) =>
      recorded(FosterCarer, { startedOn: '2022-01-10' }, { carer: [who], household: [child] })
    const learned = recorded(
      CarerTraining,
      { completedOn: '2022-12-01', kind: 'standards', course: 'Standards' },
      { carer: [carer], household: [child] },
    )
    expect(clockInWords(trainingStandards, '2023-02-01', approved(), one(carer), one(other), learned)).toEqual([
      '2023-01-10 2022-12-01 in time',
      '2023-01-10 overdue',
    ])
    expect(clockInWords(trainingStandards, '2023-02-01', approved({ kind: 'connected' }), one(other))).toEqual([
      '2023-07-10 due',
    ])
    expect(clockInWords(trainingStandards, '2022-02-01', approved({ kind: 'temporary' }), one(other))).toEqual([])
  })

  it('go back to panel after an allegation, whatever its outcome', () => {
    const alleged = (role: string) =>
      recorded(
        Allegation,
        { madeOn: '2023-01-05', role, outcomeOn: '2023-03-01', outcome: 'unfounded' },
        { adult: [carer], household: [child] },
      )
    const about = panel({ about: 'concern' })
    expect(clockInWords(panelsAfterAllegations, '2023-07-01', approved(), alleged('own-foster-carer'))).toEqual([
      '2023-06-01 overdue',
    ])
    expect(clockInWords(panelsAfterAllegations, '2023-07-01', approved(), alleged('own-foster-carer'), about)).toEqual([
      '2023-06-01 2023-05-02 in time',
    ])
    expect(clockInWords(panelsAfterAllegations, '2023-07-01', approved(), alleged('education'))).toEqual([])
  })
})

describe('where children live', () => {
  it('outside the terms, for no more than six working days', () => {
    const placed = (given: Given) =>
      recorded(
        FosterPlacement,
        { startedOn: '2023-06-01', standing: 'in-care', outsideTerms: 'yes', ...given },
        { child: [carer], household: [child] },
      )
    const clock = (...known: ReturnType<typeof recorded>[]) => clockInWords(outsideTerms, '2023-06-30', ...known)
    expect(clock(placed({}))).toEqual(['2023-06-09 overdue'])
    expect(clock(placed({ endedOn: '2023-06-09' }))).toEqual(['2023-06-09 not required'])
    expect(clock(placed({ endedOn: '2023-06-12' }))).toEqual(['2023-06-09 missed'])
    expect(clock(placed({}), recorded(TermsOfApproval, { startedOn: '2023-06-08' }))).toEqual([
      '2023-06-09 2023-06-08 in time',
    ])
    expect(clock(placed({ outsideTerms: 'no' }))).toEqual([])
  })

  it('is found by the day on which it is needed', () => {
    const search = (given: Given) => recorded(PlacementSearch, { openedOn: '2023-06-01', wanted: 'any', ...given })
    const clock = (given: Given) => clockInWords(placementSearches, '2023-06-30', search(given))
    expect(clock({ neededBy: '2023-07-01' })).toEqual(['2023-07-01 due'])
    expect(clock({})).toEqual(['2023-06-01 overdue'])
    expect(clock({ neededBy: '2023-06-05', endedOn: '2023-06-05', outcome: 'found' })).toEqual([
      '2023-06-05 2023-06-05 in time',
    ])
    expect(clock({ neededBy: '2023-06-05', endedOn: '2023-06-04', outcome: 'not-needed' })).toEqual([
      '2023-06-05 not required',
    ])
  })
})
