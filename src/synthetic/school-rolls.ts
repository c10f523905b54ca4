import { academicYearOf, schoolLeavingDate } from '../areas/education-of-children-in-care/school-age.ts'
import { birthday } from '../core/dates/age.ts'
import { firstEnd, later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { schoolRates } from './education-rates.ts'
import type { Random } from './random.ts'
import { endOf, type Schooling } from './schooling.ts'

/** A time on the roll of a school. */
export type Roll = {
  readonly school: string
  readonly from: PlainDate
  /** The first day on which the child was no longer on it; null while they are. */
  readonly to: PlainDate | null
  readonly whyLeft: string | null
  readonly location: 'IN' | 'OUT'
}

const names = {
  primary: [
    'Heronsgate Primary School',
    'Gorse Hill Primary School',
    'St Aldwyn’s Primary School',
    'Millbrook Junior School',
    'Sedgeley First School',
    'Orchard Lane Primary School',
  ],
  secondary: ['Harbour School', 'Quarr Down Academy', 'The Fleet School', 'Kestrel Vale Academy', 'Thornbarrow School'],
  special: ['Fernleigh School', 'The Tidewater Centre', 'Linden House School'],
  elsewhere: ['Ashcombe Academy', 'Wyvern Cross School', 'Saltmarsh College', 'Northfold School'],
} as const

/** A day on which the child leaves a school, why, and how long they wait for the next. */
type Turn = { readonly on: PlainDate; readonly why: 'placement' | 'phase'; readonly wait: number }

/** The schools one after another: the one the child came with, others after moves of home, the next at eleven; nothing after year 11. */
export function rollsOf(random: Random, schooling: Schooling): readonly Roll[] {
  const { child, care } = schooling
  const end = endOf(schooling)
  const reception = addMonths(academicYearOf(birthday(child.bornOn, 4)), 12)
  const secondary = addMonths(reception, 12 * 7)
  const leaves = addDays(schoolLeavingDate(child.bornOn), 1)
  const last = firstEnd(leaves, end) ?? end
  if (last <= later(reception, care.startedOn)) return []
  const isSpecial = random.chance(0.16)
  // Whoever came to this country at fifteen has no school to come with.
  const came = child.unaccompanied ? addDays(care.startedOn, random.whole(10, 60)) : reception
  const first = care.startedOn < secondary || child.unaccompanied ? came : secondary
  const turns = turnsOf(random, schooling, secondary).filter(({ on }) => on > later(first, care.startedOn) && on < last)
  const starts: readonly Turn[] = [{ on: first, why: 'phase', wait: 0 }, ...turns]
  const atTheEnd = leaves < end ? ([leaves, 'phase'] as const) : ([null, null] as const)
  const rolls = starts.map(({ on, why, wait }, at): Roll => {
    const from = addDays(on, wait)
    const left = turns[at]
    const isOut = why === 'placement' && isPlacedPrivately(schooling, on)
    const here = from < secondary ? 'primary' : 'secondary'
    const kind = isOut ? 'elsewhere' : isSpecial ? 'special' : here
    const [to, whyLeft] = left === undefined ? atTheEnd : [left.on, left.why]
    return { school: random.pick(names[kind]), from, to, whyLeft, location: isOut ? 'OUT' : 'IN' }
  })
  return rolls.filter(({ from, to }) => from < last && (to === null || to > from))
}

const isPlacedPrivately = ({ episodes }: Schooling, on: PlainDate): boolean =>
  episodes.findLast(({ startedOn }) => startedOn <= on)?.provider === 'PR4'

/** Some moves of home mean another school, after a wait for some; at eleven everybody moves up. */
function turnsOf(random: Random, { child, episodes }: Schooling, secondary: PlainDate): readonly Turn[] {
  const { changesWithPlacement, waitsForPlace, waits } = schoolRates.of
  const moves = episodes.flatMap(({ startedOn, reasonStarted }): readonly Turn[] => {
    if ((reasonStarted !== 'P' && reasonStarted !== 'B') || !random.chance(changesWithPlacement)) return []
    const wait = random.chance(waitsForPlace) ? random.whole(waits[0], waits[1]) : 0
    return [{ on: startedOn, why: 'placement', wait }]
  })
  const up: readonly Turn[] = child.unaccompanied ? [] : [{ on: secondary, why: 'phase', wait: 0 }]
  return [...moves, ...up].toSorted((a, b) => a.on - b.on)
}
