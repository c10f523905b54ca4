import { factOfDay, narrow, test } from '../../core/counting/define.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { StrengthsAndDifficulties } from '../children-in-care/health.ts'
import { inCareTwelveMonths } from '../children-in-care/populations.ts'
import { under } from '../people/about-the-child.ts'

/** Whoever has the fourth birthday on the day is 4; whoever has the seventeenth is no longer 16. */
export const fourTo16InCareTwelveMonths = narrow(inCareTwelveMonths, {
  key: 'in-care-12-months-aged-4-to-16',
  label: 'Aged 4 to 16 and in care for 12 months or more',
  source: 'Department for Education, children looked after in England: methodology',
  include: { 'under 17': under(17) },
  exclude: { 'under 4': under(4) },
})

/** The latest total score of the 12 months up to the day: 0 is one, a questionnaire without a score is none. */
export const scoreOfYear = factOfDay([StrengthsAndDifficulties], ({ history, asAt }) => {
  const since = addMonths(asAt, -12)
  return (
    history.latest(
      StrengthsAndDifficulties,
      ({ completedOn, score }) => score !== null && completedOn !== null && completedOn >= since,
    )?.score ?? undefined
  )
})

export const scored = test([scoreOfYear], (member) => scoreOfYear(member) !== undefined)

const CONCERN = 17

export const scoreOfConcern = test([scoreOfYear], (member) => {
  const score = scoreOfYear(member)
  return score === undefined ? undefined : score >= CONCERN
})
