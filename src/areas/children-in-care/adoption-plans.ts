import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, plannedDate, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// A plan to adopt is part of the child's own record and is read by their workers. None of this is the identity that an adoption seals, so
// none of it has that sensitivity. Living with the new family is an episode (placements A3 to A6) and is not written a second time.

const child = { kind: 'person', label: 'Child' } as const

const ReasonDecisionReversed = codeList('adoption-decision-reversed', {
  label: 'Why the decision was reversed',
  source: 'DfE SSDA903, children who should be placed for adoption (REASON_PLACED_CEASED)',
  codes: {
    RD1: 'The child’s needs changed',
    RD2: 'The court made no placement order',
    RD3: 'No adopters could be found',
    RD4: 'Another reason',
  },
})

/** The agency's decision that a child should be placed for adoption, until it is reversed. Made again after that, it is another. */
export const AdoptionDecision = recordType('adoption-decision', {
  label: 'Decision to place for adoption',
  plural: 'decisions to place for adoption',
  source:
    'Adoption Agencies Regulations 2005, regulation 19; DfE SSDA903, children who should be placed for adoption (DATE_PLACED)',
  subjects: { child },
  dated: 'decidedOn',
  ends: 'reversedOn',
  identity: ['child', 'decidedOn'],
  fields: {
    decidedOn: date('Decided on', { required: true }),
    reversedOn: date('Reversed on', { hint: 'Leave empty when the child is adopted: that reverses nothing.' }),
    reasonReversed: code('Why it was reversed', ReasonDecisionReversed, { trueFrom: 'reversedOn' }),
  },
})

const AdoptersAre = codeList('adopters-are', {
  label: 'The adopters are',
  source: 'DfE SSDA903, adopted children (SEX_ADOPTR)',
  codes: { M1: 'One man', F1: 'One woman', MM: 'Two men', FF: 'Two women', MF: 'A man and a woman' },
})

const AdoptersStatus = codeList('adopters-legal-status', {
  label: 'Legal status of the adopters',
  source: 'DfE SSDA903, adopted children (LS_ADOPTR)',
  codes: {
    L0: 'Single',
    L11: 'Married, of different sexes',
    L12: 'Married, of the same sex',
    L2: 'Civil partners',
    L3: 'Unmarried, of different sexes',
    L4: 'Unmarried, of the same sex',
  },
})

/** The decision that these adopters are right for this child, and what the return says of them once the child is adopted. */
export const AdoptionMatch = recordType('adoption-match', {
  label: 'Match with adopters',
  plural: 'matches with adopters',
  source: 'Adoption Agencies Regulations 2005, regulation 33; DfE SSDA903, adopted children (AD1)',
  subjects: { child },
  dated: 'matchedOn',
  identity: ['child', 'matchedOn'],
  fields: {
    matchedOn: date('Matched on', { required: true }),
    decidedOn: date('Decided on that the child should be placed for adoption'),
    // The end of a year that is not over lies ahead.
    adoptedInYearTo: plannedDate('Adopted in the year to', { hint: '31 March of the return that says so.' }),
    fosterCarersAdopt: yesNo('Were the adopters the child’s foster carers?'),
    numberOfAdopters: number('How many adopters', { least: 1, most: 2, sensitivity: 'confidential' }),
    adoptersAre: code('The adopters are', AdoptersAre, { sensitivity: 'confidential' }),
    adoptersStatus: code('Their legal status', AdoptersStatus, { sensitivity: 'confidential' }),
  },
})
