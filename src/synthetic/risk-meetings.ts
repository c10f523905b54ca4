import { RiskMeeting } from '../areas/health-of-children-in-care/risk-meetings.ts'
import { ageOn } from '../core/dates/age.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { CareMade } from './care.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'
import { rates } from './rates.ts'

const meetingRates = rates('Our own estimate: nobody publishes them', {
  fromAge: 11,
  /** In a year, of children who went missing and of others. */
  whenMissing: 0.55,
  otherwise: 0.06,
  kinds: { strategy: 50, mace: 26, etac: 24 },
  colours: { red: 22, amber: 48, green: 30 },
  healthAsked: 0.87,
  healthCame: 0.82,
  unasked: 0.05,
  nobodyWrote: 0.05,
  calledOff: 0.06,
  /** Of those about whom there was one: another has just been called. */
  justCalled: 0.15,
})

const childSays = [
  'He says that they are his friends.',
  'She is frightened, and says that nobody can help.',
  null,
] as const
const agreed = [
  'The police look at the car. The carer drives her to school. Health sees her on Friday.',
  'The same people meet again in four weeks. The nurse talks with him about what he takes.',
] as const
const nurses = ['Named nurse', 'Specialist nurse for children in care'] as const

/** Meetings about children in care who are at risk, of a year; some are still to come. */
export function riskMeetingsOf(made: readonly Made[], { until }: { readonly until: PlainDate }): MadeRows {
  const rows = new MadeRows()
  for (const one of made) {
    const last = one.care.at(-1)
    if (last !== undefined && last.startedOn <= until) addMeetings(rows, one, last, until)
  }
  return rows
}

function addMeetings(rows: MadeRows, { child, missing }: Made, last: CareMade, until: PlainDate): void {
  const { fromAge, whenMissing, otherwise, justCalled } = meetingRates.of
  const [since, end] = [addMonths(until, -12), last.endedOn > until ? until : last.endedOn]
  const own = random(Number(child.number)).fork('risk meetings')
  const wasMissing = missing.some(({ startedOn }) => startedOn >= since)
  const isOne = own.chance(wasMissing ? whenMissing : otherwise)
  if (!isOne || end <= since || ageOn(child.bornOn, until) < fromAge) return
  const from = later(last.startedOn, since)
  const many = own.whole(1, wasMissing ? 4 : 2)
  for (let at = 0; at < many; at++)
    addMeeting(
      rows,
      own.fork(String(at)),
      child.number,
      addDays(from, own.whole(0, Math.max(0, end - from - 1))),
      until,
    )
  const calledOn = addDays(until, -own.whole(0, 4))
  if (last.endedOn > until && own.chance(justCalled)) addMeeting(rows, own.fork('next'), child.number, calledOn, until)
}

function addMeeting(rows: MadeRows, own: Random, child: string, calledOn: PlainDate, until: PlainDate): void {
  const { kinds, colours, healthAsked, healthCame, unasked, nobodyWrote, calledOff } = meetingRates.of
  const kind = own.weighted(kinds)
  const plannedOn = addDays(calledOn, kind === 'strategy' ? own.whole(0, 4) : own.whole(5, 24))
  const isHeld = plannedOn <= until
  const isAsked = own.chance(healthAsked)
  const isThere = own.chance(isAsked ? healthCame : unasked)
  const others = own.chance(0.5) ? ['police', 'education'] : ['police', 'home']
  const [isWritten, isOff] = [!own.chance(nobodyWrote), own.chance(calledOff)]
  const [risk, said, what, nurse] = [own.weighted(colours), own.pick(childSays), own.pick(agreed), own.pick(nurses)]
  const held = {
    heldOn: plannedOn,
    came: isWritten ? [...(isThere ? ['health'] : []), ...others] : null,
    healthWho: isWritten && isThere ? nurse : null,
    agreed: what,
  }
  const ending = isOff ? { calledOffOn: plannedOn } : held
  rows.add(
    RiskMeeting,
    { child },
    {
      ...{ kind, risk, calledOn, plannedOn, childSays: said },
      asked: isWritten ? [...(isAsked ? ['health'] : []), ...others] : null,
      ...(isHeld ? ending : {}),
    },
  )
}
