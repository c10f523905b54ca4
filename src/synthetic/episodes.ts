import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { type CareMade, isAdopted } from './care.ts'
import type { Child } from './child.ts'
import { type Turn, turnsOf } from './episode-turns.ts'
import { type Living, placementAt, type Setting } from './living.ts'
import { milesBetween, type Place, type Places, somewhere } from './places.ts'
import type { Random } from './random.ts'

/** One episode of a made-up child, as the national return has it. */
export type EpisodeMade = {
  readonly startedOn: PlainDate
  readonly reasonStarted: 'S' | 'L' | 'P' | 'T' | 'B' | 'U'
  readonly legalStatus: string
  readonly categoryOfNeed: string
  readonly placement: string
  readonly provider: string | null
  readonly home: Place
  /** Null while the child is away for a time, and for one who came unaccompanied until the address is known. */
  readonly place: Place | null
  readonly endedOn: PlainDate | null
  readonly reasonEnded: string | null
  readonly reasonForChange: string | null
}

/** Every episode of a time in care, lawful in its order: one ends on the day on which the next begins. */
export function episodesOf(random: Random, child: Child, care: CareMade, places: Places): readonly EpisodeMade[] {
  const story = new Story(random, { child, care, places, home: random.pick(places.inside), first: true })
  for (const turn of turnsOf(random, child, care, story.legal)) story.take(turn)
  return story.end()
}

const needs = { N1: 66, N2: 4, N3: 3, N4: 9, N5: 13, N6: 3, N8: 2 } as const
const firstStatus = { V2: 42, C1: 45, L1: 9, L2: 3, J1: 1 } as const
const whyMoved = { CARPL: 40, CREQB: 20, CREQO: 15, CHILD: 8, LAREQ: 10, PLACE: 3, CLOSE: 2, OTHER: 2 } as const

/** A time in care as it is told: what holds now, and the episodes so far. */
class Story {
  legal: string
  readonly #made: EpisodeMade[] = []
  readonly #random: Random
  readonly #setting: Setting
  readonly #need: string
  #live: Living
  #from: PlainDate
  #reason: EpisodeMade['reasonStarted'] = 'S'
  #away = false

  constructor(random: Random, setting: Setting) {
    const { child, care } = setting
    this.#random = random
    this.#setting = setting
    this.#need = child.unaccompanied ? 'N8' : random.weighted(needs)
    this.legal = child.unaccompanied ? 'V2' : random.weighted(firstStatus)
    this.#live = placementAt(random, setting, care.startedOn, this.legal)
    this.#from = care.startedOn
  }

  /** What cannot be then is passed over. */
  take({ on, what }: Turn): void {
    if (on <= this.#from || on >= this.#setting.care.endedOn) return
    if (what === 'legal') this.#newStatus(on)
    else if (what === 'placement') this.#move(on)
    else if (what === 'registered') this.#isRegistered(on)
    else if (what === 'matched') this.#isMatched(on)
    else if (what === 'placement order') this.#court(on, 'E1')
    else if (what === 'revoked') this.#court(on, 'C2')
    else if (what === 'secure') this.#isSecured(on)
    else if (what === 'from secure') this.#leavesSecure(on)
    else if ((what === 'away') !== this.#away) this.#goesOrComes(on)
  }

  /** Care does not end while a child is away: they come back the day before. */
  end(): readonly EpisodeMade[] {
    const { endedOn, reasonEnded } = this.#setting.care
    if (this.#away && addDays(endedOn, -1) > this.#from) this.#goesOrComes(addDays(endedOn, -1))
    this.#away = false
    this.#close(endedOn, reasonEnded, null)
    return this.#made
  }

  #newStatus(on: PlainDate): void {
    this.#court(on, nextLegal(this.#random, this.legal, this.#setting.care))
  }

  #court(on: PlainDate, next: string): void {
    if (next === this.legal) return
    this.#close(on, 'X1', null)
    this.legal = next
    this.#begin(on, 'L')
  }

  #move(on: PlainDate): void {
    if (this.#away) return
    const next = placementAt(this.#random, { ...this.#setting, first: false }, on, this.legal)
    if (isSameHome(next, this.#live)) return
    this.#close(on, 'X1', this.#random.weighted(whyMoved))
    this.#live = next
    this.#begin(on, 'P')
  }

  /** Where a young person lives already is registered, and has another code. Of whoever is away for a time it shows when they are back. */
  #isRegistered(on: PlainDate): void {
    if (this.#live.placement !== 'H5') return
    if (!this.#away) this.#close(on, 'X1', 'STATU')
    this.#live = { ...this.#live, placement: 'K3' }
    if (!this.#away) this.#begin(on, 'T')
  }

  /** The carers a child lives with already are matched with them for the long term: the home stays, its code is another. */
  #isMatched(on: PlainDate): void {
    const longTerm = { U6: 'U4', U3: 'U1' }[this.#live.placement]
    if (longTerm === undefined || this.#away) return
    this.#close(on, 'X1', 'CARPL')
    this.#live = { ...this.#live, placement: longTerm }
    this.#begin(on, 'T')
  }

  /** Secure homes are few, and far away; another authority runs them. */
  #isSecured(on: PlainDate): void {
    if (this.#away) return
    this.#close(on, 'X1', 'CARPL')
    const { places, home } = this.#setting
    this.#live = { placement: SECURE, provider: 'PR2', place: somewhere(this.#random.fork(on), places, home, true) }
    this.#begin(on, 'P')
  }

  #leavesSecure(on: PlainDate): void {
    if (this.#live.placement === SECURE) this.#move(on)
  }

  #goesOrComes(on: PlainDate): void {
    this.#close(on, 'X1', null)
    this.#away = !this.#away
    this.#begin(on, 'P')
  }

  #begin(on: PlainDate, reason: EpisodeMade['reasonStarted']): void {
    this.#from = on
    this.#reason = reason
  }

  #close(endedOn: PlainDate, reasonEnded: string, reasonForChange: string | null): void {
    this.#made.push({
      startedOn: this.#from,
      reasonStarted: this.#reason,
      legalStatus: this.legal,
      categoryOfNeed: this.#need,
      placement: this.#away ? 'T1' : this.#live.placement,
      provider: this.#away ? null : this.#live.provider,
      home: this.#setting.home,
      place: this.#away ? null : this.#live.place,
      endedOn,
      reasonEnded,
      reasonForChange,
    })
  }
}

const SECURE = 'K1'

const isSameHome = (one: Living, other: Living): boolean =>
  one.placement === other.placement && one.provider === other.provider && one.place === other.place

function nextLegal(random: Random, legal: string, care: CareMade): string {
  if (legal === 'L1' || legal === 'L2') return random.chance(0.6) ? 'C1' : 'V2'
  // The placement order of a child who is adopted comes when the court makes it.
  if (isAdopted(care)) return legal === 'V2' ? 'C1' : legal
  if (legal === 'C1') return 'C2'
  return legal === 'V2' && random.chance(0.2) ? 'C1' : legal
}

/** Straight-line miles from home, to one decimal. */
export const milesFromHome = ({ home, place }: EpisodeMade): number | null =>
  place === null ? null : Math.round(milesBetween(home, place) * 10) / 10
