import { attribute, type Fact, fact, factOfDay, type Member, type Test } from '../../core/counting/define.ts'
import { isOpen } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type CodeList, labelOf } from '../../core/definitions/code-list.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { periodBegun } from '../children-in-care/care-facts.ts'
import { DentalCheck } from '../children-in-care/health.ts'
import { assessedInYear, dentalCheckInYear, firstAssessmentInTime } from './health-tests.ts'
import { HealthAssessmentRequest, NoDentalCheck, WhyAssessmentLate, WhyNoDentalCheck } from './records.ts'
import { healthAssessments } from './timescales.ts'

type Request = RecordOf<typeof HealthAssessmentRequest>

/** The assessment that stands open on the day: due or overdue. */
export const openAssessment = factOfDay([healthAssessments], ({ history, asAt }) =>
  history.clocks(healthAssessments).findLast((one) => isOpen(one, asAt)),
)

const requestSince = (
  { history }: Member,
  from: PlainDate,
  where: (request: Request) => boolean = () => true,
): Request | undefined =>
  history.latest(HealthAssessmentRequest, (one) => one.sentOn !== null && one.sentOn >= from && where(one))

/** What was asked of health for the assessment that stands open. */
export const openRequest = fact([openAssessment, HealthAssessmentRequest], (member) => {
  const open = openAssessment(member)
  return open === undefined ? undefined : requestSince(member, open.from)
})

export const NOBODY_SAYS = 'Nobody has written down why'

/** A figure by why it is not so: in the order of the codes, those of whom it is so first, and those of whom nobody says why last. */
const whyNot = (
  label: string,
  { is, so, why, codes }: { is: Test; so: string; why: Fact<Member, string | undefined>; codes: CodeList },
) =>
  attribute(
    label,
    [is, why],
    (member) => {
      if (is.ask(member) === true) return so
      const reason = why(member)
      return reason === undefined ? NOBODY_SAYS : labelOf(codes, reason)
    },
    { order: [so, ...Object.values(codes.codes).map((code) => code.label), NOBODY_SAYS], isReason: true },
  )

/** The request for the first assessment of the time in care that began in the days looked at. */
const firstDelay = fact([periodBegun, HealthAssessmentRequest], (member) => {
  const began = periodBegun(member)?.startedOn
  const request = began === undefined ? undefined : requestSince(member, began, ({ kind }) => kind !== 'review')
  return request?.delayReason ?? undefined
})

export const whyFirstLate = whyNot('Why it was late', {
  is: firstAssessmentInTime,
  so: 'In time',
  why: firstDelay,
  codes: WhyAssessmentLate,
})

export const whyYearlyLate = whyNot('Why it is late', {
  is: assessedInYear,
  so: 'Up to date',
  why: fact([openRequest], (member) => openRequest(member)?.delayReason ?? undefined),
  codes: WhyAssessmentLate,
})

/** Why there is no dental check, as it is known on the day. */
export const withoutDentalCheck = factOfDay([NoDentalCheck], ({ history }) => history.open(NoDentalCheck).at(-1))

/** As it was written down; or else what became of the last appointment. */
export const whyNoCheck = factOfDay([withoutDentalCheck, DentalCheck], (member) => {
  const known = withoutDentalCheck(member)?.reason ?? undefined
  if (known !== undefined) return known
  const last = member.history.latest(DentalCheck)?.attendance
  return last === 'refused' ? 'declined' : last === 'not-brought' ? 'not-brought' : undefined
})

export const whyWithoutDentalCheck = whyNot('Why there was no check', {
  is: dentalCheckInYear,
  so: 'Had a check',
  why: whyNoCheck,
  codes: WhyNoDentalCheck,
})
