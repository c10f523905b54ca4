import type { Agency, Indicator } from '../../core/definitions/indicator.ts'

/** Who sends figures. An authority's own; these ship as the example. */
export const police: Agency = { key: 'police', label: 'the police' }
export const health: Agency = { key: 'health', label: 'the integrated care board' }
export const publicHealth: Agency = { key: 'public-health', label: 'public health' }
export const youthJustice: Agency = { key: 'youth-justice', label: 'the youth justice service' }
/** Services of the council whose records are not kept here yet: they send figures as others do. */
export const education: Agency = { key: 'education', label: 'education and inclusion' }
export const frontDoor: Agency = { key: 'front-door', label: 'the front door and locality teams' }

export const PLAN = 'Dorset, Children, Young People and Families’ Plan: its key performance indicators'

type OfPlan = Pick<Indicator, 'key' | 'label' | 'unit' | 'goodIs' | 'covers' | 'who'> &
  Pick<Indicator, 'countedIf' | 'national' | 'notes'> & { readonly sent: NonNullable<Indicator['sent']> }

const NOT_KNOWN = 'As whoever sends it counts it: only the figure is held here.'

/** A measure that the plan names and somebody else counts. */
export const ofPlan = (definition: OfPlan): Indicator => ({
  ...definition,
  status: 'stated',
  notKnown: NOT_KNOWN,
  source: PLAN,
})

/** A measure that partners add to those of the plan. Which, is theirs to agree: what ships is an example, and says so. */
export const addedLocally = (definition: Omit<OfPlan, 'national'>): Indicator => ({
  ...definition,
  status: 'to be confirmed',
  question:
    'The plan says that local measures from across the partnership are added to those it names, and not which. Does the partnership want this one, counted so?',
  notKnown: NOT_KNOWN,
  source: `${PLAN}; local measures are to be added to them`,
})
