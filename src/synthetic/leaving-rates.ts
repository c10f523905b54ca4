import { rates } from './rates.ts'

const dorset = 'Dorset Council, Corporate Parenting dataset, September 2023'
const national = 'Department for Education, children looked after in England, year to 31 March 2023'

/** Who receives a service, and for how long. */
export const serviceRates = rates(
  `${dorset}: 535 care leavers known, 295 of them with a service; ${national}: 72 aged 17 and 18, 201 aged 19 to 21`,
  {
    adviserLate: 0.2,
    /** Says before long that they need no help. */
    needsNone: 0.03,
    /** Goes on past the 22nd birthday. */
    goesOn: 0.1,
    /** Of those owed less, because they were in care for less than 13 weeks. */
    ifQualifying: 0.3,
  },
)

/** How often plans are made late, and by how many days at most. */
export const planRates = rates(`${dorset}: pathway plan up to date 90.5%`, {
  never: 0.015,
  assessedLate: 0.2,
  reviewedLate: 0.2,
  lateBy: 100,
})

/** Being in touch, from now on or never again. */
export const touchRates = rates(`${dorset}: in touch 97%`, {
  lost: 0.045,
  after: { NO: 55, REFU: 30, NREQ: 15 },
  visited: 0.88,
  visitLate: 0.14,
  /** Of those without a service, told each year what help there is. */
  toldYearly: 0.85,
})

/** Where they live, by the letter of the national code: first after foster care, first after anything else, and later. */
export const homeRates = rates(`${dorset}: bed and breakfast 4, unsuitable 11, of 295; suitable, 19 to 21, 96%`, {
  afterFostering: { Z: 46, B: 14, U: 15, D: 12, E: 8, K: 4, W: 1 },
  first: { D: 35, U: 22, E: 14, B: 15, K: 7, T: 4, X: 1, W: 2 },
  later: { U: 44, D: 12, E: 7, B: 12, K: 6, W: 15, X: 3, S: 1 },
  /** Days until the next move, at least and at most. */
  stays: [180, 900],
  staysInEmergency: [40, 150],
  staysInCustody: [60, 300],
  unsuitable: { W: 0.85, X: 1, S: 1 },
  otherwiseUnsuitable: 0.014,
  assessedAtOnce: 0.8,
  assessedLater: 0.12,
  supervisedLate: 0.15,
})

/** What they do. */
export const activityRates = rates(`${dorset}: in education, work or training, 19 to 21, 54%`, {
  at18: { F2: 30, F1: 8, P2: 4, F4: 6, F5: 12, P5: 4, G4: 9, G5: 20, G6: 4 },
  later: { F1: 9, F2: 14, P2: 3, F4: 5, F5: 22, P5: 6, G4: 13, G5: 20, G6: 8 },
  lasts: [150, 700],
})

export const passportRates = rates(`${dorset}: health passports due and completed, 6 of 6`, {
  declined: 0.02,
  late: 0.08,
})

/** How many unaccompanied young people came years ago and have left care, for each who is in care now. */
export const earlierArrivals = rates(`${national}: 201 care leavers aged 19 to 21`, {
  forEach: 1.1,
  /** Days before the last one. */
  between: [800, 2700],
})
