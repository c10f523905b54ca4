// What the lists allow in a cell, by our code. Source: Ofsted, inspecting local authority children's services, Annex A, as held by Social Finance's
// liia-tools-pipeline (MIT) and Data to Insight's ssd-data-model (MIT). The letters before the codes differ from tool to tool ("s) NOBT", "t) NOBT"),
// so they are written and never read.

/** By our code, the words that stand in the list, and others that are read as these: in small letters and without punctuation. */
export type Choice = {
  readonly written: Readonly<Record<string, string>>
  readonly also?: Readonly<Record<string, readonly string[]>>
}

const lettered = (all: readonly (readonly [code: string, words: string])[]): Choice => ({
  written: Object.fromEntries(all.map(([code, words], at) => [code, `${LETTERS[at] ?? ''}) ${words}`])),
})

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz', 'zz']

/** Codes that stand in the list themselves: "C2: FCO", or with a letter before, "d) U4: Foster placement - long term". */
const coded = (
  all: Readonly<Record<string, string>>,
  { between, letter }: { readonly between: string; readonly letter: 'a letter before' | 'no letter' },
): Choice => {
  const words = Object.entries(all).map(([code, label]) => [code, `${code}${between}${label}`] as const)
  return letter === 'no letter' ? { written: Object.fromEntries(words) } : lettered(words)
}

export const gender = lettered([
  ['M', 'Male'],
  ['F', 'Female'],
  ['U', 'Not stated/recorded'],
  ['neither', 'Neither'],
])

export const ethnicity = lettered(
  [
    ...['WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH'],
    ...['BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT'],
  ].map((code) => [code, code] as const),
)

export const yesNo = lettered([
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not known', 'Unknown'],
])

export const categoryOfNeed = coded(
  {
    N0: 'Not stated',
    N1: 'Abuse or neglect',
    N2: "Child's disability",
    N3: 'Parental disability or illness',
    N4: 'Family in acute stress',
    N5: 'Family dysfunction',
    N6: 'Socially unacceptable behaviour',
    N7: 'Low income',
    N8: 'Absent parenting',
    N9: 'Cases other than children in need',
  },
  { between: ' - ', letter: 'no letter' },
)

export const legalStatus = coded(
  {
    C1: 'ICO',
    C2: 'FCO',
    D1: 'Freeing order',
    E1: 'Placement order',
    J1: 'Remanded to LA or youth detention',
    J2: 'LA accommodation under PACE',
    J3: 'Youth rehabilitation order',
    L1: 'Police protection LA accommodation',
    L2: 'EPO',
    L3: 'Child assessment order LA accommodation',
    V2: 'Single period under S20',
    V3: 'Short term breaks, episodes recorded',
    V4: 'Short term breaks, agreements recorded',
  },
  { between: ': ', letter: 'no letter' },
)

export const reasonCeased = coded(
  {
    E11: 'Adopted - application unopposed',
    E12: 'Adopted - consent dispensed',
    E2: 'Died',
    E3: 'Care taken by another LA',
    E4A: 'Returned home to live with parents or relatives - part of planning',
    E4B: 'Returned home to live with parents or relatives - not part of planning',
    E13: 'Parents, relatives or other with no parental responsibility',
    E41: 'Residence order granted',
    E45: 'Special Guardianship Orders - former carer relative/friend',
    E46: 'Special Guardianship Orders - former carer other',
    E47: 'Special Guardianship Orders - relative/friend',
    E48: 'Special Guardianship Orders - other',
    E5: 'Moved into independent living - supported',
    E6: 'Moved into independent living - no support',
    E7: 'Transferred to residential care funded by adult social services',
    E9: 'Sentenced to custody',
    E14: 'Accommodation on remand ended',
    E15: 'Age assessment determined child was 18 or over',
    E16: 'Child moved abroad',
    E8: 'Care ceased for any other reason',
    X1: 'CodeError',
    E17: 'Aged 18+ and remained with current carers',
  },
  { between: ': ', letter: 'a letter before' },
)

