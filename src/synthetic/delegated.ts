import { DelegatedAuthority } from '../areas/children-in-care/delegated-authority.ts'
import { ageOn } from '../core/dates/age.ts'
import { addDays, addMonths } from '../core/dates/plain-date.ts'
import { everydayRates } from './care-rates.ts'
import { type InCare, staysOf } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

const decisions = ['health', 'education', 'staying-over', 'travel', 'hair', 'social-media', 'leisure'] as const

/** Who decides about everyday life where the child lives now: carers mostly, of older ones about some things themselves. */
export function delegatedOf(random: Random, told: InCare): readonly RowMade[] {
  const { child, until } = told
  const { delegated, delegatedAfter, lookedAtAgain } = everydayRates.of
  const stay = staysOf(told).findLast(({ from }) => from <= until)
  if (stay === undefined || stay.to <= until || stay.placement === 'P1' || !random.chance(delegated)) return []
  const on = addDays(stay.from, random.whole(delegatedAfter[0], delegatedAfter[1]))
  // Looked at again since, it was agreed anew; a year ago at most, but for those of whom nobody thought.
  const again = addMonths(until, -random.whole(1, 11))
  const agreedOn = again > addMonths(on, 6) && random.chance(lookedAtAgain) ? again : on
  if (agreedOn > until) return []
  return decisions.slice(0, random.whole(2, 5)).map((about) => ({
    type: DelegatedAuthority,
    fields: {
      agreedOn,
      about,
      decidedBy:
        ageOn(child.bornOn, agreedOn) >= 14 && about === 'hair'
          ? 'child'
          : random.weighted({ carer: 55, 'carer-tells': 25, 'social-worker': 15, parents: 5 }),
      reviewOn: addMonths(agreedOn, 12),
    },
  }))
}
