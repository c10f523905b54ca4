import { labelOf } from '../../core/definitions/code-list.ts'
import { RelationshipKind, type RelationshipKindCode } from './relationship-kinds.ts'

/** As registered at birth; null where it was never asked, or may not be known to whoever reads. */
export type SexCode = 'F' | 'M' | 'U' | null

/** Words for a woman or girl, a man or boy, and where the sex is not known. */
type Words = readonly [female: string, male: string, either: string]

const words: Partial<Record<RelationshipKindCode, Words>> = {
  'birth-parent': ['Mother', 'Father', 'Parent'],
  'birth-child': ['Daughter', 'Son', 'Child'],
  'adoptive-parent': ['Adoptive mother', 'Adoptive father', 'Adoptive parent'],
  'adopted-child': ['Adopted daughter', 'Adopted son', 'Adopted child'],
  'legal-parent': ['Legal mother', 'Legal father', 'Legal parent'],
  'legal-child': ['Daughter by law', 'Son by law', 'Child by law'],
  'step-parent': ['Stepmother', 'Stepfather', 'Step-parent'],
  'step-child': ['Stepdaughter', 'Stepson', 'Step-child'],
  grandparent: ['Grandmother', 'Grandfather', 'Grandparent'],
  grandchild: ['Granddaughter', 'Grandson', 'Grandchild'],
  'great-grandparent': ['Great-grandmother', 'Great-grandfather', 'Great-grandparent'],
  'great-grandchild': ['Great-granddaughter', 'Great-grandson', 'Great-grandchild'],
  sibling: ['Sister', 'Brother', 'Brother or sister'],
  'half-sibling': ['Half-sister', 'Half-brother', 'Half-brother or half-sister'],
  'step-sibling': ['Stepsister', 'Stepbrother', 'Step-brother or step-sister'],
  'foster-sibling': ['Foster sister', 'Foster brother', 'Foster brother or sister'],
  'aunt-or-uncle': ['Aunt', 'Uncle', 'Aunt or uncle'],
  'niece-or-nephew': ['Niece', 'Nephew', 'Niece or nephew'],
  spouse: ['Wife or civil partner', 'Husband or civil partner', 'Wife, husband or civil partner'],
  'separated-spouse': [
    'Wife or civil partner, separated',
    'Husband or civil partner, separated',
    'Wife, husband or civil partner, separated',
  ],
  'former-spouse': [
    'Former wife or civil partner',
    'Former husband or civil partner',
    'Former wife, husband or civil partner',
  ],
}

/** What somebody is called who is this to another: “Mother”, “Brother or sister”. */
export function relationWord(kind: RelationshipKindCode, sex: SexCode): string {
  const own = words[kind]
  if (own === undefined) return labelOf(RelationshipKind, kind)
  return own[sex === 'F' ? 0 : sex === 'M' ? 1 : 2]
}

/** How a kind of relationship is followed from one person to the next. */
export type Step = 'parent' | 'child' | 'sibling' | 'partner' | 'step-parent' | 'other'

const steps: Partial<Record<RelationshipKindCode, Step>> = {
  'birth-parent': 'parent',
  'adoptive-parent': 'parent',
  'legal-parent': 'parent',
  'birth-child': 'child',
  'adopted-child': 'child',
  'legal-child': 'child',
  sibling: 'sibling',
  'half-sibling': 'sibling',
  spouse: 'partner',
  'separated-spouse': 'partner',
  'former-spouse': 'partner',
  partner: 'partner',
  'former-partner': 'partner',
  'step-parent': 'step-parent',
}

export const stepOf = (kind: RelationshipKindCode): Step => steps[kind] ?? 'other'

const generations: Partial<Record<RelationshipKindCode, number>> = {
  'great-grandparent': -3,
  grandparent: -2,
  'birth-parent': -1,
  'adoptive-parent': -1,
  'legal-parent': -1,
  'step-parent': -1,
  'aunt-or-uncle': -1,
  sibling: 0,
  'half-sibling': 0,
  'step-sibling': 0,
  cousin: 0,
  spouse: 0,
  'separated-spouse': 0,
  'former-spouse': 0,
  partner: 0,
  'former-partner': 0,
  'birth-child': 1,
  'adopted-child': 1,
  'legal-child': 1,
  'step-child': 1,
  'niece-or-nephew': 1,
  grandchild: 2,
  'great-grandchild': 3,
}

/** How many generations younger (older: below 0) the one is than the other; undefined for those who are no family, or it is not said how. */
export const generationsBelow = (kind: RelationshipKindCode): number | undefined => generations[kind]
