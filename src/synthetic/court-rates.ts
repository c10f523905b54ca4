/** How often what happens before and in court. No authority publishes most of it: chosen so that every list has some, few of them late. */
export const courtRates = {
  source: 'Chosen; how long proceedings take follows the made-up children’s legal statuses',
  of: {
    /** For each hundred children in care: who is in pre-proceedings, or was in the last year, and is not in care. */
    before: 7,
    steppedDown: 8,
    /** For each hundred children in care: before the court, and at home. */
    atHome: 2,
    /** Of those before the court, who were in pre-proceedings first. */
    warned: 0.6,
    letterLate: 0.12,
    letterMissing: 0.05,
    meetingLate: 0.18,
    long: 0.2,
    hearingUnwritten: 0.07,
    directed: 0.8,
    filedLate: 0.2,
    extensionUnwritten: 0.06,
  },
} as const
