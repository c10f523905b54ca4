import type { MemberList } from '../../core/counting/plan.ts'
import { type CountedFigure, figureOf, verdict } from '../../core/counting/tally.ts'
import type { Period } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { Account } from '../../store/accounts.ts'
import { type CountedPeriod, findCountedPeriods, findMembers, type KeptMember } from '../../store/counting/members.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { guardedAmong } from '../access/guarded.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { findPlace, type Place } from './lists.ts'
import { localitiesByDay, localityIn, type Served, teamsOf } from './localities.ts'
import { openRecords } from './open-records.ts'
import { decisionsOn, tallyOf } from './seen.ts'

/** A figure of a period in one locality, over those of it whom the viewer may see. */
type FigureOfLocality = {
  readonly figure: CountedFigure
  /** Of how many in the whole figure the viewer may not see: they are in no locality. */
  readonly notShown: number
}
/** In the order of the periods; undefined where the period has not been counted, or nobody in its list is of a team that serves a locality. */
export type FiguresOfLocality = readonly (FigureOfLocality | undefined)[]

type Asked = {
  readonly locality: string
  readonly indicators: readonly Indicator[]
  /** One after another, the earliest first. */
  readonly periods: readonly Period[]
}

/**
 * What `partsOf` tells of one locality, of several figures in several periods at once: whoever is in any of them is fetched once and decided upon once. By the key of the
 * indicator; of one that is not counted from the record there is nothing.
 */
export function figuresOfLocality(
  app: App,
  account: Account,
  { locality, indicators, periods }: Asked,
): Promise<ReadonlyMap<string, FiguresOfLocality>> {
  return inTransaction(app.store, async (db) => {
    const who = { db, viewer: await viewerOf(app, db, account) }
    const places = indicators.flatMap((indicator) => findPlace(app, indicator) ?? [])
    const lists = await countedIn(app, who, new Set(places.map(({ list }) => list)), periods)
    const all = [...lists.values()].flatMap(({ members }) => members)
    const guarded = await guardedAmong(app, db, [...new Set(all.map(({ subject }) => subject))])
    const teams = new Set(places.flatMap((place) => teamsOf(place, lists.get(place.list)?.members ?? [])))
    const servedOn = await localitiesByDay(db, [...teams], app.clock.today)
    const figures = ({ periods: counted, isOpen }: CountedList, place: Place): FiguresOfLocality => {
      const decisions = decisionsOn(who.viewer, guarded, place)
      const isSeen = (one: KeptMember) => decisions.get(one.subject)?.may === 'yes' && isOpen(one)
      return periods.map(({ from }) => {
        const one = counted.get(from)
        return one && figureIn(place, one.members, { locality, isSeen, served: servedOn(one.asAt) })
      })
    }
    return new Map(
      places.flatMap((place) => {
        const list = lists.get(place.list)
        return list === undefined ? [] : [[place.counting.indicator.key, figures(list, place)] as const]
      }),
    )
  })
}

type Way = {
  readonly locality: string
  readonly served: Served
  readonly isSeen: (member: KeptMember) => boolean
}

function figureIn(
  place: Place,
  members: readonly KeptMember[],
  { locality, served, isSeen }: Way,
): FigureOfLocality | undefined {
  const { counting } = place
  const localityOf = localityIn(place, teamsOf(place, members), served)
  if (!members.some((member) => localityOf(member) !== null)) return undefined
  const inIt = members.filter((member) => verdict(counting, member) !== '-')
  const seen = inIt.filter(isSeen)
  const here = seen.filter((member) => localityOf(member) === locality)
  return {
    figure: figureOf(counting.indicator, tallyOf(counting, here), undefined),
    notShown: inIt.length - seen.length,
  }
}

/** A list in some periods: everybody in it, who is in each, and who of them may be shown as far as a record decides it. */
type CountedList = {
  readonly members: readonly KeptMember[]
  /** By the day on which each begins. */
  readonly periods: ReadonlyMap<PlainDate, Pick<CountedPeriod, 'asAt'> & { readonly members: readonly KeptMember[] }>
  readonly isOpen: (member: KeptMember) => boolean
}

async function countedIn(
  app: App,
  who: Pick<Room, 'db' | 'viewer'>,
  lists: ReadonlySet<MemberList>,
  periods: readonly Period[],
): Promise<ReadonlyMap<MemberList, CountedList>> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const keys = [...lists].map(({ key }) => key)
  const counted = await findCountedPeriods(who.db, keys, { kind: first.kind, from: first.from, to: last.to })
  const membersOf = new Map(counted.map(({ id }) => [id, [] as KeptMember[]] as const))
  for (const member of await findMembers(who.db, counted)) membersOf.get(member.periodId)?.push(member)
  const found = new Map<MemberList, CountedList>()
  for (const list of lists) {
    const own = counted
      .filter((one) => one.list === list.key)
      .map(({ id, asAt, period }) => ({ from: period.from, asAt, members: membersOf.get(id) ?? [] }))
    const members = own.flatMap((one) => one.members)
    const isOpen = await openRecords(app, who, list, { knownOn: app.clock.today, members })
    found.set(list, { members, periods: new Map(own.map((one) => [one.from, one] as const)), isOpen })
  }
  return found
}
