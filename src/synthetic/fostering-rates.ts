const dorset = 'Dorset Council, Corporate Parenting dataset, September 2023'

/** How many households foster in a made-up authority, and how they come and go; sizes are of one with 473 children in care. */
export const fosteringRates = {
  source: `${dorset}: 110 mainstream households with 114 children, 8 left and 5 joined in six months, 14 in assessment, visits up to date 86%, 19 allegations in 12 months; Dorset Council, Corporate Parenting Board, October 2023: 18% of carers over 60`,
  of: {
    inCare: 473,
    mainstream: 110,
    shortBreaksOnly: 0.08,
    /** Of those there now, who came in the three years before. */
    joined: 25,
    left: 46,
    inAssessment: 14,
    asking: 9,
    gaveUp: 60,
    /** On the last day, after Stage 1 and after the panel; in three years, not approved. Own estimates. */
    afterStage1: 2,
    afterPanel: 2,
    refused: 4,
    places: { 1: 30, 2: 45, 3: 25 },
    couple: 0.68,
    aged: { 30: 12, 40: 28, 50: 42, 60: 16, 70: 2 },
    /** A stay with carers of whom nobody wrote down who they are: 127 children lived with mainstream carers, 114 of them with one who is known. */
    householdNotRecorded: 0.1,
    /** Days for which relatives stay approved once the child has left: 55 such households fostered 50 children. Own estimate. */
    temporaryClosesAfter: [1, 14],
    connectedClosesAfter: [10, 110],
    /** Of households, whose last child came outside their terms; own estimate. */
    outsideTerms: 0.05,
    putRightLate: 0.2,
    onHoldWhenEmpty: 0.35,
    visitLate: 0.37,
    visitLateBy: 35,
    reviewLate: 0.15,
    reviewLateBy: 50,
    standardsDone: 0.93,
    /** In a year, for each 100 households. */
    allegations: 17,
    metThreshold: 0.68,
    substantiated: 0.04,
    toPanelAfter: 0.75,
    ranOut: 0.04,
  },
} as const
