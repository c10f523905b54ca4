import {
  type Answer,
  factOfDay,
  type Member,
  narrow,
  population,
  subjectsWithOpen,
  test,
} from '../../core/counting/define.ts'
import { needTest } from '../../core/counting/work-list.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { under } from '../people/about-the-child.ts'
import { allPeriods, periodsIn } from './care-facts.ts'
import { Episode } from './episodes.ts'
import { CareReview, CareVisit } from './reviews-and-visits.ts'

const source = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48'

/** One stay of a series. An episode of legal status V4 tells that a series was agreed, and of no stay. */
export const ShortBreak = recordType('short-break', {
  label: 'Short break',
  plural: 'short breaks',
  icon: 'home',
  source,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Began', { required: true }),
    endedOn: date('Went home on', { hint: 'The day on which they went home, which is not counted.' }),
    where: text('Where'),
    childSaid: paragraphs('What the child said about it', { hint: 'In their own words where you can.' }),
  },
})

const regime = {
  source: `${source}(3)`,
  recurs: true,
  runs: (history: Member['history']) =>
    periodsIn(history.all(Episode))
      .filter(({ kind }) => kind === 'short breaks')
      .map(({ startedOn, endedOn, episodes }) => ({
        from: startedOn,
        until: endedOn,
        began: 'the first short break began',
        because: episodes.slice(0, 1).map(({ id }) => id),
      })),
  rules: [
    {
      source: `${source}(3)`,
      limit: ({ number }: { readonly number: number }) =>
        number === 1
          ? ({ within: '3 months', after: 'the first short break began' } as const)
          : ({ within: '6 months', after: 'the last one' } as const),
    },
  ],
} as const

/** On a day on which the child is on a break, as often as the reviewing officer and the parents agreed, and not less. */
export const shortBreakVisits = timescale({
  ...regime,
  key: 'short-break-visit',
  label: 'Visit on a short break',
  done: 'made',
  reads: [Episode, CareVisit],
  met: (history) =>
    history
      .all(CareVisit)
      .flatMap(({ id, visitedOn, seen }) =>
        visitedOn === null || seen !== 'yes' ? [] : [{ on: visitedOn, because: [id] }],
      ),
})

export const shortBreakReviews = timescale({
  ...regime,
  key: 'short-break-review',
  label: 'Review of short breaks',
  done: 'held',
  reads: [Episode, CareReview],
  met: (history) =>
    history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
})

const series = factOfDay([allPeriods], (member) =>
  allPeriods(member).find(
    ({ kind, startedOn, endedOn }) =>
      kind === 'short breaks' && startedOn <= member.asAt && (endedOn === null || endedOn > member.asAt),
  ),
)

export const onShortBreaks = narrow(
  population({
    key: 'short-breaks-open',
    label: 'Children with an episode open',
    source,
    each: subjectsWithOpen(Episode, 'child'),
    include: { 'under 18': under(18) },
    by: whoseWork,
  }),
  {
    key: 'on-short-breaks',
    label: 'Children who have short breaks',
    source,
    include: { 'has an arrangement of short breaks': test([series], (member) => series(member) !== undefined) },
  },
)

type Stay = { readonly from: PlainDate; readonly to: PlainDate }

/** Each stay of the last 12 months, cut at their beginning and at the day. A break of its own (V3) is its episode. */
const stays = factOfDay([Episode, ShortBreak], ({ history, asAt }): readonly Stay[] => {
  const since = addMonths(asAt, -12)
  const single = history.all(Episode).filter(({ legalStatus }) => legalStatus === 'V3')
  return [...single, ...history.all(ShortBreak)].flatMap(({ startedOn, endedOn }): readonly Stay[] => {
    if (startedOn === null) return []
    const to = endedOn === null || endedOn > asAt ? asAt : endedOn
    return to <= since ? [] : [{ from: startedOn, to }]
  })
})

const LONGEST = 17
const MOST_IN_A_YEAR = 75

const long = factOfDay([stays], (member) => stays(member).find(({ from, to }) => to - from > LONGEST))
const inTheYear = factOfDay([stays], (member) => {
  const since = addMonths(member.asAt, -12)
  return stays(member).reduce((sum, { from, to }) => sum + to - Math.max(from, since), 0)
})

/** Beyond either, the child is looked after like any other from then on. Of an agreed series whose stays nobody wrote down it is not known. */
const beyond = test([series, stays, long, inTheYear], (member): Answer => {
  if (long(member) !== undefined || inTheYear(member) > MOST_IN_A_YEAR) return true
  const agreed = series(member)?.episodes.some(({ legalStatus }) => legalStatus === 'V4') === true
  return agreed && stays(member).length === 0 ? undefined : false
})

export const beyondShortBreaks = needTest('more than short breaks may be', beyond, {
  why: factOfDay([long, inTheYear], (member) => {
    const one = long(member)
    return one === undefined
      ? `${inTheYear(member)} days in 12 months, of ${MOST_IN_A_YEAR}`
      : `one of ${one.to - one.from} days, of ${LONGEST}`
  }),
  since: factOfDay([long], (member) => long(member)?.from),
})
