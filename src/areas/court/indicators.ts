import type { Timescale } from '../../core/counting/chronology.ts'
import { type RecordMember, test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { inPreProceedings, inProceedings, preProceedingsEnded, proceedingsDecided } from './populations.ts'
import { PreProceedings } from './pre-proceedings.ts'
import { preProceedingsEnd } from './pre-proceedings-clocks.ts'
import { CareProceedings } from './proceedings.ts'
import { proceedingsWithin26Weeks } from './proceedings-clocks.ts'
import { courtStandards } from './standards.ts'

/** How the clock came out that a record began. */
const inTime = <T extends typeof PreProceedings | typeof CareProceedings>(type: T, clock: Timescale) =>
  test([type, clock], ({ history, record }: RecordMember<T>) => {
    const state = history.clocks(clock).find(({ run }) => run.because.includes(record.id))?.state
    return state === undefined || state === 'not known' ? undefined : state === 'in time'
  })

export const court: readonly Indicator[] = [
  indicator({
    key: 'children-in-pre-proceedings',
    label: 'Children in pre-proceedings',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'stated',
    who: 'Children about whom pre-proceedings go on, on the last day of the period, in care or not.',
    notKnown: 'Cannot arise: the day of the decision is always recorded.',
    source: PreProceedings.source,
    counts: { population: inPreProceedings, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'children-in-care-proceedings',
    label: 'Children in care proceedings',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'stated',
    who: 'Children about whom care or supervision proceedings go on, on the last day of the period, in care or not.',
    notKnown: 'Cannot arise: the day of issue is always recorded.',
    source: CareProceedings.source,
    counts: { population: inProceedings, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'pre-proceedings-in-16-weeks',
    label: 'Pre-proceedings ended within 16 weeks',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'to be confirmed',
    question: 'Is 16 weeks the authority’s limit? The guidance says 12 weeks as a rule, and not normally more than 16.',
    who: 'Pre-proceedings that ended in the 12 months up to the last day of the period, each child’s own.',
    countedIf: 'They ended within 16 weeks of the decision to begin them, however they ended.',
    notKnown: 'Cannot arise: what has no end is not among them.',
    source: courtStandards.preProceedings.source,
    counts: {
      population: preProceedingsEnded,
      counted: { 'ended within 16 weeks': inTime(PreProceedings, preProceedingsEnd) },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'care-proceedings-in-26-weeks',
    label: 'Care proceedings decided within 26 weeks',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'national',
    who: 'Care and supervision proceedings that a court decided in the 12 months up to the last day of the period, each child’s own. What was withdrawn, or taken over by another authority, is left out.',
    countedIf: 'They were decided within 26 weeks that begin with the day of issue, whatever the court extended.',
    notKnown: 'Proceedings that ended, nobody having recorded how, are shown beside the figure.',
    source: courtStandards.proceedings.source,
    counts: {
      population: proceedingsDecided,
      counted: { 'decided within 26 weeks': inTime(CareProceedings, proceedingsWithin26Weeks) },
      whenNotKnown: 'stays',
    },
  }),
]
