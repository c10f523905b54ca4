import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../children-in-care/health.ts'
import { inCareRuns } from '../children-in-care/timescales.ts'
import { Person } from '../people/person.ts'

const source = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7'

/** Of a time in care, from the first initial assessment on: a review, which a nurse may make, is not the first, which a doctor makes (regulation 7(1)). */
function assessments(history: Chronology, { from }: Run): readonly Met[] {
  const done = history
    .all(HealthAssessment)
    .flatMap(({ id, assessedOn, kind, attendance }) =>
      assessedOn !== null && assessedOn >= from && attendance === 'done'
        ? [{ on: assessedOn, kind, because: [id] }]
        : [],
    )
  const first = done.findIndex(({ kind }) => kind === 'initial')
  return first < 0 ? [] : done.slice(first)
}

/**
 * The first in time for the first review, which is held within 20 working days; then every six months until the child is 5, and every 12 from
 * then on: the age on the day of the last assessment decides when the next is due.
 */
export const healthAssessments = timescale({
  key: 'review-health-assessment',
  label: 'Health assessment',
  done: 'held',
  source: `${source}(3)`,
  reads: [Episode, HealthAssessment, Person],
  recurs: true,
  runs: inCareRuns,
  met: assessments,
  rules: [
    {
      source: `${source}(3)`,
      limit: ({ number, history, from }) => {
        if (number === 1) return { within: '20 working days', after: 'coming into care' }
        const bornOn = history.latest(Person, ({ person }) => person === history.subject)?.bornOn ?? null
        const underFive = bornOn !== null && from < birthday(bornOn, 5)
        return underFive
          ? { within: '6 months', after: 'the last assessment, for a child under 5' }
          : { within: '12 months', after: 'the last assessment' }
      },
    },
  ],
})

/** Guidance asks for a dental check every year; the first year runs from coming into care. */
export const dentalChecks = timescale({
  key: 'dental-check',
  label: 'Dental check',
  done: 'held',
  source:
    'Department for Education and Department of Health, promoting the health and well-being of looked-after children',
  reads: [Episode, DentalCheck],
  recurs: true,
  runs: inCareRuns,
  met: (history) =>
    history
      .all(DentalCheck)
      .flatMap(({ id, checkedOn, attendance }) =>
        checkedOn !== null && attendance === 'done' ? [{ on: checkedOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: 'Department for Education, children looked after in England: methodology (dental check in the year)',
      limit: ({ number }) => ({ within: '12 months', after: number === 1 ? 'coming into care' : 'the last check' }),
    },
  ],
})
