import { PlacementSearch } from '../areas/fostering/care-given.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

const barriers = {
  'no-vacancy': 34,
  needs: 24,
  risk: 14,
  distance: 10,
  siblings: 8,
  cost: 4,
  culture: 3,
  'childs-wish': 3,
} as const
/** Of children in care, for whom another place is looked for on any day. */
const SOUGHT_NOW = 0.018

/** The searches of the last year before each new place to live, and those that go on. */
export function searchesOf(made: readonly Made[], { until }: { readonly until: PlainDate }): MadeRows {
  const rows = new MadeRows()
  const since = addMonths(until, -12)
  for (const { child, episodes } of made) {
    const source = random(Number(child.number)).fork('searches')
    for (const { startedOn, reasonStarted, placement } of episodes) {
      const isNew = reasonStarted === 'S' || reasonStarted === 'P'
      const isSought = !['P', 'A', 'T', 'K1'].some((kind) => placement.startsWith(kind))
      if (isNew && isSought && startedOn > since)
        addFound(rows, source.fork(startedOn), child.number, startedOn, placement)
    }
    const last = episodes.at(-1)
    const settled = last !== undefined && last.endedOn === null && until - last.startedOn > 60
    if (settled && source.chance(SOUGHT_NOW)) addOpen(rows, source.fork('open'), child.number, last.placement, until)
  }
  return rows
}

const wantedFor = (placement: string): string =>
  placement.startsWith('U') ? 'own-fostering' : placement === 'K2' ? 'home' : 'supported-accommodation'

function addFound(rows: MadeRows, source: Random, child: string, startedOn: PlainDate, placement: string): void {
  const openedOn = addDays(startedOn, -source.whole(1, 24))
  const needed = addDays(startedOn, source.chance(0.75) ? source.whole(0, 5) : -source.whole(1, 10))
  const outcome = source.chance(0.8) ? 'found' : 'made-do'
  rows.add(
    PlacementSearch,
    { child },
    {
      openedOn,
      neededBy: needed < openedOn ? startedOn : needed,
      wanted: outcome === 'found' ? wantedFor(placement) : 'own-fostering',
      barrier: source.chance(0.5) ? source.weighted(barriers) : null,
      endedOn: startedOn,
      outcome,
    },
  )
}

function addOpen(rows: MadeRows, source: Random, child: string, placement: string, until: PlainDate): void {
  const openedOn = addDays(until, -source.whole(2, 45))
  const neededBy = addDays(openedOn, source.whole(7, 50))
  const wanted = source.chance(0.5) ? 'own-fostering' : wantedFor(placement)
  rows.add(PlacementSearch, { child }, { openedOn, neededBy, wanted, barrier: source.weighted(barriers) })
}
