import { type Member, test } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type Indicator, type LeftOut, variant } from '../../core/definitions/indicator.ts'
import { firstDayInCare } from './care-facts.ts'
import { UnaccompaniedStatus } from './circumstances.ts'

/** A child for whom no such status is recorded is taken not to be unaccompanied; one whose status has ended is counted again. */
const isUnaccompaniedOn = ({ history }: Member, date: PlainDate): boolean =>
  history.howMany(UnaccompaniedStatus, ({ endedOn }) => endedOn === null || endedOn > date) > 0

export const unaccompanied = test([UnaccompaniedStatus], (member) => isUnaccompaniedOn(member, member.asAt))

const unaccompaniedOnArrival = test([UnaccompaniedStatus, firstDayInCare], (member) => {
  const day = firstDayInCare(member)
  return day === undefined ? undefined : isUnaccompaniedOn(member, day)
})

const leftOut: LeftOut = {
  key: 'excl-uasc',
  label: 'excluding unaccompanied children',
  variantLabel: 'Excluding unaccompanied children',
  who: 'Unaccompanied asylum-seeking children are left out.',
  without: { 'an unaccompanied asylum-seeking child': unaccompanied },
}

type Changes = Parameters<typeof variant>[2]

/** The variant of an indicator that leaves unaccompanied asylum-seeking children out. */
export const excludingUasc = (parent: Indicator, changes?: Changes): Indicator => variant(parent, leftOut, changes)

/** The same of those who came into care: the status on the first day in care decides, however late it was recorded. */
export const excludingUascOnArrival = (parent: Indicator, changes?: Changes): Indicator =>
  variant(
    parent,
    {
      ...leftOut,
      without: { 'an unaccompanied asylum-seeking child on the first day in care': unaccompaniedOnArrival },
    },
    changes,
  )
