import type { Chronology, Run } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { firstEnd, later } from '../../core/dates/earlier-later.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { HealthAssessment, StrengthsAndDifficulties } from '../children-in-care/health.ts'
import { inCareRuns } from '../children-in-care/timescales.ts'
import { Person } from '../people/person.ts'
import { HealthAssessmentRequest } from './records.ts'

const guidance =
  'Department for Education and Department of Health, promoting the health and well-being of looked-after children'

/**
 * Every year from 4 to 16: within the first 12 months in care at that age, then within 12 of the last. A form that was looked for and could not be had, with
 * the reason, meets it: it is asked for again next year.
 */
export const yearlySdq = timescale({
  key: 'strengths-and-difficulties',
  label: 'Strengths and difficulties questionnaire',
  done: 'filled in',
  source: guidance,
  reads: [Episode, StrengthsAndDifficulties, Person],
  recurs: true,
  runs: fourTo16,
  met: (history) =>
    history
      .all(StrengthsAndDifficulties)
      .flatMap(({ id, completedOn, score, noScoreReason }) =>
        completedOn !== null && (score !== null || noScoreReason !== null) ? [{ on: completedOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: `${guidance}; DfE SSDA903, outcomes (SDQ_SCORE, SDQ_REASON)`,
      limit: ({ number, run }) => ({
        within: '12 months',
        after: number === 1 ? run.began : 'the last one',
      }),
    },
  ],
})

/** In care and 4 to 16 years old. */
function fourTo16(history: Chronology): readonly Run[] {
  const bornOn = history.latest(Person, ({ person }) => person === history.subject)?.bornOn ?? null
  if (bornOn === null) return inCareRuns(history)
  const [four, seventeen] = [birthday(bornOn, 4), birthday(bornOn, 17)]
  return inCareRuns(history).flatMap((care): readonly Run[] => {
    const from = later(care.from, four)
    const until = firstEnd(care.until, seventeen) ?? seventeen
    return from < until
      ? [{ ...care, from, until, began: from === care.from ? care.began : 'the fourth birthday' }]
      : []
  })
}

const localSource =
  'Local standard: Dorset Council, Corporate Parenting report 2023 (within 5 days; read as working days, to be confirmed)'

/** Until the first assessment is held: what was never asked for and came all the same is asked for no more. */
const untilAssessed = (history: Chronology): readonly Run[] =>
  inCareRuns(history).map((run) => {
    const first = history
      .all(HealthAssessment)
      .find(({ assessedOn, attendance }) => attendance === 'done' && assessedOn !== null && assessedOn >= run.from)
    return { ...run, until: firstEnd(run.until, first?.assessedOn ?? null) }
  })

/** The authority's part of the first health assessment: without consent and a request nobody is seen. */
export const firstHealthRequest = timescale({
  key: 'health-assessment-request',
  label: 'Request for the first health assessment',
  done: 'sent',
  source: localSource,
  reads: [Episode, HealthAssessment, HealthAssessmentRequest],
  recurs: false,
  runs: untilAssessed,
  met: (history) =>
    history
      .all(HealthAssessmentRequest)
      .flatMap(({ id, sentOn, kind }) => (sentOn === null || kind === 'review' ? [] : [{ on: sentOn, because: [id] }])),
  rules: [{ source: localSource, limit: () => ({ within: '5 working days', after: 'coming into care' }) }],
})
