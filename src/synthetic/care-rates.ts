import { rates } from './rates.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** Orders that take liberty. No authority publishes how many: a handful at a time, among those in homes above all. */
export const libertyRates = rates(
  'Own estimate: two or three orders in a hundred children in care over 10 in a year; reviewed monthly as in Dorset Council, reviewing officers’ annual report 2022-23',
  {
    /** Of placements that last, by whether it is a home. */
    inHomes: 0.16,
    elsewhere: 0.012,
    beginsAfter: [4, 50],
    authorisedFor: [56, 91],
    renewed: 0.62,
    /** Of those that ran out and were neither renewed nor said to have ended. */
    lapsed: 0.3,
    reviewLate: 0.14,
    reviewMissed: 0.06,
  },
)

/** Secure accommodation, among children who move again and again. */
export const secureRates = rates(
  'Own estimate: one child at a time; Department for Education, children accommodated in secure children’s homes, 31 March 2023: some 150 in England',
  { ofRestless: 0.3, between: [13, 16.5], lasts: [70, 200], orderLate: 0.1, reviewLate: 0.15 },
)

/** What no code of a placement says and visits depend on. */
export const visitingRates = rates(
  `Own estimate; what there is to say: ${regulations}, regulations 19, 22B, 24 and 28`,
  {
    agreedLongTerm: 0.5,
    agreedAfter: [366, 500],
    parentUnassessed: 0.7,
    assessedAfter: [30, 90],
    others: 0.8,
  },
)

export const everydayRates = rates(
  'Own estimate; what there is to decide: Department for Education, delegation of authority, 2013; life story work: Children Act 1989 guidance, volume 2',
  {
    delegated: 0.93,
    delegatedAfter: [0, 25],
    lookedAtAgain: 0.75,
    hasStoryWork: 0.5,
    everyDays: [60, 210],
    memoryBox: 0.35,
  },
)

export const goingHomeRates = rates(
  'Own estimate; that children go home: Dorset Council, Corporate Parenting dataset, September 2023, 22 in a hundred of those who left in six months',
  {
    planned: 0.82,
    decidedBefore: [40, 140],
    supportedFor: [60, 190],
    brokeDown: 0.1,
    /** Of those who will go home within some months, whose plan is made already. */
    ahead: 0.9,
  },
)

export const backgroundRates = rates(
  'Own estimate; disability: Department for Education, children in need census, about one in eight of those in care; returned from permanence: one in twenty who come into care',
  {
    disabled: 0.13,
    recorded: 0.9,
    christian: 0.3,
    otherLanguage: 0.05,
    permanenceBefore: 0.05,
    mother: 0.012,
    cautionedInYear: 0.03,
    /** Of those of 12 and over; Department for Education, outcomes of children looked after 2022-23: three in a hundred. */
    misusesSubstances: 0.04,
    elsewhereFirst: 0.25,
  },
)
