import { codeList } from '../../core/definitions/code-list.ts'

/** What the second person is to the first. Words without a gender: the page says “mother” or “brother” from the person's sex. */
export const RelationshipKind = codeList('relationship-kind', {
  label: 'Kind of relationship',
  source: 'Local; mother and child as in the Standard Safeguarding Dataset (ssd_mother) and SSDA903',
  codes: {
    'birth-parent': 'Birth parent',
    'birth-child': 'Child by birth',
    'adoptive-parent': 'Adoptive parent',
    'adopted-child': 'Adopted child',
    'legal-parent': 'Legal parent, not by birth or adoption',
    'legal-child': 'Child by law, not by birth or adoption',
    'step-parent': 'Step-parent',
    'step-child': 'Step-child',
    grandparent: 'Grandparent',
    grandchild: 'Grandchild',
    'great-grandparent': 'Great-grandparent',
    'great-grandchild': 'Great-grandchild',
    sibling: 'Brother or sister',
    'half-sibling': 'Half-brother or half-sister',
    'step-sibling': 'Step-brother or step-sister',
    'foster-sibling': 'Foster brother or sister',
    'aunt-or-uncle': 'Aunt or uncle',
    'niece-or-nephew': 'Niece or nephew',
    cousin: 'Cousin',
    spouse: 'Wife, husband or civil partner',
    'separated-spouse': 'Wife, husband or civil partner, separated',
    'former-spouse': 'Former wife, husband or civil partner',
    partner: 'Partner',
    'former-partner': 'Former partner',
    carer: 'Foster or other carer',
    'cared-for-child': 'Child cared for',
    guardian: 'Guardian or special guardian',
    ward: 'Child under guardianship',
    friend: 'Friend',
    'other-relative': 'Other relative',
    'other-connection': 'Other connection',
  },
})
export type RelationshipKindCode = keyof typeof RelationshipKind.codes

const pairs = [
  ['birth-parent', 'birth-child'],
  ['adoptive-parent', 'adopted-child'],
  ['legal-parent', 'legal-child'],
  ['step-parent', 'step-child'],
  ['grandparent', 'grandchild'],
  ['great-grandparent', 'great-grandchild'],
  ['aunt-or-uncle', 'niece-or-nephew'],
  ['carer', 'cared-for-child'],
  ['guardian', 'ward'],
] as const satisfies readonly (readonly [RelationshipKindCode, RelationshipKindCode])[]

const others = new Map<RelationshipKindCode, RelationshipKindCode>(
  pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
)

/** What the first person is to the second, when the second is this to the first: the inverse of a birth parent is a birth child. */
export const inverseOf = (kind: RelationshipKindCode): RelationshipKindCode => others.get(kind) ?? kind
