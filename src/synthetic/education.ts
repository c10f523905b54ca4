import { EducationActivity, SeptemberOffer } from '../areas/education-of-children-in-care/after-school.ts'
import { academicYearOf, schoolLeavingDate } from '../areas/education-of-children-in-care/school-age.ts'
import { firstEnd, later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths } from '../core/dates/plain-date.ts'
import { plansOf } from './education-plans.ts'
import { activityRates } from './education-rates.ts'
import { feelingsOf } from './feelings.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { schoolOf } from './school.ts'
import { endOf, type Schooling } from './schooling.ts'

/** Everything that the virtual school, and those who see to how a child feels, write down in one time in care. */
export function educationOf(random: Random, schooling: Schooling): readonly RowMade[] {
  if (endOf(schooling) <= schooling.since) return []
  return [
    ...schoolOf(random.fork('school'), schooling),
    ...plansOf(random.fork('plans'), schooling),
    ...afterSchoolOf(random.fork('after'), schooling),
    ...feelingsOf(random.fork('feelings'), schooling),
  ]
}

const REASONS = ['looking', 'not-ready', 'illness', 'moved-home', 'other'] as const

/** What a young person does after year 11: one thing after another, each until the next. */
function afterSchoolOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child, care } = schooling
  const { first, firstUnaccompanied, changes, offered } = activityRates.of
  const leaves = schoolLeavingDate(child.bornOn)
  const begins = later(care.startedOn, addMonths(academicYearOf(leaves), 12))
  const end = endOf(schooling)
  const rows: RowMade[] = []
  let from = begins
  while (from < end) {
    const activity =
      child.unaccompanied && from === begins ? random.weighted(firstUnaccompanied) : random.weighted(first)
    const to = random.chance(changes) ? addDays(from, random.whole(60, 400)) : end
    const whyNot = child.unaccompanied ? 'waiting-course' : random.pick(REASONS)
    rows.push({
      type: EducationActivity,
      fields: {
        startedOn: from,
        activity,
        whyNot: activity === 'not-in-eet' ? whyNot : null,
        confirmedOn: firstEnd(addDays(from, random.whole(0, 60)), addDays(end, -1)),
        endedOn: to < end ? to : null,
      },
    })
    from = to
  }
  const offer = addDays(leaves, -random.whole(10, 120))
  if (offer >= care.startedOn && offer < end && random.chance(offered))
    rows.push({ type: SeptemberOffer, fields: { offeredOn: offer, what: random.pick(OFFERS), acceptedOn: null } })
  return rows
}

const OFFERS = [
  'Level 1 construction at college',
  'A levels at sixth form',
  'Level 2 catering at college',
  'Hairdressing apprenticeship',
  'Level 2 health and social care',
]
