import {
  attribute,
  factOfDay,
  narrow,
  population,
  type RecordMember,
  recordsDated,
  test,
} from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { ConcernSource, EmotionalConcern, WellbeingService } from './codes-of-emotional-health.ts'
import { EmotionalHealthNeed } from './records.ts'

type OfNeed = RecordMember<typeof EmotionalHealthNeed>

/** The same concern of the same child, still open when this one was written down: another way to know of what is known. */
const knownBefore = test([EmotionalHealthNeed], ({ history, record: { id, concern, startedOn } }: OfNeed) => {
  if (concern === null || startedOn === null) return false
  return history
    .all(EmotionalHealthNeed)
    .some(
      (one) =>
        one.concern === concern &&
        one.startedOn !== null &&
        (one.startedOn < startedOn || (one.startedOn === startedOn && one.id < id)) &&
        (one.endedOn === null || one.endedOn > startedOn),
    )
})

const concerns = population({
  key: 'emotional-health-concerns',
  label: 'Concerns about a child’s mind and feelings, each once',
  source: 'Local; Dorset Council, Corporate Parenting report 2023',
  each: recordsDated(EmotionalHealthNeed, 'child', 'startedOn'),
  exclude: { 'known already from elsewhere': knownBefore },
  by: {
    knownFrom: attribute('First known from', [EmotionalHealthNeed], ({ record }: OfNeed) => record.knownFrom, {
      codes: ConcernSource,
    }),
    concern: attribute('Kind of concern', [EmotionalHealthNeed], ({ record }: OfNeed) => record.concern, {
      codes: EmotionalConcern,
    }),
    ...aboutTheChild,
    ...whoseWork,
  },
})

/** The need that says most of how a child is helped: one that waits before one that is helped, the latest before older ones. */
export const mainNeed = factOfDay([EmotionalHealthNeed], ({ history }) => {
  const open = history.open(EmotionalHealthNeed)
  return open.find(({ referredOn, seenOn }) => referredOn !== null && seenOn === null) ?? open.at(-1)
})

export const hasNeed = test([mainNeed], (member) => mainNeed(member) !== undefined)

const withNeed = {
  ...narrow(childrenInCare, {
    key: 'in-care-with-emotional-health-need',
    label: 'Children in care with an emotional health need',
    source: 'Local; Dorset Council, Corporate Parenting report 2023',
    include: { 'an emotional health need that has not ended': hasNeed },
  }),
  by: {
    service: attribute('Who helps', [mainNeed], (member) => mainNeed(member)?.service, { codes: WellbeingService }),
    concern: attribute('Kind of concern', [mainNeed], (member) => mainNeed(member)?.concern, {
      codes: EmotionalConcern,
    }),
    ...childrenInCare.by,
  },
}

/** Every need that is open has somebody who helps and what is done: one without is enough for no. */
const answered = test([EmotionalHealthNeed], ({ history }) =>
  history.open(EmotionalHealthNeed).every(({ service, response }) => service !== null && response !== null),
)

const waits = test(
  [EmotionalHealthNeed],
  ({ history }) =>
    history.open(EmotionalHealthNeed, ({ referredOn, seenOn }) => referredOn !== null && seenOn === null).length > 0,
)

const source =
  'DfE and Department of Health, promoting the health and well-being of looked-after children; Dorset Council, Corporate Parenting report 2023'
const who = 'Children in care on the last day of the period who have an emotional health need that has not ended.'

/** What weighs on children in care, and whether somebody helps. */
export const emotionalNeeds: readonly Indicator[] = [
  indicator({
    key: 'emotional-health-concerns',
    label: 'New concerns about a child’s mind and feelings',
    unit: 'count',
    goodIs: 'neither',
    covers: 'in the period',
    status: 'stated',
    who: 'Emotional health needs that became known in the period. The same concern of the same child counts once, from however many sides it is known, until it ends.',
    notKnown: 'Only what is recorded is counted. A need whose kind is not recorded counts by itself.',
    source,
    notes: ['More may mean that more is noticed: it is no worse and no better.'],
    counts: { population: concerns, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-emotional-health-needs',
    label: 'Children in care with an emotional health need',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'stated',
    who,
    notKnown: 'Only what is recorded is counted.',
    source,
    notes: ['Broken down by who helps it says how many each service knows.'],
    counts: { population: withNeed, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-emotional-health-needs-answered',
    label: 'Emotional health needs that are answered',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'stated',
    who,
    countedIf: 'Of each of their needs it is recorded who helps and what is done.',
    notKnown: 'Nothing recorded counts as not answered.',
    source,
    counts: {
      population: withNeed,
      counted: { 'each need has somebody who helps, and what is done': answered },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-waiting-for-emotional-health-help',
    label: 'Waiting to be seen for how they feel',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'stated',
    who,
    countedIf: 'They were referred for one of their needs, and nobody has seen them yet.',
    notKnown: 'No day on which they were seen counts as not seen.',
    source,
    counts: {
      population: withNeed,
      counted: { 'referred, and not seen yet': waits },
      whenNotKnown: 'stays',
    },
  }),
]
