import { Allocation, HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { Restriction } from '../../areas/people/safety.ts'
import type { Action } from '../../core/access/decide.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'

/** Records that themselves decide who may see what, and the leave that writing one takes: else whoever may write a note could let anybody in. */
const deciding: ReadonlyMap<string, Action> = new Map([
  [Allocation.key, 'allocate'],
  [HouseholdAllocation.key, 'allocate'],
  [Restriction.key, 'restrict'],
])

/** What one must be allowed in order to write a record of a type, or to correct one. */
export const actionToWrite = ({ key }: RecordType, action: 'record' | 'correct'): Action => deciding.get(key) ?? action

/** The same for anything else that is done with a record: that takes the leave which its own name says. */
export const actionFor = (type: RecordType, action: Action): Action =>
  action === 'record' || action === 'correct' ? actionToWrite(type, action) : action
