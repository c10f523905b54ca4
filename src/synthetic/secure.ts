import { SecureOrder, SecureReview } from '../areas/children-in-care/secure.ts'
import { addDays, addMonths } from '../core/dates/plain-date.ts'
import { secureRates } from './care-rates.ts'
import { by, type InCare, type Stay, staysOf } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

/** The court's leave for each time in secure accommodation, and its reviews. */
export const secureOf = (random: Random, told: InCare): readonly RowMade[] =>
  staysOf(told)
    .filter(({ placement, from }) => placement === 'K1' && from <= told.until)
    .flatMap((stay) => [order(random, stay, told), ...reviewsOf(random, stay, told)])

function order(random: Random, { from, to }: Stay, { until }: InCare): RowMade {
  const orderedOn = addDays(from, random.chance(secureRates.of.orderLate) ? random.whole(4, 6) : random.whole(0, 3))
  return {
    type: SecureOrder,
    fields: { orderedOn, expiresOn: addDays(addMonths(orderedOn, 3), -1), endedOn: by(until, to) },
  }
}

const said = ['“I can see the trees from my window.”', '“I want to know when I get out. Nobody says.”'] as const

/** Within a month, then every three. */
function reviewsOf(random: Random, { from, to }: Stay, { until }: InCare): readonly RowMade[] {
  const rows: RowMade[] = []
  const held = (months: number, since: typeof from) =>
    addDays(
      addMonths(since, months),
      random.chance(secureRates.of.reviewLate) ? random.whole(1, 9) : -random.whole(0, 6),
    )
  for (let on = held(1, from); on < to && on <= until; on = held(3, on))
    rows.push({
      type: SecureReview,
      fields: {
        reviewedOn: on,
        childSaid: random.pick(said),
        found: 'The criteria are met; a step-down home is sought.',
      },
    })
  return rows
}
