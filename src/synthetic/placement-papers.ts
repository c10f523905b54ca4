import { CareApproval, CarePlan, PlacementNotice, PlacementPlan } from '../areas/children-in-care/care-plans.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

type Told = {
  readonly care: CareMade
  readonly episodes: readonly EpisodeMade[]
  readonly until: PlainDate
}

/** The care plan, and for each placement its plan, the notice of it and, outside the area, leave for it: mostly in time. */
export function papersOf(random: Random, { care, episodes, until }: Told): readonly RowMade[] {
  const prepared = addDays(care.startedOn, random.chance(0.9) ? random.whole(0, 12) : random.whole(15, 60))
  const plan: RowMade = { type: CarePlan, fields: { preparedOn: prepared, courts: random.chance(0.4) ? 'yes' : 'no' } }
  const moves = episodes.filter(({ reasonStarted, placement }) => 'SP'.includes(reasonStarted) && placement !== 'T1')
  const rows = [...(prepared < care.endedOn ? [plan] : []), ...moves.flatMap((move) => papersOfPlacement(random, move))]
  return rows.filter(({ type, fields }) => {
    const on = fields[type.dated]
    return typeof on === 'number' && on <= until
  })
}

function papersOfPlacement(random: Random, { startedOn, home, place }: EpisodeMade): readonly RowMade[] {
  const by = (late: number) => addDays(startedOn, random.chance(late) ? random.whole(9, 40) : random.whole(0, 5))
  const rows: RowMade[] = []
  if (random.chance(0.96))
    rows.push({ type: PlacementPlan, fields: { signedOn: by(0.14), delegated: random.chance(0.9) ? 'yes' : 'no' } })
  if (random.chance(0.97))
    rows.push({ type: PlacementNotice, fields: { sentOn: by(0.1), to: ['parents', 'school', 'doctor'] } })
  if (place !== null && place.authority !== home.authority && random.chance(0.93))
    rows.push({
      type: CareApproval,
      fields: {
        approvedOn: addDays(startedOn, random.chance(0.85) ? -random.whole(1, 10) : random.whole(1, 9)),
        what: 'out-of-area',
        takesPlaceOn: startedOn,
        by: 'nominated',
      },
    })
  return rows
}
