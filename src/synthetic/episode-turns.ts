import { birthday } from '../core/dates/age.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { adoptionRates } from './adoption-rates.ts'
import { type CareMade, isAdopted } from './care.ts'
import { secureRates } from './care-rates.ts'
import type { Child } from './child.ts'
import { A6_WITHIN, REGISTERED } from './living.ts'
import type { Random } from './random.ts'
import { matchRates, moveRates } from './rates.ts'

/** Something that changes where or under which order a child lives. What cannot be then is passed over. */
export type Turn = {
  readonly on: PlainDate
  readonly what:
    | 'placement'
    | 'legal'
    | 'away'
    | 'back'
    | 'registered'
    | 'matched'
    | 'placement order'
    | 'revoked'
    | 'secure'
    | 'from secure'
}

/** What changes, and when: moves come thick at first, orders follow the court's pace. */
export function turnsOf(random: Random, child: Child, care: CareMade, legal: string): readonly Turn[] {
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
  const secured = isRestless ? secureTurns(random.fork('secure'), child, care) : []
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
  const settled = withoutMoves(others, secured)
  return [...settled, ...secured, ...adoption].toSorted((a, b) => a.on - b.on)
}

/** Nobody moves between coming to secure accommodation and leaving it. */
const withoutMoves = (turns: readonly Turn[], [came, went]: readonly Turn[]): readonly Turn[] =>
  came === undefined || went === undefined
    ? turns
    : turns.filter(({ on, what }) => on <= came.on || on >= went.on || what === 'legal')

/** Among those who move again and again a few come to secure accommodation for some months. */
function secureTurns(
  random: Random,
  { bornOn, unaccompanied }: Child,
  { startedOn, endedOn }: CareMade,
): readonly Turn[] {
  const { ofRestless, between, lasts } = secureRates.of
  const on = addDays(bornOn, Math.round(random.whole(between[0] * 100, between[1] * 100) * 3.6525))
  const until = addDays(on, random.whole(lasts[0], lasts[1]))
  if (!random.chance(ofRestless) || unaccompanied || on < addDays(startedOn, 60) || until > addDays(endedOn, -30))
    return []
  return [
    { on, what: 'secure' },
    { on: until, what: 'from secure' },
  ]
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
