import { type Text, widthOf } from './text.ts'

/** A place where a series stops comparing with itself. */
export type Break = {
  /** Before this point. */
  readonly index: number
  /** "A" for the first, and so on; the page explains it under the same letter. */
  readonly letter: string
  /** What changed. */
  readonly text: string
}

/** A to Z, then AA, AB... */
function letterFor(order: number): string {
  const last = String.fromCharCode(65 + (order % 26))
  return order < 26 ? last : letterFor(Math.floor(order / 26) - 1) + last
}

/** The breaks of a series in order, lettered as the chart letters them. */
export function breaksOf(points: readonly { readonly breakBefore?: string }[]): readonly Break[] {
  const found: Break[] = []
  for (const [index, { breakBefore }] of points.entries()) {
    if (breakBefore !== undefined) found.push({ index, letter: letterFor(found.length), text: breakBefore })
  }
  return found
}

type Group = { readonly x: number; readonly breaks: readonly Break[]; readonly content: string }
type Row = { readonly y: number; readonly left: number; readonly right: number }

const className = 'tb'
const gap = 6
const longestText = 200

const lettersOf = (breaks: readonly Break[]): string => {
  const [first, ...rest] = breaks.map(({ letter }) => letter)
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return first ?? ''
  return rest.length === 1 ? `${first}, ${last}` : `${first}–${last}`
}

const extent = ({ content, x }: { readonly content: string; readonly x: number }, row: Row) => {
  const half = widthOf(content, className) / 2
  const middle = Math.max(row.left + half, Math.min(row.right - half, x))
  return { left: middle - half, right: middle + half, middle }
}

const collide = (a: Group, b: Group, row: Row): boolean => extent(a, row).right + gap > extent(b, row).left

function merged(a: Group, b: Group): Group {
  const breaks = [...a.breaks, ...b.breaks]
  return { x: (a.x * a.breaks.length + b.x * b.breaks.length) / breaks.length, breaks, content: lettersOf(breaks) }
}

/** Letters over the breaks; where two would touch, one "A, B" between them. */
function grouped(breaks: readonly Break[], xOf: (index: number) => number, row: Row): readonly Group[] {
  const groups: Group[] = []
  for (const each of breaks) {
    let last: Group = { x: xOf(each.index), breaks: [each], content: each.letter }
    let before = groups.at(-1)
    while (before !== undefined && collide(before, last, row)) {
      groups.pop()
      last = merged(before, last)
      before = groups.at(-1)
    }
    groups.push(last)
  }
  return groups
}

const place = (group: Group, row: Row): Text => {
  const { middle } = extent(group, row)
  return { x: middle, y: row.y, className, anchor: 'middle', content: group.content }
}

/** Labels of letters alone, for a narrow drawing. */
export const breakLetters = (breaks: readonly Break[], xOf: (index: number) => number, row: Row): readonly Text[] =>
  grouped(breaks, xOf, row).map((group) => place(group, row))

/** Labels with what changed after the letter ("A: home closed") where there is room for it. */
export function breakTexts(breaks: readonly Break[], xOf: (index: number) => number, row: Row): readonly Text[] {
  const groups = [...grouped(breaks, xOf, row)]
  for (const [index, group] of groups.entries()) {
    const [only, ...others] = group.breaks
    if (only === undefined || others.length > 0) continue
    const longer = { ...group, content: `${only.letter}: ${only.text}` }
    const before = groups[index - 1]
    const after = groups[index + 1]
    const fits =
      widthOf(longer.content, className) <= longestText &&
      (before === undefined || !collide(before, longer, row)) &&
      (after === undefined || !collide(longer, after, row))
    if (fits) groups[index] = longer
  }
  return groups.map((group) => place(group, row))
}
