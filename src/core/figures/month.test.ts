import { describe, expect, it } from 'vitest'
import {
  type Commentary,
  inTheWayOf,
  missingToSignOff,
  type StepTaken,
  sectionState,
  standingOf,
  wantsExplaining,
} from './month.ts'

const said = (indicator: string | null, words: Partial<Commentary>, day = 1): Commentary => ({
  section: 'placement',
  indicator,
  ...{ goingWell: '', worries: '', doing: '' },
  at: new Date(Date.UTC(2023, 9, day)),
  by: 'dilys',
  ...words,
})
const took = (step: StepTaken['step']): StepTaken => ({ step, words: 'x', at: new Date(0), by: 'iain' })
const placement = { key: 'placement', missed: ['far', 'unregulated'] }

describe('the commentary of a section', () => {
  it('is written when something is said of it, and why of each figure that misses its target', () => {
    const about = said(null, { goingWell: 'More carers' })
    const [far, other] = [said('far', { worries: 'Too few homes' }), said('unregulated', { doing: 'Two homes found' })]
    expect(sectionState(placement, [])).toMatchObject({ state: 'not started', explained: [] })
    expect(sectionState(placement, [far])).toMatchObject({ state: 'started', explained: ['far'] })
    expect(sectionState(placement, [far, other])).toMatchObject({ state: 'started' })
    expect(sectionState(placement, [about, far, other])).toMatchObject({ state: 'written', missed: placement.missed })
    expect(sectionState({ key: 'placement', missed: [] }, [about])).toMatchObject({ state: 'written' })
  })

  it('is not of a figure of which only good is said, nor of one whose words were taken back, nor of another section', () => {
    expect(sectionState(placement, [said('far', { goingWell: 'All well' })]).explained).toEqual([])
    const takenBack = [said('far', { worries: 'Too few' }, 1), said('far', {}, 2)]
    expect(sectionState(placement, takenBack)).toMatchObject({ explained: [], last: { by: 'dilys' } })
    const elsewhere = said(null, { section: 'safety', goingWell: 'x' })
    expect(sectionState(placement, [elsewhere])).toMatchObject({ state: 'not started', last: null })
  })
})

describe('a month', () => {
  it('is signed off until it is opened again', () => {
    const taken = [took('quality seen'), took('signed off')]
    expect(standingOf(taken).signedOff).toBe(taken[1])
    expect(standingOf([...taken, took('opened again')]).signedOff).toBeUndefined()
    expect(standingOf([...taken, took('opened again'), took('signed off')]).signedOff).toBeDefined()
  })

  it('says what keeps it from being signed off', () => {
    const written = { ...sectionState({ key: 'a', missed: [] }, []), label: 'Safety', state: 'written' as const }
    const open = { ...written, label: 'Health', state: 'started' as const }
    expect(missingToSignOff([], [written, open])).toEqual([
      'nobody has said that the quality of the data was looked at',
      'Health is not written',
    ])
    expect(missingToSignOff([took('quality seen')], [written])).toEqual([])
  })
})

it('wants a figure explained that misses its target, or of which even one is too many', () => {
  expect(wantsExplaining({ rag: 'red', value: 1 }, undefined)).toBe(true)
  expect(wantsExplaining({ rag: 'amber', value: 1 }, undefined)).toBe(false)
  expect(wantsExplaining({ rag: 'green', value: 1 }, 'Nobody should live there.')).toBe(true)
  expect(wantsExplaining({ rag: null, value: 0 }, 'Nobody should live there.')).toBe(false)
  expect(wantsExplaining({ rag: null, value: null }, 'Nobody should live there.')).toBe(false)
})

it('publishes to each once, and holds back nothing that somebody has already', () => {
  expect(inTheWayOf('board', ['internal'])).toBeUndefined()
  expect(inTheWayOf('board', ['internal', 'board'])).toBe('board')
  expect(inTheWayOf('exempt', ['board'])).toBe('board')
  expect(inTheWayOf('public', ['exempt'])).toBe('exempt')
  expect(inTheWayOf('withheld', ['public'])).toBe('public')
  expect(inTheWayOf('public', ['internal', 'board'])).toBeUndefined()
})
