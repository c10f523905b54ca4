import type { Chronology, Run } from '../../core/counting/chronology.ts'
import { addDays, daysInMonth, fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { HomeRegistration, IndependentHomeVisit, QualityOfCareReview } from './home-records.ts'

const regulations = 'Children’s Homes (England) Regulations 2015'

/** While a home is registered, whichever registration took the place of which. */
function registeredRuns(history: Chronology): readonly Run[] {
  const runs: Run[] = []
  for (const { id, registeredOn, endedOn } of history.all(HomeRegistration)) {
    const last = runs.at(-1)
    if (registeredOn === null) continue
    if (last !== undefined && (last.until === null || last.until >= registeredOn)) {
      runs.pop()
      runs.push({ ...last, until: endedOn })
    } else runs.push({ from: registeredOn, until: endedOn, began: 'registration', because: [id] })
  }
  return runs
}

/** The last day of the month after the one in which a day lies. */
function endOfNextMonth(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day)
  const first = addDays(fromParts(year, month, daysInMonth(year, month)), 1)
  const next = partsOf(first)
  return fromParts(next.year, next.month, daysInMonth(next.year, next.month))
}

/** At least once in each calendar month: a visit on the 3rd leaves until the end of the next. */
export const independentVisits = timescale({
  key: 'independent-home-visit',
  label: 'Independent visit to a home',
  done: 'made',
  source: `${regulations}, regulation 44(1)`,
  reads: [HomeRegistration, IndependentHomeVisit],
  recurs: true,
  runs: registeredRuns,
  met: (history) =>
    history
      .all(IndependentHomeVisit)
      .flatMap(({ id, visitedOn }) => (visitedOn === null ? [] : [{ on: visitedOn, because: [id] }])),
  rules: [
    {
      source: `${regulations}, regulation 44(1)`,
      limit: ({ from }) => ({ by: endOfNextMonth(from), why: 'at least once in each month' }),
    },
  ],
})

export const qualityOfCareReviews = timescale({
  key: 'quality-of-care-review',
  label: 'Review of the quality of care in a home',
  done: 'completed',
  source: `${regulations}, regulation 45(5)`,
  reads: [HomeRegistration, QualityOfCareReview],
  recurs: true,
  runs: registeredRuns,
  met: (history) =>
    history
      .all(QualityOfCareReview)
      .flatMap(({ id, completedOn }) => (completedOn === null ? [] : [{ on: completedOn, because: [id] }])),
  rules: [
    {
      source: `${regulations}, regulation 45(5)`,
      limit: ({ number }) => ({ within: '6 months', after: number === 1 ? 'registration' : 'the last review' }),
    },
  ],
})

export const qualityOfCareReports = timescale({
  key: 'quality-of-care-report',
  label: 'Report of the quality of care to Ofsted',
  done: 'sent',
  source: `${regulations}, regulation 45(4)`,
  reads: [QualityOfCareReview],
  recurs: false,
  runs: (history) =>
    history
      .all(QualityOfCareReview)
      .flatMap(({ id, completedOn }) =>
        completedOn === null ? [] : [{ from: completedOn, until: null, began: 'the review', because: [id] }],
      ),
  met: (history, { because }) =>
    history
      .all(QualityOfCareReview)
      .flatMap(({ id, sentOn }) => (because.includes(id) && sentOn !== null ? [{ on: sentOn, because: [id] }] : [])),
  rules: [{ source: `${regulations}, regulation 45(4)`, limit: () => ({ within: '28 days', after: 'the review' }) }],
})
