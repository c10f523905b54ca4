import { ageOn, birthday } from '../../core/dates/age.ts'
import { addDays, type PlainDate, plainDate, shortText } from '../../core/dates/plain-date.ts'
import type { RecordId } from '../../core/definitions/field.ts'
import { daysSince14, endingAt18, inCareOn, type TimeInCare } from './time-in-care.ts'

/** What a young person is owed, by the name that the law gives it. It is worked out and never entered. */
type Status = 'eligible' | 'relevant' | 'former relevant' | 'qualifying' | 'none' | 'not known'

/** A status with its reasons. `careLeaver`: whether they are one at all, which may be known though the status is not. */
export type Eligibility = {
  readonly status: Status
  readonly careLeaver: boolean | undefined
  readonly why: string
  readonly source: string
  readonly because: readonly RecordId[]
}

/** Half-open: `to` is the first day after it, null while it lasts. */
export type Stretch = { readonly from: PlainDate; readonly to: PlainDate | null }

/** What the record says of somebody that decides it. */
export type Told = {
  readonly bornOn: PlainDate | null
  /** Times in care, the earliest first, those of other authorities among them. */
  readonly care: readonly TimeInCare[]
  /** When they had been back with a parent for six months or more, and it went well. */
  readonly backHome: readonly Stretch[]
  readonly detainedOrInHospital: readonly Stretch[]
  /** Birthdays for which a return named them among care leavers. */
  readonly returned: readonly { readonly birthdayOn: PlainDate; readonly id: RecordId }[]
}

/** Thirteen weeks in all. */
const ENOUGH = 91

/** Whoever was owed it stays a former relevant child by name; figures about care leavers go up to 25, and so does this. */
const PAST = 26

/** What the law was from one day (inclusive) to another (exclusive): on which birthday the duties towards a former relevant child end. */
type Law = { readonly from: PlainDate; readonly to?: PlainDate; readonly until: number; readonly source: string }
const [act, to25] = [plainDate('2001-10-01'), plainDate('2018-04-01')]
const LAWS: readonly Law[] = [
  { from: act, to: to25, until: 21, source: 'Children Act 1989, section 23C (to 25 in education or training: 23CA)' },
  {
    from: to25,
    until: 25,
    source: 'Children Act 1989, sections 23C and 23CZB (since the Children and Social Work Act 2017)',
  },
]
const lawOn = (on: PlainDate): Law | undefined =>
  LAWS.find(({ from, to }) => from <= on && (to === undefined || on < to))

/** The day on which the duties towards a former relevant child end, by the law of a day. */
export const dutiesEndOn = (bornOn: PlainDate, on: PlainDate): PlainDate => birthday(bornOn, lawOn(on)?.until ?? 21)

const SECTIONS = {
  eligible:
    'Children Act 1989, schedule 2, paragraph 19B; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 40',
  relevant: 'Children Act 1989, section 23A; Care Leavers (England) Regulations 2010, regulation 3',
  qualifying: 'Children Act 1989, section 24',
} as const

/** Left care because a special guardianship order was made. */
const GUARDIANSHIP: readonly (string | null)[] = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48']

/** What somebody is owed on a day, and why. */
export function eligibilityOn({ care, ...told }: Told, on: PlainDate): Eligibility {
  const { bornOn } = told
  if (bornOn === null) return say('not known', care, 'The date of birth is not known', SECTIONS.eligible)
  const law = lawOn(on)
  const age = ageOn(bornOn, on)
  if (law === undefined || age < 16) return say('none', care, 'They are not 16 yet', SECTIONS.eligible)
  if (age >= PAST) return say('none', care, 'They are 26 or older', law.source)
  const known = { ...told, bornOn, care: endingAt18(care, bornOn), on, age, law }
  return inCare(known) ?? afterCareFrom16(known) ?? otherwise(known)
}

type Known = Omit<Told, 'bornOn'> & {
  readonly bornOn: PlainDate
  readonly on: PlainDate
  readonly age: number
  readonly law: Law
}

/** In care, or not known whether. */
function inCare({ care, bornOn, on }: Known): Eligibility | undefined {
  const now = inCareOn(care, on)
  if (now === false) return undefined
  if (now === undefined)
    return say('not known', care, 'The record breaks off and does not say whether care has ended', SECTIONS.eligible)
  const days = daysSince14(care, bornOn, on)
  const enough = isEnough(days)
  if (enough === undefined)
    return say('not known', care, 'In care, and not known for how long since turning 14', SECTIONS.eligible)
  return enough
    ? say(
        'eligible',
        care,
        `In care, and for ${days.least} days since turning 14: 13 weeks are 91`,
        SECTIONS.eligible,
        false,
      )
    : say(
        'none',
        care,
        `In care for ${days.least} days since turning 14, and not for 13 weeks, 91, yet`,
        SECTIONS.eligible,
      )
}

