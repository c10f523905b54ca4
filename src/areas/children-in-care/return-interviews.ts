import type { Chronology, Limit, Met, Run } from '../../core/counting/chronology.ts'
import { population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { addHours, dueAt, londonDate } from '../../core/dates/instant.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { allPeriods } from './care-facts.ts'
import { Episode } from './episodes.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { careOf } from './timescales.ts'

type Missing = RecordOf<typeof MissingEpisode>

const source = 'DfE statutory guidance on children who run away or go missing from home or care, 2014'
const LIMIT = '72 hours'
/** Of a return of which only the day is known: the last day that may be within 72 hours. */
const LIMIT_IN_DAYS = 3

/** The day on which the child was back; null while they are not, and where it ended only because their time in care did. */
function backOn({ returnedAt, endedOn }: Missing, careEnded: readonly (PlainDate | null)[]): PlainDate | null {
  if (returnedAt !== null) return londonDate(returnedAt.at)
  return endedOn === null || careEnded.includes(endedOn) ? null : endedOn
}

const moment = (at: Missing['returnedAt']) => (at?.precision === 'minute' ? at.at : undefined)

const heldIn = ({ id, interviewHeldAt }: Missing): readonly Met[] => {
  if (interviewHeldAt === null) return []
  const at = moment(interviewHeldAt)
  return [{ on: londonDate(interviewHeldAt.at), because: [id], ...(at === undefined ? {} : { at }) }]
}

/** After three months an interview is missed: what it would have told is gone. */
const runsOf = (history: Chronology): readonly Run[] => {
  const ends = careOf(history).map(({ endedOn }) => endedOn)
  return history.all(MissingEpisode).flatMap((one): readonly Run[] => {
    const from = one.kind === 'M' ? backOn(one, ends) : null
    if (from === null) return []
    return [{ from, until: addMonths(from, 3), began: 'the child came back', because: [one.id], sort: String(one.id) }]
  })
}

/** The interview on return, in clock hours, through nights and weekends. One interview may be about several times away. */
export const returnInterviews = timescale({
  key: 'return-interview',
  label: 'Interview on return from being missing',
  done: 'held',
  source,
  reads: [Episode, MissingEpisode],
  toldIn: { type: MissingEpisode, field: 'interviewOffered', called: 'offers of an interview on return' },
  recurs: false,
  runs: runsOf,
  met: (history, { sort }) =>
    history.all(MissingEpisode).flatMap((one) => (String(one.id) === sort ? heldIn(one) : [])),
  rules: [
    {
      source,
      limit: ({ run, history }): Limit => {
        const one = history.all(MissingEpisode).find(({ id }) => String(id) === run.sort)
        if (one?.interviewOffered === 'yes' && one.interviewAccepted === 'no')
          return { notRequired: 'An interview was offered and the child did not accept it' }
        const back = moment(one?.returnedAt ?? null)
        if (back === undefined)
          return {
            by: addDays(run.from, LIMIT_IN_DAYS),
            why: '72 hours after the child came back, at an hour that is not recorded',
          }
        const last = dueAt(back, LIMIT)
        return { by: londonDate(last), at: last, why: '72 hours after the child came back' }
      },
    },
  ],
})

type OfMissing = RecordMember<typeof MissingEpisode>

const missingNotAway = test([MissingEpisode], ({ record }: OfMissing) => record.kind === 'M')
const cameBack = test(
  [allPeriods, MissingEpisode],
  (member: OfMissing) =>
    backOn(
      member.record,
      allPeriods(member).map(({ endedOn }) => endedOn),
    ) !== null,
)

/** Times missing that ended with the child back. */
const returns = population({
  key: 'returns-from-missing',
  label: 'Returns of children who were missing from care',
  source,
  each: recordsDated(MissingEpisode, 'child', 'endedOn'),
  include: { 'missing, not only away': missingNotAway, 'the child came back': cameBack },
  by: { ...aboutTheChild, ...whoseWork },
})

const offered = test([MissingEpisode], ({ record: { interviewOffered } }: OfMissing) =>
  interviewOffered === 'yes' ? true : interviewOffered === 'no' ? false : undefined,
)

/** To the hour where both are known to it, otherwise by the days that the hours may reach. */
const heldInTime = test([allPeriods, MissingEpisode], (member: OfMissing) => {
  const { record } = member
  if (record.interviewHeldAt === null) return record.interviewOffered === null ? undefined : false
  const [back, held] = [moment(record.returnedAt), moment(record.interviewHeldAt)]
  if (back !== undefined && held !== undefined) return held <= addHours(back, 72)
  const day = backOn(
    record,
    allPeriods(member).map(({ endedOn }) => endedOn),
  )
  return day === null ? undefined : londonDate(record.interviewHeldAt.at) <= addDays(day, LIMIT_IN_DAYS)
})

const common = {
  unit: 'per cent',
  goodIs: 'high',
  covers: 'rolling 12 months',
  status: 'national',
  source,
  who: 'Times when a child in care was missing and came back, by the day of the return, in the 12 months up to the last day of the period.',
} as const

/** Whether children who were missing are asked, in time, what happened: offered and held are two figures. */
export const returnInterviewFigures: readonly Indicator[] = [
  indicator({
    ...common,
    key: 'return-interviews-offered',
    label: 'Interviews on return that were offered',
    countedIf: 'An interview on return was offered, whether or not the child accepted it.',
    notKnown: 'A return of which the record does not say stays in the total and is not counted.',
    notes: ['Each time missing counts for itself.'],
    counts: { population: returns, counted: { 'an interview was offered': offered }, whenNotKnown: 'stays' },
  }),
  indicator({
    ...common,
    key: 'return-interviews-in-72-hours',
    label: 'Interviews on return within 72 hours',
    countedIf: 'The interview was held within 72 hours of the return.',
    notKnown: 'A return of which the record says nothing of an interview stays in the total and is not counted.',
    notes: [
      'An interview that the child did not accept was offered, and was not held.',
      'The hours run through nights and weekends. Where an hour is not recorded, the third day after the return is the last in time.',
    ],
    counts: { population: returns, counted: { 'held within 72 hours': heldInTime }, whenNotKnown: 'stays' },
  }),
]
