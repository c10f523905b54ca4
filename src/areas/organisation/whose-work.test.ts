import { expect, test } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { another, child, recorded } from '../../../test/support/one-child.ts'
import { Reader } from '../../core/counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../../core/counting/records.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { Allocation } from './allocation.ts'
import { whoseWork } from './whose-work.ts'

const [sam, ola] = [another, 3 as SubjectId]
const allocated = (role: string, worker: SubjectId, startedOn: string, more: object = {}) =>
  recorded(Allocation, { role, startedOn, ...more }, { worker: [worker] })
const asAt = plainDate('2023-09-30')
const workerOf = (...known: readonly KnownRecord[]) => {
  const history = new Reader(subjectRecords(child, known, [Allocation]), calendar, asAt)
  return whoseWork.worker.of({ history, asAt, from: asAt, to: addDays(asAt, 1) })
}

test('a personal adviser beside a social worker takes nobody from them; alone, the work is theirs', () => {
  const worker = allocated('social-worker', sam, '2020-01-06')
  const adviser = allocated('personal-adviser', ola, '2023-01-09')
  expect(workerOf(worker, adviser)).toBe(sam)
  expect(workerOf(adviser)).toBe(ola)
  expect(workerOf(allocated('social-worker', sam, '2020-01-06', { endedOn: '2023-09-01' }), adviser)).toBe(ola)
})

test('cover comes before whoever is covered for', () => {
  expect(
    workerOf(
      allocated('social-worker', ola, '2023-09-01', { coverFor: sam }),
      allocated('social-worker', sam, '2023-09-15'),
    ),
  ).toBe(ola)
})
