import { attribute, factOfDay } from '../../core/counting/define.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { Allocation, HouseholdAllocation } from './allocation.ts'

/** Who does the main work with somebody, before those who also do some. */
const MAIN_ROLES: readonly (string | null)[] = ['social-worker', 'personal-adviser', 'family-worker', 'send-caseworker']

/**
 * The allocation that says whose work somebody is on the day: of the role that comes first among the main ones (a personal adviser beside a social worker does
 * not take a child from them), cover before those who are covered for, then the latest.
 */
const mainAllocation = factOfDay([Allocation], ({ history }) => {
  let main: Allocated | undefined
  for (const one of history.open(Allocation))
    if (one.person === history.subject && MAIN_ROLES.includes(one.role) && !isBefore(main, one)) main = one
  return main
})

type Allocated = RecordOf<typeof Allocation>

/** Whether one that was looked at before goes before another. */
function isBefore(one: Allocated | undefined, other: Allocated): boolean {
  if (one === undefined) return false
  if (one.role !== other.role) return MAIN_ROLES.indexOf(one.role) < MAIN_ROLES.indexOf(other.role)
  return one.coverFor !== null && other.coverFor === null
}

/** Whose work somebody is: what figures and work lists can be broken down by. */
export const whoseWork = {
  team: attribute('Team', [mainAllocation], (member) => mainAllocation(member)?.team, { named: 'subject' }),
  worker: attribute('Worker', [mainAllocation], (member) => mainAllocation(member)?.worker, { named: 'subject' }),
} as const

const householdAllocation = factOfDay([HouseholdAllocation], ({ history }) =>
  history.open(HouseholdAllocation, ({ household }) => household === history.subject).at(-1),
)

/** Whose work a household is: for figures and work lists of those who foster or adopt. */
export const whoseHousehold = {
  team: attribute('Team', [householdAllocation], (member) => householdAllocation(member)?.team, { named: 'subject' }),
  worker: attribute('Worker', [householdAllocation], (member) => householdAllocation(member)?.worker, {
    named: 'subject',
  }),
} as const
