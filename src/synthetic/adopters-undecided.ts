import {
  AdopterPanel,
  AdoptersLeft,
  QualifyingDetermination,
  SuitabilityDecision,
} from '../areas/adoption/adopter-records.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { AGENCY, addHousehold, addStage, between } from './adopter-households.ts'
import { adopterRates } from './adoption-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

type Stretch = { readonly from: PlainDate; readonly until: PlainDate; readonly scale: number }

const rates = adopterRates.of

/** Households who wait for us on the last day, after asking, registering or the panel; and those whom we do not approve, or do not mean to. */
export function addUndecided(rows: MadeRows, source: Random, { from, until, scale }: Stretch): void {
  let number = 9501
  const many = (of: number) => Array.from({ length: Math.round(of * scale) }, () => `AD${number++}`)
  for (const household of many(rates.justAsked)) {
    const own = source.fork(household)
    addHousehold(rows, own, { household, beganOn: null, askedOn: addDays(until, -own.whole(1, 11)), until })
  }
  for (const household of many(rates.registered)) {
    const own = source.fork(household)
    const registeredOn = addDays(until, -own.whole(1, 9))
    addHousehold(rows, own, { household, beganOn: null, registeredOn, until })
  }
  for (const household of many(rates.seenByPanel)) {
    const own = source.fork(household)
    addSeen(rows, own, household, addDays(until, -own.whole(1, 12)), until)
  }
  for (const [at, household] of many(rates.refused).entries()) {
    const own = source.fork(household)
    const sentOn = at === 0 ? addDays(until, -own.whole(8, 30)) : addDays(from, own.whole(200, until - from - 90))
    addRefused(rows, own, { household, sentOn, until })
  }
}

/** Assessed, and heard by a panel; returns the day on which the second stage began. */
function addSeen(rows: MadeRows, source: Random, household: string, heldOn: PlainDate, until: PlainDate): PlainDate {
  const twoOn = addDays(heldOn, -source.whole(90, 112))
  const oneEnds = addDays(twoOn, -between(source, rates.between))
  const oneOn = addDays(oneEnds, -between(source, rates.stageOne))
  addHousehold(rows, source, { household, beganOn: oneOn, until })
  addStage(rows, household, { stage: 'one', startedOn: oneOn, endedOn: oneEnds, howEnded: 'goes-on' })
  rows.add(AdopterPanel, { household }, { heldOn, about: 'suitability', recommended: 'suitable' })
  addStage(rows, household, { stage: 'two', startedOn: twoOn })
  return twoOn
}

type Refused = { readonly household: string; readonly sentOn: PlainDate; readonly until: PlainDate }

/** A notice that we do not mean to approve, their answer, and the decision. */
function addRefused(rows: MadeRows, source: Random, { household, sentOn, until }: Refused): void {
  const heldOn = addDays(sentOn, -source.whole(3, 9))
  const decidedOn = addDays(sentOn, source.whole(45, 75))
  const isDecided = decidedOn <= until
  const twoOn = addDays(heldOn, -source.whole(80, 105))
  const oneOn = addDays(twoOn, -source.whole(70, 110))
  addHousehold(rows, source, { household, beganOn: oneOn, until })
  addStage(rows, household, { stage: 'one', startedOn: oneOn, endedOn: addDays(twoOn, -12), howEnded: 'goes-on' })
  const ended = isDecided ? { endedOn: decidedOn, howEnded: 'decided' } : {}
  addStage(rows, household, { stage: 'two', startedOn: twoOn, ...ended })
  rows.add(AdopterPanel, { household }, { heldOn, about: 'suitability', recommended: 'not-suitable' })
  const answer = isDecided
    ? { answeredOn: addDays(sentOn, source.whole(15, 38)), answer: source.weighted({ agency: 60, none: 40 }) }
    : {}
  rows.add(QualifyingDetermination, { household }, { sentOn, ...answer })
  if (!isDecided) return
  rows.add(SuitabilityDecision, { household, agency: AGENCY }, { decidedOn, suitable: 'no' })
  rows.add(AdoptersLeft, { household }, { leftOn: decidedOn, why: 'refused' })
}
