import { column } from '../../core/counting/column.ts'
import { attribute, factOfDay, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { needTest, workList } from '../../core/counting/work-list.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { Barrier, PlacementSearch, PlacementWanted } from './care-given.ts'

const search = factOfDay([PlacementSearch], ({ history }) => history.open(PlacementSearch).at(-1))

const REFUSALS = ['they-refused', 'we-refused', 'child-refused']
const refusalsIn = (one: RecordOf<typeof PlacementSearch> | undefined): number =>
  one?.offers?.filter(({ answer }) => answer !== null && REFUSALS.includes(answer)).length ?? 0

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
    refusals: attribute('Refusals so far', [search], (member) => refusalsIn(search(member))),
  },
})

const barrier = factOfDay([search], (member) => {
  const code = search(member)?.barrier ?? null
  return code === null ? undefined : labelOf(Barrier, code)
})

/** What the placement meeting goes through: every search that is open, whether or not its day has come. */
export const searchesForMeeting = workList({
  key: 'placement-meeting',
  label: 'Searches for the placement meeting',
  source: PlacementSearch.source,
  population: childrenSearchedFor,
  columns: {
    barrier: column('What stands in the way', [search], (member) => search(member)?.barrier, {
      codes: Barrier,
      onDashboard: true,
    }),
    refusals: column('Offers refused', [search], (member) => refusalsIn(search(member)), { written: 'number' }),
  },
  test: needTest(
    'a place is looked for',
    test([search], (member) => search(member) !== undefined),
    {
      why: factOfDay([search, barrier], (member) => {
        const refused = refusalsIn(search(member))
        const stands = barrier(member) ?? 'what stands in the way is not recorded'
        return `${stands.charAt(0).toLowerCase()}${stands.slice(1)}; ${refused === 0 ? 'nothing was refused' : refused === 1 ? '1 offer refused' : `${refused} offers refused`}`
      }),
      since: factOfDay([search], (member) => search(member)?.openedOn ?? undefined),
    },
  ),
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
