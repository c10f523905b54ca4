import { describe, expect, it } from 'vitest'
import { Episode } from '../../../src/areas/children-in-care/episodes.ts'
import { CareVisit } from '../../../src/areas/children-in-care/reviews-and-visits.ts'
import { careVisits } from '../../../src/areas/children-in-care/visit-clock.ts'
import { letterWhileAway } from '../../../src/areas/children-in-care/workers-away.ts'
import { areas } from '../../../src/areas/index.ts'
import { WorkerAway } from '../../../src/areas/organisation/absences.ts'
import { DocumentSent } from '../../../src/areas/people/documents.ts'
import { SeenAndHeard } from '../../../src/areas/people/notes.ts'
import { Person } from '../../../src/areas/people/person.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import type { Indicator } from '../../../src/core/definitions/indicator.ts'
import { another, child, clockOf, recorded, verdictsIn } from '../../support/one-child.ts'

// Of where others have gone wrong about child protection and assessments, what can be asked today. docs/traps.md says what cannot, and why.

const indicatorOf = (key: string): Indicator => {
  const found = areas.flatMap(({ indicators }) => indicators).find((one) => one.key === key)
  if (found === undefined) throw new Error(`There is no indicator ${key}`)
  return found
}
const care = (startedOn: string, given: Parameters<typeof recorded>[1] = {}) =>
  recorded(Episode, { startedOn, reasonStarted: 'S', legalStatus: 'C2', placement: 'U6', ...given })

describe('41. a child who moves between authorities', () => {
  it('has left here when another takes over the care, and came when we do', () => {
    const taken = care('2023-01-02', { endedOn: '2023-06-10', reasonEnded: 'E3' })
    const born = recorded(Person, { bornOn: '2012-05-04' })
    expect(verdictsIn(indicatorOf('cic-ceased'), [born, taken], '2023-06')).toEqual(['1'])
    expect(verdictsIn(indicatorOf('cic-number-month-end'), [born, taken], '2023-06')).toEqual([])
    expect(verdictsIn(indicatorOf('cic-started'), [born, care('2023-06-10')], '2023-06')).toEqual(['1'])
  })
})

describe('45. a child not yet born', () => {
  const unborn = recorded(Person, { expectedOn: '2023-11-01', sex: 'U' })

  it('has no age, is in care of nobody, and has no clock', () => {
    expect(verdictsIn(indicatorOf('cic-number-month-end'), [unborn], '2023-09')).toEqual([])
    expect(clockOf(careVisits, [unborn], '2023-09-30')).toEqual([])
  })

  it('is the same record once born: care that begins at birth is counted of it, whatever was expected', () => {
    const birth = recorded(Person, { bornOn: '2023-10-20', sex: 'F' })
    expect(verdictsIn(indicatorOf('cic-started'), [birth, care('2023-10-21')], '2023-10')).toEqual(['1'])
  })
})

describe('46. brothers and sisters', () => {
  it('have everything each for themselves: whatever begins or meets a clock is a record of one', () => {
    const read = new Set(areas.flatMap(({ timescales = [] }) => timescales.flatMap(({ reads }) => reads)))
    expect(read.size).toBeGreaterThan(20)
    const ofSeveral = [...read].filter(({ subjects }) => Object.values(subjects)[0]?.many === true)
    // A letter may be about several children. It meets the clock of the one to whom it went.
    expect(ofSeveral).toEqual([DocumentSent])
    const away = recorded(WorkerAway, { startedOn: '2023-10-02' }, { worker: [another] })
    const letterTo = (recipient: SubjectId) =>
      recorded(
        DocumentSent,
        { to: 'x', sentOn: '2023-10-04', how: 'post' },
        { people: [child, another], recipient: [recipient] },
      )
    const state = (recipient: SubjectId) =>
      clockOf(letterWhileAway, [away, letterTo(recipient)], '2023-10-20').map(([, , is]) => is)
    expect([state(child), state(another)]).toEqual([['in time'], ['overdue']])
  })

  it('are seen, and seen alone, each for themselves', () => {
    expect([SeenAndHeard, CareVisit].map(({ subjects }) => 'many' in subjects.child)).toEqual([false, false])
  })
})
