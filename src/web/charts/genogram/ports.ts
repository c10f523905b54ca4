import type { Drop } from './levels.ts'
import type { Places } from './place.ts'
import type { GenogramPlan } from './plan.ts'
import type { Bus, Top } from './wires.ts'

const usualGap = 8
const aside = 5
const edge = 2

/**
 * Where the lines of a bus go down to people: in the middle of each, or side by side where several come to one. Twins who stand side by side
 * share a line that parts above them.
 */
export function dropsOf(
  { people, wires, rowOf, rows }: GenogramPlan,
  { across, laneAt }: Places,
  symbol: number,
): (bus: Bus) => readonly Drop[] {
  const middleOf = (bus: Bus): number => {
    const lanes = wires.lanes.filter(({ family, row }) => family === bus.family && row === bus.channel - 1).map(laneAt)
    const ends = lanes.length > 0 ? lanes : bus.tops.map(({ person }) => across[person] ?? 0)
    return ends.reduce((sum, one) => sum + one, 0) / Math.max(1, ends.length)
  }
  const arriving = (person: number) =>
    wires.buses
      .flatMap((bus) => bus.tops.filter((top) => top.person === person).map((top) => ({ bus, top })))
      .toSorted((a, b) => middleOf(a.bus) - middleOf(b.bus))
  const portOf = (bus: Bus, top: Top): number => {
    const all = arriving(top.person)
    const gap = Math.min(usualGap, (symbol * 1.4) / Math.max(1, all.length - 1))
    const at = all.findIndex((one) => one.top === top)
    const middle = across[top.person] ?? 0
    const port = middle + (at - (all.length - 1) / 2) * gap
    if (!isBelowAnother(bus, port)) return port
    // Straight below another family's line, theirs and this one would look like one.
    const moved = port + (middleOf(bus) < port ? -aside : aside)
    return Math.max(middle - symbol + edge, Math.min(middle + symbol - edge, moved))
  }
  const isBelowAnother = (bus: Bus, port: number) =>
    wires.lanes.some(
      (lane) => lane.family !== bus.family && lane.row === bus.channel - 1 && Math.abs(laneAt(lane) - port) < aside - 1,
    )
  const areTwins = (one: Top, other: Top): boolean => {
    const [first, second] = [people[one.person]?.bornOn, people[other.person]?.bornOn]
    const row = rows[rowOf[one.person] ?? 0] ?? []
    return (
      first !== undefined &&
      second !== undefined &&
      // Over midnight they have two birthdays.
      Math.abs(first - second) <= 1 &&
      one.line === other.line &&
      row.indexOf(other.person) === row.indexOf(one.person) + 1 &&
      arriving(one.person).length === 1 &&
      arriving(other.person).length === 1
    )
  }
  return (bus) => {
    const inOrder = bus.tops.map((top) => ({ top, at: portOf(bus, top) })).toSorted((a, b) => a.at - b.at)
    const groups: (typeof inOrder)[] = []
    for (const one of inOrder) {
      const open = groups.at(-1)
      const last = open?.at(-1)
      if (open !== undefined && last !== undefined && areTwins(last.top, one.top)) open.push(one)
      else groups.push([one])
    }
    return groups.map((group) => ({
      at: group.reduce((sum, { at }) => sum + at, 0) / group.length,
      people: group,
    }))
  }
}
