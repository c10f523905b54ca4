import { decide, type Viewer } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { roles } from '../access/roles.ts'

/** The role whose people have a connection of their own to the schema `report`. */
const ANALYST = 'performance-analyst'

/** Whether an account is an analyst’s, today. */
export const isAnalyst = ({ roles: held, endedAt }: Pick<Account, 'roles' | 'endedAt'>): boolean =>
  endedAt === null && held.includes(ANALYST)

/** Any analyst at all: whoever reads the schema `report` sees what that role may take out about everybody, and no more than it. */
export const anyAnalyst: Viewer = {
  account: 0,
  name: 'Analysts',
  roles: roles.filter(({ key }) => key === ANALYST),
  worker: null,
  teams: [],
  services: [],
  glassBrokenFor: [],
}

/** Whether an analyst may take out records of a kind about anybody who is not guarded more closely. */
export const isTakenOut = ({ sensitivity }: RecordType): boolean =>
  decide(anyAnalyst, 'export', unguarded, sensitivity).may === 'yes'

const unguarded = { subject: 0 as SubjectId, allocations: [], restriction: null, sealed: false, adopted: false }
