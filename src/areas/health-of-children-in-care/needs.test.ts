import { describe, expect, test } from 'vitest'
import { born, inCare } from '../../../test/support/care-of-one-child.ts'
import { clockOf, cutIn, onList, recorded, saysOf, verdictsIn } from '../../../test/support/one-child.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import type { WorkList } from '../../core/counting/work-list.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../children-in-care/health.ts'
import { PlacedHere } from '../children-in-care/placed-here.ts'
import { healthOfChildrenInCare } from './index.ts'
import { EmotionalHealthNeed, HealthAssessmentRequest, NoDentalCheck } from './records.ts'
import { firstHealthRequest } from './wellbeing-timescales.ts'

const { indicators, workLists = [] } = healthOfChildrenInCare
const figure = (key: string): Indicator => get(indicators, key)
const list = (key: string): WorkList => get(workLists, key)
function get<One extends { readonly key: string }>(all: readonly One[], key: string): One {
  const found = all.find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no ${key}`)
  return found
}

const nine = born('2014-02-02')
const living = (location: string, startedOn = '2021-01-04'): KnownRecord =>
  recorded(Episode, {
    ...{ startedOn, reasonStarted: 'S', legalStatus: 'C2', categoryOfNeed: 'N1', placement: 'U6', provider: 'PR1' },
    placementLocation: location,
    placementAuthority: location === 'OUT' ? 'E07000044' : null,
  })
const request = (sentOn: string, more = {}) => recorded(HealthAssessmentRequest, { sentOn, ...more })
const assessed = (assessedOn: string, kind: string, attendance = 'done') =>
  recorded(HealthAssessment, { assessedOn, kind, attendance })
const need = (startedOn: string, more = {}) => recorded(EmotionalHealthNeed, { need: 'Anxious', startedOn, ...more })

describe('the request for the first health assessment', () => {
  const clock = (...known: readonly KnownRecord[]) => clockOf(firstHealthRequest, known, '2023-09-30')
  const came = [nine, inCare('2023-09-01')]

  test('is due five working days after coming into care, and late on the sixth', () => {
    expect(clock(...came)).toEqual([['2023-09-08', null, 'overdue']])
    expect(clock(...came, request('2023-09-08'))).toEqual([['2023-09-08', '2023-09-08', 'in time']])
    expect(clock(...came, request('2023-09-11'))).toEqual([['2023-09-08', '2023-09-11', 'late']])
  })
  test('is not met by one for a review, nor by one of a time in care before', () => {
    expect(clock(...came, request('2023-09-05', { kind: 'review' }))).toEqual([['2023-09-08', null, 'overdue']])
    expect(clock(...came, request('2023-08-31'))).toEqual([['2023-09-08', null, 'overdue']])
  })
  test('is asked for no more once the assessment was held', () => {
    expect(clock(...came, assessed('2023-09-20', 'initial'))).toEqual([['2023-09-08', null, 'missed']])
    expect(clock(...came, assessed('2023-09-05', 'initial'))).toEqual([['2023-09-08', null, 'not required']])
  })
})

describe('a health assessment that is late', () => {
  const assessments = list('health-assessments')

  test('shows each step before it, why, and whether the child lives outside the area', () => {
    const steps = { consentOn: '2023-09-04', consentBy: 'Mother', appointmentOffered: '2023-10-09' }
    const known = [nine, living('OUT', '2023-09-01'), request('2023-09-06', { ...steps, delayReason: 'other-area' })]
    expect(saysOf(assessments, known, '2023-10-02')).toEqual([
      {
        ...{ location: 'OUT', consentOn: '2023-09-04', sentOn: '2023-09-06', appointment: '2023-10-09' },
        whyLate: 'The health team where the child lives could not see them in time',
      },
    ])
    const nobody = [nine, living('OUT', '2023-09-01')]
    expect(saysOf(assessments, nobody, '2023-10-02')).toMatchObject([{ whyLate: 'Nobody has written down why' }])
    expect(saysOf(assessments, nobody, '2023-09-20')).toMatchObject([{ whyLate: 'Not overdue', sentOn: null }])
  })

  test('is counted by where the child lives and by why, the first and the yearly', () => {
    const first = figure('iha-within-20-days')
    const came = [nine, living('OUT', '2023-09-04')]
    const late = [...came, request('2023-09-05', { delayReason: 'interpreter' })]
    expect(cutIn(first, 'location', late, '2023-09')).toEqual(['OUT'])
    expect(cutIn(first, 'whyLate', late, '2023-09')).toEqual(['There was no interpreter'])
    expect(cutIn(first, 'whyLate', came, '2023-09')).toEqual(['Nobody has written down why'])
    expect(cutIn(first, 'whyLate', [...late, assessed('2023-09-20', 'initial')], '2023-09')).toEqual(['In time'])

    const yearly = figure('annual-health-assessment-on-time-12-months-plus')
    const since2021 = [nine, living('OUT'), assessed('2021-01-20', 'initial'), assessed('2022-08-01', 'review')]
    const asked = request('2023-08-01', { kind: 'review', delayReason: 'no-appointment' })
    expect(cutIn(yearly, 'location', since2021, '2023-09')).toEqual(['OUT'])
    expect(cutIn(yearly, 'whyLate', [...since2021, asked], '2023-09')).toEqual(['No appointment was to be had in time'])
  })
})

describe('health assessments held', () => {
  const held = figure('health-assessments-held')
  const came = [nine, inCare('2023-01-09')]

  test('are counted when they were held, late ones and reviews too, and never one that was refused', () => {
    expect(verdictsIn(held, [...came, assessed('2023-09-05', 'initial')], '2023-09')).toEqual(['1'])
    expect(verdictsIn(held, [...came, assessed('2023-09-05', 'initial')], '2023-08')).toEqual([])
    expect(verdictsIn(held, [...came, assessed('2023-09-05', 'review', 'refused')], '2023-09')).toEqual([])
    expect(cutIn(held, 'inTime', [...came, assessed('2023-09-05', 'initial')], '2023-09')).toEqual(['Late'])
    expect(cutIn(held, 'inTime', [...came, assessed('2023-02-01', 'initial')], '2023-02')).toEqual(['In time'])
  })
  test('are counted of children whom another authority placed here', () => {
    const placed = [nine, recorded(PlacedHere, { authority: 'Devon', startedOn: '2023-03-01' })]
    const known = [...placed, assessed('2023-09-05', 'review')]
    expect(verdictsIn(held, known, '2023-09')).toEqual(['1'])
    expect(cutIn(held, 'whose', known, '2023-09')).toEqual(['Another authority’s, placed here'])
    expect(cutIn(held, 'inTime', known, '2023-09')).toEqual(['By no clock of ours'])
  })
})

describe('a dental check that was not had', () => {
  const dental = figure('dental-check-within-12-months')
  const checks = list('dental-checks')
  const known = [nine, living('IN')]
  const noDentist = recorded(NoDentalCheck, {
    ...{ foundOn: '2023-02-01', reason: 'no-dentist', untreated: 'yes', need: 'Toothache' },
  })

  test('has a reason and the need that nobody treats, on the list and in the figure alike', () => {
    expect(saysOf(checks, [...known, noDentist], '2023-09-30')).toEqual([
      { why: 'No dentist takes them', untreated: 'A need that nobody treats', need: 'Toothache', location: 'IN' },
    ])
    expect(cutIn(dental, 'whyWithout', [...known, noDentist], '2023-09')).toEqual(['No dentist takes them'])
    expect(saysOf(checks, known, '2023-09-30')).toMatchObject([{ why: 'Nobody has written down why' }])
    expect(cutIn(dental, 'whyWithout', known, '2023-09')).toEqual(['Nobody has written down why'])
  })
  test('was refused, where the last one was and nothing else is known', () => {
    const refused = recorded(DentalCheck, { checkedOn: '2023-03-01', attendance: 'refused' })
    expect(cutIn(dental, 'whyWithout', [...known, refused], '2023-09')).toEqual(['The child does not want to go'])
  })
  test('asks nothing of whoever had one in the 12 months', () => {
    const had = recorded(DentalCheck, { checkedOn: '2023-03-01', attendance: 'done' })
    expect(cutIn(dental, 'whyWithout', [...known, noDentist, had], '2023-09')).toEqual(['Had a check'])
    expect(saysOf(checks, [...known, noDentist, had], '2023-09-30')).toMatchObject([{ why: 'Not overdue' }])
  })
})

describe('how a child feels', () => {
  const known = [nine, living('OUT')]
  const referred = { referredOn: '2023-07-03', service: 'camhs' }

  test('is waited for in weeks, by service, in or out of the area', () => {
    const waiting = list('waiting-for-emotional-health-help')
    expect(saysOf(waiting, [...known, need('2023-06-20', referred)], '2023-09-04')).toEqual([
      { service: 'camhs', referredOn: '2023-07-03', weeks: 9, location: 'OUT' },
    ])
    expect(
      onList(waiting, [...known, need('2023-06-20', { ...referred, seenOn: '2023-09-01' })], '2023-09-04'),
    ).toEqual({
      needs: [],
      unknown: [],
    })
  })

  test('stands with who helps, what is done and what came of it, and needs nobody by that alone', () => {
    const needs = list('emotional-health-needs')
    const before = need('2022-01-10', { endedOn: '2022-09-01', outcome: 'Sleeps through.' })
    const now = need('2023-06-20', { ...referred, seenOn: '2023-07-31', response: 'Once a week', knownFrom: 'school' })
    expect(saysOf(needs, [...known, before, now], '2023-09-04')).toMatchObject([
      { service: 'camhs', stands: 'Is seen', weeks: 4, response: 'Once a week', outcome: 'Sleeps through.' },
    ])
    expect(onList(needs, [...known, now], '2023-09-04').needs).toMatchObject([{ isNow: false }])
    expect(onList(needs, [...known, before], '2023-09-04').needs).toEqual([])
    // They stand on the dashboard by name, whoever waits first.
    expect(healthOfChildrenInCare.namesFirst).toBe(needs)
    const waits = onList(needs, [...known, need('2023-06-20', referred)], '2023-09-04').needs
    expect(waits[0]?.gravity).toBeGreaterThan(onList(needs, [...known, now], '2023-09-04').needs[0]?.gravity ?? 0)
  })

  test('is answered when somebody helps and something is done, of every need', () => {
    const answered = figure('cic-emotional-health-needs-answered')
    const done = need('2023-06-20', { ...referred, response: 'Once a week' })
    expect(verdictsIn(answered, [...known, done], '2023-09')).toEqual(['1'])
    expect(verdictsIn(answered, [...known, done, need('2023-08-01')], '2023-09')).toEqual(['0'])
    expect(verdictsIn(answered, known, '2023-09')).toEqual([])
    expect(verdictsIn(figure('cic-waiting-for-emotional-health-help'), [...known, done], '2023-09')).toEqual(['1'])
    expect(cutIn(figure('cic-emotional-health-needs'), 'service', [...known, done], '2023-09')).toEqual(['camhs'])
  })

  test('is counted once, from however many sides it is known', () => {
    const concerns = figure('emotional-health-concerns')
    const first = need('2023-09-04', { concern: 'anxiety', knownFrom: 'school' })
    const again = need('2023-09-12', { concern: 'anxiety', knownFrom: 'review' })
    expect(verdictsIn(concerns, [...known, first, again], '2023-09')).toEqual(['1'])
    expect(cutIn(concerns, 'knownFrom', [...known, first, again], '2023-09')).toEqual(['school'])
    const another = need('2023-09-12', { concern: 'sleep', knownFrom: 'carer' })
    expect(verdictsIn(concerns, [...known, first, another], '2023-09')).toEqual(['1', '1'])
    const over = need('2023-03-01', { concern: 'anxiety', endedOn: '2023-09-04' })
    expect(verdictsIn(concerns, [...known, over, first], '2023-09')).toEqual(['1'])
    expect(verdictsIn(concerns, [...known, need('2023-03-01', { concern: 'anxiety' }), first], '2023-09')).toEqual([])
  })
})

describe('what health needs to know of children who live outside the area', () => {
  const elsewhere = list('health-of-children-placed-elsewhere')

  test('is when an assessment was asked for, is due and was held, and by whom', () => {
    const held = assessed('2022-09-19', 'initial')
    const asked = request('2023-08-01', { kind: 'review', provider: 'Devon nurses', delayReason: 'other-area' })
    expect(saysOf(elsewhere, [nine, living('OUT'), held, asked], '2023-10-02')).toMatchObject([
      {
        ...{ kind: 'Review', sentOn: '2023-08-01', due: '2023-09-19', heldOn: '2022-09-19', state: 'Overdue' },
        ...{ provider: 'Devon nurses', authority: 'E07000044' },
      },
    ])
    expect(onList(elsewhere, [nine, living('IN'), held], '2023-10-02').needs).toEqual([])
  })
})
