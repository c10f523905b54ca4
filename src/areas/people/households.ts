import { codeList } from '../../core/definitions/code-list.ts'
import { address, code, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'

const HouseholdKind = codeList('household-kind', {
  label: 'Kind of household',
  source: 'Local',
  codes: {
    family: 'Family home',
    relatives: 'Home of relatives or friends',
    'foster-home': 'Foster home',
    'adoptive-home': 'Adoptive home',
    'supported-lodgings': 'Supported lodgings',
    own: 'Their own home',
    other: 'Other',
  },
})

/** People who live together, whoever they are. Where they live, and who they are on a day, are records of their own. */
export const Household = recordType('household', {
  label: 'Household',
  plural: 'households',
  source: 'Local; Working Together to Safeguard Children 2023 (who lives in the home)',
  subjects: { household: { kind: 'household', label: 'Household' } },
  dated: ALWAYS,
  identity: ['household'],
  fields: {
    name: text('What we call it', { required: true, hint: 'For example “Sheila’s”, or “Jean and Mal’s”.' }),
    kind: code('Kind', HouseholdKind),
    reference: text('Number in the case management system'),
  },
})

export const HouseholdMembership = recordType('household-membership', {
  label: 'Living in a household',
  plural: 'stays in households',
  icon: 'home',
  source: 'Local; Working Together to Safeguard Children 2023 (who lives in the home)',
  subjects: {
    person: { kind: 'person', label: 'Person' },
    household: { kind: 'household', label: 'Household' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'household', 'startedOn'],
  fields: {
    mainHome: yesNo('Is this their main home?', { required: true }),
    when: text('When they are there', { hint: 'For somebody with two homes: school weeks, every second weekend.' }),
    startedOn: date('Lives there since', { required: true }),
    endedOn: date('Lived there until', { hint: 'The first day on which they no longer did.' }),
    whyLeft: text('Why they left', { trueFrom: 'endedOn' }),
  },
})

const AddressKind = codeList('address-kind', {
  label: 'Kind of address',
  source: 'Local; Standard Safeguarding Dataset, address type (ADDR003A)',
  codes: {
    home: 'Home',
    'second-home': 'Second home',
    'term-time': 'In term time',
    temporary: 'For now, such as a hostel or with friends',
    letters: 'For letters only',
    'no-fixed-address': 'No fixed address: where they are most often found',
  },
})

const fields = {
  address: address('Address', { required: true }),
  kind: code('Kind of address', AddressKind, { required: true }),
  note: paragraphs('How to find it, where to park, who opens the door'),
  startedOn: date('From', { required: true, hint: 'If nobody knows since when, the day on which we learned of it.' }),
  endedOn: date('Until', { hint: 'The first day on which it was no longer their address.' }),
} as const

const described = {
  icon: 'home',
  source: 'Standard Safeguarding Dataset, address (ADDR001A to ADDR007A); SEN2, SSDA903 home postcode',
  dated: 'startedOn',
  ends: 'endedOn',
  fields,
} as const

export const PersonAddress = recordType('person-address', {
  ...described,
  label: 'Address',
  plural: 'addresses',
  subjects: { person: { kind: 'person', label: 'Person' } },
  identity: ['person', 'kind', 'startedOn'],
})

export const HouseholdAddress = recordType('household-address', {
  ...described,
  label: 'Address of a household',
  plural: 'addresses of households',
  subjects: { household: { kind: 'household', label: 'Household' } },
  identity: ['household', 'kind', 'startedOn'],
})

/**
 * A type of its own, not a mark on an address: what may be seen is decided by type, so a list or letter that reads addresses cannot show
 * one of these by forgetting to look for the mark.
 */
export const ConfidentialAddress = recordType('confidential-address', {
  ...described,
  label: 'Confidential address',
  plural: 'confidential addresses',
  sensitivity: 'confidential',
  subjects: { person: { kind: 'person', label: 'Person' } },
  identity: ['person', 'kind', 'startedOn'],
})

/** Such as foster carers whose address a child's parents may not learn. */
export const ConfidentialHouseholdAddress = recordType('confidential-household-address', {
  ...described,
  label: 'Confidential address of a household',
  plural: 'confidential addresses of households',
  sensitivity: 'confidential',
  subjects: { household: { kind: 'household', label: 'Household' } },
  identity: ['household', 'kind', 'startedOn'],
})
