import { expect, it } from 'vitest'
import { calendar, known, Stay } from '../../../test/support/counted.ts'
import { Reader } from '../counting/reader.ts'
import { subjectRecords } from '../counting/records.ts'
import { plainDate } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { noTwoAtOnce } from './overlaps.ts'

const rule = noTwoAtOnce({
  ...{ key: 'two-stays', label: 'Two stays at once', source: 'Made up', type: Stay, role: 'guest' },
  from: ({ startedOn }) => startedOn,
  to: ({ endedOn }) => endedOn,
})
const ann = 1 as SubjectId

function found(...stays: readonly (readonly [startedOn: string, endedOn?: string])[]) {
  const records = stays.map(([startedOn, endedOn]) =>
    known(Stay, ann, { startedOn, ...(endedOn === undefined ? {} : { endedOn }) }),
  )
  const reader = new Reader(subjectRecords(ann, records, [Stay]), calendar, plainDate('2023-10-01'))
  return rule.find(reader).map(({ why }) => why)
}

it('two that cannot be at once are told where the second begins before the first has ended, and not on that day', () => {
  expect(found(['2023-01-01', '2023-02-01'], ['2023-02-01', '2023-03-01'])).toEqual([])
  expect(found(['2023-01-01', '2023-02-02'], ['2023-02-01'])).toEqual([
    'It begins on 1 February 2023, while the one before lasts until 1 February 2023.',
  ])
  expect(found(['2023-01-01'], ['2023-02-01', '2023-03-01'])).toEqual([
    'It begins on 1 February 2023, while the one before has not ended.',
  ])
})
