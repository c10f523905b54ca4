import { describe, expect, it } from 'vitest'
import { recorded, verdictsIn } from '../../../test/support/one-child.ts'
import { Escalation } from './escalation-records.ts'
import { escalations } from './escalations.ts'

const escalation = (given = {}) =>
  recorded(Escalation, { concern: 'health', began: 'informal', startedOn: '2023-09-10', ...given })

/** How many count among the informal, the formal and the closed of September 2023, as known then. */
const counted = (...known: ReturnType<typeof recorded>[]) =>
  ['informal', 'formal', 'closed'].map((which) => {
    const indicator = escalations.find(({ key }) => key === `iro-escalations-${which}`)
    if (indicator === undefined) throw new Error(which)
    return verdictsIn(indicator, known, '2023-09').filter((is) => is === '1').length
  })

describe('escalations', () => {
  it('counts an informal one by the day it began, and by the day of its first formal stage too', () => {
    expect(counted(escalation())).toEqual([1, 0, 0])
    expect(counted(escalation({ startedOn: '2023-08-31' }))).toEqual([0, 0, 0])
    expect(counted(escalation({ startedOn: '2023-08-31', formalOn: '2023-09-01' }))).toEqual([0, 1, 0])
    expect(counted(escalation({ formalOn: '2023-09-12', stage2On: '2023-09-20' }))).toEqual([1, 1, 0])
  })

  it('counts one that was formal at once, or referred to Cafcass, as formal only', () => {
    expect(counted(escalation({ began: 'formal', formalOn: '2023-09-10', firstStage: '2' }))).toEqual([0, 1, 0])
    expect(counted(escalation({ began: 'formal', formalOn: '2023-09-10', firstStage: 'cafcass' }))).toEqual([0, 1, 0])
  })

  it('counts each closing, whenever it began, however it ended', () => {
    const older = escalation({ startedOn: '2023-02-01', closedOn: '2023-09-05', ending: 'withdrawn' })
    const again = escalation({ began: 'reopened', startedOn: '2023-09-08', closedOn: '2023-09-30' })
    expect(counted(older, again)).toEqual([0, 0, 2])
    expect(counted(escalation({ startedOn: '2023-02-01', closedOn: '2023-10-01' }))).toEqual([0, 0, 0])
  })

  it('counts two about different concerns as two', () => {
    expect(counted(escalation(), escalation({ concern: 'education' }))).toEqual([2, 0, 0])
  })
})
