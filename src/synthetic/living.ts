import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import { type CareMade, isAdopted } from './care.ts'
import type { Child } from './child.ts'
import { type Place, type Places, somewhere } from './places.ts'
import type { Random } from './random.ts'
import { outsideRates, placementRates, providerRates } from './rates.ts'

const YEAR = 365.25
/** From this day supported accommodation has to be registered (Supported Accommodation (England) Regulations 2023). */
export const REGISTERED = plainDate('2023-10-28')

/** Days before the order from which a child who is adopted lives with the adopters, wherever they move. */
export const A6_WITHIN = 400

export type Setting = {
  readonly child: Child
  readonly care: CareMade
  readonly places: Places
  readonly home: Place
  readonly first: boolean
}
export type Living = { readonly placement: string; readonly provider: string | null; readonly place: Place }

/** Where a child of that age would live then. Adopters, near the end, for a child who is adopted. */
export function placementAt(
  random: Random,
  { child, care, places, home, first }: Setting,
  on: PlainDate,
  legal: string,
): Living {
  const age = (on - child.bornOn) / YEAR
  const placement = placementType(random, { age, care, on, legal, first, unaccompanied: child.unaccompanied })
  const provider = providerOf(random, placement)
  const { withParents, own, other } = outsideRates.of
  const outside = random.chance(placement === 'P1' ? withParents : provider === 'PR1' ? own : other)
  return {
    placement,
    provider,
    place: placement === 'P1' && random.chance(0.6) ? home : somewhere(random, places, home, outside),
  }
}

function placementType(
  random: Random,
  {
    age,
    care,
    on,
    legal,
    first,
    unaccompanied,
  }: { age: number; care: CareMade; on: PlainDate; legal: string; first: boolean; unaccompanied: boolean },
): string {
  if (isAdopted(care) && legal === 'E1' && care.endedOn - on < A6_WITHIN) return 'A6'
  const weights = placementRates.of[groupOf({ age, legal, first, unaccompanied })]
  const placement = random.weighted<string>(weights)
  return placement === 'supported' ? supportedOn(on) : placement
}

/** Semi-independent living need not be registered until then; from that day on what is registered has a code of its own. */
const supportedOn = (on: PlainDate): string => (on >= REGISTERED ? 'K3' : 'H5')

type Group = keyof typeof placementRates.of

function groupOf(child: { age: number; legal: string; first: boolean; unaccompanied: boolean }): Group {
  const { age, legal, first, unaccompanied } = child
  if (age >= 16) return unaccompanied ? 'unaccompaniedFrom16' : 'from16'
  if (unaccompanied) return 'unaccompanied'
  if (age >= 10) return first ? 'from10First' : 'from10'
  return legal === 'C2' && !first ? 'settled' : 'young'
}

/** Relatives or friends. */
const RELATED: readonly string[] = ['U1', 'U2', 'U3']

function providerOf(random: Random, placement: string): string {
  const { fostered, related, adopters, home, other } = providerRates.of
  if (placement === 'P1') return 'PR0'
  if (RELATED.includes(placement)) return random.weighted(related)
  if (placement.startsWith('U')) return random.weighted(fostered)
  if (placement.startsWith('A')) return random.weighted(adopters)
  return random.weighted(placement === 'K2' ? home : other)
}
