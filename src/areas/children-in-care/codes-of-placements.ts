import { plainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'

/** From this day supported accommodation has to be registered. */
const registered = plainDate('2023-10-28')
const april2025 = plainDate('2025-04-01')

/**
 * Checked against the day on which the episode began. Where sources disagree about when a code went (H5: from April 2024 or 2025; Z1: in
 * April 2025 or not at all) the later is taken: a code that is still accepted somewhere is no fault of whoever wrote it.
 */
export const PlacementType = codeList('placement-type', {
  label: 'Type of placement',
  source:
    'DfE SSDA903, episodes (PL, PLACE), labels in our own words; Supported Accommodation (England) Regulations 2023 (in force 28 October 2023)',
  codes: {
    A3: 'Placed for adoption with their foster carers, with consent',
    A4: 'Placed for adoption with a new family, with consent',
    A5: 'Placed for adoption with their foster carers, under a placement order',
    A6: 'Placed for adoption with a new family, under a placement order',
    H5: { label: 'Semi-independent living, not a registered home', to: april2025 },
    K1: 'Secure children’s home',
    K2: 'Children’s home',
    K3: { label: 'Supported accommodation', from: registered },
    P1: 'With parents or others with parental responsibility',
    P2: { label: 'Independent living', to: registered },
    P3: 'Residential employment',
    R1: 'Residential care home',
    R2: 'Hospital or other health establishment',
    R3: 'Family centre or mother and baby unit',
    R5: 'Young offender institution',
    S1: 'Residential school',
    T0: 'Away for a time',
    T1: 'Away for a time: in hospital',
    T2: 'Away for a time: on holiday',
    T3: 'Away for a time: the carer is on holiday',
    T4: 'Away for up to seven days for another reason',
    U1: 'Foster home of relatives or friends, long term',
    U2: 'Foster home of relatives or friends who may adopt',
    U3: 'Foster home of relatives or friends, not long term',
    U4: 'Foster home, long term',
    U5: 'Foster home of carers who may adopt',
    U6: 'Foster home, not long term',
    Z1: 'Other placement',
    // The return splits Z1 into these from 2025/26. What each stands for none of our sources says: the code lists that others publish give the codes
    // without words. The labels say no more than that until the department's guide for that year is at hand.
    Z11: { label: 'Other placement (Z11)', from: april2025 },
    Z12: { label: 'Other placement (Z12)', from: april2025 },
    Z13: { label: 'Other placement (Z13)', from: april2025 },
    Z14: { label: 'Other placement (Z14)', from: april2025 },
  },
})
