import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'
import { familyRates } from './family-rates.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** That a child is one of several brothers and sisters in care: from one home, and perhaps living with another of them now. */
export type Kin = {
  /** The same of all of them. */
  readonly key: string
  readonly home: Place
  /** The number of the one with whom they live, who was there first. */
  readonly livesWith: string | undefined
  /** Where that is. */
  readonly place: Place | null
}

type Told = { readonly child: Child; readonly episodes: readonly EpisodeMade[] }

/**
 * Brothers and sisters among the children in care on the last day: of one family name, born some years apart, told of nowhere else. Whoever lives in the
 * same kind of home with the same provider as one of them may live in the very same.
 */
export function familiesOf(source: Random, made: readonly Told[], until: PlainDate): ReadonlyMap<string, Kin> {
  const here = made.filter((one) => !one.child.unaccompanied && placedNow(one, until) !== undefined)
  const names = new Set(here.map(({ child }) => nameOf(child)))
  return new Map(
    [...names].flatMap((name) => {
      const own = source.fork(name)
      const children = here.filter(({ child }) => nameOf(child) === name)
      return groupsOf(own, children).flatMap((group) => kinOf(own, group, until))
    }),
  )
}

const nameOf = ({ family, ethnicity }: Child): string => `${family} ${ethnicity}`

/** By age, each with the next who can be of the same parents. */
function groupsOf(source: Random, children: readonly Told[]): readonly (readonly Told[])[] {
  const groups: Told[][] = []
  for (const one of children.toSorted((a, b) => a.child.bornOn - b.child.bornOn)) {
    const open = groups.find((group) => canJoin(group, one))
    if (open !== undefined && source.chance(familyRates.of.joins)) open.push(one)
    else groups.push([one])
  }
  return groups.filter((group) => group.length > 1)
}

function canJoin(group: readonly Told[], { child }: Told): boolean {
  const { apart, most } = familyRates.of
  const last = group.at(-1)
  if (last === undefined || group.length >= most || group.some((one) => one.child.given === child.given)) return false
  const days = child.bornOn - last.child.bornOn
  return days >= apart[0] && days <= apart[1]
}

function kinOf(source: Random, group: readonly Told[], until: PlainDate): readonly (readonly [string, Kin])[] {
  const placed = group
    .flatMap((one) => {
      const now = placedNow(one, until)
      return now === undefined ? [] : [{ number: one.child.number, ...now }]
    })
    .toSorted((a, b) => a.since - b.since)
  const [first] = placed
  if (first === undefined) return []
  const { home } = first.episode
  return placed.map((one, at) => {
    const host = placed.slice(0, at).find(({ episode }) => isSameKind(episode, one.episode))
    const wouldMove = source.chance(familyRates.of.together)
    // Nobody moves to where they lived before.
    const together = host !== undefined && wouldMove && host.episode.place !== one.before
    const kin: Kin = {
      key: first.number,
      home,
      livesWith: together ? host.number : undefined,
      place: together ? host.episode.place : null,
    }
    // Whoever lives with the second lives with the first of them too.
    if (together) one.episode = { ...one.episode, place: host.episode.place }
    return [one.number, kin] as const
  })
}

type Placed = { episode: EpisodeMade; readonly since: PlainDate; readonly before: Place | null }

/** Where a child lives on the last day, and since when; of those who are away for a time it is not asked. */
function placedNow({ episodes }: Told, until: PlainDate): Placed | undefined {
  const last = episodes.at(-1)
  if (last === undefined || last.place === null || (last.endedOn !== null && last.endedOn <= until)) return undefined
  const since = episodes.findLast(({ reasonStarted }) => reasonStarted === 'P' || reasonStarted === 'S')
  const before = episodes.findLast(({ place }) => place !== null && place !== last.place)?.place ?? null
  return { episode: last, since: since?.startedOn ?? last.startedOn, before }
}

const kinds = [
  ['U4', 'U6'],
  ['U1', 'U3'],
] as const

const isSameKind = (one: EpisodeMade, other: EpisodeMade): boolean =>
  one.provider === other.provider &&
  kinds.some((kind) => [one, other].every(({ placement }) => kind.some((code) => code === placement)))

/** The episodes of one of them: from the home of all, and where they live now the place of the one they live with. */
export function atHomeOf(
  { home, place }: Kin,
  episodes: readonly EpisodeMade[],
  until: PlainDate,
): readonly EpisodeMade[] {
  const now = episodes.findLastIndex(({ startedOn }) => startedOn <= until)
  const was = episodes[now]?.place ?? null
  const moved = episodes.findLastIndex((one, at) => at < now && one.place !== null && one.place !== was) + 1
  return episodes.map((one, at) => ({
    ...one,
    home,
    place: place !== null && one.place === was && at >= moved ? place : one.place,
  }))
}
