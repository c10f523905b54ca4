import type { Interval } from '../../core/dates/interval.ts'

/** How long something may take, with where the number comes from. Dorset's ship as the example; another authority writes its own here. */
type Standard = { readonly within: Interval; readonly source: string }

const handbook = 'Independent Reviewing Officers’ Handbook (statutory guidance)'
const local = 'Local standard, chosen: to be confirmed by the authority'

export const reviewingStandards = {
  allocated: { within: '5 working days', source: `${handbook}, chapter 3` },
  contact: {
    within: '6 months',
    source: 'Dorset Council, reviewing officers’ annual report 2022-23 (contact in the last six months)',
  },
  /** Half the time from one review to the next: three months after the first, six after later ones. */
  midwayAfterFirst: { within: '6 weeks', source: local },
  midwayAfterLater: { within: '3 months', source: local },
  reportBefore: { within: '3 working days', source: `${handbook}, chapter 3` },
  recommendations: { within: '5 working days', source: `${handbook}, chapter 3` },
  answer: { within: '5 working days', source: `${handbook}, chapter 3` },
  minutesWritten: { within: '15 working days', source: `${handbook}, chapter 3` },
  minutesSent: {
    within: '20 working days',
    source: `${handbook}, chapter 3; Dorset Council, reviewing officers’ annual report 2022-23`,
  },
  /** All formal stages together; the informal one comes before, and is not inside. */
  dispute: { within: '20 working days', source: `${handbook}, chapter 6` },
} as const satisfies Record<string, Standard>

/** How long each stage of an escalation may take: what is not done by then goes on to the next. */
export const stageStandards = {
  informal: { within: '10 working days', source: local },
  '1': { within: '5 working days', source: local },
  '2': { within: '5 working days', source: local },
  '3': { within: '5 working days', source: local },
  '4': { within: '5 working days', source: local },
  '5': { within: '5 working days', source: local },
  cafcass: { within: '20 working days', source: local },
} as const satisfies Record<string, Standard>