/** Was in care on or after the 16th birthday. */
function afterCareFrom16(known: Known): Eligibility | undefined {
  const { care, bornOn, on, age } = known
  const [sixteen, adult] = [birthday(bornOn, 16), birthday(bornOn, 18)]
  const last = care.findLast(({ from, until }) => from <= on && until !== null && until > sixteen)
  const left = last?.until ?? null
  if (left === null) return undefined
  const days = daysSince14(care, bornOn, on)
  const enough = isEnough(days)
  const told = `In care for ${days.least} days since turning 14, the last of them on ${shortText(addDays(left, -1))}, after turning 16`
  if (enough === undefined)
    return say('not known', care, `${told}; not known whether it was 13 weeks, 91`, SECTIONS.relevant, true)
  if (!enough) return qualifying(known, `${told}, which is not 13 weeks, 91`)
  const lastDay = age < 18 ? on : addDays(adult, -1)
  const isHome = left < adult && isIn(known.backHome, lastDay)
  if (isHome) return qualifying(known, `${told}, and back with a parent for six months or more`)
  return owed(known, told)
}

/** Relevant until 18, former relevant from then on. */
function owed({ care, age, law }: Known, why: string): Eligibility {
  return age < 18
    ? say('relevant', care, why, SECTIONS.relevant, true)
    : say(
        'former relevant',
        care,
        `${why}; the duties end on the ${law.until}th birthday`.replace('21th', '21st'),
        law.source,
        true,
      )
}

function qualifying({ care }: Known, why: string): Eligibility {
  return say('qualifying', care, why, SECTIONS.qualifying, true)
}

/** Was in care before 16 only, or not as far as the record says. */
function otherwise(known: Known): Eligibility {
  const { care, bornOn, on } = known
  const sixteen = birthday(bornOn, 16)
  const last = care.findLast(({ until }) => until !== null && until <= on)
  const breaksOff = last?.mayHaveGoneOn === true || care.some((time) => time.from <= sixteen && time.mayHaveGoneOn)
  if (breaksOff)
    return say('not known', care, 'The record breaks off and does not say when care ended', SECTIONS.relevant)
  if (isIn(known.detainedOrInHospital, sixteen) && (isEnough(daysSince14(care, bornOn, on)) ?? false))
    return owed(known, 'In care for 13 weeks since turning 14, and then detained or in hospital on the 16th birthday')
  if (last !== undefined && GUARDIANSHIP.includes(last.reasonEnded))
    return qualifying(known, 'In care until a special guardianship order was made')
  return byReturn(known)
}

/**
 * The return of a birthday names only whom the authority found to be owed it; it speaks where no time in care since 14 is known. Of whom nothing at all is
 * known it cannot be said.
 */
function byReturn(known: Known): Eligibility {
  const { care, bornOn, on, returned } = known
  if (care.some(({ until }) => until === null || until > birthday(bornOn, 14)))
    return say('none', care, 'Not in care since turning 16', SECTIONS.relevant)
  const named = returned.findLast(({ birthdayOn }) => birthdayOn <= on)
  if (named !== undefined)
    return {
      ...owed(known, `Named in the return about care leavers for the birthday on ${shortText(named.birthdayOn)}`),
      because: [named.id],
    }
  return care.length > 0
    ? say('none', care, 'Not in care since turning 16', SECTIONS.relevant)
    : { ...say('none', care, 'No time in care is known', SECTIONS.relevant), careLeaver: undefined }
}

const isEnough = ({ least, most }: { readonly least: number; readonly most: number }): boolean | undefined =>
  least >= ENOUGH ? true : most < ENOUGH ? false : undefined

const isIn = (stretches: readonly Stretch[], day: PlainDate): boolean =>
  stretches.some(({ from, to }) => from <= day && (to === null || to > day))

const say = (
  status: Status,
  care: readonly TimeInCare[],
  why: string,
  source: string,
  careLeaver: boolean | undefined = status === 'not known' ? undefined : false,
): Eligibility => ({ status, careLeaver, why, source, because: care.flatMap(({ because }) => because) })

/** The first day on which somebody who stays in care is eligible: the 16th birthday, or when 13 weeks are full; null where that is before 18 never. */
export function eligibleFrom(care: readonly TimeInCare[], bornOn: PlainDate): PlainDate | null {
  const times = endingAt18(care, bornOn)
  const adult = birthday(bornOn, 18)
  for (const { from, until } of times) {
    const first = Math.max(from, birthday(bornOn, 16)) as PlainDate
    if (first >= (until ?? adult)) continue
    const short = ENOUGH - daysSince14(times, bornOn, first).least
    const day = short <= 0 ? first : addDays(first, short)
    if (day < (until ?? adult)) return day
  }
  return null
}
