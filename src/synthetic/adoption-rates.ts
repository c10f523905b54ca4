/**
 * How adoptions go in a made-up authority: days from one step to the next, at least and at most, and how often what happens. Nobody publishes most of
 * them: they are chosen so that what `source` names comes out near.
 */
export const adoptionRates = {
  source:
    'Dorset Council, Corporate Parenting dataset, September 2023: 17 adopted in 12 months, 255 days from placement order to match, 652 from entering care to moving in, 7 orders revoked in 12 months',
  of: {
    placedBeforeOrder: [190, 340],
    orderBeforePlaced: [220, 400],
    decisionBeforeOrder: [110, 230],
    matchBeforePlaced: [12, 60],
    /** Of children under eight who come into care and are not adopted: who had the plan, and lost it. */
    planLost: 0.8,
    orderAfterEntering: [230, 400],
    revokedAfterOrder: [220, 580],
    registerInTime: 0.72,
    panelInTime: 0.85,
    planGiven: 0.85,
    reviewLate: 0.12,
    visitMissed: 0.08,
    oftenUnwritten: 0.12,
    /** Parents who consent to the placement; own estimate. */
    consents: 0.06,
    bookInTime: 0.5,
    bookLate: 0.3,
    writes: { adopters: 0.85, relatives: 0.55 },
  },
} as const

/** Households who want to adopt, of an authority with so many children in care. */
export const adopterRates = {
  source:
    'Dorset Council, Corporate Parenting dataset, April to September 2023: 7, 4, 3, 0, 4 and 14 families approved in the month, 27 in assessment in September',
  of: {
    inCare: 473,
    /** By month; others have about as many as these on average. */
    approved: { '2023-04': 7, '2023-05': 4, '2023-06': 3, '2023-07': 0, '2023-08': 4, '2023-09': 14 } as Readonly<
      Record<string, number>
    >,
    approvedInMonth: 5,
    inAssessment: 27,
    asking: 14,
    givenUpInMonth: 2,
    /** On the last day: just asked, registered, seen by a panel. In the years told: refused. Own estimates. */
    justAsked: 6,
    registered: 3,
    seenByPanel: 2,
    refused: 3,
    /** Of families who adopted. */
    asksForSupport: 0.5,
    fastTrack: 0.12,
    couple: 0.8,
    stageOne: [45, 85],
    between: [5, 50],
    stageTwo: [95, 140],
    leavesAfter: [120, 420],
  },
} as const
