/** A figure of the months up to one, the oldest first and itself last, wherever it is kept. */
type OverTime<Line> = { readonly latest: Line; readonly lines: readonly Line[] }

/**
 * A series up to its last figure that is final: it is what is judged and told of, on pages and in reports. A provisional one would be of those whose answer happened to
 * come first. Undefined where none of its figures is final.
 */
export function settled<Line extends { readonly provisional: boolean }, Series extends OverTime<Line>>(
  series: Series & OverTime<Line>,
): (Series & OverTime<Line>) | undefined {
  const at = series.lines.findLastIndex(({ provisional }) => !provisional)
  const latest = series.lines[at]
  return latest === undefined ? undefined : { ...series, latest, lines: series.lines.slice(0, at + 1) }
}
