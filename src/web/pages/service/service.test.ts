import { describe, expect, it } from 'vitest'
import { calendar, guests, inTheAttic, known, Stay } from '../../../../test/support/counted.ts'
import { seriesOf } from '../../../../test/support/series.ts'
import type { App } from '../../../app/app.ts'
import { subjectRecords } from '../../../core/counting/records.ts'
import { needTest, workList, workOf } from '../../../core/counting/work-list.ts'
import { parsePeriod } from '../../../core/dates/period.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import type { Area } from '../../../core/definitions/area.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'
import { serviceView } from './view.ts'

const on = plainDate('2023-10-04')
const work = workList({
  key: 'in-the-attic',
  label: 'In the attic',
  source: 'Made up',
  population: guests,
  test: needTest('sleeps in the attic', inTheAttic),
})
const needs = [1, 2].flatMap((at) => {
  const stay = known(Stay, at as SubjectId, { startedOn: '2023-09-01', room: 'attic' })
  return workOf(work, subjectRecords(at as SubjectId, [stay], [Stay]), calendar)(on).needs
})
const area: Area = { key: 'guests', label: 'Guests', indicators: [], workLists: [work] }
const who: Who = { account: { name: 'Tom' }, form: '' } as never
const app: App = { own: undefined } as never

function view(...given: readonly Parameters<typeof seriesOf>[0][]) {
  const notShown = { needs: 0, overdue: 0, unknown: 0 }
  const lists = [{ work, needs, notKnown: 0, notShown, longest: undefined }]
  const figures = { period: parsePeriod('2023-09'), series: given.map(seriesOf) }
  return serviceView(app, area, { figures, work: { on, lists, teams: new Map(), names: undefined } }, who)
}

describe('a dashboard', () => {
  it('calls nobody overdue who is on a list by a test', () => {
    const { heading } = view()
    expect(heading).toBe('Guests: nothing is overdue, 2 in need of somebody now, none due in the next 7 days')
  })

  it('lists the figures of the service that could have a target and have none', () => {
    const named = (key: string, more: object) => ({ indicator: { key, label: key, ...more }, values: [1, 2] })
    const { withoutTarget } = view(
      { ...named('with', {}), target: 3 },
      named('without', {}),
      named('neither', { goodIs: 'neither' }),
    )
    expect(withoutTarget.map(({ label }) => label)).toEqual(['without'])
  })
})
