import { addDays, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import type { Made } from './history.ts'
import { type Random, random } from './random.ts'

/** How often health's own list has something else than the record; made up, so that each kind of difference is there to be looked at. */
const rates = { anotherDay: 0.06, lacks: 0.04, misspelt: 0.015, refusedAsDone: 0.4, onlyTheirs: 0.02 } as const

type Days = { readonly from: PlainDate; readonly to: PlainDate }
type Row = readonly string[]

const HEADINGS = ['Our number', 'First name', 'Surname', 'DOB', 'IHA', 'RHA', 'Dental'] as const
const KINDS = ['initial', 'review', 'dental'] as const
type Held = { readonly kind: (typeof KINDS)[number]; readonly on: PlainDate }

/**
 * What the health team of a made-up authority would send of some days: the assessments and dental checks that were done, a row for each child and day, under
 * headings of its own. Some days are others than on the record, some are on one side alone, and of two children nobody has heard.
 */
export function healthsListOf(made: readonly Made[], days: Days, seed: number): readonly Row[] {
  const source = random(seed).fork('health list')
  const rows = made.flatMap((one) => rowsOf(source.fork(one.child.number), one, days))
  return [HEADINGS, ...rows, ...strangers(days)]
}

function rowsOf(source: Random, made: Made, days: Days): readonly Row[] {
  const all = [
    ...heldIn(made, days),
    ...takenForDone(source, made, days),
    ...onlyTheirs(source.fork('more'), made, days),
  ]
  return all.flatMap((held, at) => {
    const own = source.fork(at)
    const [isLacking, isOther, isMisspelt] = [
      own.chance(rates.lacks),
      own.chance(rates.anotherDay),
      own.chance(rates.misspelt),
    ]
    const on = isOther ? moved(own, held.on, days) : held.on
    return isLacking ? [] : [rowOf(made, { ...held, on }, isMisspelt)]
  })
}

/** A day or more beside the day on which it was: the day of the letter, most of the time. */
function moved(own: Random, on: PlainDate, { from, to }: Days): PlainDate {
  const other = addDays(on, own.pick([1, 2, 3, 5, 7, 9, -1, -2]))
  return other < from || other >= to ? on : other
}

/** Some that were refused, or to which nobody brought the child, health has as done. */
function takenForDone(source: Random, { assessments, dental }: Made, { from, to }: Days): readonly Held[] {
  const isIn = (on: PlainDate) => on >= from && on < to
  const refused: readonly Held[] = [
    ...assessments
      .filter(({ assessedOn, attendance }) => isIn(assessedOn) && attendance !== 'done')
      .map(({ kind, assessedOn }) => ({ kind, on: assessedOn })),
    ...dental
      .filter(({ checkedOn, attendance }) => isIn(checkedOn) && attendance !== 'done')
      .map(({ checkedOn }) => ({ kind: 'dental' as const, on: checkedOn })),
  ]
  return refused.filter((_, at) => source.fork(`refused${at}`).chance(rates.refusedAsDone))
}

/** A visit to the dentist of which nobody told the social worker. */
function onlyTheirs(own: Random, { care }: Made, { from, to }: Days): readonly Held[] {
  const on = addDays(from, own.whole(0, to - from - 1))
  const isInCare = care.some(({ startedOn, endedOn }) => startedOn < from && (endedOn === null || endedOn >= to))
  return isInCare && own.chance(rates.onlyTheirs) ? [{ kind: 'dental', on }] : []
}

/** What was done in the days. */
function heldIn({ assessments, dental }: Made, { from, to }: Days): readonly Held[] {
  const isIn = (on: PlainDate) => on >= from && on < to
  return [
    ...assessments
      .filter(({ assessedOn, attendance }) => isIn(assessedOn) && attendance === 'done')
      .map(({ kind, assessedOn }): Held => ({ kind, on: assessedOn })),
    ...dental
      .filter(({ checkedOn, attendance }) => isIn(checkedOn) && attendance === 'done')
      .map(({ checkedOn }): Held => ({ kind: 'dental', on: checkedOn })),
  ]
}

/** One whose name was misspelt has no number on the list either: that is how it came to be misspelt. */
function rowOf({ child: { number, given, family, bornOn } }: Made, { kind, on }: Held, isMisspelt: boolean): Row {
  const cells = KINDS.map((one) => (one === kind ? english(on) : ''))
  return isMisspelt
    ? ['', given, `${family}e`, english(bornOn), ...cells]
    : [number, given, family, english(bornOn), ...cells]
}

/** Another authority's children, whom health sees as well. */
const strangers = ({ from }: Days): readonly Row[] => [
  ['', 'Tegan', 'Ainscow-Prowse', '11/03/2013', '', english(addDays(from, 12)), ''],
  ['', 'Kit', 'Vandermolen', '29/08/2009', '', '', english(addDays(from, 20))],
]

function english(day: PlainDate): string {
  const { year, month, day: of } = partsOf(day)
  return `${String(of).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}
