import { population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { Allegation } from './allegation-records.ts'

type OfAllegation = RecordMember<typeof Allegation>

const aboutOurCarer = test([Allegation], ({ record }: OfAllegation) =>
  record.role === null ? undefined : record.role === 'own-foster-carer',
)

const guidance = 'Working Together to Safeguard Children 2023, chapter 2 (people in positions of trust)'

/** By the day on which they were taken on: whatever did not meet the threshold has none. One for each adult. */
export const carersAccused = population({
  key: 'allegations-about-carers',
  label: 'Allegations about our foster carers',
  source: guidance,
  each: recordsDated(Allegation, 'adult', 'referredOn'),
  include: { 'about a foster carer of this authority': aboutOurCarer },
})

export const carersAccusedDecided = population({
  key: 'allegations-about-carers-decided',
  label: 'Allegations about our foster carers that were decided',
  source: guidance,
  each: recordsDated(Allegation, 'adult', 'outcomeOn'),
  include: {
    'taken on as a referral': test([Allegation], ({ record }: OfAllegation) => record.referredOn !== null),
    'about a foster carer of this authority': aboutOurCarer,
  },
})

export const substantiated = test([Allegation], ({ record }: OfAllegation) =>
  record.outcome === null ? undefined : record.outcome === 'substantiated',
)
