import { AdoptionMatch } from '../areas/children-in-care/adoption-plans.ts'
import { UnaccompaniedStatus } from '../areas/children-in-care/circumstances.ts'
import { Episode } from '../areas/children-in-care/episodes.ts'
import { DeprivationOfLiberty } from '../areas/children-in-care/liberty.ts'
import { Person } from '../areas/people/person.ts'
import { addDays, addMonths, fromParts, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import type { RecordFormat, SourceRows } from '../formats/records.ts'
import { ssda903 } from '../formats/ssda903/index.ts'
import { templateFormat } from '../formats/templates/index.ts'
import { makeAuthority } from '../synthetic/authority.ts'
import type { Made } from '../synthetic/history.ts'
import { placesOf } from '../synthetic/places.ts'
import { recordsOf } from '../synthetic/records.ts'
import { servicesOf } from '../synthetic/services.ts'
import type { Postcodes } from './postcodes.ts'

/** How large a made-up authority is to be. */
export type Size = {
  readonly seed: number
  readonly inCare: number
  readonly unaccompanied: number
  readonly children: number
}

/** A made-up authority: how large, from when to when, and where it lies. */
export type Wanted = Size & {
  /** The last day of which anything is known. */
  readonly until: PlainDate
  readonly years: number
  /** The code of the authority in which its children live. */
  readonly area: string
}

/** The files of one extract, as a case system would give them out on a day. */
export type Extract = {
  readonly format: RecordFormat
  /** The year of a return; templates have none. */
  readonly year: string | undefined
  readonly knownOn: PlainDate
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

/** The children of a made-up authority. The same seed makes the same children. */
export const makeChildren = ({ postcodes, calendar }: Where, { area, ...wanted }: Wanted): readonly Made[] =>
  makeAuthority({ ...wanted, places: placesOf(postcodes.all(), area), calendar })

type Where = { readonly postcodes: Postcodes; readonly calendar: Calendar }

/**
 * What is known of made-up children, as files that anybody's import takes, in the order in which they are to be imported: the return of every year as it was
 * handed in, that of the year that is running as known a month before the last day and on it; and in our own templates what no return carries.
 */
export function* extractsOf(
  made: readonly Made[],
  { area, until, years }: Pick<Wanted, 'area' | 'until' | 'years'>,
): Iterable<Extract> {
  const returns = returnsOf(until, years)
  const visitsSince = returns[0]?.from ?? until
  const rows = (happenedBy: PlainDate, writtenBy: PlainDate): SourceRows =>
    recordsOf(made, { authority: area, happenedBy, writtenBy, visitsSince })
  const named = new Set<string>()
  const placed = new Set<string>()
  const adopted = new Set<string>()
  for (const { year, last, knownOn } of returns) {
    const { files } = ssda903.write(rows(last, knownOn), year, 'csv')
    for (const child of childrenIn(files, 'header.csv')) named.add(child)
    for (const child of childrenIn(files, 'episodes.csv')) placed.add(child)
    for (const child of childrenIn(files, 'ad1.csv')) adopted.add(child)
    yield { format: ssda903, year, knownOn, files }
  }
  const last = rows(until, until)
  const known = new Set((last.get(Person.key) ?? []).flatMap(({ subjects }) => Object.values(subjects).flat()))
  const { files } = templateFormat.write(
    together([
      withoutReturned(last, { named, placed, adopted }),
      ...servicesOf(made, { until, years, isKnown: (number) => known.has(number) }).map(({ all }) => all),
    ]),
  )
  yield { format: templateFormat, year: undefined, knownOn: until, files }
}

/** The records of several services as one lot. */
const together = (all: readonly SourceRows[]): SourceRows =>
  new Map(
    [...new Set(all.flatMap((one) => [...one.keys()]))].map((key) => [key, all.flatMap((one) => one.get(key) ?? [])]),
  )

/** Whom a file of a return names, in its first column. */
const childrenIn = (files: Extract['files'], file: string): readonly string[] =>
  files
    .filter(({ name }) => name === file)
    .flatMap(({ text }) => text.trimEnd().split('\n').slice(1))
    .map((line) => line.split(',')[0] ?? '')

/**
 * What no return says: of those who are in one all that it does not ask for, of everybody else who they are too. Of a care leaver a return may tell how they
 * are and nothing of the care that they left before; of a match it tells once the child is adopted.
 */
function withoutReturned(
  all: SourceRows,
  { named, placed, adopted }: Readonly<Record<'named' | 'placed' | 'adopted', ReadonlySet<string>>>,
): SourceRows {
  const returned = (key: string) => (key === AdoptionMatch.key ? adopted : ofCare.includes(key) ? placed : named)
  const isReturned = (key: string, one: string) => returned(key).has(one)
  return new Map(
    [...all].map(([key, rows]) => [
      key,
      inTheReturn.includes(key)
        ? rows.filter(
            ({ subjects }) =>
              !Object.values(subjects)
                .flat()
                .some((one) => isReturned(key, one)),
          )
        : rows,
    ]),
  )
}

/** What a return says only of whoever was in care in its year. */
const ofCare: readonly string[] = [Episode.key, UnaccompaniedStatus.key]
/** Orders of deprivation of liberty are asked for from 2026/27 on, in a return that is not written here. */
const inTheReturn: readonly string[] = ssda903.written
  .map(({ key }) => key)
  .filter((key) => key !== DeprivationOfLiberty.key)

/** The first year of which the return can be written: earlier ones asked for other things. */
const FIRST_RETURN = 2016

function returnsOf(until: PlainDate, years: number) {
  const running = yearOf(until)
  const first = Math.max(FIRST_RETURN, running - years)
  return Array.from({ length: running - first + 1 }, (_, at) => first + at).flatMap((begins) => {
    const [from, year] = [fromParts(begins, 4, 1), `${begins}/${String(begins + 1).slice(-2)}`]
    if (begins === running)
      return [addMonths(until, -1), until]
        .filter((day) => day >= from)
        .map((day) => ({ year, from, last: day, knownOn: day }))
    const last = addDays(fromParts(begins + 1, 4, 1), -1)
    // Collected until the end of June: by then what was written down late is in it. What is not would be open for ever.
    return [{ year, from, last, knownOn: Math.min(fromParts(begins + 1, 6, 30), until) as PlainDate }]
  })
}

/** The calendar year in which the return's year of a date began, on 1 April. */
function yearOf(date: PlainDate): number {
  const { year, month } = partsOf(date)
  return month < 4 ? year - 1 : year
}
