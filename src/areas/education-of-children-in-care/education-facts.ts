import { answeredWith, fact, factOfDay, type Member, test } from '../../core/counting/define.ts'
import type { Span } from '../../core/dates/period.ts'
import { addDays, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { EducationActivity, isLearning } from './after-school.ts'
import { SchoolAttendance } from './attendance.ts'
import { SchoolEnrolment } from './enrolments.ts'
import { PermanentExclusion, Suspension } from './exclusions.ts'
import { isSameSchool } from './of-schools.ts'
import { academicYearOf } from './school-age.ts'
import { EhcPlan } from './special-needs.ts'

type Attendance = RecordOf<typeof SchoolAttendance>
type Enrolment = RecordOf<typeof SchoolEnrolment>

/** In care on a day of the past, not only for short breaks. */
const wasInCare = (member: Member, on: PlainDate): boolean => inCareOn(allPeriods(member), on) === 'yes'

/** The rolls that the child is on, on the day; being a guest is none. */
const onRolls = factOfDay([SchoolEnrolment], ({ history }) =>
  history.open(SchoolEnrolment, ({ status }) => status !== 'G'),
)

/** The main school, on the day. */
export const mainSchool = factOfDay([onRolls], (member) => onRolls(member).findLast(({ status }) => status !== 'S'))

export const hasSchoolPlace = test([onRolls], (member) => onRolls(member).length > 0)

export const withEhcPlan = test([EhcPlan], ({ history }) => history.open(EhcPlan).length > 0)

/**
 * The registers of some days that count: those of days in care; of a child on two rolls those of the main school; of two that speak of the same days at one
 * school (a week, and the half term that it lies in) the longer.
 */
function registersIn(member: Member, days: Span): readonly Attendance[] {
  const all = member.history.all(SchoolAttendance).filter((one) => isIn(days, one) && isInCare(member, one))
  const other = member.history.all(SchoolEnrolment).filter(({ status }) => status === 'S')
  const longestFirst = all
    .filter((one) => !other.some((roll) => isSameSchool(one, roll) && covers(roll, one)))
    .toSorted((a, b) => daysOf(b) - daysOf(a))
  const counted: Attendance[] = []
  for (const one of longestFirst)
    if (!counted.some((before) => isSameSchool(one, before) && overlap(one, before))) counted.push(one)
  member.history.becauseOf(counted)
  return counted
}

const isIn = (days: Span, { fromOn, throughOn }: Attendance): boolean =>
  fromOn !== null && throughOn !== null && fromOn >= days.from && throughOn < days.to

const isInCare = (member: Member, { fromOn, throughOn }: Attendance): boolean =>
  allPeriods(member).some(
    ({ kind, startedOn, endedOn }) =>
      kind === 'care' &&
      fromOn !== null &&
      throughOn !== null &&
      startedOn <= fromOn &&
      (endedOn === null || endedOn > throughOn),
  )

const daysOf = ({ fromOn, throughOn }: Attendance): number => (throughOn ?? 0) - (fromOn ?? 0)

const covers = ({ startedOn, endedOn }: Enrolment, { fromOn }: Attendance): boolean =>
  startedOn !== null && fromOn !== null && startedOn <= fromOn && (endedOn === null || endedOn > fromOn)

const overlap = (one: Attendance, other: Attendance): boolean =>
  (one.fromOn ?? 0) <= (other.throughOn ?? 0) && (other.fromOn ?? 0) <= (one.throughOn ?? 0)

type Sessions = { readonly possible: number; readonly attended: number }

/** Added up; undefined where there are no registers, or no session was possible. */
function sessionsOf(registers: readonly Attendance[]): Sessions | undefined {
  const sum = (field: 'possible' | 'attended') => registers.reduce((total, one) => total + (one[field] ?? 0), 0)
  const possible = sum('possible')
  return possible === 0 ? undefined : { possible, attended: sum('attended') }
}

const reads = [SchoolAttendance, SchoolEnrolment, allPeriods]

/** Sessions of the days looked at, while in care. */
export const sessions = fact(reads, (member: Member) => sessionsOf(registersIn(member, member)))

/** The same of any days before the day of the answer. */
export const sessionsIn = (daysOf: (asAt: PlainDate) => Span) =>
  fact(reads, (member: Member) => sessionsOf(registersIn(member, daysOf(member.asAt))))

/** The same of the academic year up to the day. */
export const sessionsThisYear = sessionsIn((asAt) => ({ from: academicYearOf(asAt), to: addDays(asAt, 1) }))

export const shareAttended = ({ possible, attended }: Sessions): number => (attended * 100) / possible

/** Exactly so much is enough. Severe is part of persistent: the two are never added. */
const missedAtLeast = (percent: number) => (member: Member) => {
  const all = sessions(member)
  return all === undefined ? undefined : (all.possible - all.attended) * 100 >= percent * all.possible
}
export const missedATenth = test([sessions], missedAtLeast(10))
export const missedHalf = answeredWith(missedATenth, missedAtLeast(50))

/** Suspensions since a day, while in care; one that the head cancelled did not happen. */
export function suspensionsSince(member: Member, from: PlainDate) {
  const found = member.history
    .all(Suspension)
    .filter(
      ({ startedOn, cancelledOn }) =>
        startedOn !== null && startedOn >= from && cancelledOn === null && wasInCare(member, startedOn),
    )
  member.history.becauseOf(found)
  return found
}

const suspensions = fact([Suspension, allPeriods], (member: Member) => suspensionsSince(member, member.from))

export const suspended = test([suspensions], (member) => suspensions(member).length > 0)

/** 45 school days in an academic year are the most that the law allows, whatever the schools. */
export const suspendedOver45Days = test(
  [suspensions],
  (member) => suspensions(member).reduce((sum, { sessions }) => sum + (sessions ?? 0), 0) > 90,
)

/** Not one that the head cancelled, or after which the governors let the child come back. */
export const isExcludedSince = (member: Member, from: PlainDate): boolean =>
  member.history.howMany(
    PermanentExclusion,
    ({ decidedOn, cancelledOn, governorsDecision }) =>
      decidedOn !== null &&
      decidedOn >= from &&
      cancelledOn === null &&
      governorsDecision !== 'reinstated' &&
      wasInCare(member, decidedOn),
  ) > 0

export const permanentlyExcluded = test([PermanentExclusion, allPeriods], (member) =>
  isExcludedSince(member, member.from),
)

/** A first day at another main school, while in care, outside the weeks in which children move up: 1 August to 30 September. */
export const movedSchool = test([SchoolEnrolment, allPeriods], (member) => {
  const rolls = member.history.all(SchoolEnrolment).filter(({ status }) => status !== 'S' && status !== 'G')
  const moves = rolls.filter((roll, at) => {
    const { startedOn } = roll
    const before = rolls[at - 1]
    if (startedOn === null || before === undefined || isSameSchool(roll, before)) return false
    return startedOn >= member.from && !isMovingUp(startedOn) && wasInCare(member, startedOn)
  })
  member.history.becauseOf(moves)
  return moves.length > 0
})

const isMovingUp = (date: PlainDate): boolean => [8, 9].includes(partsOf(date).month)

/** What the young person mainly does on the day. Whoever is on the roll of a school or college and has said nothing else is in education. */
export const activity = factOfDay([EducationActivity, onRolls], (member) => {
  const recorded = member.history.open(EducationActivity).at(-1)?.activity ?? undefined
  if (recorded !== undefined) return recorded
  return onRolls(member).length > 0 ? 'school' : undefined
})

const activityIs = (isSo: (activity: string) => boolean) => (member: Member) => {
  const is = activity(member)
  return is === undefined || is === 'not-known' ? undefined : isSo(is)
}

export const inEducationOrTraining = test([activity], activityIs(isLearning))
/** Waiting for a course is without; a place for September is not. Custody is neither. */
export const notInEet = answeredWith(
  inEducationOrTraining,
  activityIs((is) => is === 'not-in-eet'),
)

export const activityKnown = test([activity], (member) => {
  const is = activity(member)
  return is !== undefined && is !== 'not-known'
})

export const inCustody = test([activity], (member) => activity(member) === 'custody')
