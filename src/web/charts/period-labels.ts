import { type Anchor, shorten, type Text, widthOf } from './text.ts'

type Period = { readonly label: string; readonly yearLabel: string }
type Row = { readonly y: number; readonly left: number; readonly right: number }
type Labelled = {
  readonly left: number
  readonly right: number
  readonly texts: readonly Text[]
}

/** Every period, every second, quarter, term or half year, year...: whatever fits first. */
const steps: readonly number[] = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120]
const gap = 6
const lineHeight = 16
const className = 't2'

/** Counting back from the last point, which readers look for first. */
function everyNth(count: number, step: number): readonly number[] {
  const indexes: number[] = []
  for (let index = count - 1; index >= 0; index -= step) indexes.unshift(index)
  return indexes
}

function labelled(lines: readonly string[], x: number, row: Row): Labelled {
  const shown = lines.map((content) => shorten(content, (row.right - row.left) / 2, className))
  const width = Math.max(...shown.map((content) => widthOf(content, className)))
  const isNearEnd = x + width / 2 > row.right
  const anchor: Anchor = isNearEnd ? 'end' : x - width / 2 < row.left ? 'start' : 'middle'
  const at = { start: row.left, middle: x, end: row.right }[anchor]
  const left = { start: at, middle: at - width / 2, end: at - width }[anchor]
  const texts = shown.map((content, line) => ({ x: at, y: row.y + line * lineHeight, className, anchor, content }))
  return { left, right: left + width, texts }
}

/** The year stands under the first label, and under the first of each new year. */
function labelsAt(
  indexes: readonly number[],
  points: readonly Period[],
  xOf: (index: number) => number,
  row: Row,
): readonly Labelled[] {
  let year = ''
  return indexes.map((index) => {
    const { label = '', yearLabel = '' } = points[index] ?? {}
    const lines = yearLabel === year ? [label] : [label, yearLabel]
    year = yearLabel
    return labelled(lines, xOf(index), row)
  })
}

const touch = (labels: readonly Labelled[]): boolean =>
  labels.some(({ left }, index) => left < (labels[index - 1]?.right ?? Number.NEGATIVE_INFINITY) + gap)

/** As many of the periods' names as fit side by side, evenly spaced; `row.y` is the baseline of the first of two lines. */
export function periodLabels(points: readonly Period[], xOf: (index: number) => number, row: Row): readonly Text[] {
  const choices = steps.map((step) => labelsAt(everyNth(points.length, step), points, xOf, row))
  const fitting = choices.find((labels) => !touch(labels))
  return (fitting ?? labelsAt([points.length - 1], points, xOf, row)).flatMap(({ texts }) => texts)
}
