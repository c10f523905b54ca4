import { expect, it } from 'vitest'
import { clockInWords, verdictOf } from '../../../test/support/in-words.ts'
import { recorded } from '../../../test/support/one-child.ts'
import { HomeRegistration, IndependentHomeVisit, QualityOfCareReview } from './home-records.ts'
import { indicators } from './indicators.ts'
import { independentVisits, qualityOfCareReports, qualityOfCareReviews } from './timescales.ts'

const registered = (given: Parameters<typeof recorded>[1] = {}) =>
  recorded(HomeRegistration, { registeredOn: '2023-01-20', places: 4, ...given })
const visit = (visitedOn: string) => recorded(IndependentHomeVisit, { visitedOn })

it('a home is visited in each calendar month', () => {
  expect(clockInWords(independentVisits, '2023-05-01', registered(), visit('2023-02-28'), visit('2023-03-02'))).toEqual(
    ['2023-02-28 2023-02-28 in time', '2023-03-31 2023-03-02 in time', '2023-04-30 overdue'],
  )
})

it('under other conditions it is the same home; closed, it is not visited', () => {
  const before = registered({ endedOn: '2023-04-03' })
  const after = registered({ registeredOn: '2023-04-03', endedOn: '2023-06-01' })
  expect(clockInWords(independentVisits, '2023-07-01', before, after, visit('2023-05-30'))).toEqual([
    '2023-02-28 2023-05-30 late',
    '2023-06-30 not required',
  ])
})

it('the quality of care is reviewed every six months, and reported within 28 days', () => {
  const review = recorded(QualityOfCareReview, { completedOn: '2023-07-20', sentOn: '2023-08-18' })
  expect(clockInWords(qualityOfCareReviews, '2023-09-30', registered(), review)).toEqual([
    '2023-07-20 2023-07-20 in time',
    '2024-01-20 due',
  ])
  expect(clockInWords(qualityOfCareReports, '2023-09-30', review)).toEqual(['2023-08-17 2023-08-18 late'])
})

it('figures are of homes that are registered on the day', () => {
  const verdicts = (...known: ReturnType<typeof recorded>[]) =>
    indicators.map((indicator) => verdictOf(indicator, '2023-09', ...known)).join('')
  expect(verdicts(registered({ manager: 'Someone' }), visit('2023-08-02'))).toBe('1110')
  expect(verdicts(registered(), visit('2023-07-31'))).toBe('1000')
  expect(verdicts(registered({ endedOn: '2023-09-30' }))).toBe('----')
})
