import {
  attribute,
  factOfDay,
  narrow,
  population,
  type RecordMember,
  recordsDated,
  subjectsWith,
  subjectsWithBegun,
  test,
} from '../../core/counting/define.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild, under } from '../people/about-the-child.ts'
import {
  allPeriods,
  currentEpisode,
  currentPeriod,
  inCareMeanwhile,
  legalStatus,
  periodBegun,
  periodEnded,
  placements,
} from './care-facts.ts'
import { LegalStatus, PlacementLocation, PlacementProvider } from './codes-of-episodes.ts'
import { PlacementType } from './codes-of-placements.ts'
import { Episode } from './episodes.ts'
import { type InCare, inCareOn, inCareWithoutBreak } from './in-care.ts'
import { CareReview } from './reviews-and-visits.ts'
import { unaccompanied } from './unaccompanied.ts'

const source = 'Department for Education, children looked after in England: methodology'

/** Whether the child lives in our area, as at the day: `IN` or `OUT`. */
export const placementLocation = factOfDay(
  [currentEpisode],
  (member) => currentEpisode(member)?.placementLocation ?? undefined,
)

/** The same of a child who came into care in the days looked at, of where they have lived last. */
export const whereTheyCame = attribute(
  'In or out of the area',
  [placements],
  (member) =>
    placements(member)
      .findLast(({ startedOn }) => startedOn <= member.asAt)
      ?.episodes.at(-1)?.placementLocation,
  { codes: PlacementLocation },
)

/** What figures about children in care can be broken down by, as at the day. */
const by = {
  ...aboutTheChild,
  ...whoseWork,
  unaccompanied: attribute('Unaccompanied', [unaccompanied], (member) => (unaccompanied.ask(member) ? 'Yes' : 'No')),
  legalStatus: attribute('Legal status', [legalStatus], legalStatus, { codes: LegalStatus }),
  placement: attribute('Placement', [currentEpisode], (member) => currentEpisode(member)?.placement, {
    codes: PlacementType,
  }),
  provider: attribute('Provider', [currentEpisode], (member) => currentEpisode(member)?.provider, {
    codes: PlacementProvider,
  }),
  location: attribute('In or out of the area', [placementLocation], placementLocation, { codes: PlacementLocation }),
} as const

/** Only short breaks is no: whoever has nothing else is not in care for any figure. */
const answerOf = (inCare: InCare) => (inCare === 'not known' ? undefined : inCare === 'yes')

const inCare = test([allPeriods, currentPeriod], (member) => {
  currentPeriod(member)
  return answerOf(inCareOn(allPeriods(member), member.asAt))
})

/** In care at the end of the last day: who came that day is, who left that day or turned 18 is not. */
export const childrenInCare = population({
  key: 'children-in-care',
  label: 'Children in care on the last day',
  source: `Children Act 1989 section 22(1); ${source}`,
  each: subjectsWithBegun(Episode, 'child'),
  include: { 'in care, not only for short breaks': inCare, 'under 18': under(18) },
  by,
})

/** In care for so many months without a break, as at the day. */
export const inCareFor = (months: number) =>
  test([allPeriods, currentPeriod], (member) => {
    currentPeriod(member)
    return answerOf(inCareWithoutBreak(allPeriods(member), member.asAt, months))
  })

export const inCareTwelveMonths = narrow(childrenInCare, {
  key: 'in-care-12-months',
  label: 'In care for 12 months or more',
  source,
  include: { 'in care for 12 months without a break': inCareFor(12) },
})

/** Whose placement ought to be settled. */
export const longInCareUnder16 = narrow(childrenInCare, {
  key: 'under-16-in-care-30-months',
  label: 'Under 16 and in care for two and a half years or more',
  source,
  include: { 'under 16': under(16), 'in care for two and a half years without a break': inCareFor(30) },
})

const cameIntoCare = test([periodBegun], (member) => {
  const period = periodBegun(member)
  if (period === undefined) return false
  return period.startIs === 'known' ? true : undefined
})

/** Each child once, by the first time in the period. A move from short breaks into care is one, and so is a transfer from another council. */
export const startedCare = population({
  key: 'started-care',
  label: 'Children who came into care',
  source,
  each: subjectsWith(Episode, 'child', 'startedOn'),
  include: { 'came into care': cameIntoCare },
  by: { ...aboutTheChild, ...whoseWork },
  flow: { of: childrenInCare, way: 'in' },
})

const leftCare = test([periodEnded], (member) => {
  const period = periodEnded(member)
  if (period === undefined) return false
  // Says that it goes on (X1), and does not: whether the child left is not known. Without any reason the child left all the same.
  return period.endIs === 'known' ? true : undefined
})

/** Each child once, by the last time in the days looked at, for whatever reason: to short breaks too, and on the 18th birthday though nobody closed the record. */
export const leftCareThen = population({
  key: 'left-care',
  label: 'Children who left care',
  source,
  each: subjectsWithBegun(Episode, 'child'),
  include: { 'left care': leftCare },
  by: { ...aboutTheChild, ...whoseWork },
  flow: { of: childrenInCare, way: 'out' },
})

/** In care on any of the days looked at, whether or not they still are. */
export const everInCareMeanwhile = population({
  key: 'in-care-meanwhile',
  label: 'In care at any time in the days looked at',
  source: 'Ofsted, inspecting local authority children’s services: Annex A, list 8',
  each: subjectsWithBegun(Episode, 'child'),
  include: { 'in care on any of the days': test([inCareMeanwhile], inCareMeanwhile) },
  by: { ...aboutTheChild, ...whoseWork },
})

type OfReview = RecordMember<typeof CareReview>

const onlyShortBreaks = test([allPeriods], (member: OfReview) => {
  const { heldOn } = member.record
  return heldOn !== null && inCareOn(allPeriods(member), heldOn) === 'short breaks'
})

/** Reviews that were held, of children in care. */
export const reviewsHeld = population({
  key: 'reviews-held',
  label: 'Reviews held',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 32 to 38',
  each: recordsDated(CareReview, 'child', 'heldOn'),
  exclude: { 'only short breaks on the day of the review': onlyShortBreaks },
  by: { ...aboutTheChild, ...whoseWork },
})

/** The first day of so many months that end with the day: of the 12 months to 30 September, 1 October. */
export const firstOfMonths = (asAt: PlainDate, months: number): PlainDate => addMonths(addDays(asAt, 1), -months)
