import type { Choice } from './choices.ts'
import * as choices from './choices.ts'

// The lists that are read and written, and their columns. Source: Ofsted, inspecting local authority children's services (ILACS), Annex A, as held by
// Social Finance's liia-tools-pipeline (MIT) and Data to Insight's ssd-data-model (MIT).

export type ListNumber = 8 | 9 | 10 | 11

/** How a cell is written. */
type Kind = 'id' | 'text' | 'date' | 'number' | 'postcode' | Choice

export type Column = {
  readonly key: string
  readonly heading: string
  readonly kind: Kind
  /** It may not be blank. */
  readonly needed?: true
  /** Other headings, in small letters and without punctuation. */
  readonly also?: readonly string[]
}

export type List = {
  readonly number: ListNumber
  readonly title: string
  readonly columns: readonly Column[]
}

const column = (key: string, heading: string, kind: Kind, more: Pick<Column, 'needed' | 'also'> = {}): Column => ({
  key,
  heading,
  kind,
  ...more,
})

const needed = { needed: true } as const

const child = column('id', 'Child Unique ID', 'id', {
  ...needed,
  also: ['child id', 'child unique identifier', 'unique child id'],
})
const family = column('family', 'Family identifier', 'id')
const gender = column('gender', 'Gender', choices.gender, { ...needed, also: ['sex'] })
const ethnicity = column('ethnicity', 'Ethnicity', choices.ethnicity, needed)
const bornOn = column('bornOn', 'Date of Birth', 'date', { also: ['dob'] })
const age = column('age', 'Age of Child (Years)', 'number', { also: ['age', 'age of child'] })
const disability = column('disability', 'Does the Child have a Disability', choices.yesNo, {
  ...needed,
  also: ['disability', 'disabled'],
})
const team = column('team', 'Allocated Team', 'text', needed)
const worker = column('worker', 'Allocated Worker', 'text', needed)

const who = [child, gender, ethnicity, bornOn, age]

const childrenInCare: List = {
  number: 8,
  title: 'Children in care',
  columns: [
    ...who,
    column(
      'unaccompanied',
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
      choices.yesNo,
      { ...needed, also: ['uasc', 'unaccompanied asylum seeking child'] },
    ),
    disability,
    column('startedOn', 'Date Started to be Looked After', 'date', needed),
    column('need', "Child's Category of Need", choices.categoryOfNeed, { ...needed, also: ['category of need'] }),
    column(
      'again',
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      choices.yesNo,
      needed,
    ),
    column('statusSince', 'Start date of current legal status', 'date', needed),
    column('status', "Child's Legal Status", choices.legalStatus, { ...needed, also: ['legal status'] }),
    column('reviewedOn', 'Date of Latest Statutory Review', 'date'),
    column('visitedOn', 'Date of Last Social Work Visit', 'date'),
    column('plan', 'What is the permanence plan for this child?', choices.permanencePlan),
    column('reviewerSawOn', 'Date of Last IRO Visit / Contact to the Child', 'date'),
    column('healthOn', 'Date of Last Health Assessment', 'date'),
    column('dentalOn', 'Date of Last Dental Check', 'date'),
    column('placements', 'Number of Placements in the Last 12 months', 'number', needed),
    column('ceasedOn', 'Date Ceased to be Looked After', 'date'),
    column('reasonCeased', 'Reason Ceased to be Looked After', choices.reasonCeased),
    column('placedOn', 'Start Date of Most Recent Placement', 'date', needed),
    column('placement', 'Placement Type', choices.placement, needed),
    column('provider', 'Placement Provider', choices.provider, needed),
    column('postcode', 'Placement postcode', 'postcode', needed),
    column('urn', 'URN of Placement', 'id'),
    column('location', 'Placement Location', choices.location, needed),
    column('authority', 'LA of Placement', 'text', needed),
    column(
      'missing',
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
      'number',
      needed,
    ),
    column(
      'absent',
      "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
      'number',
      needed,
    ),
    column(
      'interviewOffered',
      'Was the child offered a Return Interview after their last missing episode (Y/N)?',
      choices.yesNo,
    ),
    column(
      'interviewAccepted',
      'Did the child accept a Return Interview after their last missing episode (Y/N)?',
      choices.yesNo,
    ),
    team,
    worker,
  ],
}

