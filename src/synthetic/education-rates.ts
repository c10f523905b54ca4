import { rates } from './rates.ts'

const dorset = 'Dorset Council, Corporate Parenting dataset, September 2023'

/** How much of school a child attends: bands of the share of sessions, in hundredths, by how many children lie in them. */
export const attendanceRates = rates(`${dorset}: attendance in the academic year to date 88 per cent, 87 in July`, {
  bands: { full: 62, most: 20, some: 11, little: 7 },
  full: [95, 100],
  most: [85, 95],
  some: [60, 85],
  little: [5, 60],
  /** Of those who attend less than so much, who stays away for weeks on end; own estimate. */
  littleIsUnder: 60,
  staysAway: 0.5,
})

export const schoolRates = rates(
  `${dorset}: with an education, health and care plan 36 per cent; the rest is chosen, for nobody publishes it`,
  {
    ehcPlan: 0.44,
    ehcPlanAge: [4, 13],
    senSupport: 0.3,
    changesWithPlacement: 0.22,
    waitsForPlace: 0.25,
    waits: [8, 60],
    partTime: 0.05,
    alternative: 0.04,
    whyIsUnderstood: 0.7,
  },
)

export const suspensionRates = rates(
  `${dorset}: suspended in the academic year 15 per cent of those at school by July, 3 by the end of September`,
  {
    prone: 0.2,
    termOfProne: 0.38,
    termOfOthers: 0.01,
    sessions: { '1': 6, '2': 34, '4': 26, '6': 16, '10': 12, '12': 6 },
    toldOnTheDay: 0.8,
    taughtFromFirstDay: 0.45,
    /** For good, of those who are put out of school at all; own estimate. */
    excluded: 0.03,
  },
)

export const planRates = rates(
  `${dorset}: first plan within 20 days 100 per cent, plan of the summer term 100 per cent`,
  {
    firstInTime: 0.99,
    begunInTime: 0.9,
    termlyInTime: 0.99,
    looked: 0.85,
    grades: { outstanding: 14, good: 58, 'nearly-good': 21, poor: 7 },
    premium: 0.35,
  },
)

export const activityRates = rates(`${dorset}: not in education, work or training 31 per cent, 23 in July`, {
  first: {
    college: 52,
    school: 10,
    apprenticeship: 5,
    training: 6,
    'work-and-training': 3,
    work: 4,
    'not-in-eet': 32,
    'not-known': 2,
  },
  firstUnaccompanied: { college: 44, training: 6, 'not-in-eet': 74, 'not-known': 2 },
  changes: 0.35,
  offered: 0.93,
})

export const feelingRates = rates(
  `${dorset}: strengths and difficulties score in the year 66 per cent, average score 15.6; consents within 5 days`,
  {
    scored: 0.67,
    reasonInstead: 0.5,
    mean: 15.6,
    spread: 6.5,
    requestInTime: 0.96,
    need: 0.28,
  },
)

export const healthPaperRates = rates(
  'Dorset Council, Corporate Parenting report 2023: half of children in care without a dental check; the rest is chosen, for nobody publishes it',
  { late: 0.45, firstLate: 0.5, withoutDentist: 0.5, untreated: 0.2 },
)
