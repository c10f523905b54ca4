import type { Move } from '../../../app/quality/moves.ts'
import { type Period, periodText } from '../../../core/dates/period.ts'
import { written } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'

/** A figure that errors could move, in words. */
export type MoveView = {
  readonly label: string
  readonly href: string
  readonly now: string
  readonly between: string
  readonly members: number
  readonly turns: boolean
}

export function moveView({ indicator, now, between, members, turns }: Move, period: Period): MoveView {
  const { unit, key, label } = indicator
  const inUnits = (value: number) => written(value, unit)
  return {
    label,
    href: address(`/indicators/${key}`, { period: periodText(period) }),
    now: now === null ? 'No figure' : inUnits(now),
    between:
      between === null
        ? 'Cannot be said: it is made of numbers that are not known'
        : inUnits(between.low) === inUnits(between.high)
          ? `${inUnits(between.low)} either way`
          : `Between ${inUnits(between.low)} and ${inUnits(between.high)}`,
    members,
    turns,
  }
}
