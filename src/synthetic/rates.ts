/**
 * How often what happens, in a made-up authority. Weights are shares of whatever they add up to. Nobody publishes most of them: they are chosen so that
 * what is published about a whole authority comes out near, which is what `source` names.
 */
type Rates<T> = { readonly source: string; readonly of: T }
export const rates = <const T>(source: string, of: T): Rates<T> => ({ source, of })

const dorset = 'Dorset Council, Corporate Parenting dataset, September 2023'
const national = 'Department for Education, children looked after in England, year to 31 March 2023'

/** Where a child goes to live, by age and what has come before: national codes of placements. `supported` is H5 or, once registered, K3. */
export const placementRates = rates(`${dorset}: in foster care 65%, unregulated 54, with parents 28; ${national}`, {
  unaccompaniedFrom16: { supported: 75, U6: 21, K2: 4 },
  unaccompanied: { U6: 90, K2: 10 },
  from16: { supported: 28, U6: 26, U4: 16, K2: 23, P1: 5, U3: 2 },
  from10: { U6: 39, U4: 13, U3: 7, U1: 4, K2: 29, P1: 6, S1: 2 },
  from10First: { U6: 42, U3: 11, U1: 4, K2: 28, P1: 6, S1: 2, R3: 1 },
  settled: { U6: 30, U4: 28, U1: 12, U3: 7, P1: 14, K2: 7 },
  young: { U6: 54, U3: 24, U5: 4, P1: 8, R3: 6, K2: 3 },
})

/** Who provides it: PR1 the authority itself, PR2 another, PR4 private, PR5 voluntary. */
export const providerRates = rates(`${dorset}: with a private provider 44%, without unaccompanied children 38%`, {
  fostered: { PR1: 54, PR4: 41, PR5: 3, PR2: 2 },
  related: { PR1: 98, PR2: 2 },
  adopters: { PR1: 60, PR5: 40 },
  home: { PR1: 16, PR4: 77, PR5: 7 },
  other: { PR4: 84, PR5: 12, PR1: 4 },
})

/** The chance that it lies outside the authority. */
export const outsideRates = rates(`${dorset}: placed outside 41%, without unaccompanied children 37%`, {
  withParents: 0.15,
  own: 0.24,
  other: 0.58,
})

/** How often children move, once they are settled in: days between moves, at least and at most. */
export const moveRates = rates(
  `${dorset}: three or more placements in 12 months 9%, the same placement for two years 65%`,
  {
    restless: 0.09,
    whenRestless: [40, 170],
    early: [60, 400],
    later: [700, 3600],
    /** Who moves on between 16 and 17½, to more of a life of their own. */
    movesOnAt16: 0.45,
  },
)

/** Health checks: the chance that one comes later than it is due, and so on. */
export const healthRates = rates(
  `${dorset}: dental check in the last 12 months 56%, annual assessment on time 73%, immunisations up to date 84%`,
  {
    dentalDone: 0.9,
    /** One who has a dentist goes every half year or so; whoever has none waits. Months, at least and at most. */
    hasDentist: 0.31,
    withDentist: [5, 11],
    withoutDentist: [14, 36],
    immunised: 0.86,
    immunisedUnaccompanied: 0.4,
    firstAssessmentLate: 0.48,
    /** In August 2023 43 came into care, 34 of them unaccompanied: 25.6% were seen in time, 44.4% of the others. */
    firstAssessmentLateUnaccompanied: 0.79,
    /** Of those that come after the first, and by how many days at most. */
    assessmentLate: 0.5,
    assessmentLateBy: 330,
  },
)

/** Who goes missing, once 11 years old. */
export const missingRates = rates(`${dorset}: missing in the last 12 months 13%, more than once 10%`, {
  often: 0.21,
  whenOften: 0.8,
  otherwise: 0.05,
})

/** Whoever stays is matched, now and then, with the foster carers they live with. Days, at least and at most. */
export const matchRates = rates(`${dorset}: long-term fostering achieved 49% of those whose plan it is`, {
  chance: 0.9,
  first: [240, 800],
  next: [300, 700],
})

/** Plans for permanence: whether and when one is agreed, and how far it has come. Months, at least and at most. */
export const permanenceRates = rates(
  `${dorset}: a plan for 92% of those in care four months or more; long-term fostering the plan of 247 of 473, achieved for 49%`,
  {
    planned: 0.945,
    plannedUnaccompanied: 0.8,
    inTime: 0.9,
    agreedAfter: [45, 118],
    lateAfter: [123, 270],
    /** Who has lived in a long-term placement by then, and of those who stay until they are grown up the others. */
    fosteringOfSettled: 0.98,
    ofWhoStay: { 'long-term-fostering': 52, residential: 24, 'supported-living': 20, other: 4 },
    ofUnaccompanied: { 'long-term-fostering': 40, 'supported-living': 55, other: 5 },
    homeFirst: 0.2,
    matched: 0.95,
    matchedAfter: [20, 260],
    reviewLate: 0.12,
    stepOverdue: 0.18,
  },
)

/** What reviewing officers do. */
export const reviewingRates = rates(
  'Dorset Council, reviewing officers’ annual report 2022-23: recommendations within 5 working days 90.6%, minutes within 20 59.2% and ever 98.7%, heard from in six months 95.9%, 146 informal escalations and 34 formal in the year among 436 children',
  {
    recommendedInTime: 0.906,
    minutesEver: 0.987,
    minutesInTime: 0.6,
    reportInTime: 0.72,
    contactBefore: 0.8,
    contactBetween: 0.72,
    midway: 0.78,
    /** Per child and month. */
    informal: 0.0285,
    formalAtOnce: 0.0022,
    becomesFormal: 0.16,
    nextStage: 0.38,
    closes: 0.95,
  },
)
