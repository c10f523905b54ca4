import { EdgeOfCareWork } from '../areas/edge-of-care/edge-of-care-records.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { child as somebody } from './child.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

const reasons = { breakdown: 26, safety: 12, exploitation: 20, behaviour: 30, missing: 12 } as const
/** Case numbers of children who are known to outreach alone begin where nobody else's reach. */
const FIRST = 800_001
/** For each hundred children in care, in three years: of whom outreach helped enough that they never came into care. */
const STAYED_AT_HOME = 24
/** Of a hundred of these, for whom outreach was asked in the last days; own estimate. */
const JUST_ASKED = 3
const DAYS_IN_YEAR = 365.25

/** Edge of care work in a made-up authority: before care that came all the same, when children go home, and with those who stayed there. */
export function outreachOf(
  made: readonly Made[],
  { until, years }: { readonly until: PlainDate; readonly years: number },
): MadeRows {
  const rows = new MadeRows()
  const source = random(made.length + 1).fork('outreach')
  const since = addDays(until, -Math.floor(years * DAYS_IN_YEAR))
  for (const { child, care } of made) {
    const own = source.fork(child.number)
    const [first] = care
    if (child.unaccompanied || first === undefined) continue
    if (first.startedOn > since && first.startedOn - child.bornOn > 10 * DAYS_IN_YEAR && own.chance(0.3))
      addWork(
        rows,
        own,
        child.number,
        {
          from: addDays(first.startedOn, -own.whole(40, 120)),
          to: first.startedOn,
          reason: own.weighted(reasons),
          howEnded: 'came-into-care',
        },
        until,
      )
    else if (first.endedOn > since && first.endedOn < until && first.reasonEnded.startsWith('E4') && own.chance(0.3))
      addWork(
        rows,
        own,
        child.number,
        {
          from: addDays(first.endedOn, -own.whole(10, 40)),
          to: addDays(first.endedOn, own.whole(30, 90)),
          reason: 'return',
          howEnded: 'done',
        },
        until,
      )
  }
  const many = Math.round((made.filter(({ care }) => care.length > 0).length * STAYED_AT_HOME) / 100)
  for (let at = 0; at < many; at++) {
    const own = source.fork(`home ${at}`)
    addAtHome(rows, own, String(FIRST + at), { from: addDays(since, own.whole(0, until - since - 3)), until })
  }
  const asked = Math.round((many * JUST_ASKED) / 100)
  for (let at = 0; at < asked; at++) {
    const own = source.fork(`asked ${at}`)
    addAtHome(rows, own, String(FIRST + many + at), { from: addDays(until, -own.whole(1, 9)), until })
  }
  return rows
}

type Work = { readonly from: PlainDate; readonly to: PlainDate; readonly reason: string; readonly howEnded: string }

function addWork(
  rows: MadeRows,
  source: Random,
  child: string,
  { from, to, reason, howEnded }: Work,
  until: PlainDate,
): void {
  if (from > until) return
  const startedOn = addDays(from, source.chance(0.8) ? source.whole(1, 7) : source.whole(8, 20))
  const isOver = to <= until
  rows.add(
    EdgeOfCareWork,
    { child },
    {
      referredOn: from,
      reason,
      startedOn: startedOn <= until && startedOn < to ? startedOn : null,
      ...(isOver ? { endedOn: to, howEnded } : {}),
    },
  )
}

function addAtHome(
  rows: MadeRows,
  source: Random,
  number: string,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): void {
  const ageInDays = Math.floor(source.whole(9, 15) * DAYS_IN_YEAR) + source.whole(0, 364)
  const { bornOn, sex, given, family, ethnicity } = somebody(source, number, {
    day: from,
    ageInDays,
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
  const howEnded = source.weighted({ done: 74, 'not-taken-up': 8, stopped: 12, moved: 6 })
  addWork(
    rows,
    source,
    number,
    { from, to: addDays(from, source.whole(35, 170)), reason: source.weighted(reasons), howEnded },
    until,
  )
}
