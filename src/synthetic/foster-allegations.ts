import { Allegation } from '../areas/fostering/allegation-records.ts'
import { FosteringPanel } from '../areas/fostering/applications.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { CarersMade } from './foster-carers.ts'
import { fosteredFor } from './foster-events.ts'
import type { FosterHome } from './foster-homes.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of

type Told = {
  readonly homes: readonly FosterHome[]
  readonly carers: ReadonlyMap<string, CarersMade>
  readonly until: PlainDate
  readonly years: number
}

/** Allegations about carers while they foster: most do not meet the threshold or are not borne out. */
export function allegationsOf(rows: MadeRows, source: Random, told: Told): void {
  const { homes, carers, until, years } = told
  const now = homes.filter((home) => fosteredFor(home, until).to === until).length
  const many = Math.round((now * rates.allegations * years) / 100)
  for (let at = 0; at < many; at++) {
    const own = source.fork(at)
    const madeOn = addDays(until, -own.whole(3, years * 365))
    const there = homes.filter((home) => {
      const { from, to } = fosteredFor(home, until)
      return from < madeOn && madeOn < to
    })
    if (there.length === 0) continue
    const household = own.pick(there).reference
    const adult = own.pick(carers.get(household)?.numbers ?? [])
    const outcomeOn = addAllegation(rows, own, { adult, household, madeOn }, until)
    if (outcomeOn !== null && own.chance(rates.toPanelAfter)) addPanel(rows, own, { household, outcomeOn }, until)
  }
}

type Made = { readonly adult: string; readonly household: string; readonly madeOn: PlainDate }

/** The day of the outcome, where there is one yet. */
function addAllegation(rows: MadeRows, source: Random, made: Made, until: PlainDate): PlainDate | null {
  const { adult, household, madeOn } = made
  const takenOn = source.chance(rates.metThreshold) ? addDays(madeOn, source.whole(0, 3)) : null
  const decidedOn = takenOn === null ? null : addDays(takenOn, source.whole(20, 110))
  const outcomeOn = decidedOn !== null && decidedOn <= until ? decidedOn : null
  const outcome = source.weighted({
    substantiated: rates.substantiated * 100,
    unsubstantiated: 55,
    unfounded: 25,
    false: 12,
    malicious: 4,
  })
  rows.add(
    Allegation,
    { adult, household },
    {
      madeOn,
      role: 'own-foster-carer',
      alleged: [source.weighted({ physical: 45, emotional: 30, neglect: 12, sexual: 5, conduct: 8 })],
      metThreshold: takenOn === null ? 'no' : 'yes',
      referredOn: takenOn,
      ...(outcomeOn === null ? {} : { outcomeOn, outcome }),
    },
  )
  return outcomeOn
}

function addPanel(
  rows: MadeRows,
  source: Random,
  { household, outcomeOn }: { readonly household: string; readonly outcomeOn: PlainDate },
  until: PlainDate,
): void {
  const heldOn = addDays(outcomeOn, source.whole(20, 120))
  const decidedOn = addDays(heldOn, source.whole(2, 9))
  if (heldOn > until) return
  const decided = decidedOn <= until ? { decidedOn, decision: 'yes' } : {}
  rows.add(FosteringPanel, { household }, { heldOn, about: 'concern', recommends: 'yes', ...decided })
}
