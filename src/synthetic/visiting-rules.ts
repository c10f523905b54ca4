import { VisitingRule } from '../areas/children-in-care/visiting.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { visitingRates } from './care-rates.ts'
import { by, type InCare, type Stay, staysOf } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

/**
 * Arrangements of visits that no code of a placement says, but that of relatives who are approved for the time being: that stands with their approval.
 */
export const visitingRulesOf = (random: Random, told: InCare): readonly RowMade[] =>
  staysOf(told).flatMap((stay) => ruleOf(random.fork(stay.from), stay, told))

function ruleOf(random: Random, { placement, from, to }: Stay, { episodes, until }: InCare): readonly RowMade[] {
  const { agreedLongTerm, agreedAfter, parentUnassessed, assessedAfter, others } = visitingRates.of
  const rule = (arrangement: string, startedOn: PlainDate, ends: PlainDate): readonly RowMade[] =>
    startedOn > until || startedOn >= ends
      ? []
      : [{ type: VisitingRule, fields: { arrangement, startedOn, endedOn: by(until, ends) } }]
  if (placement === 'P1' && random.chance(parentUnassessed)) {
    const assessedOn = addDays(from, random.whole(assessedAfter[0], assessedAfter[1]))
    return rule('parent-unassessed', from, assessedOn < to ? assessedOn : to)
  }
  if (placement === 'S1' && random.chance(others)) return rule('others', addDays(from, random.whole(0, 20)), to)
  const longTerm = episodes.find(
    ({ placement: code, startedOn }) => (code === 'U4' || code === 'U1') && startedOn >= from && startedOn < to,
  )
  if (longTerm === undefined || !random.chance(agreedLongTerm)) return []
  return rule('long-term-agreed', addDays(longTerm.startedOn, random.whole(agreedAfter[0], agreedAfter[1])), to)
}