export const placement = coded(
  {
    U1: 'Foster placement - relatives - long term',
    U2: 'Foster placement - relative - FFA',
    U3: 'Foster placement - relative - not FFA',
    U4: 'Foster placement - long term',
    U5: 'Foster placement - FFA',
    U6: 'Foster placement - not FFA',
    A3: 'Placed for adoption - consent - current foster',
    A4: 'Placed for adoption - consent - not foster',
    A5: 'Placed for adoption - order - foster',
    A6: 'Placed for adoption - order - not foster',
    P1: 'Placed with parents',
    P2: 'Independent living',
    P3: 'Residential employment',
    H5: 'Residential accommodation',
    K1: "Secure Children's Homes",
    K2: "Children's Homes",
    R1: 'Residential Care Home',
    R2: 'NHS/Health Trust',
    R3: 'Family Centre or Mother and Baby Unit',
    R5: 'Young Offender Institution',
    S1: 'Residential school',
    Z1: 'Other placements',
    T0: 'Temporary placement',
    T1: 'Temporary placement - hospital',
    T2: 'Temporary placement - holiday',
    T3: 'Temporary placement - carer holiday',
    T4: 'Temporary placement - seven days or less',
    // Came after the list was last seen, with the registration of supported accommodation in October 2023.
    K3: 'Supported accommodation',
  },
  { between: ': ', letter: 'a letter before' },
)

export const provider = coded(
  {
    PR0: 'Parents/Parental responsibility',
    PR1: 'Own provision',
    PR2: 'Other LA provision',
    PR3: 'Other public provision',
    PR4: 'Private provision',
    PR5: 'Voluntary/third sector',
  },
  { between: ': ', letter: 'a letter before' },
)

export const location = lettered([
  ['IN', 'In'],
  ['OUT', 'Out'],
])

export const permanencePlan = lettered([
  ['return', 'Return to family'],
  ['adoption', 'Adoption'],
  ['guardianship', 'SGO/CAO'],
  ['supported-living', 'Supported living in the community'],
  ['residential', 'Long-term residential placement'],
  ['long-term-fostering', 'Long-term fostering'],
  ['other', 'Other'],
])

export const eligibility = lettered([
  ['relevant', 'Relevant child'],
  ['former-relevant', 'Former relevant child'],
  ['qualifying', 'Qualifying care leaver'],
  ['eligible', 'Eligible'],
  ['other', 'Other'],
])

export const inTouch = lettered([
  ['YES', 'Yes'],
  ['NO', 'No'],
  ['DIED', 'Died'],
  ['REFU', 'Refu'],
  ['NREQ', 'NREQ'],
  ['RHOM', 'Rhom'],
])

export const accommodation = coded(
  {
    B: 'Parents/relatives',
    C: 'Community home/residential care',
    D: 'Semi-independent, transitional accommodation and self-contained accommodation',
    E: 'Supported lodgings',
    G: 'Abroad',
    H: 'Deported',
    K: 'Ordinary lodgings, without formal support',
    R: 'Residence not known',
    S: 'No fixed abode / homeless',
    T: 'Foyers and similar supported accommodation',
    U: 'Independent living',
    V: 'Emergency accommodation',
    W: 'Bed and breakfast',
    X: 'In custody',
    Y: 'Other accommodation',
    Z: 'With former foster carers',
  },
  { between: ': ', letter: 'no letter' },
)

export const suitability = lettered([
  ['suitable', 'Suitable'],
  ['unsuitable', 'Unsuitable'],
])

export const activity = coded(
  {
    F1: 'Full time in higher education',
    F2: 'Full time in education other than higher',
    F3: 'Full time in training or employment',
    F4: 'Young person engaged full time in an apprenticeship',
    F5: 'Young person engaged full time in training or employment (not apprenticeship)',
    G4: 'Not in education, employment or training - illness or disability',
    G5: 'Not in education, employment or training - other',
    G6: 'Not in education, employment or training - pregnancy or parenting',
    P1: 'Part time in higher education',
    P2: 'Part time in education other than higher',
    P3: 'Part time in training or employment',
    P4: 'Young person engaged part time in an apprenticeship',
    P5: 'Young person engaged part time in training or employment (not apprenticeship)',
  },
  { between: ': ', letter: 'no letter' },
)

export const reasonReversed = coded(
  {
    RD1: 'The child’s needs changed subsequent to the decision',
    RD2: 'The Court did not make a placement order',
    RD3: 'Prospective adopters could not be found',
    RD4: 'Any other reason',
  },
  { between: ' - ', letter: 'no letter' },
)

export const reasonAdopterLeft = coded(
  {
    '1': 'Adopter withdrew from process',
    '2': 'Process put on hold',
    '3': 'Application refused',
  },
  { between: ' - ', letter: 'no letter' },
)
