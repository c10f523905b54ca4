import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import { type Place, type Places, somewhere } from './places.ts'
import type { Random } from './random.ts'

const YEAR = 365.25
/** From this day supported accommodation has to be registered (Supported Accommodation (England) Regulations 2023). */
const REGISTERED = plainDate('2023-10-28')

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
  const outside = random.chance(placement === 'P1' ? 0.15 : provider === 'PR1' ? 0.28 : 0.58)
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
  const adopted = care.reasonEnded === 'E11' || care.reasonEnded === 'E12'
  if (adopted && legal === 'E1' && care.endedOn - on < 400) return 'A6'
  // Until then semi-independent and independent living need not be registered; afterwards it is K3.
  const supported = on >= REGISTERED ? 'K3' : 'H5'
  if (unaccompanied)
    return age >= 16 ? random.weighted({ [supported]: 55, U6: 40, K2: 5 }) : random.weighted({ U6: 92, K2: 8 })
  if (age >= 16) return random.weighted({ [supported]: 22, U6: 26, U4: 30, K2: 16, P1: 4, U3: 2 })
  if (age >= 10) return random.weighted({ U6: 44, U4: first ? 0 : 22, U3: 8, U1: 4, K2: 17, P1: 4, S1: 1 })
  return legal === 'C2' && !first
    ? random.weighted({ U6: 34, U4: 30, U1: 14, U3: 8, P1: 12, K2: 2 })
    : random.weighted({ U6: 62, U3: 24, U5: 4, P1: 6, R3: 4 })
}

function providerOf(random: Random, placement: string): string {
  if (placement === 'P1') return 'PR0'
  if (placement.startsWith('U')) return random.weighted({ PR1: 66, PR4: 27, PR5: 5, PR2: 2 })
  if (placement.startsWith('A')) return random.weighted({ PR1: 60, PR5: 40 })
  if (placement === 'K2') return random.weighted({ PR1: 22, PR4: 70, PR5: 8 })
  return random.weighted({ PR4: 82, PR5: 14, PR1: 4 })
}
