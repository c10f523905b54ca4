import { describe, expect, it } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { another, child, clockOf, recorded } from '../../../test/support/one-child.ts'
import { explainNeed } from '../../core/counting/explain-need.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { readsOfWork, workOf } from '../../core/counting/work-list.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { WorkerAway } from '../organisation/absences.ts'
import { Allocation } from '../organisation/allocation.ts'
import { DocumentSent } from '../people/documents.ts'
import { letterWhileAway, listsOfWorkersAway } from './workers-away.ts'

type Known = ReturnType<typeof recorded>

const away = (given = {}) => recorded(WorkerAway, { startedOn: '2023-10-02', ...given }, { worker: [another] })
const sent = (sentOn: string, to: 'child' | 'somebody else' = 'child') =>
  recorded(DocumentSent, { to: 'Maya', sentOn, how: 'post' }, { recipient: [to === 'child' ? child : another] })
const at = (...known: readonly Known[]) => clockOf(letterWhileAway, known, '2023-10-20')

describe('a child whose worker is away', () => {
  it('is written to within five working days, if it is for more than four weeks or nobody knows', () => {
    expect(at(away(), sent('2023-10-09'))).toEqual([['2023-10-09', '2023-10-09', 'in time']])
    expect(at(away(), sent('2023-10-10'))).toEqual([['2023-10-09', '2023-10-10', 'late']])
    expect(at(away({ backOn: '2023-10-31' }), sent('2023-10-04', 'somebody else'))).toEqual([
      ['2023-10-09', null, 'overdue'],
    ])
    expect(at(away({ backOn: '2023-10-30' }))).toEqual([[null, null, 'not required']])
    expect(at(away({ endedOn: '2023-10-06' }))).toEqual([['2023-10-09', null, 'not required']])
  })

  it('has somebody who covers', () => {
    const list = listsOfWorkersAway.find(({ key }) => key === 'worker-away-without-cover')
    if (list === undefined) throw new Error('There is no such list')
    const needs = (...known: readonly Known[]) =>
      workOf(
        list,
        subjectRecords(child, known, readsOfWork(list)),
        calendar,
      )(plainDate('2023-10-20')).needs.map(explainNeed)
    const cover = (coverFor: number, endedOn: string | null = null) =>
      recorded(Allocation, { role: 'social-worker', startedOn: '2023-10-03', endedOn, coverFor })
    expect(needs(away({ backOn: '2023-12-01' }))).toEqual([
      'Their worker is away and nobody covers since 2 October 2023: expected back on 1 December 2023.',
    ])
    expect(needs(away(), cover(another))).toEqual([])
    expect(needs(away(), cover(another, '2023-10-10'))).toHaveLength(1)
    expect(needs(away(), cover(child))).toHaveLength(1)
    expect(needs(away({ endedOn: '2023-10-20' }))).toEqual([])
  })
})
