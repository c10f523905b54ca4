import { CareProceedings, CourtDirection, CourtExtension, CourtHearing } from '../areas/court/proceedings.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { courtRates } from './court-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

/** Care proceedings about one child: from when to when, and how a court ended them; `endedOn` may lie ahead. */
export type Proceedings = { readonly issuedOn: PlainDate; readonly endedOn: PlainDate | null; readonly outcome: string }

type Told = { readonly rows: MadeRows; readonly random: Random; readonly child: string; readonly until: PlainDate }

const WEEK = 7
const TWENTY_SIX_WEEKS = 26 * WEEK
/** The most that a court may extend at a time. */
const EIGHT_WEEKS = 8 * WEEK

/** The application, its hearings, what the court directed and what it extended, as far as it had come by the last day. */
export function addProceedings(told: Told, { issuedOn, endedOn, outcome }: Proceedings): void {
  const { rows, random, child, until } = told
  const isOver = endedOn !== null && endedOn <= until
  const last = isOver ? endedOn : until
  const firstHearingOn = addDays(issuedOn, random.whole(17, 25))
  rows.add(
    CareProceedings,
    { child },
    {
      issuedOn,
      application: random.weighted({ care: 76, supervision: 12, 'care-after-emergency': 12 }),
      caseNumber: `EX${String(issuedOn).slice(-2)}C${child.slice(-5)}`,
      shortNotice: random.chance(0.3) ? 'yes' : 'no',
      firstHearingOn,
      ...(isOver ? { endedOn, outcome } : {}),
    },
  )
  addHearings(told, { issuedOn, firstHearingOn, last, isOver })
  addDirections(told, { from: addDays(firstHearingOn, random.whole(0, 3)), last, isOver })
  addExtensions(told, issuedOn, last)
}

type Days = {
  readonly issuedOn: PlainDate
  readonly firstHearingOn: PlainDate
  readonly last: PlainDate
  readonly isOver: boolean
}

/** One after another, each listing the next. Of proceedings that go on a day may have passed of which nobody has written what became of it. */
function addHearings({ rows, random, child, until }: Told, { issuedOn, firstHearingOn, last, isOver }: Days): void {
  const kinds = ['case-management', 'further', 'issues-resolution', 'final'] as const
  const unwritten = !isOver && random.chance(courtRates.of.hearingUnwritten)
  let heldOn = firstHearingOn
  for (const [at, kind] of kinds.entries()) {
    const isLast = at === kinds.length - 1
    const ahead = addDays(
      issuedOn,
      [0, random.whole(60, 90), random.whole(125, 160), isOver ? last - issuedOn : random.whole(230, 330)][at + 1] ?? 0,
    )
    const nextOn = ahead > heldOn ? ahead : addDays(heldOn, random.whole(20, 40))
    if (heldOn > last || (unwritten && nextOn > until)) return
    rows.add(CourtHearing, { child }, { heldOn, kind, ...(isLast ? {} : { nextOn, next: kinds[at + 1] ?? 'other' }) })
    heldOn = nextOn
  }
}

function addDirections(
  { rows, random, child }: Told,
  { from, last, isOver }: { readonly from: PlainDate; readonly last: PlainDate; readonly isOver: boolean },
): void {
  if (from > last) return
  for (const [what, least, most] of [
    ['statement', 20, 35],
    ['parenting', 50, 80],
    ['connected', 60, 100],
    ['care-plan', 100, 140],
  ] as const) {
    if (!random.chance(courtRates.of.directed)) continue
    const dueOn = addDays(from, random.whole(least, most))
    const late = random.chance(courtRates.of.filedLate)
    const filedOn = addDays(dueOn, late ? random.whole(1, 24) : -random.whole(0, 6))
    const isFiled = filedOn <= last
    rows.add(
      CourtDirection,
      { child },
      { directedOn: from, what, dueOn, filedOn: isFiled ? filedOn : isOver ? last : null },
    )
  }
}

/** What takes longer than 26 weeks is extended by up to eight at a time; now and then nobody has written it down. */
function addExtensions({ rows, random, child }: Told, issuedOn: PlainDate, last: PlainDate): void {
  const end = addDays(issuedOn, TWENTY_SIX_WEEKS - 1)
  for (let until = end; until <= addDays(last, 14); until = addDays(until, EIGHT_WEEKS)) {
    const extendedOn = addDays(until, -random.whole(3, 20))
    if (extendedOn > last || random.chance(courtRates.of.extensionUnwritten)) return
    rows.add(
      CourtExtension,
      { child },
      {
        extendedOn,
        until: addDays(until, EIGHT_WEEKS),
        why: random.pick([
          'A psychologist’s report is awaited',
          'A relative came forward and is assessed',
          'The father’s paternity was not settled',
          'The final hearing could not be listed before',
        ]),
      },
    )
  }
}
