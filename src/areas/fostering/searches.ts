import { attribute, fact, type Member, population, subjectsWithOpen } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { Barrier, PlacementSearch, PlacementWanted } from './care-given.ts'

const search = fact([PlacementSearch], ({ history }: Member) => history.open(PlacementSearch).at(-1))

const REFUSALS = ['they-refused', 'we-refused', 'child-refused']

/** Children for whom a place to live is looked for. */
export const childrenSearchedFor = population({
  key: 'placement-searches',
  label: 'Children for whom a place is looked for, on the last day',
  source: PlacementSearch.source,
  each: subjectsWithOpen(PlacementSearch, 'child'),
  by: {
    ...aboutTheChild,
    ...whoseWork,
    barrier: attribute('What stands in the way', [search], (member) => search(member)?.barrier, { codes: Barrier }),
    wanted: attribute('What is looked for', [search], (member) => search(member)?.wanted, { codes: PlacementWanted }),
    refusals: attribute(
      'Refusals so far',
      [search],
      (member) =>
        search(member)?.offers?.filter(({ answer }) => answer !== null && REFUSALS.includes(answer)).length ?? 0,
    ),
  },
})

export const searches: readonly Indicator[] = [
  indicator({
    key: 'placement-searches-open',
    label: 'Children waiting for a place to live',
    unit: 'count',
    goodIs: 'low',
    covers: 'at the end',
    status: 'stated',
    who: 'Children for whom a place to live has been asked for and not been found, on the last day of the period, each counted once.',
    notKnown: 'Cannot arise: the day on which it was asked for is always recorded.',
    source: PlacementSearch.source,
    notes: ['By what stands in the way is how the barriers are counted for the placement meeting.'],
    counts: { population: childrenSearchedFor, whenNotKnown: 'stays' },
  }),
]
