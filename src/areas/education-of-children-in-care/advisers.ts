import { attribute, fact, type Member } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { Allocation } from '../organisation/allocation.ts'

/** The adviser of the virtual school on a day; cover before whoever is covered for, then the latest. */
export function adviserOn({ history }: Member, on: PlainDate) {
  const open = history
    .all(Allocation)
    .filter(
      ({ person, role, startedOn, endedOn }) =>
        person === history.subject &&
        role === 'virtual-school' &&
        startedOn !== null &&
        startedOn <= on &&
        (endedOn === null || endedOn > on),
    )
  const allocation = open.findLast(({ coverFor }) => coverFor !== null) ?? open.at(-1)
  if (allocation !== undefined) history.because(allocation)
  return allocation?.worker
}

const adviser = fact([Allocation], (member: Member) => adviserOn(member, member.asAt))

/** Whose of the virtual school a child is, as at the day. */
export const whoseOfVirtualSchool = {
  adviser: attribute('Adviser of the virtual school', [adviser], adviser, { named: 'subject' }),
} as const
