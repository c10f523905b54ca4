import { fact, type Member, population, subjectsWithBegun, test } from '../../core/counting/define.ts'
import { birthday } from '../../core/dates/age.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild, birthDate } from '../people/about-the-child.ts'
import { HealthPassport } from './leaving-care.ts'

/** The 18th birthday, where it lies in the days looked at and has come. */
const turns18 = fact([birthDate], (member: Member) => {
  const bornOn = birthDate(member)
  if (bornOn === null) return undefined
  const day = birthday(bornOn, 18)
  return member.from <= day && day < member.to && day <= member.asAt ? day : null
})

/** In care on the last day before the birthday: care ends on it. */
const inCareUntil18 = test([turns18, allPeriods], (member) => {
  const day = turns18(member)
  if (day === undefined || day === null) return day === null ? false : undefined
  const periods = allPeriods(member)
  const is = inCareOn(periods, addDays(day, -1))
  member.history.becauseOf(periods.at(-1)?.episodes.slice(-1) ?? [])
  return is === 'not known' ? undefined : is === 'yes'
})

/** Each is due a passport, whoever they are and however they came. */
export const turned18InCare = population({
  key: 'turned-18-in-care',
  label: 'Children in care who turned 18',
  source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
  each: subjectsWithBegun(Episode, 'child'),
  include: { 'turned 18 in care': inCareUntil18 },
  by: {
    sex: aboutTheChild.sex,
    ethnicity: aboutTheChild.ethnicity,
    ...whoseWork,
  },
})

export const passportGiven = test(
  [HealthPassport],
  ({ history }: Member) => history.latest(HealthPassport, ({ outcome }) => outcome === 'given') !== undefined,
)
