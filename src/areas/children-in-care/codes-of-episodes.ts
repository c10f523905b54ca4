import { plainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'

const source = 'DfE SSDA903, episodes; labels in our own words'
/** The first day of the collection years in which codes came and went. */
const april2018 = plainDate('2018-04-01')

export const ReasonForNewEpisode = codeList('reason-for-new-episode', {
  label: 'Reason for the new episode',
  source: `${source} (RNE)`,
  codes: {
    S: 'Came into care',
    L: 'Change of legal status only',
    P: 'Change of placement and carer',
    T: 'Change of placement, same carer',
    B: 'Change of legal status, placement and carer',
    U: 'Change of legal status and placement, same carer',
  },
})

export const LegalStatus = codeList('legal-status', {
  label: 'Legal status',
  source: `${source} (LS); Children Act 1989, Adoption and Children Act 2002, Legal Aid, Sentencing and Punishment of Offenders Act 2012`,
  codes: {
    C1: 'Interim care order',
    C2: 'Full care order',
    // Freeing orders ended with the Adoption Act 1976, on 30 December 2005; who was freed before stayed so.
    D1: 'Freeing order',
    E1: 'Placement order',
    V2: 'Accommodated under section 20',
    V3: 'Short breaks, each one recorded',
    V4: 'Short breaks, by agreement for a series',
    L1: 'Police protection',
    L2: 'Emergency protection order',
    L3: 'Child assessment order',
    J1: 'On remand',
    J2: 'Detained under the Police and Criminal Evidence Act',
    J3: 'Youth rehabilitation order with residence or fostering',
  },
})

export const CategoryOfNeed = codeList('category-of-need', {
  label: 'Category of need',
  source: 'DfE SSDA903, episodes (CIN); DfE children in need census, primary need',
  codes: {
    N1: 'Abuse or neglect',
    N2: 'Child’s disability or illness',
    N3: 'Parent’s disability or illness',
    N4: 'Family in acute stress',
    N5: 'Family dysfunction',
    N6: 'Socially unacceptable behaviour',
    N7: 'Low income',
    N8: 'Absent parenting',
  },
})

export const PlacementProvider = codeList('placement-provider', {
  label: 'Provider of the placement',
  source: `${source} (PLACE_PROVIDER)`,
  codes: {
    PR0: 'Parents or others with parental responsibility',
    PR1: 'The council itself',
    PR2: 'Another council',
    PR3: 'Other public body',
    PR4: 'Private organisation',
    PR5: 'Voluntary organisation',
  },
})

export const ReasonEpisodeEnded = codeList('reason-episode-ended', {
  label: 'Reason the episode ended',
  source: `${source} (REC)`,
  codes: {
    X1: 'Another episode begins the same day',
    E11: 'Adopted, application unopposed',
    E12: 'Adopted, consent dispensed with by the court',
    E2: 'Died',
    E3: 'Another council took over the care',
    E4A: 'Home to parents or others with parental responsibility, as planned',
    E4B: 'Home to parents or others with parental responsibility, not planned',
    E13: 'To live with relatives or others without parental responsibility',
    E41: 'Child arrangements or residence order',
    // E45 to E48 came in the place of E43 and E44 with the collection year 2018/19, by the code lists of the return that others publish year by year.
    // Whether an order made before, and told in that year, keeps the old code they do not say: the day on which care ended decides here.
    E43: { label: 'Special guardianship to former foster carers', to: april2018 },
    E44: { label: 'Special guardianship to others than former foster carers', to: april2018 },
    E45: { label: 'Special guardianship to former foster carers who are relatives or friends', from: april2018 },
    E46: { label: 'Special guardianship to former foster carers, not relatives or friends', from: april2018 },
    E47: { label: 'Special guardianship to relatives or friends who did not foster them', from: april2018 },
    E48: { label: 'Special guardianship to others', from: april2018 },
    E5: 'Independent living, with formal support',
    E6: 'Independent living, without formal support',
    E7: 'Residential care paid for by adult social care',
    E9: 'Sentenced to custody',
    E14: 'Remand ended',
    E15: 'Found to be 18 or over by an age assessment',
    E16: 'Moved abroad',
    E17: 'Turned 18 and stayed with the same carers',
    E8: 'Any other reason',
  },
})

export const ReasonForPlacementChange = codeList('reason-for-placement-change', {
  label: 'Reason the placement changed',
  source: `${source} (REASON_PLACE_CHANGE)`,
  codes: {
    CARPL: 'The care plan changed, or was carried out',
    CLOSE: 'The carer resigned or the provision closed',
    ALLEG: 'Allegation (section 47)',
    STAND: 'Concern about the standard of care',
    APPRR: 'Approval was withdrawn',
    CREQB: 'The carer asked, because of the child’s behaviour',
    CREQO: 'The carer asked, for another reason',
    CHILD: 'The child asked',
    LAREQ: 'The responsible or area council asked',
    PLACE: 'Only the status of the placement changed',
    CUSTOD: { label: 'Custody', from: april2018 },
    OTHER: 'Another reason',
  },
})

export const PlacementLocation = codeList('placement-location', {
  label: 'In or out of the area',
  source: 'DfE SSDA903 (PL_LOCATION, derived from the postcode of the placement)',
  codes: { IN: 'In the council’s area', OUT: 'Outside it' },
})
