import { attribute, factOfDay, narrow, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { ageOn } from '../../core/dates/age.ts'
import { unaccompanied } from '../children-in-care/unaccompanied.ts'
import { Allocation } from '../organisation/allocation.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild, birthDate } from '../people/about-the-child.ts'
import { byActivity, byHome, hasDied, livesElsewhere, wentHome } from './living.ts'
import { byEligibility, isCareLeaver } from './told.ts'

const source =
  'Children Act 1989, sections 23A to 24D; active worked out from Dorset Council, Corporate Parenting dataset, September 2023'

/** The allocation of a personal adviser on the day. One without a worker waits for somebody, and is no service yet. */
export const adviser = factOfDay([Allocation], ({ history }) =>
  history
    .open(
      Allocation,
      ({ person, role, worker }) => person === history.subject && role === 'personal-adviser' && worker !== null,
    )
    .at(-1),
)

const years = factOfDay([birthDate], (member) => {
  const bornOn = birthDate(member)
  return bornOn === null ? undefined : ageOn(bornOn, member.asAt)
})

/** Whether somebody is of an age on the day, the last one included. */
export const aged = (least: number, most: number) =>
  test([years], (member) => {
    const age = years(member)
    return age === undefined ? undefined : least <= age && age <= most
  })

const AGES = ['16', '17', '18', '19', '20', '21', '22', '23', '24', '25']

export const aboutTheYoungPerson = {
  age: attribute('Age', [years], (member) => years(member), { order: AGES }),
  sex: aboutTheChild.sex,
  ethnicity: aboutTheChild.ethnicity,
  unaccompanied: attribute('Unaccompanied', [unaccompanied], (member) => (unaccompanied.ask(member) ? 'Yes' : 'No')),
} as const

/** Whoever has left care, is owed something, and receives it: a personal adviser is allocated. */
export const careLeavers = population({
  key: 'care-leavers',
  label: 'Care leavers who receive a service',
  source,
  each: subjectsWithOpen(Allocation, 'person', { field: 'role', codes: ['personal-adviser'] }),
  include: {
    'has a personal adviser': test([adviser], (member) => adviser(member) !== undefined),
    'a care leaver, no longer in care': isCareLeaver,
  },
  exclude: { 'has died': hasDied },
  by: { ...aboutTheYoungPerson, ...whoseWork, status: byEligibility, home: byHome, activity: byActivity },
})

export const careLeavers17To25 = narrow(careLeavers, {
  key: 'care-leavers-17-25',
  label: 'Care leavers aged 17 to 25 who receive a service',
  source,
  include: { '17 to 25': aged(17, 25) },
})

export const careLeavers19To21 = narrow(careLeavers, {
  key: 'care-leavers-19-21',
  label: 'Care leavers aged 19 to 21 who receive a service',
  source,
  include: { '19 to 21': aged(19, 21) },
  exclude: { 'home with parents for six months or more': wentHome },
})

export const careLeavers19To21Here = narrow(careLeavers19To21, {
  key: 'care-leavers-19-21-here',
  label: 'Care leavers aged 19 to 21 who receive a service and live in this country, somewhere that is known',
  source: 'Department for Education, children looked after in England: methodology',
  exclude: { 'gone abroad, deported or residence not known': livesElsewhere },
})
