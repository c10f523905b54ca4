import { fact, type Member, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { EducationActivity, WhyNotInEet } from './after-school.ts'
import { AbsenceCause, AbsenceUnderstood } from './attendance.ts'
import { notInEet, sessionsThisYear } from './education-facts.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { PartTimeTimetable } from './enrolments.ts'
import { Suspension } from './exclusions.ts'
import { attendanceThresholdOn } from './local-standards.ts'
import { ofPlanAge, schoolAgeInCare, years12And13InCare } from './populations.ts'
import { academicYearOf } from './school-age.ts'

const local = 'Local: the virtual school’s own list'

const missed = fact([sessionsThisYear], (member) => {
  const all = sessionsThisYear(member)
  return all === undefined ? undefined : ((all.possible - all.attended) * 100) / all.possible
})

const understood = fact([AbsenceUnderstood], ({ history }: Member) => history.open(AbsenceUnderstood).at(-1))

const belowThreshold = test([missed], (member) => {
  const share = missed(member)
  return share === undefined ? undefined : 100 - share < attendanceThresholdOn(member.asAt)
})

/** How much, and why as far as anybody has understood it. */
const whyMissed = fact([missed, understood], (member) => {
  const cause = understood(member)?.cause
  const share = `${Math.floor(100 - (missed(member) ?? 0))}% attended since September`
  const why = cause === null || cause === undefined ? 'Nobody has written down why' : labelOf(AbsenceCause, cause)
  return `${share}. ${why}`
})

const sinceSeptember = fact([missed], ({ asAt }: Member) => academicYearOf(asAt))

/** Suspended in the last two weeks: what the week begins with. */
const LATELY = 14

const lately = fact([Suspension], ({ history, asAt }: Member) =>
  history.latest(
    Suspension,
    ({ startedOn, cancelledOn }) => startedOn !== null && startedOn > addDays(asAt, -LATELY) && cancelledOn === null,
  ),
)

const doing = fact([EducationActivity], ({ history }: Member) => history.open(EducationActivity).at(-1))

const lastGraded = fact([PersonalEducationPlan], ({ history }: Member) =>
  history.latest(PersonalEducationPlan, ({ grade }) => grade !== null),
)

const partTime = fact([PartTimeTimetable], ({ history }: Member) => history.open(PartTimeTimetable).at(-1))

/** What is so and ought not to be. */
export const needLists: readonly WorkList[] = [
  workList({
    key: 'attendance-below-threshold',
    label: 'Attendance below the authority’s threshold',
    source: `${local}; DfE, pupil absence in schools in England: methodology`,
    population: schoolAgeInCare,
    test: needTest('misses too much school', belowThreshold, {
      why: whyMissed,
      since: sinceSeptember,
      gravity: missed,
    }),
  }),
  workList({
    key: 'suspended-lately',
    label: 'Suspended in the last two weeks',
    source: local,
    population: schoolAgeInCare,
    test: needTest(
      'was suspended',
      test([lately], (member) => lately(member) !== undefined),
      {
        since: fact([lately], (member) => lately(member)?.startedOn ?? undefined),
        why: fact([lately], (member) => lately(member)?.school ?? undefined),
        gravity: fact([lately], (member) => lately(member)?.sessions ?? undefined),
      },
    ),
  }),
  workList({
    key: 'not-in-education-work-or-training',
    label: 'Aged 16 and 17, in neither education nor work nor training',
    source: local,
    population: years12And13InCare,
    test: needTest('is in neither education nor work nor training', notInEet, {
      since: fact([doing], (member) => doing(member)?.startedOn ?? undefined),
      why: fact([doing], (member) => {
        const why = doing(member)?.whyNot ?? undefined
        return why === undefined ? 'Nobody has written down why' : labelOf(WhyNotInEet, why)
      }),
    }),
  }),
  workList({
    key: 'education-plans-not-good',
    label: 'Education plans that are not good yet',
    source: local,
    population: ofPlanAge,
    test: needTest(
      'the last plan that was looked at is not good',
      test([lastGraded], (member) => ['nearly-good', 'poor'].includes(lastGraded(member)?.grade ?? '')),
      {
        since: fact([lastGraded], (member) => lastGraded(member)?.checkedOn ?? undefined),
        why: fact([lastGraded], (member) => lastGraded(member)?.toBetter ?? undefined),
        gravity: fact([lastGraded], (member) => (lastGraded(member)?.grade === 'poor' ? 1 : 0)),
      },
    ),
  }),
  workList({
    key: 'part-time-timetables',
    label: 'On a part-time timetable',
    source: 'DfE, working together to improve school attendance',
    population: schoolAgeInCare,
    test: needTest(
      'is on a part-time timetable',
      test([partTime], (member) => partTime(member) !== undefined),
      {
        since: fact([partTime], (member) => partTime(member)?.startedOn ?? undefined),
        why: fact([partTime], (member) => partTime(member)?.why ?? undefined),
      },
    ),
  }),
]
