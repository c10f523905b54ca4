import { type Column, column } from '../../core/counting/column.ts'
import { type Fact, fact, factOfDay, type Member, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { attendedSinceSeptember, belowThreshold } from './attendance-lists.ts'
import { isExcludedSince, suspensionsSince } from './education-facts.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { attendanceThresholdOn } from './local-standards.ts'
import { schoolAgeInCare } from './populations.ts'
import { academicYearOf, phaseOf, phases, schoolYear } from './school-age.ts'

/** What a mark says; undefined where the child is not below the target. */
type Mark = Fact<Member, string | undefined>

const attendance: Mark = fact([belowThreshold, attendedSinceSeptember], (member) =>
  belowThreshold.ask(member) === true
    ? `${attendedSinceSeptember(member)}%, target ${attendanceThresholdOn(member.asAt)}%`
    : undefined,
)

/** As the last plan of the child says. */
const progress: Mark = factOfDay([PersonalEducationPlan], ({ history }) =>
  history.latest(PersonalEducationPlan, (plan) => plan.progress !== null)?.progress === 'less'
    ? 'Less than expected'
    : undefined,
)

const excluded: Mark = fact([PermanentExclusion, Suspension, allPeriods], (member: Member) => {
  const since = academicYearOf(member.asAt)
  if (isExcludedSince(member, since)) return 'Excluded'
  const times = suspensionsSince(member, since).length
  return times === 0 ? undefined : times === 1 ? 'Suspended once' : `Suspended ${times} times`
})

const all = [attendance, progress, excluded] as const
const many = fact([...all], (member) => all.filter((mark) => mark(member) !== undefined).length)

/** Whoever has most marks, and of those alike whoever attends least. */
const gravity = fact(
  [many, attendedSinceSeptember],
  (member) => 1000 * many(member) - (attendedSinceSeptember(member) ?? 100),
)

const mark = (label: string, of: Mark): Column => column(label, [of], of, { written: 'mark' })

/** How many marks a child has, as it is counted. */
const MANY = ['One mark', 'Two marks', 'Three marks'] as const

/** Every child in care who is below a target at school, or out of it: whoever has most marks first. */
export const belowATarget: WorkList = workList({
  key: 'below-a-target-at-school',
  label: 'Below a target at school',
  source: 'Local: the virtual school’s own list',
  population: schoolAgeInCare,
  test: needTest(
    'below a target for attendance or progress, or out of school',
    test([many], (member) => many(member) > 0),
    { standing: 'watched', gravity },
  ),
  columns: {
    attendance: mark('Attendance since September', attendance),
    progress: mark('Progress, last plan', progress),
    excluded: mark('Out of school since September', excluded),
    many: column('How many marks', [many], (member) => MANY[many(member) - 1], { order: MANY, onDashboard: true }),
    phase: column('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), { order: phases }),
  },
})
