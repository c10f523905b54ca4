import { AbsenceUnderstood, SchoolAttendance } from '../areas/education-of-children-in-care/attendance.ts'
import {
  AlternativeProvision,
  PartTimeTimetable,
  SchoolEnrolment,
} from '../areas/education-of-children-in-care/enrolments.ts'
import { Suspension } from '../areas/education-of-children-in-care/exclusions.ts'
import { SchoolResults } from '../areas/education-of-children-in-care/results.ts'
import { academicYearOf, schoolLeavingDate, yearAt } from '../areas/education-of-children-in-care/school-age.ts'
import { EhcPlan, SenSupport } from '../areas/education-of-children-in-care/special-needs.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { attendanceRates, schoolRates, suspensionRates } from './education-rates.ts'
import { exclusionOf, longAbsenceOf } from './out-of-school.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { schoolDaysByTerm, schoolMonthsOf } from './school-days.ts'
import { type Roll, rollsOf } from './school-rolls.ts'
import { weeksOf } from './school-weeks.ts'
import { endOf, type Schooling } from './schooling.ts'

/** School life in one time in care. */
export function schoolOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const rolls = rollsOf(random.fork('rolls'), schooling)
  if (rolls.length === 0) return []
  const share = shareOf(random)
  return [
    ...rolls.map(({ school, from, to, whyLeft, location }) => ({
      type: SchoolEnrolment,
      fields: { school, startedOn: from, endedOn: to, whyLeft, location, status: 'C' },
    })),
    ...attendanceOf(random.fork('attendance'), schooling, rolls, share),
    ...weeksOf(random.fork('weeks'), schooling, rolls, share),
    ...suspensionsOf(random.fork('out'), schooling, rolls),
    ...needsOf(random.fork('needs'), schooling),
    ...supportOf(random.fork('support'), schooling, rolls, share),
    ...resultsOf(random.fork('results'), schooling),
  ]
}

/** What share of the sessions a child attends, in hundredths. */
function shareOf(random: Random): number {
  const of = attendanceRates.of
  const [least, most] = of[random.weighted(of.bands)]
  return random.whole(least, most)
}

function attendanceOf(random: Random, schooling: Schooling, rolls: readonly Roll[], share: number): readonly RowMade[] {
  const { care, since, calendar } = schooling
  const end = endOf(schooling)
  return rolls.flatMap(({ school, from, to }) => {
    const [first, last] = [later(later(from, care.startedOn), since), to !== null && to < end ? to : end]
    return schoolMonthsOf(calendar).flatMap(({ from: month, through, days }): readonly RowMade[] => {
      if (through < first || month >= last) return []
      const there = days.filter((day) => day >= first && day < last)
      const [fromOn, throughOn] = [there[0], there.at(-1)]
      // A month that is not over is not reported yet.
      if (fromOn === undefined || throughOn === undefined || (last === end && through >= end)) return []
      const possible = there.length * 2
      const attended = Math.min(possible, Math.max(0, Math.round((possible * (share + random.whole(-4, 4))) / 100)))
      const unauthorised = Math.round((possible - attended) * random.next() * 0.6)
      const authorised = possible - attended - unauthorised
      return [
        { type: SchoolAttendance, fields: { school, fromOn, throughOn, possible, attended, authorised, unauthorised } },
      ]
    })
  })
}

function suspensionsOf(random: Random, schooling: Schooling, rolls: readonly Roll[]): readonly RowMade[] {
  const { child, care, since, calendar } = schooling
  const { prone, termOfProne, termOfOthers, sessions, toldOnTheDay, taughtFromFirstDay, excluded } = suspensionRates.of
  const end = endOf(schooling)
  const chance = random.chance(prone) ? termOfProne : termOfOthers
  return schoolDaysByTerm(calendar).flatMap((days): readonly RowMade[] => {
    const startedOn = days.at(random.whole(0, 60))
    const isTold = random.chance(chance)
    if (!isTold || startedOn === undefined || startedOn < later(since, care.startedOn) || startedOn >= end) return []
    const roll = rolls.findLast(({ from, to }) => from <= startedOn && (to === null || to > startedOn))
    if (roll === undefined || yearAt(child.bornOn, startedOn) < 4) return []
    const told = addDays(startedOn, random.chance(toldOnTheDay) ? 0 : random.whole(1, 6))
    const toldOn = told < end ? told : null
    const { school } = roll
    if (random.chance(excluded))
      return [exclusionOf(random.fork(startedOn), { school, decidedOn: startedOn, toldOn }, end)]
    const reasons = [random.weighted({ DB: 45, VA: 18, PP: 15, VP: 8, PA: 6, DM: 4, DA: 4 })]
    const educationFrom = random.chance(taughtFromFirstDay) ? startedOn : null
    return [
      {
        type: Suspension,
        fields: { school, startedOn, sessions: Number(random.weighted(sessions)), reasons, toldOn, educationFrom },
      },
    ]
  })
}

function needsOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child } = schooling
  const { ehcPlan, ehcPlanAge, senSupport } = schoolRates.of
  const startedOn = addDays(child.bornOn, random.whole(ehcPlanAge[0] * 365, ehcPlanAge[1] * 365))
  const need = random.weighted({ SEMH: 48, SLCN: 14, MLD: 12, ASD: 14, SPLD: 5, SLD: 5, PD: 2 })
  if (child.unaccompanied || startedOn >= endOf(schooling)) return []
  if (random.chance(ehcPlan)) return [{ type: EhcPlan, fields: { startedOn, need } }]
  return random.chance(senSupport) ? [{ type: SenSupport, fields: { startedOn, needs: [need] } }] : []
}

const CAUSES = {
  'emotional-health': 30,
  placement: 14,
  health: 16,
  'unmet-need': 14,
  missing: 8,
  'family-time': 8,
  'part-time': 6,
  criminal: 4,
} as const
const LOW = 90

/** Why school is missed and what was agreed; a part-time timetable, alternative provision. */
function supportOf(random: Random, schooling: Schooling, rolls: readonly Roll[], share: number): readonly RowMade[] {
  const { care, since } = schooling
  const { whyIsUnderstood, partTime, alternative } = schoolRates.of
  const end = endOf(schooling)
  const on = later(addDays(care.startedOn, random.whole(30, 120)), addDays(since, random.whole(0, 200)))
  const roll = rolls.at(-1)
  if (share >= LOW || on >= end || roll === undefined || roll.from > on || (roll.to !== null && roll.to <= on))
    return []
  const partTimeEnds = addDays(on, random.fork('part-time').chance(0.35) ? 400 : 60)
  const rows: RowMade[] = [...longAbsenceOf(random.fork('away'), { school: roll.school, on, end, share })]
  if (random.chance(whyIsUnderstood))
    rows.push({
      type: AbsenceUnderstood,
      fields: {
        agreedOn: on,
        cause: random.weighted(CAUSES),
        action: random.pick([
          'The carer drives for a term; school meets them at the gate.',
          'A mentor twice a week, from Monday.',
          'The school nurse sees them; a plan for the mornings.',
          'A later start until half term, looked at every week.',
        ]),
        lookAgainOn: addDays(on, 42),
      },
    })
  const { school } = roll
  if (random.chance(partTime * 4))
    rows.push({
      type: PartTimeTimetable,
      fields: {
        school,
        startedOn: on,
        hoursAWeek: random.whole(8, 18),
        why: 'To settle, step by step.',
        reviewOn: addDays(on, 28),
        endedOn: partTimeEnds < end ? partTimeEnds : null,
      },
    })
  if (random.chance(alternative * 4))
    rows.push({
      type: AlternativeProvision,
      fields: {
        provider: 'The Boatyard Project',
        startedOn: on,
        registered: 'no',
        daysAWeek: 2,
        endedOn: addDays(on, 120) < end ? addDays(on, 120) : null,
      },
    })
  return rows
}

/** Results at 11 and at 16, of those who were in care then. */
function resultsOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child, care, since } = schooling
  const end = endOf(schooling)
  const year11 = addMonths(academicYearOf(schoolLeavingDate(child.bornOn)), 12)
  const [atEleven, atSixteen] = [addDays(addMonths(year11, -60), -55), addDays(year11, -9)]
  const isTold = (on: PlainDate) => on >= later(since, care.startedOn) && on < end
  const standard = () => random.weighted({ below: 45, expected: 45, higher: 10 })
  return [
    ...(isTold(atEleven)
      ? [
          {
            type: SchoolResults,
            fields: { stage: 'KS2', resultsOn: atEleven, reading: standard(), writing: standard(), maths: standard() },
          },
        ]
      : []),
    ...(isTold(atSixteen) && !child.unaccompanied
      ? [
          {
            type: SchoolResults,
            fields: {
              stage: 'KS4',
              resultsOn: atSixteen,
              attainment8: random.whole(20, 420) / 10,
              progress8: random.whole(-250, 80) / 100,
            },
          },
        ]
      : []),
  ]
}
