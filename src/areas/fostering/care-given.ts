import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, group, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { StandingWithCarers } from './codes.ts'

const child = { kind: 'person', label: 'Child or young person' } as const

/**
 * That a child or young person lives with one fostering household. The episode of care says the legal side of it (and is all that a return has); this says
 * with whom, and so how many live with each household. A time away does not end it.
 */
export const FosterPlacement = recordType('foster-placement', {
  label: 'Living with a foster family',
  plural: 'stays with foster families',
  icon: 'home',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 9 and 23; Fostering Services (England) Regulations 2011, regulation 31 (register)',
  subjects: { child, household: { kind: 'household', label: 'Household' } },
  links: { episode: { to: 'episode', label: 'Episode of care with which it began', optional: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'standing',
  identity: ['child', 'household', 'startedOn'],
  fields: {
    startedOn: date('Lives there since', { required: true }),
    standing: code('On what footing', StandingWithCarers, {
      required: true,
      hint: 'When it changes, for example at 18, end this and begin another.',
    }),
    outsideTerms: yesNo('Is this outside what they are approved for?', {
      hint: 'In an emergency it may be so for six working days.',
    }),
    endedOn: date('Until', { hint: 'The first day on which they no longer lived there.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

export const PlacementWanted = codeList('placement-wanted', {
  label: 'What is looked for',
  source: 'Children Act 1989, sections 22C and 22G (sufficiency)',
  codes: {
    'own-fostering': 'One of our own foster families',
    'agency-fostering': 'A foster family of an agency',
    home: 'A children’s home',
    'supported-accommodation': 'Supported accommodation',
    any: 'Whatever is right and there',
  },
})

export const Barrier = codeList('placement-barrier', {
  label: 'What stands in the way',
  source: 'Local',
  codes: {
    'no-vacancy': 'No vacancy',
    distance: 'Too far from school, family or friends',
    needs: 'Providers say that they cannot meet the needs',
    risk: 'Risk to or from others who live there',
    siblings: 'No place for brothers and sisters together',
    cost: 'Cost',
    culture: 'No match for culture, language or faith',
    age: 'Age of the child',
    'childs-wish': 'The child does not want what is offered',
    other: 'Something else',
  },
})

const OfferAnswer = codeList('placement-offer-answer', {
  label: 'Answer',
  source: 'Local',
  codes: {
    'they-refused': 'They refused',
    'we-refused': 'We refused',
    'child-refused': 'The child refused',
    accepted: 'Taken',
    open: 'Still open',
  },
})

const SearchOutcome = codeList('placement-search-outcome', {
  label: 'How it ended',
  source: 'Local',
  codes: {
    found: 'The right place was found',
    'made-do': 'A place was found that is not what was looked for',
    stays: 'The child stays where they are',
    'not-needed': 'No longer needed',
  },
})

/** The search for where a child is to live: what twice-weekly placement meetings go through. */
export const PlacementSearch = recordType('placement-search', {
  label: 'Search for a placement',
  plural: 'searches for placements',
  icon: 'plan',
  source: 'Children Act 1989, sections 22C and 22G; Dorset Council, self-evaluation (placement meetings)',
  subjects: { child },
  dated: 'openedOn',
  ends: 'endedOn',
  headline: 'wanted',
  identity: ['child', 'openedOn'],
  fields: {
    openedOn: date('Asked for on', { required: true }),
    neededBy: plannedDate('Needed by'),
    wanted: code('What is looked for', PlacementWanted, { required: true }),
    needs: paragraphs('What the child needs, and what they ask for in their own words'),
    barrier: code('What stands in the way', Barrier),
    offers: group('Who was asked', {
      provider: text('Who'),
      answer: code('Answer', OfferAnswer),
      why: text('Why'),
    }),
    endedOn: date('Ended on'),
    outcome: code('How it ended', SearchOutcome, { trueFrom: 'endedOn' }),
  },
})
