import {
  HomePlacement,
  HomeRegistration,
  IndependentHomeVisit,
  QualityOfCareReview,
} from '../areas/childrens-homes/home-records.ts'
import { Establishment, Inspection } from '../areas/organisation/places.ts'
import { addDays, addMonths, fromParts, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import { type OwnStay, ownStays } from './foster-stays.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

const homes = ['Larkrise', 'Seaview House', 'The Old Rectory', 'Millstream', 'Orchard Lodge'] as const
const managers = ['Ffion Hale', 'Ravi Nair', 'Joan Petty', null, 'Carl Ainsley'] as const
const PLACES = 4
const registeredOn = fromParts(2016, 5, 9)

/** The homes that a made-up authority runs: who lives in them, who visits them, how they are reviewed. */
export function ownHomesOf(
  made: readonly Made[],
  { until, years }: { readonly until: PlainDate; readonly years: number },
): MadeRows {
  const rows = new MadeRows()
  const source = random(made.length + 1).fork('homes')
  const stays = ownStays(made).filter(({ placement }) => placement === 'K2')
  const since = addMonths(until, -12 * years)
  for (const [at, name] of homes.entries()) {
    const home = `HOME${at + 1}`
    rows.add(
      Establishment,
      { establishment: home },
      { name, kind: 'childrens-home', urn: `SC99000${at + 1}`, places: PLACES },
    )
    const about = { registeredOn, urn: `SC99000${at + 1}`, places: PLACES, youngest: 8, oldest: 17 }
    rows.add(
      HomeRegistration,
      { home },
      { ...about, manager: managers[at] ?? null, responsibleIndividual: 'Head of provision' },
    )
    addVisits(rows, source.fork(`visits ${at}`), home, since, until)
    addReviews(rows, source.fork(`reviews ${at}`), home, since, until)
    addInspections(rows, source.fork(`inspected ${at}`), home, since, until)
  }
  for (const { stay, home } of placed(source.fork('placed'), stays)) {
    const { child, startedOn, endedOn } = stay
    rows.add(HomePlacement, { child, home }, { startedOn, endedOn, standing: 'in-care' })
  }
  return rows
}

/** Each where there is a place; of whoever finds none nobody wrote down in which home they were. */
function placed(source: Random, stays: readonly OwnStay[]) {
  const there = homes.map((): OwnStay[] => [])
  return stays.flatMap((stay) => {
    const free = there.filter(
      (one) => one.filter(({ endedOn }) => endedOn === null || endedOn > stay.startedOn).length < PLACES,
    )
    if (free.length === 0) return []
    const home = source.pick(free)
    home.push(stay)
    return [{ stay, home: `HOME${there.indexOf(home) + 1}` }]
  })
}

/** Once in a month; now and then one is left out. */
function addVisits(rows: MadeRows, source: Random, home: string, since: PlainDate, until: PlainDate): void {
  for (let month = since; month <= until; month = addMonths(month, 1)) {
    const { year, month: of } = partsOf(month)
    const visitedOn = fromParts(year, of, source.whole(3, 27))
    if (visitedOn > until || source.chance(0.03)) continue
    const reportedOn = addDays(visitedOn, source.whole(5, 20))
    rows.add(
      IndependentHomeVisit,
      { home },
      {
        visitedOn,
        visitor: 'Independent person',
        unannounced: source.chance(0.3) ? 'yes' : 'no',
        childrenHeard: 'yes',
        safeguarded: 'yes',
        wellbeing: 'yes',
        reportedOn: reportedOn <= until ? reportedOn : null,
      },
    )
  }
}

function addReviews(rows: MadeRows, source: Random, home: string, since: PlainDate, until: PlainDate): void {
  for (let on = addDays(since, source.whole(0, 150)); on <= until; on = addDays(on, source.whole(165, 195))) {
    const sentOn = addDays(on, source.whole(8, 31))
    rows.add(
      QualityOfCareReview,
      { home },
      { completedOn: on, childrensViews: 'yes', sentOn: sentOn <= until ? sentOn : null },
    )
  }
}

/** About once a year; the report is published some weeks later. */
function addInspections(rows: MadeRows, source: Random, home: string, since: PlainDate, until: PlainDate): void {
  for (let on = addDays(since, source.whole(0, 300)); on <= until; on = addDays(on, source.whole(330, 420))) {
    const publishedOn = addDays(on, source.whole(20, 40))
    const isOut = publishedOn <= until
    const grade = source.weighted({ outstanding: 15, good: 68, 'requires-improvement': 17 })
    rows.add(
      Inspection,
      { establishment: home },
      { inspectedOn: on, publishedOn: isOut ? publishedOn : null, grade: isOut ? grade : null },
    )
  }
}
