import type { Chronology } from '../../core/counting/chronology.ts'
import { attribute, factOfDay, test } from '../../core/counting/define.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { Ethnicity } from './background.ts'
import { EthnicityCode } from './codes-of-background.ts'
import { Sex } from './codes-of-identity.ts'
import { Person } from './person.ts'

const personIn = (history: Chronology) => history.latest(Person, ({ person }) => person === history.subject)
const person = factOfDay([Person], ({ history }) => personIn(history))

/** The date of birth in a clock's history; null where it is not known. */
export const bornOnOf = (history: Chronology): PlainDate | null => personIn(history)?.bornOn ?? null

/** Null where it is not known. */
export const birthDate = factOfDay([person], (member) => person(member)?.bornOn ?? null)

/** Age in completed years on the day; undefined where the date of birth is not known. */
const age = factOfDay([birthDate], (member) => {
  const bornOn = birthDate(member)
  return bornOn === null ? undefined : ageOn(bornOn, member.asAt)
})

/** Whether somebody is younger than so many years on the day: on that birthday they no longer are. */
export const under = (years: number) =>
  test([age], (member) => {
    const reached = age(member)
    return reached === undefined ? undefined : reached < years
  })

/** The bands of the national statistics. */
const AGE_BANDS = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over'] as const

function ageBand(years: number | undefined): (typeof AGE_BANDS)[number] | undefined {
  if (years === undefined) return undefined
  if (years < 1) return 'Under 1'
  if (years < 5) return '1 to 4'
  if (years < 10) return '5 to 9'
  return years < 16 ? '10 to 15' : '16 and over'
}

/** What any figure about children can be broken down by. */
export const aboutTheChild = {
  ageBand: attribute('Age', [age], (member) => ageBand(age(member)), { order: AGE_BANDS }),
  sex: attribute('Sex', [person], (member) => person(member)?.sex, { codes: Sex }),
  ethnicity: attribute('Ethnicity', [Ethnicity], ({ history }) => history.latest(Ethnicity)?.ethnicity, {
    codes: EthnicityCode,
  }),
} as const
