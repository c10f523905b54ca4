/**
 * What a `#` in a word gives: a number of which the figure is the mean, one that is added up, or a share whose parts are added up (`18/20`). Where it is not said,
 * a number that is added up is 0, and another is not known.
 */
export type Amount = 'mean' | 'sum' | 'pooled'
/** The figures of a group, and the word that makes somebody count; all of the group count where there is none. */
export type Figures = readonly (readonly [key: string, word: string | null, amount?: Amount])[]
type Book = {
  readonly groups: Readonly<Record<string, Figures>>
  /** What a record is in a figure that counts records, by the word that says it. */
  readonly records: Readonly<Record<string, readonly [key: string, is: '1' | '0' | '?' | '!']>>
}

const count = (...keys: readonly string[]): Figures => keys.map((key) => [key, null])

/** Each book of cases answers for figures of its own. */
export const books = {
  'children-in-care': {
    groups: {
      'in care': [
        ['cic-number-month-end', null],
        ['cic-rate-month-end', null],
        ['cic-rate-month-end-excl-uasc', null],
        ['uasc-number-month-end', 'unaccompanied'],
        ['uasc-percent-of-cic', 'unaccompanied'],
        ['cic-3-plus-placements-12-months', 'three placements'],
        ['cic-3-plus-placements-12-months-excl-uasc', 'three placements'],
        ['cic-over-20-miles-from-home-excl-uasc', 'far'],
        ['cic-placed-outside-dorset', 'outside'],
        ['cic-placed-outside-dorset-excl-uasc', 'outside'],
        ['cic-placed-with-parents', 'parents'],
        ['unregulated-placements', 'unregulated'],
        ['unregulated-placements-excl-uasc', 'unregulated'],
        ['cic-in-foster-placement', 'foster'],
        ['cic-in-foster-placement-excl-uasc', 'foster'],
        ['cic-in-private-provision', 'private'],
        ['cic-in-private-provision-excl-uasc', 'private'],
      ],
      settled: [['cic-long-term-placement-stability-under-16', 'same carer']],
      'review due': [['cic-reviews-in-time', 'all in time']],
      came: count('cic-started', 'cic-started-excl-uasc'),
      'stayed 20 days': [
        ['iha-within-20-days', 'assessed'],
        ['iha-within-20-days-excl-uasc', 'assessed'],
      ],
      left: count('cic-ceased'),
      'left in 6 months': [
        ['permanence-returned-home-rolling-6-months', 'home'],
        ['permanence-adoption-rolling-6-months', 'adopted'],
        ['permanence-sgo-rolling-6-months', 'guardianship'],
      ],
      '6 months': [
        ['cic-missing-at-least-one-episode-12-months', 'missing'],
        ['cic-missing-more-than-one-episode', 'missing twice'],
      ],
    },
    records: {
      'in time': ['reviews-held-in-time', '1'],
      late: ['reviews-held-in-time', '0'],
      'in time?': ['reviews-held-in-time', '?'],
      'took part': ['cic-review-participation', '1'],
      'no part': ['cic-review-participation', '0'],
      'took part?': ['cic-review-participation', '?'],
      '4 or over?': ['cic-review-participation', '!'],
    },
  },
  health: {
    groups: {
      'a year in care': [
        ['immunisations-up-to-date-12-months-plus', 'immunised'],
        ['dental-check-within-12-months', 'teeth'],
        ['annual-health-assessment-on-time-12-months-plus', 'assessed'],
      ],
      'a year in care, 4 to 16': [
        ['sdq-completed-4-16', 'score #'],
        ['sdq-average-score-4-16', 'score #', 'mean'],
      ],
    },
    records: {},
  },
  permanence: {
    groups: {
      '4 months in care': [
        ['permanence-plan-completed-4-months-plus', 'plan'],
        ['permanence-plan-completed-4-months-plus-excl-uasc', 'plan'],
      ],
      'to stay with foster carers': [
        ['long-term-fostering-achieved-permanence', 'matched'],
        ['long-term-fostering-achieved-permanence-excl-uasc', 'matched'],
      ],
    },
    records: {
      informal: ['iro-escalations-informal', '1'],
      formal: ['iro-escalations-formal', '1'],
      closed: ['iro-escalations-closed', '1'],
    },
  },
  adoption: {
    groups: {
      'adopted in 12 months': count('children-adopted-last-12-months'),
      'adopted in 6 months': [['adoption-days-entering-care-to-moving-in', 'moved in #', 'mean']],
      'adopted by order': [['adoption-days-placement-order-to-match', 'matched #', 'mean']],
      'being assessed': count('adoptive-families-in-assessment'),
    },
    records: {
      revoked: ['adoption-placement-order-revocations-last-12-months', '1'],
      'revoked?': ['adoption-placement-order-revocations-last-12-months', '!'],
      suitable: ['adoptive-families-approved-adm', '1'],
    },
  },
  'leaving-care': {
    groups: {
      '17 to 25': [
        ['care-leavers-bed-and-breakfast-17-25', 'bed and breakfast'],
        ['care-leavers-unsuitable-accommodation-17-25', 'unsuitable'],
        ['care-leavers-pathway-plan-up-to-date-17-25', 'plan'],
      ],
      '19 to 21': [
        ['care-leavers-in-touch-19-21', 'in touch'],
        ['care-leavers-eet-19-21', 'study or work'],
      ],
      '19 to 21 here': [['care-leavers-suitable-accommodation-19-21', 'suitable']],
      'turned 18': [
        ['health-passports-due', null],
        ['health-passports-completed', 'passport'],
      ],
    },
    records: {},
  },
  education: {
    groups: {
      'at school': [
        ['cic-with-ehcp', 'health and care plan'],
        ['cic-suspended-current-academic-year', 'suspended'],
        ['cic-average-attendance-academic-ytd', 'sessions #', 'pooled'],
      ],
      'after school': [['cic-neet', 'neither']],
      'came of plan age': [['pep-within-20-days', 'planned']],
      'plan due in the term': [['pep-termly-on-time', 'planned']],
    },
    records: {},
  },
  households: {
    groups: {
      approved: [
        ['foster-carers-month-end', null],
        ['foster-carer-visits-up-to-date', 'visited'],
      ],
      mainstream: [
        ['mainstream-carers', null],
        ['fostering-utilisation-rate-mainstream', 'children #', 'sum'],
      ],
      connected: count('connected-carers'),
      applies: count('foster-carer-applicants-in-assessment-mainstream'),
      'joined, mainstream': count('households-recruited-mainstream'),
      'joined, connected': count('households-recruited-connected-person'),
      'joined, foster to adopt': count('households-recruited-foster-to-adopt'),
      'joined, temporary': count('households-recruited-temporary'),
      'left, mainstream': count('households-deregistered-mainstream'),
      'left, connected': count('households-deregistered-connected-carers'),
      'left, temporary': count('households-deregistered-temporary'),
      'left, foster to adopt': count('households-deregistered-foster-to-adopt'),
      placed: [
        ['cic-in-mainstream-in-house-fostering', 'with mainstream carers'],
        ['cic-in-connected-in-house-fostering', 'with connected carers'],
      ],
    },
    records: {
      accused: ['foster-carer-allegations-last-12-months', '1'],
      'accused?': ['foster-carer-allegations-last-12-months', '!'],
      substantiated: ['foster-carer-allegations-substantiated', '1'],
      'not substantiated': ['foster-carer-allegations-substantiated', '0'],
      'substantiated?': ['foster-carer-allegations-substantiated', '!'],
    },
  },
} as const satisfies Readonly<Record<string, Book>>

export type BookName = keyof typeof books

const all: readonly Book[] = Object.values(books)
export const groupsOf: ReadonlyMap<string, Figures> = new Map(all.flatMap(({ groups }) => Object.entries(groups)))
export const ofRecords: ReadonlyMap<string, readonly [key: string, is: '1' | '0' | '?' | '!']> = new Map(
  all.flatMap(({ records }) => Object.entries(records)),
)

const keysIn = ({ groups, records }: Book): readonly string[] => [
  ...new Set([
    ...Object.values(groups).flatMap((figures) => figures.map(([key]) => key)),
    ...Object.values(records).map(([key]) => key),
  ]),
]

export const keysOf = (book: BookName): readonly string[] => keysIn(books[book])
export const allKeys: readonly string[] = all.flatMap(keysIn)
