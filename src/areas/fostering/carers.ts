import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { mainstreamApplicants } from './applicants.ts'
import { withOurConnectedCarers, withOurMainstreamCarers } from './in-house.ts'
import { connectedHouseholds, householdsApproved, mainstreamHouseholds } from './populations.ts'

/** Fostering households, the children with them, and those who want to become one. */
export const carers: readonly Indicator[] = [
  indicator({
    key: 'foster-carers-month-end',
    label: 'Foster carers at month end',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Households of every type that this authority has approved to foster, with the approval in force on the last day of the period. Temporary approvals of relatives and friends are included.',
    notKnown: 'Cannot arise: the dates of an approval are always recorded.',
    source:
      'Fostering Services (England) Regulations 2011; unit worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Households are counted, not people: a couple is one.',
      'A household that is on hold or has no child placed counts; one whose approval ends on the last day does not.',
      'Households approved by an agency do not count.',
    ],
    counts: { population: householdsApproved, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'mainstream-carers',
    label: 'Mainstream carers',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Households that this authority has approved to foster any child, with the approval in force on the last day of the period. Relatives or friends approved for a child they know, and adopters approved only to foster before adopting, are left out.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; unit worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Households are counted, not people: a couple is one.',
      'A household that is on hold or has no child placed counts.',
      'Households that only offer short breaks count.',
    ],
    counts: { population: mainstreamHouseholds, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'connected-carers',
    label: 'Connected carers',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Households of relatives or friends whom this authority has approved to foster a child they know, with the approval in force on the last day of the period. Temporary approvals are included.',
    notKnown: 'A household whose type is not recorded is listed, not counted.',
    source:
      'Fostering Services (England) Regulations 2011; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24; unit worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Households are counted, not people: a couple is one.',
      'A temporary approval that has run out no longer counts.',
      'From the day a special guardianship order is made the household no longer counts.',
    ],
    counts: { population: connectedHouseholds, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'cic-in-mainstream-in-house-fostering',
    label: 'Children with our mainstream carers',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Children in care on the last day of the period, without those who only have short breaks.',
    countedIf:
      'They are placed with foster carers of this authority who are not their relatives or friends (national codes U4 to U6, provider code PR1).',
    notKnown: 'A child whose provider is not recorded is listed, not counted.',
    source:
      'Department for Education, children looked-after return (SSDA903): code lists; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Children with carers of an agency or of another authority do not count.',
      'Children placed with their carer for adoption no longer count.',
      'The published number of children per mainstream carer rests on fewer children than this.',
    ],
    counts: {
      population: childrenInCare,
      counted: { 'with our own carers, who are not relatives or friends': withOurMainstreamCarers },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-in-connected-in-house-fostering',
    label: 'Children with our connected carers',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'inferred',
    who: 'Children in care on the last day of the period, without those who only have short breaks.',
    countedIf:
      'They are placed with relatives or friends whom this authority has approved to foster them (national codes U1 to U3, provider code PR1).',
    notKnown: 'A child whose provider is not recorded is listed, not counted.',
    source:
      'Department for Education, children looked-after return (SSDA903): code lists; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Carers with a temporary approval count.',
      'Children placed with their parents do not count, nor do relatives approved by another authority.',
    ],
    counts: {
      population: childrenInCare,
      counted: { 'with relatives or friends whom we approved': withOurConnectedCarers },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'foster-carer-applicants-in-assessment-mainstream',
    label: 'Mainstream applicants in assessment',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'inferred',
    who: 'Households applying to be mainstream foster carers whose assessment has begun and who, on the last day of the period, have had no decision and have not withdrawn. A couple is one household.',
    notKnown: 'An application whose type is not recorded is listed, not counted.',
    source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'An enquiry or a first visit is not an assessment.',
      'A household whose panel has met but whose decision is still to come counts.',
    ],
    counts: { population: mainstreamApplicants, whenNotKnown: 'stays' },
  }),
]
