import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, number, paragraphs, plannedDate, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// From the plan to the family. What is on the child's own record names no adopters; who they are is kept by the adoption service alone.

const child = { kind: 'person', label: 'Child' } as const

export const ChildPermanenceReport = recordType('child-permanence-report', {
  label: 'Child permanence report',
  plural: 'child permanence reports',
  icon: 'note',
  source: 'Adoption Agencies Regulations 2005, regulation 17',
  subjects: { child },
  dated: 'completedOn',
  identity: ['child', 'completedOn'],
  fields: {
    completedOn: date('Completed on', { required: true, hint: 'Signed off by the manager.' }),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
  },
})

const LookedWhere = codeList('family-looked-for-where', {
  label: 'Where a family is looked for',
  source: 'Adoption Agencies Regulations 2005, regulation 19A; Local',
  codes: {
    own: 'Our own adopters and those of our agency',
    others: 'Other agencies',
    register: 'National register or linking service',
    event: 'Exchange or activity day',
    known: 'Carers or relatives whom the child knows',
  },
})

/** From the day on which the child was referred for somebody to look for a family; the first to a register or linking service meets its clock. */
export const FamilyFinding = recordType('family-finding', {
  label: 'Looking for an adoptive family',
  plural: 'searches for adoptive families',
  icon: 'family',
  source: 'Adoption Agencies Regulations 2005, regulation 19A',
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'where',
  identity: ['child', 'where', 'startedOn'],
  fields: {
    where: code('Where', LookedWhere, { required: true }),
    startedOn: date('Referred on', { required: true }),
    siblingsTogether: number('How many children are to be placed together', { least: 1, hint: 'This child included.' }),
    endedOn: date('Until', { hint: 'The first day on which nobody looked there any more.' }),
  },
})

const PanelSaid = codeList('matching-panel-said', {
  label: 'What the panel recommended',
  source: 'Adoption Agencies Regulations 2005, regulation 32',
  codes: { match: 'These adopters are right for the child', no: 'They are not', deferred: 'It put the question off' },
})

/** What an adoption panel recommends about a match. It decides nothing: the decision is an `AdoptionMatch`. */
export const MatchingPanel = recordType('matching-panel', {
  label: 'Adoption panel about a match',
  plural: 'adoption panels about matches',
  icon: 'review',
  source: 'Adoption Agencies Regulations 2005, regulation 32',
  subjects: { child },
  dated: 'heldOn',
  headline: 'recommended',
  identity: ['child', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true }),
    recommended: code('Recommendation', PanelSaid, { required: true }),
    reasons: paragraphs('Reasons', { sensitivity: 'confidential' }),
    refusedOn: date('Decided otherwise on', {
      hint: 'Only if the decision-maker decided against the match. A match is a record of its own.',
    }),
  },
})

const MatchEnded = codeList('match-with-household-ended', {
  label: 'Why the match ended',
  source: 'Local',
  codes: {
    'before-introductions': 'Before they met',
    introductions: 'In introductions',
    disrupted: 'The placement broke down',
    'plan-changed': 'The plan for the child changed',
  },
})

/**
 * Which household a child is matched and placed with: whoever reads it can find the child under the new name, so it is there for the adoption service alone.
 * An adoption order does not end it.
 */
export const AdoptiveFamily = recordType('adoptive-family', {
  label: 'Adoptive family of a child',
  plural: 'adoptive families of children',
  icon: 'family',
  source:
    'Adoption Agencies Regulations 2005, regulations 31 to 35; Ofsted, Annex A, list 11 (matched, placed, adoption order)',
  sensitivity: 'adoption',
  subjects: { child, household: { kind: 'household', label: 'Adoptive household' } },
  dated: 'matchedOn',
  ends: 'endedOn',
  headline: 'whyEnded',
  identity: ['child', 'household', 'matchedOn'],
  fields: {
    matchedOn: date('Matched on', { required: true, hint: 'The day of the decision-maker’s decision.' }),
    earlyPermanence: yesNo('Do they foster the child first (early permanence)?'),
    introductionsOn: date('First met on'),
    placedOn: date('Placed for adoption on', { hint: 'As in the child’s episode of care.' }),
    orderMadeOn: date('Adoption order made on'),
    endedOn: date('Ended on', { hint: 'Only if it did not lead to adoption.' }),
    whyEnded: code('Why it ended', MatchEnded, { trueFrom: 'endedOn' }),
  },
})

