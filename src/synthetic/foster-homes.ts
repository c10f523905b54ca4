import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { OwnStay } from './foster-stays.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { Random } from './random.ts'

type ApprovalMade = {
  readonly approvedOn: PlainDate
  readonly kind: string
  readonly placedOn?: PlainDate
  readonly extendedOn?: PlainDate
  readonly endedOn: PlainDate | null
  readonly whyEnded: string | null
}

/** One made-up household that fosters or fostered. */
export type FosterHome = {
  readonly reference: string
  readonly approvals: readonly [ApprovalMade, ...ApprovalMade[]]
  readonly places: number
  readonly stays: readonly OwnStay[]
}

const YEAR = 365
const rates = fosteringRates.of

/** All households of an authority with so many children in care, and which children lived with which. */
export function fosterHomes(
  source: Random,
  stays: readonly OwnStay[],
  { until, inCare }: { readonly until: PlainDate; readonly inCare: number },
): readonly FosterHome[] {
  const withCarers = stays.filter(({ placement }) => placement.startsWith('U'))
  const of = (...codes: readonly string[]) => withCarers.filter(({ placement }) => codes.includes(placement))
  return [
    ...mainstreamHomes(source.fork('mainstream'), of('U4', 'U6'), until, inCare / rates.inCare),
    ...connectedHomes(source, of('U1', 'U3'), until),
    ...of('U2', 'U5').map((stay, at) => homeOfAdopters(source.fork(`adopters ${at}`), stay, at)),
  ]
}

/** Each knows the children of one family: whoever lives with a brother or sister is with the same carers. */
function connectedHomes(source: Random, stays: readonly OwnStay[], until: PlainDate): readonly FosterHome[] {
  const there = new Set(stays.filter(({ endedOn }) => endedOn === null).map(({ child }) => child))
  const isHost = ({ with: other }: OwnStay) => other === null || !there.has(other)
  const joining = new Map<string, OwnStay[]>()
  for (const stay of stays) if (stay.with !== null) joining.set(stay.with, [...(joining.get(stay.with) ?? []), stay])
  return stays.filter(isHost).map((stay, at) => {
    const home = connectedHome(source.fork(`connected ${stay.child} ${stay.startedOn}`), stay, at, until)
    const joined = stay.endedOn === null ? (joining.get(stay.child) ?? []) : []
    return { ...home, places: 1 + joined.length, stays: [stay, ...joined] }
  })
}

type Building = { home: FosterHome; readonly stays: OwnStay[] }

function mainstreamHomes(
  source: Random,
  stays: readonly OwnStay[],
  until: PlainDate,
  scale: number,
): readonly FosterHome[] {
  const [now, joined, left] = [rates.mainstream, rates.joined, rates.left].map((one) => Math.round(one * scale))
  const pool: Building[] = []
  const add = (approvedOn: PlainDate, endedOn: PlainDate | null) => {
    const own = source.fork(`household ${pool.length}`)
    const kind = own.chance(rates.shortBreaksOnly) ? 'short-breaks' : 'mainstream'
    const whyEnded = endedOn === null ? null : own.weighted({ resigned: 62, transferred: 14, terminated: 14, died: 10 })
    const home: FosterHome = {
      reference: `F${1001 + pool.length}`,
      approvals: [{ approvedOn, kind, endedOn, whyEnded }],
      places: Number(own.weighted(rates.places)),
      stays: [],
    }
    pool.push({ home, stays: [] })
  }
  for (let n = 0; n < (now ?? 0); n++) {
    const ago = n < (joined ?? 0) ? source.whole(5, 3 * YEAR) : source.whole(3 * YEAR, 18 * YEAR)
    add(addDays(until, -ago), null)
  }
  for (let n = 0; n < (left ?? 0); n++) {
    const endedOn = addDays(until, -source.whole(5, 3 * YEAR))
    add(addDays(endedOn, -source.whole(2 * YEAR, 12 * YEAR)), endedOn)
  }
  const living = new Map<string, Building>()
  for (const [at, stay] of stays.entries()) {
    const home = place(source.fork(`stay ${at}`), pool, living, stay)
    if (home !== undefined && stay.endedOn === null) living.set(stay.child, home)
  }
  return pool.map(({ home, stays: own }) => ({ ...home, stays: own }))
}

