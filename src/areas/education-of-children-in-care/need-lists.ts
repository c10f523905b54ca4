import { column } from '../../core/counting/column.ts'
import { factOfDay, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { EducationActivity, WhyNotInEet } from './after-school.ts'
import { attendanceBelowThreshold } from './attendance-lists.ts'
import { notInEet } from './education-facts.ts'
import { PersonalEducationPlan, PlanGrade } from './education-plans.ts'
import { PartTimeTimetable } from './enrolments.ts'
import { Suspension } from './exclusions.ts'
import { attendanceOfFortnight } from './fortnight.ts'
import { belowATarget } from './marks.ts'
import { ofPlanAge, schoolAgeInCare, years12And13InCare } from './populations.ts'
import { phaseOf, phases, schoolYear } from './school-age.ts'

const local = 'Local: the virtual school’s own list'

/** Suspended in the last two weeks: what the week begins with. */
const LATELY = 14

const lately = factOfDay([Suspension], ({ history, asAt }) =>
  history.latest(
    Suspension,
    ({ startedOn, cancelledOn }) => startedOn !== null && startedOn > addDays(asAt, -LATELY) && cancelledOn === null,
  ),
)

const doing = factOfDay([EducationActivity], ({ history }) => history.open(EducationActivity).at(-1))

const lastGraded = factOfDay([PersonalEducationPlan], ({ history }) =>
  history.latest(PersonalEducationPlan, ({ grade }) => grade !== null),
)

const actionOn = (plan: RecordOf<typeof PersonalEducationPlan> | undefined, on: PlainDate) => {
  if (plan === undefined || plan.toBetter === null) return 'Nobody has said what must become better'
  if (plan.betterOn !== null && plan.betterOn < on) return 'Its day has passed'
  return plan.betterBy === null ? 'Nobody sees to it' : 'Somebody sees to it'
}

const partTime = factOfDay([PartTimeTimetable], ({ history }) => history.open(PartTimeTimetable).at(-1))

/** What is so and ought not to be. */
export const needLists: readonly WorkList[] = [
  belowATarget,
  attendanceBelowThreshold,
  attendanceOfFortnight,
  workList({
    key: 'suspended-lately',
    label: 'Suspended in the last two weeks',
    source: local,
    population: schoolAgeInCare,
    test: needTest(
      'was suspended',
      test([lately], (member) => lately(member) !== undefined),
      {
        since: factOfDay([lately], (member) => lately(member)?.startedOn ?? undefined),
        why: factOfDay([lately], (member) => lately(member)?.school ?? undefined),
        gravity: factOfDay([lately], (member) => lately(member)?.sessions ?? undefined),
      },
    ),
  }),
  workList({
    key: 'not-in-education-work-or-training',
    label: 'Aged 16 and 17, in neither education nor work nor training',
    source: local,
    population: years12And13InCare,
    test: needTest('is in neither education nor work nor training', notInEet, {
      since: factOfDay([doing], (member) => doing(member)?.startedOn ?? undefined),
      why: factOfDay([doing], (member) => {
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
        since: factOfDay([lastGraded], (member) => lastGraded(member)?.checkedOn ?? undefined),
        why: factOfDay([lastGraded], (member) => lastGraded(member)?.toBetter ?? undefined),
        gravity: factOfDay([lastGraded], (member) => (lastGraded(member)?.grade === 'poor' ? 1 : 0)),
      },
    ),
    columns: {
      grade: column('Grade', [lastGraded], (member) => lastGraded(member)?.grade, {
        codes: PlanGrade,
        onDashboard: true,
      }),
      phase: column('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), {
        order: phases,
        onDashboard: true,
      }),
      action: column('Action', [lastGraded], (member) => actionOn(lastGraded(member), member.asAt), {
        order: [
          'Nobody has said what must become better',
          'Nobody sees to it',
          'Its day has passed',
          'Somebody sees to it',
        ],
        onDashboard: true,
      }),
      owner: column('Who sees to it', [lastGraded], (member) => lastGraded(member)?.betterBy, { written: 'words' }),
      by: column('By', [lastGraded], (member) => lastGraded(member)?.betterOn, { written: 'date' }),
    },
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
        since: factOfDay([partTime], (member) => partTime(member)?.startedOn ?? undefined),
        why: factOfDay([partTime], (member) => partTime(member)?.why ?? undefined),
      },
    ),
  }),
]
