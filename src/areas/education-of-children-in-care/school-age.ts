import { factOfDay, test } from '../../core/counting/define.ts'
import { ageOn, birthday } from '../../core/dates/age.ts'
import { periodContaining } from '../../core/dates/period.ts'
import { addDays, fromParts, type PlainDate, partsOf, weekday } from '../../core/dates/plain-date.ts'
import { birthDate } from '../people/about-the-child.ts'

/** The days on which the law lets a term begin, whatever a school's own dates are. */
const TERMS_BEGIN = [1, 4, 9] as const

/**
 * The beginning of the term after a day: the next 1 January, 1 April or 1 September, never the day itself.
 * Source: Education (Start of Compulsory School Age) Order 1998, whose prescribed days are the days before these.
 */
function termAfter(date: PlainDate): PlainDate {
  const { year } = partsOf(date)
  const begin = TERMS_BEGIN.map((month) => fromParts(year, month, 1)).find((first) => first > date)
  return begin ?? fromParts(year + 1, 1, 1)
}

/** From the term after the third birthday a child in care has a personal education plan. */
export const planAgeFrom = (bornOn: PlainDate): PlainDate => termAfter(birthday(bornOn, 3))

/** The first day of compulsory school age: the prescribed day on or after the fifth birthday. Source: Education Act 1996, section 8(2). */
export const compulsoryFrom = (bornOn: PlainDate): PlainDate => addDays(termAfter(birthday(bornOn, 5)), -1)

/** The last Friday in June of year 11. Source: Education (School Leaving Date) Order 1997. */
export function schoolLeavingDate(bornOn: PlainDate): PlainDate {
  const endsIn = partsOf(academicYearOf(birthday(bornOn, 16))).year + 1
  let day = fromParts(endsIn, 6, 30)
  while (weekday(day) !== 'Friday') day = addDays(day, -1)
  return day
}

/** The 1 September with which the academic year of a day begins. */
export const academicYearOf = (date: PlainDate): PlainDate => periodContaining('academic year', date).from

/** The school year of somebody's age on a day: 0 is reception, below it nursery, 12 and 13 follow compulsory school age. Age on 31 August decides. */
export const yearAt = (bornOn: PlainDate, date: PlainDate): number =>
  ageOn(bornOn, addDays(academicYearOf(date), -1)) - 4

/** The school year of the child's age on the day; undefined where the date of birth is not known. */
export const schoolYear = factOfDay([birthDate], (member) => {
  const bornOn = birthDate(member)
  return bornOn === null ? undefined : yearAt(bornOn, member.asAt)
})

const inYears = (first: number, last: number) =>
  test([schoolYear], (member) => {
    const year = schoolYear(member)
    return year === undefined ? undefined : first <= year && year <= last
  })

export const receptionToYear11 = inYears(0, 11)
export const years12And13 = inYears(12, 13)

/** Compulsory school age ends on a Friday in June, weeks before year 11 does. */
export const pastSchoolAge = test([birthDate], (member) => {
  const bornOn = birthDate(member)
  return bornOn === null ? undefined : member.asAt > schoolLeavingDate(bornOn)
})

const YEARS = [
  'Before reception',
  'Reception',
  ...Array.from({ length: 13 }, (_, at) => `Year ${at + 1}`),
  'After year 13',
]

/** How the school year is called: "Year 9". */
export const yearLabel = (year: number | undefined): string | undefined =>
  year === undefined ? undefined : YEARS[Math.min(Math.max(year, -1), 14) + 1]
export const yearLabels: readonly string[] = YEARS

const PHASES = ['Early years', 'Primary', 'Secondary', 'Post-16'] as const

/** The phase of a school year: reception to year 6 is primary, years 7 to 11 are secondary. */
export function phaseOf(year: number | undefined): (typeof PHASES)[number] | undefined {
  if (year === undefined) return undefined
  if (year < 0) return 'Early years'
  return year <= 6 ? 'Primary' : year <= 11 ? 'Secondary' : 'Post-16'
}
export const phases: readonly string[] = PHASES
