import { describe, expect, it } from 'vitest'
import { recorded, verdictsIn } from '../../../test/support/one-child.ts'
import {
  AdopterEnquiry,
  AdopterPanel,
  AdopterPause,
  AdopterStage,
  AdoptersLeft,
  SuitabilityDecision,
} from './adopter-records.ts'
import { adopters } from './adopters.ts'

const is = (key: string, ...known: ReturnType<typeof recorded>[]) => {
  const indicator = adopters.find((one) => one.key === key)
  if (indicator === undefined) throw new Error(key)
  return verdictsIn(indicator, known, '2023-09').join()
}
const stage = (which: string, startedOn: string, given = {}) =>
  recorded(AdopterStage, { stage: which, startedOn, ...given })
const decided = (decidedOn: string, suitable = 'yes') => recorded(SuitabilityDecision, { decidedOn, suitable })

describe('adoptive families approved', () => {
  const key = 'adoptive-families-approved-adm'
  const panel = recorded(AdopterPanel, { heldOn: '2023-09-10', about: 'suitability', recommended: 'suitable' })

  it('counts decisions of the month, a second one of the same family too, and no recommendation of a panel', () => {
    expect(is(key, decided('2023-09-30'))).toBe('1')
    expect(is(key, decided('2022-09-30'), decided('2023-09-01'))).toBe('1')
    expect(is(key, decided('2023-09-01'), decided('2023-09-20'))).toBe('1,1')
    expect(is(key, decided('2023-08-31'), decided('2023-10-01'), panel)).toBe('')
    expect(is(key, decided('2023-09-30', 'no'))).toBe('')
  })

  it('leaves out a household that an agency approved for another authority', () => {
    const enquiry = (forAnother: string | null) => recorded(AdopterEnquiry, { enquiredOn: '2023-01-10', forAnother })
    expect(is(key, decided('2023-09-30'), enquiry('yes'))).toBe('')
    expect(is(key, decided('2023-09-30'), enquiry(null))).toBe('1')
  })
})

describe('adoptive families in assessment', () => {
  const key = 'adoptive-families-in-assessment'

  it('counts either stage and the fast track, and no enquiry alone', () => {
    expect(is(key, stage('one', '2023-09-30'))).toBe('1')
    expect(is(key, stage('two', '2023-05-10'))).toBe('1')
    expect(is(key, stage('fast-track', '2023-05-10'))).toBe('1')
    expect(is(key, recorded(AdopterEnquiry, { enquiredOn: '2023-09-10', registeredOn: '2023-09-20' }))).toBe('')
    expect(is(key, stage('one', '2023-10-01'))).toBe('')
  })

  it('goes on between the stages, for six months to the day', () => {
    const first = (endedOn: string, howEnded: string | null = 'goes-on') =>
      stage('one', '2023-01-10', { endedOn, howEnded })
    expect(is(key, first('2023-03-30'))).toBe('1')
    expect(is(key, first('2023-03-29'))).toBe('')
    expect(is(key, first('2023-09-01', 'may-not'))).toBe('')
    expect(is(key, first('2023-09-01', 'withdrew'))).toBe('')
    expect(is(key, first('2023-09-01', null))).toBe('!')
  })

  it('ends on the day of the decision, of leaving, or of a pause that goes on', () => {
    const second = stage('two', '2023-05-10')
    const pause = (endedOn: string | null) => recorded(AdopterPause, { startedOn: '2023-09-30', endedOn })
    expect(is(key, second, decided('2023-09-30'))).toBe('')
    expect(is(key, second, decided('2023-10-01'))).toBe('1')
    expect(is(key, second, recorded(AdoptersLeft, { leftOn: '2023-09-30', why: 'withdrew' }))).toBe('')
    expect(is(key, second, pause(null))).toBe('')
    expect(is(key, second, pause('2023-10-02'))).toBe('')
    expect(is(key, second, recorded(AdopterPause, { startedOn: '2023-08-30', endedOn: '2023-09-20' }))).toBe('1')
  })

  it('begins again with another assessment, of a family that was approved or left before', () => {
    expect(is(key, decided('2020-05-10'), stage('fast-track', '2023-08-01'))).toBe('1')
    const left = recorded(AdoptersLeft, { leftOn: '2022-03-01', why: 'withdrew' })
    expect(is(key, stage('one', '2022-01-10'), left, stage('one', '2023-08-01'))).toBe('1')
  })

  it('does not know of a second stage that ended with a decision that is not recorded', () => {
    const second = (howEnded: string | null) => stage('two', '2023-03-10', { endedOn: '2023-08-01', howEnded })
    expect(is(key, second('decided'))).toBe('!')
    expect(is(key, second(null))).toBe('1')
  })
})