const careLeavers: List = {
  number: 9,
  title: 'Leaving care services',
  columns: [
    ...who,
    column(
      'unaccompanied',
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
      choices.yesNo,
      { ...needed, also: ['uasc', 'unaccompanied asylum seeking child'] },
    ),
    disability,
    team,
    worker,
    column('adviser', 'Allocated Personal Advisor', 'text', {
      ...needed,
      also: ['allocated personal adviser'],
    }),
    column('eligibility', 'Eligibility Category', choices.eligibility, needed),
    column('pathwayOn', 'Latest Pathway Plan Review Date', 'date'),
    column('inTouch', 'LA in Touch', choices.inTouch, needed),
    column('contactOn', 'Latest Date of Contact', 'date'),
    column('accommodation', 'Type of Accommodation', choices.accommodation),
    column('suitability', 'Suitability of Accommodation', choices.suitability),
    column('activity', 'Activity Status', choices.activity),
  ],
}

const adoption: List = {
  number: 10,
  title: 'Adoption',
  columns: [
    child,
    family,
    gender,
    ethnicity,
    bornOn,
    age,
    disability,
    column('startedOn', 'Date the Child Entered Care', 'date', needed),
    column('decidedOn', 'Date of Decision that Child Should be Placed for Adoption', 'date', needed),
    column('orderOn', 'Date of Placement Order', 'date'),
    column('matchedOn', 'Date of Matching Child and Prospective Adopters', 'date'),
    column('placedOn', 'Date Placed for Adoption', 'date'),
    column('adoptedOn', 'Date of Adoption Order', 'date'),
    column('reversedOn', 'Date of Decision that Child Should No Longer be Placed for Adoption', 'date'),
    column('reasonReversed', 'Reason Why Child No Longer Placed for Adoption', choices.reasonReversed),
    column('earlyPlacedOn', 'Date the child was placed for fostering in FFA or concurrent planning placement', 'date'),
  ],
}

const adopters: List = {
  number: 11,
  title: 'Adopters',
  columns: [
    column('id', 'Individual adopter identifier', 'id', needed),
    family,
    gender,
    ethnicity,
    column('disability', 'Disability', choices.yesNo, needed),
    column('fosteringForAdoption', 'Is the (prospective) adopter fostering for adoption?', choices.yesNo, needed),
    column('enquiredOn', 'Date enquiry received', 'date', needed),
    column('stageOneOn', 'Date Stage 1 started', 'date'),
    column('stageOneEndedOn', 'Date Stage 1 ended', 'date'),
    column('stageTwoOn', 'Date Stage 2 started', 'date'),
    column('stageTwoEndedOn', 'Date Stage 2 ended', 'date'),
    column('appliedOn', 'Date application submitted', 'date'),
    column('approvedOn', 'Date application approved', 'date'),
    column('matchedOn', 'Date adopter matched with child(ren)', 'date'),
    column('placedOn', 'Date child/children placed with adopter(s)', 'date'),
    column('children', 'No. of children placed', 'number'),
    column('adoptedOn', 'Date of Adoption Order', 'date'),
    column('leftOn', 'Date of leaving adoption process', 'date'),
    column('reasonLeft', 'Reason for leaving adoption process', choices.reasonAdopterLeft),
  ],
}

export const lists: readonly List[] = [childrenInCare, careLeavers, adoption, adopters]

export const listNumbered = (number: number): List | undefined => lists.find((one) => one.number === number)

/** A heading as it is compared: small letters, no punctuation, nothing in brackets at its end. */
const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .replace(/\((?:y\/n|years)\)*\s*\??\s*$/, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** The column of a list that a heading names, however it is written. */
export function columnNamed({ columns }: List, heading: string): Column | undefined {
  const plain = plainHeading(heading)
  return columns.find((one) => plainHeading(one.heading) === plain || one.also?.includes(plain) === true)
}
