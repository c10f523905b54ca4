import { PersonalEducationPlan, PupilPremiumPlus } from '../areas/education-of-children-in-care/education-plans.ts'
import { planAgeFrom } from '../areas/education-of-children-in-care/school-age.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import { planRates } from './education-rates.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { endOf, type Schooling } from './schooling.ts'

/** The first plan within days of coming into care, then one a term; now and then late, or missed. */
export function plansOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child, care, since, calendar } = schooling
  const end = endOf(schooling)
  const oldEnough = planAgeFrom(child.bornOn)
  const rows: RowMade[] = []
  const first = oldEnough <= care.startedOn ? firstPlan(random, schooling) : undefined
  if (first !== undefined && first.begunOn >= since && first.begunOn < end) rows.push(...planRows(random, first, end))
  for (const term of calendar.terms) {
    const from = later(term.from, care.startedOn)
    if (term.to <= since || from >= end || oldEnough > from || term.to - from < 20) continue
    if (first !== undefined && term.from <= first.completedOn && first.completedOn < term.to) continue
    const days = term.to - from - 14
    const completedOn = random.chance(planRates.of.termlyInTime)
      ? addDays(from, 7 + random.whole(0, Math.max(0, days)))
      : addDays(term.to, random.whole(1, 20))
    const begunOn = later(addDays(completedOn, -random.whole(0, 6)), care.startedOn)
    if (completedOn < end) rows.push(...planRows(random, { begunOn, completedOn }, end))
  }
  return rows
}

type Days = { readonly begunOn: PlainDate; readonly completedOn: PlainDate }

function firstPlan(random: Random, { care, calendar }: Schooling): Days {
  const { begunInTime, firstInTime } = planRates.of
  const begins = random.chance(begunInTime) ? random.whole(2, 12) : random.whole(17, 24)
  const isLoaded = partsOf(care.startedOn).year >= calendar.firstYear
  const due = isLoaded ? calendar.dueOn(care.startedOn, '20 working days') : addDays(care.startedOn, 28)
  const begunOn = addDays(care.startedOn, begins)
  const completedOn = random.chance(firstInTime)
    ? addDays(due, -random.whole(0, due - begunOn))
    : addDays(due, random.whole(1, 20))
  return { begunOn, completedOn }
}

const HOPES = [
  'I want to get better at maths.',
  'I like it when we do art.',
  'I want to be a vet.',
  'Miss helps me when it gets loud.',
  'I would like a friend in my class.',
  'Football is the best bit of my day.',
  'I do not like changing schools.',
  'I am proud of my reading.',
  'I want to learn to cook.',
  'It is better when I can take a break.',
] as const

const BETTER = [
  'Targets that can be measured.',
  'What the child says, in their own words.',
  'What the money is for, and what it achieved.',
  'Who helps with reading, and when.',
] as const

/** What is to become better of a plan that is not good, and mostly who sees to it. */
function toBetter(random: Random, checkedOn: PlainDate) {
  const hasOwner = random.chance(0.75)
  return {
    toBetter: random.chance(0.9) ? random.pick(BETTER) : null,
    betterBy: hasOwner ? random.pick(['The designated teacher', 'The education adviser', 'The social worker']) : null,
    betterOn: hasOwner ? addDays(checkedOn, 42) : null,
  }
}

function planRows(random: Random, { begunOn, completedOn }: Days, end: PlainDate): readonly RowMade[] {
  const { looked, grades, premium } = planRates.of
  const isDone = completedOn < end
  const checkedOn = addDays(completedOn, random.whole(3, 25))
  const isChecked = isDone && random.chance(looked) && checkedOn < end
  const signedOn = addDays(completedOn, random.whole(0, 6))
  const fields = {
    begunOn,
    completedOn: isDone ? completedOn : null,
    childsPart: random.weighted({ there: 55, before: 30, observed: 8, declined: 5, 'not-asked': 2 }),
    childSays: random.pick(HOPES),
    progress: random.weighted({ better: 18, expected: 52, less: 30 }),
    signedOn: isDone && signedOn < end ? signedOn : null,
    checkedOn: isChecked ? checkedOn : null,
  }
  const grade = isChecked ? random.weighted(grades) : null
  const isGood = grade !== 'poor' && grade !== 'nearly-good'
  const better = isGood ? {} : toBetter(random.fork(`better ${completedOn}`), checkedOn)
  const plan: RowMade = { type: PersonalEducationPlan, fields: { ...fields, grade, ...better } }
  if (!isDone || !random.chance(premium)) return [plan]
  const purpose = random.pick(['Tuition in maths', 'Tuition in English', 'Mentor', 'Laptop', 'Swimming', 'School trip'])
  return [
    plan,
    { type: PupilPremiumPlus, fields: { agreedOn: completedOn, purpose, amount: random.whole(4, 60) * 1000 } },
  ]
}
