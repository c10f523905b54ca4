import { code, codes, date, number, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { ApprovalEnded, CarerPart, ExtensionReason, FosteringKind, FosteringOffer } from './codes.ts'

const household = { kind: 'household', label: 'Household' } as const
const regulations = 'Fostering Services (England) Regulations 2011'
const placements = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/**
 * That this authority approved a household to foster, for as long as the approval is of one kind: where another kind takes its place, this one ends and
 * another begins that day. When a resignation takes effect and when a temporary approval runs out follow from the law and are worked out by
 * `approvalsOf`, whether or not anybody wrote the end down.
 */
export const FosteringApproval = recordType('fostering-approval', {
  label: 'Approval to foster',
  plural: 'approvals to foster',
  icon: 'home',
  source: `${regulations}, regulations 27 and 28; ${placements}, regulations 24 to 25A`,
  subjects: { household },
  links: { application: { to: 'fostering-application', label: 'Application', optional: true } },
  dated: 'approvedOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['household', 'approvedOn'],
  fields: {
    approvedOn: date('Approved on', {
      required: true,
      hint: 'The day of the decision, not of the panel. For a temporary approval, the day on which the nominated officer gave it.',
    }),
    // That a household adopts is for the adoption service alone: to everybody else they foster.
    kind: code('Kind', FosteringKind, { closer: { 'foster-to-adopt': 'adoption' } }),
    placedOn: date('Child placed on', {
      hint: 'Only for a temporary approval: the day on which the child came to live there. Its 16 weeks run from this day.',
    }),
    extendedOn: date('Extended on', { hint: 'Only for a temporary approval, before it runs out, and only once.' }),
    whyExtended: code('Why it was extended', ExtensionReason, { trueFrom: 'extendedOn' }),
    resignedOn: date('Notice of resignation received on', { hint: 'It takes effect 28 days later.' }),
    endedOn: date('Ended on', { hint: 'The first day on which it no longer held.' }),
    whyEnded: code('Why it ended', ApprovalEnded, { trueFrom: 'endedOn', closer: { adopted: 'adoption' } }),
  },
})

/** For whom and how many the approval is, for as long as that holds. Changed terms are a new record. */
export const TermsOfApproval = recordType('terms-of-approval', {
  label: 'Terms of approval',
  plural: 'terms of approval',
  icon: 'plan',
  source: `${regulations}, regulation 27(5); Children Act 1989, Schedule 7 (usual limit of three children)`,
  subjects: {
    household,
    children: { kind: 'person', label: 'Only for these children', many: true, optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'places',
  identity: ['household', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    places: number('Children at one time', { least: 0, most: 20 }),
    youngest: number('From the age of', { least: 0, most: 18 }),
    oldest: number('Up to the age of', { least: 0, most: 25 }),
    offers: codes('What they offer', FosteringOffer),
    conditions: paragraphs('Conditions, and what they ask not to be asked'),
    endedOn: date('Until', { hint: 'The first day on which these terms no longer held.' }),
  },
})

/** A stretch in which an approved household takes nobody new; children who live there stay. */
export const FosteringOnHold = recordType('fostering-on-hold', {
  label: 'On hold',
  plural: 'times on hold',
  source: 'Local',
  subjects: { household },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'why',
  identity: ['household', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    why: text('Why', { hint: 'For example an illness, a new baby, work on the house.' }),
    backOn: plannedDate('Expected back on', { hint: 'Leave empty if nobody can say.' }),
    endedOn: date('Until', { hint: 'The first day on which they took children again.' }),
  },
})

/** Who in the household is approved: carers, not everybody who lives there (that is `HouseholdMembership`). */
export const FosterCarer = recordType('foster-carer', {
  label: 'Foster carer',
  plural: 'foster carers',
  icon: 'family',
  source: `${regulations}, Schedule 3; Ofsted, fostering in England: data return (age and ethnicity of carers)`,
  subjects: { carer: { kind: 'person', label: 'Carer' }, household },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'part',
  identity: ['carer', 'household', 'startedOn'],
  fields: {
    startedOn: date('Carer since', { required: true }),
    part: code('Part in the household', CarerPart),
    endedOn: date('Until', { hint: 'The first day on which they no longer were one.' }),
  },
})

/** Households that support one another around one that has more experience, as in the Mockingbird programme. */
export const FosteringConstellation = recordType('fostering-constellation', {
  label: 'Constellation of households',
  plural: 'constellations of households',
  source: 'The Fostering Network, Mockingbird programme (hub home and satellite families)',
  subjects: {
    hub: { kind: 'household', label: 'Hub home' },
    satellites: { kind: 'household', label: 'Households around it', many: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'name',
  identity: ['name', 'startedOn'],
  fields: {
    name: text('Name', { required: true }),
    startedOn: date('Since', {
      required: true,
      hint: 'For as long as these are its households: when one joins or leaves, end this and begin another.',
    }),
    endedOn: date('Until', { hint: 'The first day on which these were no longer its households.' }),
  },
})