/**
 * With somebody who is approved for as long as the child stays, and has a place; where nobody has, nobody wrote down with whom it was.
 * @param living with whom each child lives now, of those who were placed before
 */
function place(
  source: Random,
  pool: readonly Building[],
  living: ReadonlyMap<string, Building>,
  stay: OwnStay,
): Building | undefined {
  const beside = stay.with === null ? undefined : living.get(stay.with)
  if (beside !== undefined) {
    joins(beside, stay)
    return beside
  }
  if (source.chance(rates.householdNotRecorded)) return undefined
  const free = pool.filter((one) => isFree(one, stay))
  if (free.length === 0) return undefined
  const home = source.pick(free)
  home.stays.push(stay)
  return home
}

function isFree({ home, stays }: Building, { startedOn, endedOn: until }: OwnStay): boolean {
  const [{ approvedOn, endedOn, kind }] = home.approvals
  if (kind !== 'mainstream' || approvedOn > startedOn) return false
  if (endedOn !== null && (until === null || until > endedOn)) return false
  return stays.filter((one) => one.endedOn === null || one.endedOn > startedOn).length < home.places
}

/** Whoever takes brothers and sisters is approved for all of them. */
function joins(beside: Building, stay: OwnStay): void {
  beside.stays.push(stay)
  const now = beside.stays.filter(({ endedOn }) => endedOn === null).length
  beside.home = { ...beside.home, places: Math.max(beside.home.places, now) }
}

/** Relatives or friends: for the time being first, then in full, until the child leaves or they become special guardians. */
function connectedHome(source: Random, stay: OwnStay, at: number, until: PlainDate): FosterHome {
  const { startedOn, endedOn } = stay
  const lasted = (endedOn ?? addDays(until, 1)) - startedOn
  const fullAfter = source.chance(0.75) ? source.whole(80, 111) : source.whole(113, 166)
  const extendedOn = addDays(startedOn, source.whole(90, 110))
  const first = { approvedOn: addDays(startedOn, source.whole(0, 4)), kind: 'temporary', placedOn: startedOn }
  const endedAfter = (days: Days) => ending(source, stay, days)
  const about = { reference: `C${2001 + at}`, places: 1, stays: [stay] }
  const extended = fullAfter > 112 && lasted > 110 ? { extendedOn } : {}
  if (lasted <= fullAfter)
    return { ...about, approvals: [{ ...first, ...extended, ...endedAfter(rates.temporaryClosesAfter) }] }
  if (source.chance(rates.ranOut))
    return { ...about, approvals: [{ ...first, ...extended, endedOn: null, whyEnded: null }] }
  const full = addDays(startedOn, fullAfter)
  return {
    ...about,
    approvals: [
      { ...first, ...extended, endedOn: full, whyEnded: 'fully-approved' },
      { approvedOn: full, kind: 'connected', ...endedAfter(rates.connectedClosesAfter) },
    ],
  }
}

type Days = readonly [number, number]

/** When and why the approval for one child ends: some weeks or months after the child left, at once for special guardians. */
function ending(
  source: Random,
  { endedOn, next }: OwnStay,
  [least, most]: Days,
): Pick<ApprovalMade, 'endedOn' | 'whyEnded'> {
  if (endedOn === null) return { endedOn: null, whyEnded: null }
  return guardians.includes(next ?? '')
    ? { endedOn, whyEnded: 'special-guardians' }
    : { endedOn: addDays(endedOn, source.whole(least, most)), whyEnded: 'child-left' }
}

/** Left care to live with a special guardian (DfE SSDA903, reason episode ceased). */
const guardians: readonly string[] = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48']

function homeOfAdopters(source: Random, stay: OwnStay, at: number): FosterHome {
  const { startedOn, endedOn, next } = stay
  const adopted = next?.startsWith('A') === true || next === 'E11' || next === 'E12'
  const whyEnded = endedOn === null ? null : adopted ? 'adopted' : 'child-left'
  return {
    reference: `E${3001 + at}`,
    approvals: [{ approvedOn: addDays(startedOn, -source.whole(0, 20)), kind: 'foster-to-adopt', endedOn, whyEnded }],
    places: 1,
    stays: [stay],
  }
}
