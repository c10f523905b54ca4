import { column } from '../../core/counting/column.ts'
import { fact, factOfDay, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { AbsenceCause, AbsenceUnderstood } from './attendance.ts'
import { mainSchool, sessionsThisYear, shareAttended } from './education-facts.ts'
import { attendanceThresholdOn } from './local-standards.ts'
import { schoolAgeInCare } from './populations.ts'
import { academicYearOf, phaseOf, phases, schoolYear } from './school-age.ts'

/** In per cent; undefined where there is no register. */
const missed = fact([sessionsThisYear], (member) => {
  const all = sessionsThisYear(member)
  return all === undefined ? undefined : 100 - shareAttended(all)
})

const understood = factOfDay([AbsenceUnderstood], ({ history }) => history.open(AbsenceUnderstood).at(-1))

export const belowThreshold = test([missed], (member) => {
  const share = missed(member)
  return share === undefined ? undefined : 100 - share < attendanceThresholdOn(member.asAt)
})

const NOBODY = 'Nobody has written down why'

const cause = factOfDay([understood], (member) => {
  const found = understood(member)?.cause
  return found === null || found === undefined ? NOBODY : labelOf(AbsenceCause, found)
})

/** How much of it, never rounded up to what is asked for. */
export const attendedSinceSeptember = fact([missed], (member) => {
  const share = missed(member)
  return share === undefined ? undefined : Math.floor(100 - share)
})

const whyMissed = fact(
  [attendedSinceSeptember, cause],
  (member) => `${attendedSinceSeptember(member) ?? 0}% attended since September. ${cause(member)}`,
)

const sinceSeptember = factOfDay([missed], ({ asAt }) => academicYearOf(asAt))

const STEPS = ['Nothing agreed', 'To be looked at again', 'Agreed'] as const

/** Whether something was agreed that is still to be tried: what ought to have been looked at again by now is not. */
const step = factOfDay([understood], (member): (typeof STEPS)[number] => {
  const found = understood(member)
  if (found === undefined) return 'Nothing agreed'
  const { lookAgainOn } = found
  return lookAgainOn !== null && lookAgainOn < member.asAt ? 'To be looked at again' : 'Agreed'
})

/** Who misses too much school, why, and what was agreed to change it. */
export const attendanceBelowThreshold: WorkList = workList({
  key: 'attendance-below-threshold',
  label: 'Attendance below the authority’s threshold',
  source: 'Local: the virtual school’s own list; DfE, pupil absence in schools in England: methodology',
  population: schoolAgeInCare,
  test: needTest('misses too much school', belowThreshold, { why: whyMissed, since: sinceSeptember, gravity: missed }),
  columns: {
    cause: column('Main cause', [cause], cause, {
      order: [...Object.values(AbsenceCause.codes).map(({ label }) => label), NOBODY],
      onDashboard: true,
    }),
    step: column('Agreed step', [step], step, { order: STEPS, onDashboard: true }),
    lookAgainOn: column('Look again on', [understood], (member) => understood(member)?.lookAgainOn, {
      written: 'date',
    }),
    phase: column('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), { order: phases }),
    school: column('School', [mainSchool], (member) => mainSchool(member)?.school),
    action: column('What was agreed', [understood], (member) => understood(member)?.action, { written: 'words' }),
  },
})
