import {
  answeredWith,
  fact,
  type Member,
  narrow,
  population,
  subjectsWithBegun,
  test,
} from '../../core/counting/define.ts'
import { birthday } from '../../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { CareLeaverOutcome } from '../children-in-care/care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { birthDate } from '../people/about-the-child.ts'
import { Person } from '../people/person.ts'
import { CareLeaverActivity } from './activities.ts'
import { CareLeaverContact } from './contact.ts'
import { eligibilityOn } from './eligibility.ts'
import { CareLeaverHome } from './homes.ts'
import { ELSEWHERE, homeOfReturn, IN_EDUCATION_OR_WORK, IN_NEITHER, ownHome } from './living.ts'
import { aboutTheYoungPerson } from './populations.ts'
import { BIRTHDAY_WINDOW } from './standards.ts'
import { inCareOn } from './time-in-care.ts'
import { eligibilityReads, toldOf } from './told.ts'

// How care leavers were doing around a birthday, as the national figures look at it. Where the return of that birthday is on record it decides: it is what
// the Department counts. Before it is handed in our own records of the months around the birthday say the same.

/** The birthday of one of these ages that lies in the days looked at. */
const birthdayOf = (ages: readonly number[]) =>
  fact([birthDate], (member: Member): PlainDate | null | undefined => {
    const bornOn = birthDate(member)
    if (bornOn === null) return undefined
    const days = ages.map((age) => birthday(bornOn, age))
    return days.find((day) => member.from <= day && day < member.to && day <= member.asAt) ?? null
  })

type Birthday = ReturnType<typeof birthdayOf>

/** Relevant or former relevant on the birthday, and not in care on the day before: whoever was still in care then has no record of it. */
const leftBefore = (day: Birthday) =>
  test([day, ...eligibilityReads], (member) => {
    const on = day(member)
    if (on === undefined || on === null) return on === null ? false : undefined
    const told = toldOf(member.history)
    const { status, because } = eligibilityOn(told, on)
    member.history.becauseOf(because.map((id) => ({ id })))
    if (status === 'not known') return undefined
    const wasInCare = inCareOn(told.care, addDays(on, -1)) === true
    return !wasInCare && (status === 'relevant' || status === 'former relevant')
  })

/** The return of the birthday. One that was born on 29 February may stand a day apart. */
const returnOf = (day: Birthday) =>
  fact([CareLeaverOutcome, day], (member: Member) => {
    const on = day(member)
    if (on === undefined || on === null) return undefined
    return member.history.latest(
      CareLeaverOutcome,
      ({ birthdayOn }) => birthdayOn !== null && Math.abs(birthdayOn - on) <= 1,
    )
  })

/** What was answered around the birthday: by the return, or else by our own contacts of those months, of which one that found them is enough. */
const answerOf = (day: Birthday, outcome: ReturnType<typeof returnOf>) =>
  fact([day, outcome, CareLeaverContact], (member: Member): string | null => {
    const on = day(member)
    if (on === undefined || on === null) return null
    const returned = outcome(member)
    if (returned !== undefined) return returned.inTouch
    const [from, to] = [addMonths(on, -BIRTHDAY_WINDOW.before), addMonths(on, BIRTHDAY_WINDOW.after)]
    const around = ({ contactedOn }: { readonly contactedOn: PlainDate | null }) =>
      contactedOn !== null && from <= contactedOn && contactedOn <= to
    const found = member.history.latest(CareLeaverContact, (one) => around(one) && one.answer === 'YES')
    return (found ?? member.history.latest(CareLeaverContact, around))?.answer ?? null
  })

const holdsOn =
  (on: PlainDate) => (one: { readonly startedOn: PlainDate | null; readonly endedOn: PlainDate | null }) =>
    one.startedOn !== null && one.startedOn <= on && (one.endedOn === null || one.endedOn > on)

const homeAround = (day: Birthday, outcome: ReturnType<typeof returnOf>) =>
  fact([day, outcome, CareLeaverHome], (member: Member) => {
    const on = day(member)
    if (on === undefined || on === null) return undefined
    const returned = outcome(member)
    if (returned !== undefined)
      return returned.accommodation === null ? undefined : homeOfReturn(returned.accommodation)
    const own = member.history.latest(CareLeaverHome, holdsOn(on))
    return own && ownHome(own)
  })

const activityAround = (day: Birthday, outcome: ReturnType<typeof returnOf>) =>
  fact([day, outcome, CareLeaverActivity], (member: Member): string | null => {
    const on = day(member)
    if (on === undefined || on === null) return null
    const returned = outcome(member)
    const code =
      returned === undefined ? member.history.latest(CareLeaverActivity, holdsOn(on))?.activity : returned.activity
    return code === undefined || code === '0' ? null : code
  })

const source =
  'Department for Education, children looked after in England: methodology; DfE SSDA903, care leavers: guide'

/** Everything that is asked about care leavers of some ages, around their birthdays. */
export function aroundBirthdays(key: string, ages: readonly number[], words: string) {
  const day = birthdayOf(ages)
  const outcome = returnOf(day)
  const answer = answerOf(day, outcome)
  const home = homeAround(day, outcome)
  const activity = activityAround(day, outcome)
  const hasDied = test([day, answer, Person], (member) => {
    const diedOn = member.history.latest(Person, ({ person }) => person === member.history.subject)?.diedOn ?? null
    return answer(member) === 'DIED' || (diedOn !== null && diedOn <= (day(member) ?? member.asAt))
  })
  const all = population({
    key: `care-leavers-birthday-${key}`,
    label: `Care leavers who turned ${words}`,
    source,
    each: subjectsWithBegun(Episode, 'child'),
    include: { [`turned ${words} after leaving care`]: leftBefore(day) },
    exclude: {
      'had died': hasDied,
      'home with parents for six months or more': test([answer], (member) => answer(member) === 'RHOM'),
    },
    by: { ...aboutTheYoungPerson, ...whoseWork },
  })
  const here = narrow(all, {
    key: `care-leavers-birthday-${key}-here`,
    label: `Care leavers who turned ${words} and live in this country, somewhere that is known`,
    source,
    exclude: {
      'gone abroad, deported or residence not known': test([home], (member) =>
        ELSEWHERE.includes(home(member)?.kind ?? null),
      ),
    },
  })
  const among = (codes: readonly (string | null)[]) => (member: Member) => {
    const code = activity(member)
    return code === null ? undefined : codes.includes(code)
  }
  const inEducationOrWork = test([activity], among(IN_EDUCATION_OR_WORK))
  return {
    all,
    here,
    inTouch: test([answer], (member) => answer(member) === 'YES'),
    suitable: test(
      [home, answer],
      (member) => home(member)?.suitable ?? (answer(member) === 'YES' ? undefined : false),
    ),
    inEducationOrWork,
    inNeither: answeredWith(inEducationOrWork, among(IN_NEITHER)),
  }
}
