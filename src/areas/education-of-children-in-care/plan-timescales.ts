import type { Chronology, Limit, Met, Occasion, Run } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { firstEnd, later } from '../../core/dates/earlier-later.ts'
import type { Interval } from '../../core/dates/interval.ts'
import { addDays, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import { type Term, termLabel } from '../../core/dates/school-terms.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareRuns } from '../children-in-care/timescales.ts'
import { bornOnOf } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { planAgeFrom } from './school-age.ts'

const guidance =
  'Department for Education, promoting the education of looked-after children and previously looked-after children'

/** Of a child whose date of birth is not known a plan is asked all the same. */
const oldEnough = (history: Chronology, date: PlainDate): boolean => {
  const bornOn = bornOnOf(history)
  return bornOn === null || planAgeFrom(bornOn) <= date
}

const plansWith = (history: Chronology, on: 'begunOn' | 'completedOn'): readonly Met[] =>
  history
    .all(PersonalEducationPlan)
    .flatMap(({ id, [on]: day }) => (day === null ? [] : [{ on: day, because: [id] }]))
    .toSorted((a, b) => a.on - b.on)

const firstWithin =
  (within: Interval) =>
  ({ from, history }: Occasion): Limit =>
    oldEnough(history, from)
      ? { within, after: 'coming into care' }
      : { notRequired: 'A child below the term after the third birthday has no personal education plan' }

/** What the law's guidance asks: begun within ten working days, school holidays or not, so that the first review has it. */
export const firstPlanBegun = timescale({
  key: 'first-education-plan-begun',
  label: 'First education plan begun',
  done: 'begun',
  source: guidance,
  reads: [Episode, PersonalEducationPlan, Person],
  recurs: false,
  runs: inCareRuns,
  met: (history) => plansWith(history, 'begunOn'),
  rules: [{ source: guidance, limit: firstWithin('10 working days') }],
})

const localSource = 'Local standard: Dorset Council, Corporate Parenting dataset, September 2023'

/** What the authority measures itself by: completed within 20 days. */
export const firstPlanCompleted = timescale({
  key: 'first-education-plan-completed',
  label: 'First education plan completed',
  done: 'completed',
  source: localSource,
  reads: [Episode, PersonalEducationPlan, Person],
  recurs: false,
  runs: inCareRuns,
  met: (history) => plansWith(history, 'completedOn'),
  rules: [{ source: localSource, limit: firstWithin('20 working days') }],
})

/** Whoever comes into care later in a term has not been in care for long enough to have a plan of that term. */
const WORKING_DAYS_IN_TERM = 10

/**
 * A plan completed in each term, by its last day. The clock of a term runs until the next term begins, so that a plan made in the holidays is late and not lost,
 * and never stands for two terms.
 */
export const termlyPlan = timescale({
  key: 'termly-education-plan',
  label: 'Education plan of the term',
  done: 'completed',
  source: guidance,
  reads: [Episode, PersonalEducationPlan, Person],
  recurs: false,
  runs: (history) => inCareRuns(history).flatMap((care) => termsOf(history, care)),
  met: (history, { until }) => plansWith(history, 'completedOn').filter(({ on }) => until === null || on < until),
  rules: [{ source: guidance, limit: byEndOfTerm }],
})

function termsOf(history: Chronology, care: Run): readonly Run[] {
  const { terms } = history.calendar
  const bornOn = bornOnOf(history)
  const until = firstEnd(care.until, bornOn === null ? null : birthday(bornOn, 18))
  return terms.flatMap((term, at): readonly Run[] => {
    const from = later(care.from, term.from)
    if (from >= term.to || (until !== null && until <= from)) return []
    const next = terms[at + 1]?.from ?? null
    return [{ from, until: firstEnd(until, next), began: began(care, term), because: care.because }]
  })
}

const began = (care: Run, term: Term): string => (care.from > term.from ? care.began : `${termLabel(term)} began`)

function byEndOfTerm({ from, history }: Occasion): Limit {
  const term = history.calendar.terms.find((one) => one.from <= from && from < one.to)
  if (term === undefined) return { notRequired: 'No term is known for that time' }
  if (!oldEnough(history, from))
    return { notRequired: 'A child below the term after the third birthday has no personal education plan' }
  const lastDay = addDays(term.to, -1)
  return !isLongEnough(history, from, term)
    ? { notRequired: `In care for fewer than ${WORKING_DAYS_IN_TERM} working days of ${termLabel(term)}` }
    : { by: lastDay, why: `the last day of ${termLabel(term)}` }
}

/** Whether somebody in care from a day of a term on is in care for enough of it. Where its bank holidays are not loaded, a plan is asked all the same. */
export function isLongEnough({ calendar }: Chronology, from: PlainDate, { to }: Pick<Term, 'to'>): boolean {
  const [before, lastDay] = [addDays(from, -1), addDays(to, -1)]
  if (lastDay < from) return false
  const isLoaded = partsOf(before).year >= calendar.firstYear && partsOf(lastDay).year <= calendar.lastYear
  return !isLoaded || calendar.workingDaysBetween(before, lastDay) >= WORKING_DAYS_IN_TERM
}
