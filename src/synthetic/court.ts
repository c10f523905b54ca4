import { PreProceedings, PreProceedingsMeeting } from '../areas/court/pre-proceedings.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { child as somebody } from './child.ts'
import { courtRates } from './court-rates.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { addProceedings, type Proceedings } from './proceedings.ts'
import { random } from './random.ts'

/** Case numbers of children who are known for what a court is, or may be, asked begin where nobody else’s reach. */
const FIRST = 900_001
const YEAR = 365
/** Days. */
const LONGEST = 450
/** Years of which it is told. */
const TOLD = 3

type Time = { readonly until: PlainDate }

/** A child who is not in care, and what of: with whom we work since when. */
type AtHome = {
  readonly number: string
  readonly since: PlainDate
  readonly stage: 'before' | 'stepped down' | 'court'
}

/** Children about whom a court may be asked, or is, and who are not in care. The same children each time. */
export function atHomeBeforeCourt(made: readonly Made[], { until }: Time): readonly AtHome[] {
  const inCare = made.filter(({ care }) => care.some(({ endedOn }) => endedOn > until)).length
  const many = (rate: number) => Math.round((inCare * rate) / 100)
  const { before, steppedDown, atHome, long } = courtRates.of
  const stages = [
    ...Array.from({ length: many(before) }, () => 'before' as const),
    ...Array.from({ length: many(steppedDown) }, () => 'stepped down' as const),
    ...Array.from({ length: many(atHome) }, () => 'court' as const),
  ]
  return stages.map((stage, at) => {
    const own = random(FIRST + at).fork('since')
    const days =
      stage === 'before'
        ? own.chance(long)
          ? own.whole(113, 170)
          : own.whole(2, 105)
        : stage === 'court'
          ? own.whole(5, 200)
          : own.whole(120, YEAR)
    return { number: String(FIRST + at), since: addDays(until, -days), stage }
  })
}

/**
 * Pre-proceedings and care proceedings in a made-up authority: of children who came into care by an interim order, and of some who are at home. Of a child who came into care
 * days ago nobody may have written anything yet: `isKnown`.
 */
export function courtOf(
  made: readonly Made[],
  { until, isKnown }: Time & { isKnown(number: string): boolean },
): MadeRows {
  const rows = new MadeRows()
  for (const { child, care, episodes } of made) {
    if (!isKnown(child.number)) continue
    const told = { rows, random: random(Number(child.number)).fork('court'), child: child.number, until }
    for (const proceedings of proceedingsOf(episodes, until)) {
      addProceedings({ ...told, random: told.random.fork(proceedings.issuedOn) }, proceedings)
      if (!told.random.chance(courtRates.of.warned)) continue
      const decidedOn = addDays(proceedings.issuedOn, -told.random.whole(50, 150))
      if (care.every(({ endedOn, startedOn }) => startedOn > decidedOn || endedOn <= decidedOn))
        addBefore(told, { decidedOn, endedOn: proceedings.issuedOn, outcome: 'issued' })
    }
  }
  for (const one of atHomeBeforeCourt(made, { until })) addAtHome(rows, one, until)
  return rows
}

/** An interim care order stands while a court decides: from the first episode under one until the first under another status, or the end of care. */
function proceedingsOf(episodes: readonly EpisodeMade[], until: PlainDate): readonly Proceedings[] {
  const first = episodes.find(({ legalStatus }) => legalStatus === 'C1')
  if (first === undefined) return []
  const after = episodes.find(({ startedOn, legalStatus }) => startedOn > first.startedOn && legalStatus !== 'C1')
  const last = episodes.at(-1)
  const ended = after === undefined ? (last?.endedOn ?? null) : after.startedOn
  if (ended !== null && ended < addDays(until, -TOLD * YEAR)) return []
  // An interim order that nothing followed for longer than any court takes says nothing of a court.
  if ((ended ?? until) - first.startedOn > LONGEST) return []
  const outcome = after === undefined ? outcomeOfLeaving(last?.reasonEnded ?? null) : outcomeOfStatus(after.legalStatus)
  return [{ issuedOn: first.startedOn, endedOn: ended, outcome }]
}

const outcomeOfStatus = (legalStatus: string): string =>
  legalStatus === 'C2' ? 'care' : legalStatus === 'E1' ? 'care-and-placement' : 'none'

function outcomeOfLeaving(reason: string | null): string {
  if (reason === null) return 'none'
  if (/^E4[5-8]$/.test(reason)) return 'guardianship'
  if (reason === 'E41') return 'arrangements'
  return reason === 'E4A' || reason === 'E4B' ? 'supervision' : 'none'
}

type Before = { readonly decidedOn: PlainDate; readonly endedOn: PlainDate | null; readonly outcome: string }
type Told = Parameters<typeof addProceedings>[0]

/** From the decision at the legal planning meeting: the letter, the meetings, and how it ended. */
function addBefore({ rows, random: own, child, until }: Told, { decidedOn, endedOn, outcome }: Before): void {
  const { letterLate, letterMissing, meetingLate } = courtRates.of
  const last = endedOn === null || endedOn > until ? until : endedOn
  const sent = addDays(decidedOn, own.chance(letterLate) ? own.whole(9, 20) : own.whole(1, 6))
  const letterOn = sent <= last && !own.chance(letterMissing) ? sent : null
  rows.add(
    PreProceedings,
    { child },
    {
      decidedOn,
      letterOn,
      represented: letterOn === null ? null : own.weighted({ yes: 80, no: 20 }),
      toEndBy: addDays(decidedOn, own.whole(80, 112)),
      ...(endedOn !== null && endedOn <= until ? { endedOn, outcome } : {}),
    },
  )
  if (letterOn === null) return
  const late = () => (own.chance(meetingLate) ? own.whole(1, 14) : -own.whole(0, 3))
  for (let on = addDays(letterOn, 12 + late()), at = 0; on <= last; on = addDays(on, 42 + late()), at++)
    rows.add(PreProceedingsMeeting, { child }, { heldOn: on, kind: at === 0 ? 'first' : 'review' })
}

function addAtHome(rows: MadeRows, { number, since, stage }: AtHome, until: PlainDate): void {
  const own = random(Number(number)).fork('at home')
  const { bornOn, sex, given, family, ethnicity } = somebody(own, number, {
    day: since,
    ageInDays: own.whole(20, 14 * YEAR),
    unaccompanied: false,
  })
  rows.add(
    PersonIdentifier,
    { person: number },
    { system: 'Case management system', kind: 'case-id', identifier: number },
  )
  rows.add(Person, { person: number }, { bornOn, birthDateBasis: 'certain', sex })
  rows.add(PersonName, { person: number }, { kind: 'usual', given, family, startedOn: bornOn })
  rows.add(Ethnicity, { person: number }, { ethnicity })
  const told = { rows, random: own, child: number, until }
  if (stage === 'court') addProceedings(told, { issuedOn: since, endedOn: null, outcome: 'none' })
  else if (stage === 'before') addBefore(told, { decidedOn: since, endedOn: null, outcome: 'need' })
  else
    addBefore(told, {
      decidedOn: since,
      endedOn: addDays(since, own.whole(60, 118)),
      outcome: own.weighted({ protection: 35, need: 45, family: 12, closed: 8 }),
    })
}
