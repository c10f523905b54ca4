import type { Stand } from '../../../app/counting/why.ts'
import type { MemberList } from '../../../core/counting/plan.ts'
import type { Verdict } from '../../../core/counting/tally.ts'
import type { Moved } from '../../../core/counting/why-it-moved.ts'
import { type Period, periodLabel } from '../../../core/dates/period.ts'
import type { SubjectId, SubjectKind } from '../../../core/definitions/field.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { written } from '../../../core/figures/written.ts'

// What figures counted from the record are called on the pages that open them.

/** What a figure's members are called: children, reviews. */
export type Noun = { readonly one: string; readonly many: string }

export function nounOf({ each }: Pick<MemberList, 'each'>): Noun {
  if (each.member === 'record') return { one: each.type.label.toLowerCase(), many: each.type.plural }
  return whoNoun(each)
}

/** What those are called whom a list is about, of a list of records too: children, households. */
export function whoNoun({ type, role }: MemberList['each']): Noun {
  const kind = type.subjects[role]?.kind ?? 'person'
  return kind === 'person' && role === 'child' ? { one: 'child', many: 'children' } : things[kind]
}

const things: Readonly<Record<SubjectKind, Noun>> = {
  person: { one: 'person', many: 'people' },
  household: { one: 'household', many: 'households' },
  establishment: { one: 'place', many: 'places' },
  agency: { one: 'agency', many: 'agencies' },
  team: { one: 'team', many: 'teams' },
  worker: { one: 'worker', many: 'workers' },
}

/** The column of those whom a list is about: people have an age, and households, places and agencies have not. */
export function whoHeading(each: MemberList['each']): string {
  const { one } = whoNoun(each)
  return one === 'person' ? 'Who' : `${one.charAt(0).toUpperCase()}${one.slice(1)}`
}

/** Whether a list is of people, or of records about people. */
export const isOfPeople = ({ type, role }: MemberList['each']): boolean => type.subjects[role]?.kind === 'person'

/** Where a member of a list leads to: to somebody's chronology, or to the page of a household or a place. */
export const whoHref = (each: MemberList['each'], subject: SubjectId): string =>
  isOfPeople(each) ? `/people/${subject}/chronology` : `/things/${subject}`

/** What stands under a member's name: an age, of those who have one. */
export function whoAbout(each: MemberList['each'], age: number | null): string | undefined {
  if (!isOfPeople(each)) return undefined
  return age === null ? 'age not known' : `${age}`
}

/** "1 child", "1,203 children", "no children". */
export const counted = (count: number, { one, many }: Noun): string =>
  count === 0 ? `no ${many}` : `${written(count, 'count')} ${count === 1 ? one : many}`

/** "4 more", "2 fewer", "no change". */
export const change = (by: number): string => (by === 0 ? 'no change' : `${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'}`)

/** A figure with what it is a share of: "66.5%, 103 of 155". */
export function figureText({ value, numerator, denominator }: Omit<Stand, 'all'>, { unit }: Indicator): string {
  if (value === null) return 'No figure'
  const figure = written(value, unit)
  if (unit !== 'per cent' || denominator === null) return figure
  return `${figure}, ${written(numerator, 'count')} of ${written(denominator, 'count')}`
}

const standing: Readonly<Record<Verdict, string>> = {
  '1': 'counted',
  '0': 'not counted',
  '?': 'not known whether counted',
  '!': 'not known whether in the group',
  '-': 'not in the group',
}
export const standingText = (verdict: Verdict): string => standing[verdict]

type Around = {
  readonly list: MemberList
  readonly before: Period
  readonly after: Period
  /** Where everybody in the group counts, nobody has to be told so. */
  readonly everybodyCounts: boolean
}

/** What happened to members who moved alike: "Left the group, counted before: no longer “under 16”". */
export function movedText(moved: Omit<Moved, 'members'>, around: Around): string {
  const { before, after, because } = moved
  if (before !== '-' && after !== '-') return answeredText(moved)
  if (before === '!' || after === '!') return `Was ${standing[before]}, is ${standing[after]}${named(because)}`
  const hasJoined = before === '-'
  const how = hasJoined ? after : before
  const as = around.everybodyCounts && how === '1' ? '' : `, ${standing[how]}`
  if (because === null && around.list.each.when === 'dated')
    return `Only in ${periodLabel(hasJoined ? around.after : around.before)}${as}`
  return hasJoined
    ? `Joined the group${as}: ${joined(because, around)}`
    : `Left the group${as === '' ? '' : `${as} before`}: ${left(because, around)}`
}

const answered: Readonly<Record<string, string>> = {
  '01': 'Now counted',
  '0?': 'Not counted, and no longer known',
  '10': 'No longer counted',
  '1?': 'Counted, and no longer known',
  '?0': 'Known now, and not counted',
  '?1': 'Known now, and counted',
  '11': 'Counted in both, with another number',
}

/** Of somebody who was and is in the group: what is answered otherwise. */
function answeredText({ before, after, because }: Omit<Moved, 'members'>): string {
  const text = answered[`${before}${after}`] ?? `Was ${standing[before]}, is ${standing[after]}`
  return `${text}${after === '0' && because !== null ? `: not “${because}”` : named(because)}`
}

const named = (because: string | null): string => (because === null ? '' : `: “${because}”`)

function joined(because: string | null, { list }: Around): string {
  if (because !== null) return leavesOut(list, because) ? `no longer “${because}”` : `now “${because}”`
  return `no ${list.each.type.label.toLowerCase()} before`
}

function left(because: string | null, { list }: Around): string {
  if (because !== null) return leavesOut(list, because) ? `now “${because}”` : `no longer “${because}”`
  return `no ${list.each.type.label.toLowerCase()} any more`
}

/** Whether a yes to the test takes somebody out of a group. */
function leavesOut({ tests, placings, countings }: MemberList, because: string): boolean {
  const at = tests.findIndex(({ name }) => name === because)
  return placings.some(({ exclude }) => exclude.includes(at)) || countings.some(({ without }) => without.includes(at))
}
