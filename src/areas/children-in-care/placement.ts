import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import {
  fostered,
  outsideTheArea,
  over20Miles,
  privateProvider,
  sameCarerTwoYears,
  threePlacements,
  unregulatedPlacement,
  withParents,
} from './placement-tests.ts'
import { childrenInCare, longInCareUnder16 } from './populations.ts'
import { excludingUasc, unaccompanied } from './unaccompanied.ts'

const threeOrMorePlacements = indicator({
  key: 'cic-3-plus-placements-12-months',
  label: '3 or more placements in 12 months',
  national: { measure: 'children-in-care-with-3-or-more-placements-in-the-year', same: true },
  unit: 'per cent',
  goodIs: 'low',
  covers: 'at the end',
  status: 'national',
  who: 'Children in care on the last day of the period, however long they have been in care. Those who only have short breaks are left out.',
  countedIf:
    'They had three or more placements in the 12 months up to that day, each of 24 hours or more, counting the one they were in when the 12 months began.',
  notKnown:
    'A gap in the record is not a placement: the child stays in the total and counts if known placements make three.',
  source: 'Department for Education, children looked after in England: methodology',
  notes: [
    'Hospital stays, holidays and other temporary absences, being missing, and a change of legal status are not placements.',
    'It is not a new placement when the carer moves house or changes agency, or adopts the child.',
    'Going back to a former carer after a placement elsewhere counts as one more placement.',
  ],
  counts: {
    population: childrenInCare,
    counted: { 'three or more placements in the 12 months': threePlacements },
    whenNotKnown: 'stays',
  },
})

const placedOutside = indicator({
  key: 'cic-placed-outside-dorset',
  label: 'Placed outside the authority',
  unit: 'per cent',
  goodIs: 'low',
  covers: 'at the end',
  status: 'national',
  who: 'Children in care on the last day of the period, without those who only have short breaks.',
  countedIf: 'The address where they are placed lies in another authority, even if it is next door.',
  notKnown: 'A child whose placement address is not recorded stays in the total and counts as not outside.',
  source: 'Department for Education, children looked-after return (SSDA903): guide',
  notes: [
    'Addresses that are entered late make the figure look better than it is until they arrive.',
    'A child placed with parents who live outside the authority counts.',
    'During a temporary absence the placement that the child will return to decides.',
  ],
  counts: {
    population: childrenInCare,
    counted: { 'lives outside the authority': outsideTheArea },
    whenNotKnown: 'stays',
  },
})

const unregulated = indicator({
  key: 'unregulated-placements',
  label: 'Unregulated placements',
  unit: 'count',
  goodIs: 'low',
  covers: 'at the end',
  status: 'stated',
  who: 'Children in care on the last day of the period, without those who only have short breaks.',
  countedIf:
    'Their placement is semi-independent living, independent living or a residential care home (national codes H5, P2 and R1).',
  notKnown: 'Cannot arise: the type of placement is always recorded.',
  source:
    'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, children looked-after return (SSDA903): code lists',
  notes: [
    'The code in force on the date decides: supported accommodation registered since 28 October 2023 has its own code and does not count.',
    'A residential care home counts because the published measure names it.',
    'A child who is away for a short time, for example in hospital, still counts.',
  ],
  counts: {
    population: childrenInCare,
    counted: { 'in semi-independent or independent living or a residential care home': unregulatedPlacement },
    whenNotKnown: 'stays',
  },
})

const withFosterCarers = indicator({
  key: 'cic-in-foster-placement',
  label: 'Living with foster carers',
  national: { measure: 'children-in-care-living-with-foster-carers', same: true },
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'national',
  who: 'Children in care on the last day of the period, without those who only have short breaks.',
  countedIf:
    'They are placed with foster carers of any kind: the authority’s own, an agency’s, or relatives or friends approved to foster (national codes U1 to U6).',
  notKnown: 'Cannot arise: the type of placement is always recorded.',
  source: 'Department for Education, children looked after in England: methodology',
  notes: [
    'Children placed for adoption do not count, even if they stay with the same carer.',
    'Relatives or friends with a temporary approval count.',
    'A child who is away for a short time, for example in hospital, still counts.',
  ],
  counts: { population: childrenInCare, counted: { 'with foster carers': fostered }, whenNotKnown: 'stays' },
})

