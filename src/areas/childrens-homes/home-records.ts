import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const home = { kind: 'establishment', label: 'Home' } as const
const regulations = 'Children’s Homes (England) Regulations 2015'

/** That a home which this authority runs is registered, on the same conditions. What else is known of the place stands in `Establishment`. */
export const HomeRegistration = recordType('home-registration', {
  label: 'Registration of one of our homes',
  plural: 'registrations of our homes',
  icon: 'home',
  source: `Care Standards Act 2000, part 2; ${regulations}`,
  subjects: { home },
  dated: 'registeredOn',
  ends: 'endedOn',
  headline: 'manager',
  identity: ['home', 'registeredOn'],
  fields: {
    registeredOn: date('Registered from', {
      required: true,
      hint: 'When the conditions change, for example the number of places, end this and begin another.',
    }),
    urn: text('Unique reference number (Ofsted)'),
    places: number('Places', { least: 0, most: 60 }),
    youngest: number('From the age of', { least: 0, most: 17 }),
    oldest: number('Up to the age of', { least: 0, most: 25 }),
    manager: text('Registered manager', { hint: 'Leave empty while there is none.' }),
    responsibleIndividual: text('Responsible individual'),
    conditions: paragraphs('Conditions'),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
  },
})

const StandingInHome = codeList('standing-in-home', {
  label: 'On what footing the child lives there',
  source: 'Children Act 1989, sections 17, 20 and 22C',
  codes: {
    'in-care': 'In this authority’s care',
    'other-authority': 'In another authority’s care',
    'short-breaks': 'For short breaks only',
  },
})

/** That a child lives in one of our homes. The episode of care says the legal side of it. A time away does not end it. */
export const HomePlacement = recordType('home-placement', {
  label: 'Living in one of our homes',
  plural: 'stays in our homes',
  icon: 'home',
  source: `${regulations}, regulation 36 and Schedule 3; Care Planning, Placement and Case Review (England) Regulations 2010`,
  subjects: { child: { kind: 'person', label: 'Child' }, home },
  links: { episode: { to: 'episode', label: 'Episode of care with which it began', optional: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'standing',
  identity: ['child', 'home', 'startedOn'],
  fields: {
    startedOn: date('Lives there since', { required: true }),
    standing: code('On what footing', StandingInHome, { required: true }),
    endedOn: date('Until', { hint: 'The first day on which they no longer lived there.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

/** The visit that somebody independent makes to a home each month. */
export const IndependentHomeVisit = recordType('independent-home-visit', {
  label: 'Independent visit to a home',
  plural: 'independent visits to homes',
  icon: 'visit',
  source: `${regulations}, regulation 44`,
  subjects: { home },
  dated: 'visitedOn',
  headline: 'visitor',
  identity: ['home', 'visitedOn'],
  fields: {
    visitedOn: date('Visited on', { required: true }),
    visitor: text('Independent person'),
    unannounced: yesNo('Was it unannounced?'),
    childrenHeard: yesNo('Were children spoken with alone, who wished it?'),
    safeguarded: yesNo('In their opinion, are the children kept safe?'),
    wellbeing: yesNo('In their opinion, does the home promote their well-being?'),
    reportedOn: date('Report sent to Ofsted and the authority on'),
    recommends: paragraphs('What they recommend', { trueFrom: 'reportedOn' }),
  },
})

/** The manager’s review of the quality of care, and the report of it. */
export const QualityOfCareReview = recordType('quality-of-care-review', {
  label: 'Review of the quality of care',
  plural: 'reviews of the quality of care',
  icon: 'review',
  source: `${regulations}, regulation 45`,
  subjects: { home },
  dated: 'completedOn',
  headline: 'found',
  identity: ['home', 'completedOn'],
  fields: {
    completedOn: date('Completed on', { required: true }),
    childrensViews: yesNo('Did the children give their views?'),
    found: text('What it found, in short'),
    sentOn: date('Report sent to Ofsted on', { hint: 'Within 28 days of the review.' }),
  },
})
