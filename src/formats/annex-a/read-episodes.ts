import { Episode } from '../../areas/children-in-care/episodes.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRow } from '../records.ts'
import { dateIn, type Row, textIn } from './read-rows.ts'
import { about } from './source-rows.ts'

// List 8 gives of a time in care its beginning, since when the legal status is what it is, since when the child is where they are, and its end. Three days at
// most: at each an episode begins. Of those before the last it is known that they were, and of what they were only as much as the list says.

/** The episodes that a row of list 8 tells; none where it does not say when care began. */
export function episodesOf(row: Row): readonly SourceRow[] {
  const startedOn = dateIn(row, 'startedOn')
  if (startedOn === null) return []
  const notBefore = (key: string) => Math.max(dateIn(row, key) ?? startedOn, startedOn) as PlainDate
  const [statusSince, placedOn] = [notBefore('statusSince'), notBefore('placedOn')]
  const days = [...new Set([startedOn, statusSince, placedOn])].toSorted((one, other) => one - other)
  return days.map((day, at) => {
    const next = days[at + 1]
    const said: Record<string, Value> = {
      startedOn: day,
      reasonStarted: reasonFor(day, startedOn, statusSince, placedOn),
      categoryOfNeed: nationalNeed(textIn(row, 'need')),
      ...(day >= statusSince ? { legalStatus: textIn(row, 'status') } : {}),
      ...(day >= placedOn ? placementOf(row) : {}),
      ...(next === undefined ? endOf(row) : { endedOn: next, reasonEnded: 'X1' }),
    }
    const episode = about(Episode, row.id, `${row.id}|${toText(day)}`, said)
    return { ...episode, inferred: next === undefined ? ['reasonStarted'] : Object.keys(said) }
  })
}

function reasonFor(day: PlainDate, startedOn: PlainDate, statusSince: PlainDate, placedOn: PlainDate): string {
  if (day === startedOn) return 'S'
  if (statusSince === placedOn) return 'B'
  return day === statusSince ? 'L' : 'P'
}

/** N0 and N9 are answers of other lists; the return about children in care has neither. */
const nationalNeed = (need: string | null): string | null => (need === 'N0' || need === 'N9' ? null : need)

const placementOf = (row: Row): Readonly<Record<string, Value>> => ({
  placement: textIn(row, 'placement'),
  provider: textIn(row, 'provider'),
  placementPostcode: textIn(row, 'postcode'),
  urn: textIn(row, 'urn'),
  placementLocation: textIn(row, 'location'),
})

/** An end without a reason is an end; a reason without a day is told and left. */
function endOf(row: Row): Readonly<Record<string, Value>> {
  const endedOn = dateIn(row, 'ceasedOn')
  return endedOn === null ? {} : { endedOn, reasonEnded: textIn(row, 'reasonCeased') }
}

/**
 * Joins what a list says of each child's time in care with what earlier lists said: where those knew of episodes in between, these stay, and each ends as
 * the next begins. What a list only infers gives way to what another said.
 */
export function carryOn(before: readonly SourceRow[], said: readonly SourceRow[]): readonly SourceRow[] {
  const earlier = groupByChild(before)
  return [...groupByChild(said)].flatMap(([child, chain]) => {
    const [first] = chain
    const from = first === undefined ? null : startOf(first)
    const known = (earlier.get(child) ?? []).filter((one) => (startOf(one) ?? 0) >= (from ?? 0))
    return from === null || known.length === 0 ? chain : join(known, chain)
  })
}

function join(known: readonly SourceRow[], chain: readonly SourceRow[]): readonly SourceRow[] {
  const last = Math.max(...chain.map((one) => startOf(one) ?? 0))
  const byStart = new Map(known.filter((one) => (startOf(one) ?? 0) <= last).map((one) => [startOf(one), one] as const))
  for (const one of chain) {
    const wholly = one.inferred?.includes('startedOn') === true
    if (!wholly || !byStart.has(startOf(one))) byStart.set(startOf(one), one)
  }
  const all = [...byStart.values()].toSorted((one, other) => (startOf(one) ?? 0) - (startOf(other) ?? 0))
  return all.map((one, at) => {
    const next = startOf(all[at + 1])
    if (next === null || hasEnded(one, next)) return one
    return { ...one, fields: { ...one.fields, endedOn: next, reasonEnded: 'X1' } }
  })
}

/** Whether care itself ended with an episode, before the next began. */
const hasEnded = ({ fields }: SourceRow, next: PlainDate): boolean =>
  typeof fields['endedOn'] === 'number' && fields['endedOn'] <= next && fields['reasonEnded'] !== 'X1'

const startOf = (row: SourceRow | undefined): PlainDate | null => {
  const value = row?.fields['startedOn'] ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}

function groupByChild(rows: readonly SourceRow[]): ReadonlyMap<string, readonly SourceRow[]> {
  const groups = new Map<string, SourceRow[]>()
  for (const row of rows) {
    const child = row.subjects['child']?.[0] ?? ''
    groups.set(child, [...(groups.get(child) ?? []), row])
  }
  return groups
}
