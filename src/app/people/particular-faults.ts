import { Allocation } from '../../areas/organisation/allocation.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from '../../areas/people/relationships.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Fault } from '../../core/record/validate.ts'
import { listAccounts } from '../../store/accounts.ts'
import type { Db } from '../../store/records/transaction.ts'
import { roles } from '../access/roles.ts'

/** What no definition of a field can tell: what would shut everybody out for good, or never end though it is meant to. */
export const particularFaults = async (db: Db, type: RecordType, content: Content): Promise<readonly Fault[]> => [
  ...coverFaults(type, content),
  ...themselvesFaults(type, content),
  ...(await restrictionFaults(db, type, content)),
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

/**
 * Only whoever is named may end a restriction, so one of them has to be somebody who may restrict: otherwise it would shut everybody out
 * until it ran out by itself, if ever.
 */
async function restrictionFaults(db: Db, type: RecordType, content: Content): Promise<readonly Fault[]> {
  const runsOut = typeof content.fields['endedOn'] === 'number'
  if (type.key !== Restriction.key || runsOut) return []
  const named = content.subjects['workers'] ?? []
  const accounts = await listAccounts(db)
  const canEnd = accounts.some(
    ({ worker, roles: held, endedAt }) =>
      worker !== null && endedAt === null && named.includes(worker) && held.some((role) => restricts.includes(role)),
  )
  return canEnd
    ? []
    : [
        {
          field: 'workers',
          message:
            'Name a manager who may restrict records among those who may open it, or the day on which it ends by itself: nobody else could ever end it.',
        },
      ]
}

const restricts = roles
  .filter(({ grants }) => grants.some(({ actions }) => actions.includes('restrict')))
  .map(({ key }) => key)
