import { Allocation } from '../../areas/organisation/allocation.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from '../../areas/people/relationships.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Fault } from '../../core/record/validate.ts'

/** What no definition of a field can tell: somebody who is their own mother, cover that would never end. */
export const particularFaults = (type: RecordType, content: Content): readonly Fault[] => [
  ...coverFaults(type, content),
  ...themselvesFaults(type, content),
]

/** Between two people: nobody is their own mother. */
export const betweenTwo: ReadonlySet<RecordType> = new Set<RecordType>([
  Relationship,
  ParentalResponsibility,
  FamilyTimeArrangement,
])

function themselvesFaults(type: RecordType, { subjects }: Content): readonly Fault[] {
  const [own = '', other = ''] = Object.keys(type.subjects)
  const isSame = betweenTwo.has(type) && subjects[own]?.[0] !== undefined && subjects[own]?.[0] === subjects[other]?.[0]
  return isSame ? [{ field: other, message: 'Choose somebody else here: both are the same person.' }] : []
}

/** Cover ends by itself: nobody should have to remember to end it. */
function coverFaults(type: RecordType, { fields }: Content): readonly Fault[] {
  const isCover = type.key === Allocation.key && (fields['coverFor'] ?? null) !== null
  return isCover && (fields['endedOn'] ?? null) === null
    ? [{ field: 'endedOn', message: 'Give the first day on which the cover is over: it then ends by itself.' }]
    : []
}
