import { type Answer, fact, factOfDay, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { needTest } from '../../core/counting/work-list.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { under } from '../people/about-the-child.ts'
import { allPeriods } from './care-facts.ts'
import { inCareOn } from './in-care.ts'
import { MissingEpisode } from './missing-episodes.ts'
import { placementsIn } from './placements.ts'

/** Whoever has a time missing or away that nobody has ended. */
export const withMissingOpen = population({
  key: 'missing-open',
  label: 'Children with a time missing or away that has not ended',
  source: 'DfE SSDA903, missing',
  each: subjectsWithOpen(MissingEpisode, 'child'),
  by: whoseWork,
})

const openTime = factOfDay([MissingEpisode], ({ history }) => history.open(MissingEpisode).at(0))

const under18 = under(18)

/** Whoever may still be under 18 is looked for. */
const stillInCare = fact([allPeriods, under18], (member): Answer => {
  if (under18.ask(member) === false) return false
  const inCare = inCareOn(allPeriods(member), member.asAt)
  return inCare === 'not known' ? undefined : inCare !== 'no'
})

/** The placement from which they went has ended since: they have a new one, and are no longer missing from that. */
const placementEnded = factOfDay([allPeriods, openTime], (member) => {
  const startedOn = openTime(member)?.startedOn ?? null
  if (startedOn === null) return false
  const placement = placementsIn(allPeriods(member).flatMap(({ episodes }) => episodes)).findLast(
    (one) => one.startedOn <= startedOn,
  )
  return placement !== undefined && placement.endedOn !== null && placement.endedOn <= member.asAt
})

export const missingNow = needTest(
  'missing or away',
  test([openTime, stillInCare], (member) => (openTime(member) === undefined ? false : stillInCare(member))),
  {
    why: factOfDay([openTime], (member) =>
      openTime(member)?.kind === 'M' ? 'nobody knows where they are' : 'away without leave, it is known where',
    ),
    since: factOfDay([openTime], (member) => openTime(member)?.startedOn ?? undefined),
    gravity: factOfDay([openTime], (member) => (openTime(member)?.kind === 'M' ? 1 : 0)),
  },
)

/** A time missing stays open until the child is found or 18; it has to be closed when what they are missing from has ended. */
export const missingToClose = needTest(
  'a time missing that has to be closed',
  test([openTime, stillInCare, placementEnded], (member) => {
    if (openTime(member) === undefined) return false
    const inCare = stillInCare(member)
    if (inCare === undefined) return undefined
    return !inCare || placementEnded(member)
  }),
  {
    why: fact([stillInCare, placementEnded], (member) =>
      stillInCare(member) === false ? 'their time in care has ended, or they are 18' : 'the placement has ended',
    ),
    since: factOfDay([openTime], (member) => openTime(member)?.startedOn ?? undefined),
  },
)
