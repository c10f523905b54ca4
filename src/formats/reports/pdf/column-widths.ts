/** What a column needs: `least` so that no word is broken, `ease` so that it reads with ease, `most` so that no cell has a second line. */
export type Need = { readonly least: number; readonly ease: number; readonly most: number; readonly share: number }

/**
 * How wide the columns are, of so much room in all. First each has its least, or less where there is not so much; then what is over goes by share to those
 * that do not read with ease yet, then to those with second lines, and what nobody needs to all.
 */
export function columnWidths(needs: readonly Need[], room: number): readonly number[] {
  const least = sumOf(needs.map((need) => need.least))
  if (least >= room) return needs.map((need) => (need.least * room) / least)
  const widths = needs.map((need) => need.least)
  const eased = grown(
    widths,
    needs.map(({ ease, share }) => ({ upTo: ease, share })),
    room,
  )
  const whole = grown(
    eased,
    needs.map(({ most, share }) => ({ upTo: most, share })),
    room,
  )
  const over = room - sumOf(whole)
  const shares = sumOf(needs.map(({ share }) => share))
  return whole.map((width, at) => width + (over * (needs[at]?.share ?? 0)) / shares)
}

type Wish = { readonly upTo: number; readonly share: number }

/** Each as much nearer to what it wishes as there is room, by its share. */
function grown(widths: readonly number[], wishes: readonly Wish[], room: number): readonly number[] {
  const over = room - sumOf(widths)
  const more = wishes.map(({ upTo }, at) => Math.max(0, upTo - (widths[at] ?? 0)))
  if (sumOf(more) <= over) return widths.map((width, at) => width + (more[at] ?? 0))
  const weights = wishes.map(({ share }, at) => share * (more[at] ?? 0))
  const open = weights.map((weight, at) => ({ at, weight, more: more[at] ?? 0 })).filter(({ weight }) => weight > 0)
  const full = open.filter(({ weight, more: wanted }) => (over * weight) / sumOf(weights) > wanted)
  if (full.length === 0) return widths.map((width, at) => width + (over * (weights[at] ?? 0)) / sumOf(weights))
  // Whoever would have more than it wishes has what it wishes, and the others share what is left.
  const filled = widths.map((width, at) => (full.some((one) => one.at === at) ? width + (more[at] ?? 0) : width))
  return grown(filled, wishes, room)
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)
