import { EarlyReview } from '../areas/children-in-care/early-reviews.ts'
import { NationalTransfer } from '../areas/children-in-care/national-transfers.ts'
import { VisitRequest } from '../areas/children-in-care/visits-asked-for.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'
import { rates } from './rates.ts'

/** How often something asks for a review or a visit beside the regular ones, in a year; and how often a child who came alone moves on. */
const askedRates = rates('Our own estimate: nobody publishes them', {
  reviewInYear: 0.1,
  whyReview: { officer: 30, visit: 25, change: 45 },
  visitInYear: 0.12,
  whoAsks: { child: 50, carer: 38, other: 9, notice: 3 },
  withdrawn: 0.12,
  cameByTransfer: 0.6,
  /** Of those who came alone in the last two months: the scheme has named another authority. */
  toMoveOn: 0.5,
})

const changes = [
  'He is to move to a foster family nearer his school. He says he is ready, and wants to see it first.',
  'She is to go home to her father for longer at weekends. She asks for it.',
  'He is to live with his older sister. They both want it.',
] as const
const worries = [
  'The visit found that he no longer sleeps, and nobody knew.',
  'She said at the visit that she does not feel safe on the bus.',
] as const
const wishes = [
  'He wants to talk about school',
  'She misses her brother',
  'The carer is worried about the nights',
  'About family time',
] as const

type Time = { readonly until: PlainDate }

/** What asks for a review or a visit besides the regular ones, and who is to move under the National Transfer Scheme. */
export function askedEarlyOf(made: readonly Made[], { until }: Time): MadeRows {
  const rows = new MadeRows()
  for (const one of made) {
    const last = one.care.at(-1)
    if (last === undefined || last.startedOn > until) continue
    const source = random(Number(one.child.number)).fork('asked early')
    const end = last.endedOn <= until ? last.endedOn : until
    const since = Math.max(addMonths(until, -12), addDays(last.startedOn, 30)) as PlainDate
    if (since < end) {
      const leftOn = last.endedOn <= until ? last.endedOn : null
      addReview(rows, source.fork('review'), one, { since, end, leftOn })
      addVisit(rows, source.fork('visit'), one, { since, end, leftOn })
    }
    if (one.child.unaccompanied) addTransfers(rows, source.fork('transfer'), one, { startedOn: last.startedOn, until })
  }
  return rows
}

type Stretch = {
  readonly since: PlainDate
  readonly end: PlainDate
  /** Whoever has left care is not asked about any more. */
  readonly leftOn: PlainDate | null
}

const dayIn = (own: Random, { since, end }: Stretch): PlainDate => addDays(since, own.whole(0, end - since - 1))

function addReview(rows: MadeRows, own: Random, { child }: Made, stretch: Stretch): void {
  const { reviewInYear, whyReview, withdrawn } = askedRates.of
  const [isOne, why, askedOn] = [own.chance(reviewInYear), own.weighted(whyReview), dayIn(own, stretch)]
  const [ahead, isGivenUp, hasDay] = [own.whole(18, 40), own.chance(withdrawn), own.chance(0.85)]
  if (!isOne) return
  const isChange = why === 'change'
  const withdrawnOn = addDays(askedOn, 12)
  rows.add(
    EarlyReview,
    { child: child.number },
    {
      ...{ askedOn, why },
      eventOn: isChange && hasDay ? addDays(askedOn, ahead) : null,
      what: isChange ? own.pick(changes) : why === 'visit' ? own.pick(worries) : null,
      whyNotBefore:
        isChange && hasDay && own.chance(0.1) ? 'The carers gave notice, and there was no other family.' : null,
      withdrawnOn: isGivenUp && withdrawnOn < stretch.end ? withdrawnOn : stretch.leftOn,
    },
  )
}

function addVisit(rows: MadeRows, own: Random, { child }: Made, stretch: Stretch): void {
  const { visitInYear, whoAsks } = askedRates.of
  const [isOne, by, askedOn] = [own.chance(visitInYear), own.weighted(whoAsks), dayIn(own, stretch)]
  const about = by === 'notice' ? 'A notice to the home about its staffing at night' : own.pick(wishes)
  if (isOne) rows.add(VisitRequest, { child: child.number }, { askedOn, by, about, withdrawnOn: stretch.leftOn })
}

/** One who came by the scheme, on the day on which we took over; one who has just come to us, and is to go to another authority. */
function addTransfers(
  rows: MadeRows,
  own: Random,
  { child }: Made,
  { startedOn, until }: Time & { readonly startedOn: PlainDate },
): void {
  const { cameByTransfer, toMoveOn } = askedRates.of
  const [came, leaves] = [own.chance(cameByTransfer), own.chance(toMoveOn)]
  const [before, after, authority] = [
    own.whole(2, 12),
    own.whole(2, 16),
    own.pick(['Portshire', 'Lowdale', 'Great Wexham']),
  ]
  if (came) {
    const allocatedOn = addDays(startedOn, -before)
    rows.add(
      NationalTransfer,
      { child: child.number },
      { allocatedOn, way: 'here', authority, transferredOn: startedOn },
    )
    return
  }
  const allocatedOn = later(startedOn, addDays(until, -after))
  if (leaves && startedOn > addMonths(until, -2))
    rows.add(NationalTransfer, { child: child.number }, { allocatedOn, way: 'away', authority })
}