const WhyDisrupted = codeList('adoption-disrupted-because', {
  label: 'Why the placement broke down',
  source: 'Local',
  codes: {
    needs: 'The child’s needs were more than the family could meet',
    attachment: 'The child and the family did not grow together',
    siblings: 'Difficulties between the children of the family',
    circumstances: 'The family’s circumstances changed',
    concerns: 'Concerns about the care of the child',
    other: 'Another reason',
  },
})

/** A placement for adoption that broke down before the order. One that breaks down after it is the start of a new time in care of a child who was adopted. */
export const AdoptionDisruption = recordType('adoption-disruption', {
  label: 'Adoption placement broke down',
  plural: 'adoption placements that broke down',
  icon: 'late',
  source: 'Adoption Agencies Regulations 2005, regulation 36(6); Adoption and Children Act 2002, section 35',
  subjects: { child },
  dated: 'endedOn',
  headline: 'why',
  identity: ['child', 'endedOn'],
  fields: {
    endedOn: date('The child left on', { required: true }),
    why: code('Why', WhyDisrupted),
    childsView: paragraphs('What the child says', { hint: 'In their own words where you can.' }),
    meetingOn: date('Meeting to learn from it, held on'),
    learned: paragraphs('What we learned', { trueFrom: 'meetingOn' }),
  },
})

const SupportServices = codeList('adoption-support-services', {
  label: 'What support is given',
  source: 'Adoption Support Services Regulations 2005, regulation 3',
  codes: {
    information: 'Information and advice',
    money: 'Financial support',
    therapy: 'Therapy',
    contact: 'Help with contact',
    groups: 'Groups of adopters, or of children',
    breaks: 'Short breaks',
    training: 'Training for the family',
    school: 'Help at school',
    mediation: 'Help where a placement is in difficulty',
  },
})

/** Agreed before a child moves in. Adopters have said that they did not know whether they had one: the day on which they were given it counts. */
export const AdoptionSupportPlan = recordType('adoption-support-plan', {
  label: 'Adoption support plan',
  plural: 'adoption support plans',
  icon: 'plan',
  source:
    'Adoption Support Services Regulations 2005, regulations 13 to 19; Adoption Agencies Regulations 2005, schedule 5',
  subjects: { child },
  dated: 'agreedOn',
  ends: 'endedOn',
  headline: 'services',
  identity: ['child', 'agreedOn'],
  fields: {
    agreedOn: date('Agreed on', { required: true }),
    services: codes('Support', SupportServices),
    givenOn: date('Given to the adopters on'),
    reviewBy: plannedDate('Look at it again by'),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
  },
})

/** What a family that adopted asks for, and what it gets; it stands on the family's record and not on the child's. */
export const AdoptionSupport = recordType('adoption-support', {
  label: 'Support after adoption',
  plural: 'support after adoption',
  icon: 'plan',
  source: 'Adoption and Children Act 2002, section 4; Adoption Support Services Regulations 2005',
  sensitivity: 'adoption',
  subjects: { household: { kind: 'household', label: 'Adoptive household' } },
  dated: 'askedOn',
  ends: 'endedOn',
  headline: 'services',
  identity: ['household', 'askedOn'],
  fields: {
    askedOn: date('Asked for on', { required: true }),
    assessedOn: date('Assessment completed on'),
    fundAppliedOn: date('Application to the adoption support fund made on'),
    services: codes('Support agreed', SupportServices, { trueFrom: 'assessedOn' }),
    reviewBy: plannedDate('Look at it again by'),
    endedOn: date('Until', { hint: 'The first day on which support was no longer given.' }),
  },
})