const privateProvision = indicator({
  key: 'cic-in-private-provision',
  label: 'In private provision',
  unit: 'per cent',
  goodIs: 'low',
  covers: 'at the end',
  status: 'inferred',
  who: 'Children in care on the last day of the period, without those who only have short breaks.',
  countedIf: 'The provider of their placement is a private organisation (national code PR4).',
  notKnown: 'A child whose provider is not recorded stays in the total and counts as not private.',
  source:
    'Department for Education, children looked-after return (SSDA903): code lists; total worked out from Dorset Council, Corporate Parenting dataset, September 2023',
  notes: [
    'Charities and other voluntary providers do not count as private, nor do other authorities.',
    'During a temporary absence the provider of the placement that the child left decides.',
    'Providers that are entered late make the figure look lower than it is until they arrive.',
  ],
  counts: {
    population: childrenInCare,
    counted: { 'with a private provider': privateProvider },
    whenNotKnown: 'stays',
  },
})

/** Where children in care live, and how settled they are. */
export const placement: readonly Indicator[] = [
  indicator({
    key: 'cic-placed-with-parents',
    label: 'Placed with parents',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'national',
    who: 'Children in care on the last day of the period, without those who only have short breaks.',
    countedIf: 'Their placement is with a parent or another person who has parental responsibility.',
    notKnown: 'Cannot arise: the type of placement is always recorded.',
    source: 'Department for Education, children looked-after return (SSDA903): code lists',
    notes: [
      'A weekend at home is not a placement with parents.',
      'A child placed with parents who is away for a short time still counts.',
    ],
    counts: { population: childrenInCare, counted: { 'with parents': withParents }, whenNotKnown: 'stays' },
  }),
  threeOrMorePlacements,
  excludingUasc(threeOrMorePlacements, { status: 'stated' }),
  indicator({
    key: 'cic-long-term-placement-stability-under-16',
    label: 'Same placement for 2 years or more',
    national: { measure: 'children-in-care-for-long-who-have-lived-in-one-place-for-2-years', same: true },
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children under 16 on the last day of the period who have been in care without a break for two and a half years or more. Short breaks are left out.',
    countedIf: 'They have lived with the same carer for two years or more.',
    notKnown: 'A child whose carer is not recorded stays in the total and counts as not settled.',
    source: 'Department for Education, children looked after in England: methodology',
    notes: [
      'Two years to the day counts; a child who turns 16 on the last day is no longer in the group.',
      'A new legal status, a temporary absence or the carer’s own move of house does not break the two years.',
      'Time with a carer before being placed with the same carer for adoption is added.',
    ],
    counts: {
      population: longInCareUnder16,
      counted: { 'with the same carer for two years or more': sameCarerTwoYears },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'cic-over-20-miles-from-home-excl-uasc',
    label: 'More than 20 miles from home',
    national: {
      measure: 'children-in-care-living-more-than-20-miles-from-home-outside-the-authority',
      differs:
        'The national figure has unaccompanied children in it, and only children who live outside the authority count as far.',
    },
    unit: 'per cent',
    goodIs: 'low',
    covers: 'at the end',
    status: 'inferred',
    who: 'Children in care on the last day of the period, without those who only have short breaks. Unaccompanied asylum-seeking children are left out.',
    countedIf:
      'The straight line from their home address to their placement is longer than 20 miles, whether they live inside or outside the authority.',
    notKnown: 'A child whose distance is not known stays in the total and counts as not over 20 miles.',
    source:
      'Department for Education, children looked after in England: methodology; total worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Exactly 20 miles is not more than 20 miles.',
      'Addresses that are entered late make the figure look better than it is until they arrive.',
      'Children placed for adoption have no distance recorded and so count as not over 20 miles.',
      'The distance is measured from the child’s home, even if that home is outside the authority.',
    ],
    counts: {
      population: childrenInCare,
      counted: { 'lives more than 20 miles from home': over20Miles },
      without: { 'an unaccompanied asylum-seeking child': unaccompanied },
      whenNotKnown: 'stays',
    },
  }),
  placedOutside,
  excludingUasc(placedOutside, { status: 'stated' }),
  unregulated,
  excludingUasc(unregulated),
  withFosterCarers,
  excludingUasc(withFosterCarers, { status: 'stated' }),
  privateProvision,
  excludingUasc(privateProvision),
]
