import { fact, narrow, test } from '../../core/counting/define.ts'
import { birthday } from '../../core/dates/age.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { periodBegun } from '../children-in-care/care-facts.ts'
import { DentalCheck, HealthAssessment, ImmunisationStatus } from '../children-in-care/health.ts'
import { firstOfMonths, startedCare } from '../children-in-care/populations.ts'
import { Person } from '../people/person.ts'
import { healthAssessments } from './timescales.ts'

/** The clock of the first assessment of the period of care that began in the days looked at. */
const firstClock = fact([periodBegun, healthAssessments], (member) => {
  const began = periodBegun(member)?.startedOn
  return member.history.clocks(healthAssessments).find(({ run, number }) => run.from === began && number === 1)
})

const leftBeforeItWasDue = test([periodBegun, firstClock], (member) => {
  const [endedOn, due] = [periodBegun(member)?.endedOn ?? null, firstClock(member)?.due ?? null]
  return endedOn !== null && due !== null && endedOn < due
})

/** Children who came into care and stayed until the 20th working day; those who left sooner are not asked about. */
export const newInCareTwentyDays = narrow(startedCare, {
  key: 'started-care-20-days',
  label: 'Children who came into care and stayed for 20 working days',
  source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
  exclude: { 'left again before the 20th working day': leftBeforeItWasDue },
})

export const firstAssessmentInTime = test([firstClock], (member) => {
  const clock = firstClock(member)
  if (clock === undefined || clock.state === 'not known') return undefined
  return clock.state === 'in time'
})

export const dentalCheckInYear = test([DentalCheck], ({ history, asAt }) => {
  const since = addMonths(asAt, -12)
  return (
    history.howMany(
      DentalCheck,
      (one) => one.attendance === 'done' && one.checkedOn !== null && one.checkedOn >= since,
    ) > 0
  )
})

/** As it was last stated by the day. No record, or a refusal, is not up to date. */
export const immunised = test(
  [ImmunisationStatus],
  ({ history }) => history.latest(ImmunisationStatus)?.upToDate === 'yes',
)

/**
 * One assessment in the 12 months up to the day; of a child under 5, one in each half of them. For the half in which a child turned 5 the age on
 * the day that the half ended decides.
 */
export const assessedInYear = test([HealthAssessment, Person], ({ history, asAt }) => {
  const [year, half] = [firstOfMonths(asAt, 12), firstOfMonths(asAt, 6)]
  const held = (from: number, until: number) =>
    history.howMany(
      HealthAssessment,
      (one) => one.attendance === 'done' && one.assessedOn !== null && one.assessedOn >= from && one.assessedOn < until,
    ) > 0
  const bornOn = history.latest(Person, ({ person }) => person === history.subject)?.bornOn ?? null
  if (bornOn === null) return undefined
  const five = birthday(bornOn, 5)
  if (five < half) return held(year, asAt + 1)
  // Under 5 when the first half ended: that half wants one of its own. So does the second, for whoever is still under 5 at its end.
  return held(year, half) && (five <= asAt || held(half, asAt + 1))
})
