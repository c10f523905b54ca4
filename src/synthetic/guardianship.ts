import {
  GuardianshipSupportPlan,
  GuardianshipSupportReview,
  SpecialGuardianship,
} from '../areas/permanence/guardianship.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

/** Of a child who left care for special guardians: the order, what support was promised, and its yearly review. */
export function guardianshipOf(
  random: Random,
  { endedOn, reasonEnded }: CareMade,
  until: PlainDate,
): readonly RowMade[] {
  if (!/^E4[3-8]$/.test(reasonEnded) || endedOn > until) return []
  const order: RowMade = {
    type: SpecialGuardianship,
    fields: { orderedOn: endedOn, supervisionOrder: random.chance(0.08) ? 'yes' : 'no' },
  }
  if (random.chance(0.1)) return [order]
  const paid = random.chance(0.8)
  const services = [
    ...(paid ? ['money'] : []),
    ...(random.chance(0.4) ? ['family-time'] : []),
    ...(random.chance(0.25) ? ['therapy'] : []),
    'advice',
  ]
  const support: RowMade = {
    type: GuardianshipSupportPlan,
    fields: { startedOn: endedOn, services, sharedOn: random.chance(0.9) ? endedOn : null },
  }
  return [order, support, ...(paid ? yearly(random, endedOn, until) : [])]
}

function yearly(random: Random, from: PlainDate, until: PlainDate): readonly RowMade[] {
  const rows: RowMade[] = []
  const next = (day: PlainDate) =>
    addDays(addMonths(day, 12), random.chance(0.2) ? random.whole(1, 120) : -random.whole(0, 30))
  for (let on = next(from); on <= until; on = next(on))
    rows.push({
      type: GuardianshipSupportReview,
      fields: { reviewedOn: on, outcome: random.weighted({ 'goes-on': 80, changed: 17, ended: 3 }) },
    })
  return rows
}
