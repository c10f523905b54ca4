import { birthday } from '../core/dates/age.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { adoptionRates } from './adoption-rates.ts'
import { type CareMade, isAdopted } from './care.ts'
import type { Child } from './child.ts'
import { A6_WITHIN, type Living, placementAt, REGISTERED, type Setting } from './living.ts'
import { milesBetween, type Place, type Places } from './places.ts'
import type { Random } from './random.ts'
import { matchRates, moveRates } from './rates.ts'

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

type Turn = {
  readonly on: PlainDate
  readonly what: 'placement' | 'legal' | 'away' | 'back' | 'registered' | 'matched' | 'placement order' | 'revoked'
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

const isSameHome = (one: Living, other: Living): boolean =>
  one.placement === other.placement && one.provider === other.provider && one.place === other.place

/** What changes, and when: moves come thick at first, orders follow the court's pace. */
function turnsOf(random: Random, child: Child, care: CareMade, legal: string): readonly Turn[] {
  const { startedOn, endedOn } = care
  const turns: Turn[] = []
  const { restless, whenRestless, early, later, movesOnAt16 } = moveRates.of
  const isRestless = random.chance(restless)
  for (let day = startedOn; day < endedOn; ) {
    const [least, most] = isRestless ? whenRestless : day - startedOn < 120 ? early : later
    day = addDays(day, random.whole(least, most))
    turns.push({ on: day, what: 'placement' })
  }
  if (random.chance(movesOnAt16))
    turns.push({ on: addDays(birthday(child.bornOn, 16), random.whole(0, 540)), what: 'placement' })
  turns.push({ on: REGISTERED, what: 'registered' }, ...matchesOf(random.fork('matched'), child, care))
  if (legal === 'L1' || legal === 'L2') turns.push({ on: addDays(startedOn, random.whole(1, 3)), what: 'legal' })
  if (!child.unaccompanied) turns.push({ on: addDays(startedOn, random.whole(170, 330)), what: 'legal' })
  turns.push({ on: addDays(startedOn, random.whole(300, 560)), what: 'legal' })
  if (random.chance(0.04)) {
    const away = addDays(startedOn, random.whole(30, 600))
    turns.push({ on: away, what: 'away' }, { on: addDays(away, random.whole(2, 25)), what: 'back' })
  }
  const adoption = adoptionTurns(random.fork('adoption'), child, care)
  const placedOn = adoption.find(({ what }) => what === 'placement')?.on
  // Whoever is to be placed with adopters stays where they are until then, and with the adopters.
  const others =
    placedOn === undefined
      ? turns
      : turns.filter(({ on, what }) => what !== 'placement' || on < addDays(endedOn, -A6_WITHIN))
  return [...others, ...adoption].toSorted((a, b) => a.on - b.on)
}

/** Who stays in care until they are grown up is matched with the carers they live with, and after a move perhaps with the next. */
function matchesOf(
  random: Random,
  { unaccompanied }: Child,
  { startedOn, endedOn, reasonEnded }: CareMade,
): readonly Turn[] {
  const { chance, first, next } = matchRates.of
  if (unaccompanied || !GROWN_UP.includes(reasonEnded)) return []
  const turns: Turn[] = []
  for (let on = addDays(startedOn, random.whole(first[0], first[1])); on < endedOn; ) {
    if (random.chance(chance)) turns.push({ on, what: 'matched' })
    on = addDays(on, random.whole(next[0], next[1]))
  }
  return turns
}
const GROWN_UP: readonly string[] = ['E5', 'E6', 'E7', 'E8', 'E17']

/** The placement order and the placement with adopters; or the order of a child whose plan of adoption came to nothing, until it is revoked. */
function adoptionTurns(random: Random, { bornOn, unaccompanied }: Child, care: CareMade): readonly Turn[] {
  const { startedOn, endedOn } = care
  const { placedBeforeOrder, orderBeforePlaced, planLost, orderAfterEntering, revokedAfterOrder } = adoptionRates.of
  const days = ([least, most]: readonly [number, number]) => random.whole(least, most)
  if (isAdopted(care)) {
    const placedOn = addDays(endedOn, -days(placedBeforeOrder))
    const orderOn = Math.max(addDays(placedOn, -days(orderBeforePlaced)), addDays(startedOn, 90)) as PlainDate
    return [
      { on: orderOn, what: 'placement order' },
      { on: placedOn, what: 'placement' },
    ]
  }
  if (unaccompanied || startedOn - bornOn > EIGHT_YEARS || !random.chance(planLost)) return []
  const orderOn = addDays(startedOn, days(orderAfterEntering))
  const revokedOn = addDays(orderOn, days(revokedAfterOrder))
  return revokedOn < addDays(endedOn, -30)
    ? [
        { on: orderOn, what: 'placement order' },
        { on: revokedOn, what: 'revoked' },
      ]
    : []
}
const EIGHT_YEARS = 2922

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
