import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lyingLayout, uprightLayout } from './genogram.ts'
import type { GenogramInput, GenogramPerson } from './input.ts'
import type { Layout, PlacedSymbol } from './layout.ts'
import type { Line } from './lines.ts'
import { type GenogramPlan, genogramPlan } from './plan.ts'
import type { Spot } from './spot.ts'

const keys = Array.from({ length: 15 }, (_, index) => `p${index}`)

const person = (key: string): fc.Arbitrary<GenogramPerson> =>
  fc.record({
    key: fc.constant(key),
    shape: fc.constantFrom('male', 'female', 'not known', 'unborn'),
    name: fc.constantFrom(
      'Maya',
      'Christopher John',
      'Unbroken'.repeat(12),
      'Restricted: ring South team, 01632 960020',
    ),
    lines: fc.subarray(['9', 'due March 2024']),
    marks: fc.subarray(['has PR']),
    isSubject: fc.constant(key === 'p0'),
    died: fc.boolean(),
    bornOn: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    generation: fc.option(fc.integer({ min: -3, max: 2 }), { nil: undefined }),
  })

/** Any data at all, wrong ones too: people who are their own grandmother, parents of their partner, or joined to nobody. */
const anything: fc.Arbitrary<GenogramInput> = fc.integer({ min: 1, max: keys.length }).chain((count) => {
  const known = keys.slice(0, count)
  const key = fc.constantFrom(...known)
  const line = fc.constantFrom('solid' as const, 'dashed' as const)
  return fc.record({
    id: fc.constant('family'),
    title: fc.constant('Family'),
    description: fc.constant('In words.'),
    people: fc.tuple(...known.map(person)),
    couples: fc.array(
      fc.record({ between: fc.tuple(key, key), line, strokes: fc.constantFrom(0 as const, 1 as const, 2 as const) }),
      { maxLength: 6 },
    ),
    parents: fc.array(fc.record({ parent: key, child: key, line }), { maxLength: 24 }),
    siblings: fc.array(fc.tuple(key, key), { maxLength: 3 }),
    households: fc.array(
      fc.record({ name: fc.constantFrom('Sheila’s', 'Jean and Mal’s (foster home)'), members: fc.subarray(known) }),
      {
        maxLength: 3,
      },
    ),
  })
})

type Box = { readonly from: Spot; readonly to: Spot }

const symbolBox = ({ at }: PlacedSymbol, { look }: Layout): Box => ({
  from: { across: at.across - look.symbol, down: at.down - look.symbol },
  to: { across: at.across + look.symbol, down: at.down + look.symbol },
})

function labelBox({ at, label, labelDown }: PlacedSymbol, { look }: Layout): Box {
  const [across, down] = look.way === 'upright' ? [label.width, label.height] : [label.height, label.width]
  return {
    from: { across: at.across - across / 2, down: labelDown },
    to: { across: at.across + across / 2, down: labelDown + down },
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.from.across < b.to.across && b.from.across < a.to.across && a.from.down < b.to.down && b.from.down < a.to.down

/** Points of a line, close enough together that none of our boxes fits between them. */
function pointsOf({ from, to }: Line): readonly Spot[] {
  const steps = Math.ceil(Math.max(Math.abs(to.across - from.across), Math.abs(to.down - from.down)) / 4) + 1
  return Array.from({ length: steps + 1 }, (_, step) => ({
    across: from.across + ((to.across - from.across) * step) / steps,
    down: from.down + ((to.down - from.down) * step) / steps,
  }))
}

const within = (spot: Spot, box: Box): boolean => meet({ from: spot, to: spot }, box)

const touches = (line: Line, box: Box): boolean => pointsOf(line).some((spot) => within(spot, box))

const onLine = (spot: Spot, line: Line): boolean => {
  const [across, down] = [line.to.across - line.from.across, line.to.down - line.from.down]
  const length = Math.hypot(across, down)
  const along =
    length === 0 ? 0 : ((spot.across - line.from.across) * across + (spot.down - line.from.down) * down) / length
  const inside = Math.max(0, Math.min(length, along))
  const share = length === 0 ? 0 : inside / length
  return Math.hypot(spot.across - line.from.across - across * share, spot.down - line.from.down - down * share) < 0.01
}

/** Whether one may go along a family's lines from one of its people to another. */
function joined(layout: Layout, family: number, from: PlacedSymbol, to: PlacedSymbol): boolean {
  const lines = layout.lines.filter((line) => line.family === family)
  const reaches = (line: Line, { at }: PlacedSymbol) =>
    [line.from, line.to].some((end) => Math.hypot(end.across - at.across, end.down - at.down) <= layout.look.symbol)
  const reached = new Set(lines.filter((line) => reaches(line, from)))
  for (const line of reached)
    for (const next of lines)
      if (onLine(next.from, line) || onLine(next.to, line) || onLine(line.from, next) || onLine(line.to, next))
        reached.add(next)
  return [...reached].some((line) => reaches(line, to))
}

function insideOf(corners: readonly Spot[], { across, down }: Spot): boolean {
  let inside = false
  for (const [index, one] of corners.entries()) {
    const other = corners.at(index - 1) ?? one
    const at = one.across + ((down - one.down) * (other.across - one.across)) / (other.down - one.down)
    if (one.down > down !== other.down > down && across < at) inside = !inside
  }
  return inside
}

const symbolOf = (layout: Layout, number: number): PlacedSymbol => {
  const found = layout.symbols.find((one) => one.person === number)
  if (found === undefined) throw new Error(`${number} is not drawn`)
  return found
}

/** Every link from a parent to a child, with the family that draws it. */
const linksOf = ({ families }: GenogramPlan) =>
  families.flatMap(({ parents, children }, family) =>
    parents.flatMap((parent) => children.map((child) => ({ family, parent, child: child.person }))),
  )

const isAncestor = (plan: GenogramPlan, above: number, below: number): boolean => {
  const reached = new Set([above])
  for (const one of reached) for (const { parent, child } of linksOf(plan)) if (parent === one) reached.add(child)
  return above !== below && reached.has(below)
}

describe.each([
  { way: 'upright', layOut: (plan: GenogramPlan) => uprightLayout(plan, 80) },
  { way: 'lying', layOut: (plan: GenogramPlan) => lyingLayout(plan, 2000) },
])('whatever the data say, a drawing that is $way', ({ layOut }) => {
  const holds = (law: (plan: GenogramPlan, layout: Layout) => void) =>
    fc.assert(
      fc.property(anything, (input) => {
        const plan = genogramPlan(input)
        law(plan, layOut(plan))
      }),
      { numRuns: 80 },
    )

  test('shows everybody exactly once, within its edges', () => {
    holds((plan, layout) => {
      expect(layout.symbols.map((one) => one.person).toSorted((a, b) => a - b)).toEqual([...plan.people.keys()])
      const whole = {
        from: { across: -0.1, down: -0.1 },
        to: { across: layout.size.across + 0.1, down: layout.size.down + 0.1 },
      }
      const spots = [
        ...layout.symbols
          .flatMap((one) => [symbolBox(one, layout), labelBox(one, layout)])
          .flatMap(({ from, to }) => [from, to]),
        ...layout.lines.flatMap(({ from, to }) => [from, to]),
        ...layout.outlines.flatMap(({ corners }) => corners),
        ...layout.names.map(({ at }) => at),
      ]
      expect(spots.filter((spot) => !within(spot, whole))).toEqual([])
    })
  })

  test('puts no symbol or label over another', () => {
    holds((_, layout) => {
      const boxes = layout.symbols.flatMap((one) => [symbolBox(one, layout), labelBox(one, layout)])
      const over = boxes.filter((box, index) => boxes.slice(index + 1).some((other) => meet(box, other)))
      expect(over).toEqual([])
    })
  })

  test('draws every link from a parent to a child', () => {
    holds((plan, layout) => {
      const missing = linksOf(plan).filter(
        ({ family, parent, child }) => !joined(layout, family, symbolOf(layout, parent), symbolOf(layout, child)),
      )
      expect(missing).toEqual([])
    })
  })

  test('joins every couple, and brothers and sisters without parents', () => {
    holds((plan, layout) => {
      for (const [family, { parents, children }] of plan.families.entries()) {
        const [first, ...others] = parents.length === 0 ? children.map((child) => child.person) : parents
        if (first === undefined) continue
        for (const other of others)
          expect(joined(layout, family, symbolOf(layout, first), symbolOf(layout, other))).toBe(true)
      }
    })
  })

  test('puts children below their parents, unless they are their ancestors too', () => {
    holds((plan, layout) => {
      const wrong = linksOf(plan).filter(
        ({ parent, child }) =>
          symbolOf(layout, child).at.down <= symbolOf(layout, parent).at.down && !isAncestor(plan, child, parent),
      )
      expect(wrong).toEqual([])
    })
  })

  test('leads no line over anybody whom it does not join, nor over any label', () => {
    holds((plan, layout) => {
      const wrong = layout.lines.flatMap((line) => {
        const { parents = [], children = [] } = plan.families[line.family] ?? {}
        const own = new Set([...parents, ...children.map((child) => child.person)])
        return layout.symbols.filter(
          (one) =>
            touches(line, labelBox(one, layout)) || (!own.has(one.person) && touches(line, symbolBox(one, layout))),
        )
      })
      expect(wrong).toEqual([])
    })
  })

  test('surrounds the people of a household and nobody else', () => {
    holds((plan, layout) => {
      const wrong = plan.households.flatMap(({ name, members }, household) => {
        const outlines = layout.outlines.filter((one) => one.household === household)
        return layout.symbols.filter(
          ({ person: number, at }) =>
            members.includes(number) !== outlines.some(({ corners }) => insideOf(corners, at)) && name !== '',
        )
      })
      expect(wrong).toEqual([])
    })
  })
})

/** A family as there are: four generations, whose children have one or two parents of the one before. */
const likely: fc.Arbitrary<GenogramInput> = fc
  .record({
    count: fc.integer({ min: 4, max: 20 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 20, maxLength: 20 }),
  })
  .map(({ count, picks }) => {
    const rowOf = (number: number) => Math.floor((number * 4) / count)
    const numbers = Array.from({ length: count }, (_, number) => number)
    const parents = numbers.flatMap((child) => {
      const above = numbers.filter((number) => rowOf(number) === rowOf(child) - 1)
      const [first, second, known] = picks[child] ?? [0, 0, false]
      if (!known || above.length === 0) return []
      return [...new Set([above[first % above.length], above[second % above.length]])].map((parent) => ({
        parent: `p${parent}`,
        child: `p${child}`,
        line: 'solid' as const,
      }))
    })
    const people = numbers.map(
      (number): GenogramPerson => ({
        key: `p${number}`,
        shape: number % 2 === 0 ? 'female' : 'male',
        name: 'Maya',
        lines: [],
        marks: [],
        isSubject: number === count - 1,
        died: false,
        bornOn: number * 400,
        generation: undefined,
      }),
    )
    return { id: 'family', title: '', description: '', people, couples: [], parents, siblings: [], households: [] }
  })

/** How far two level or two upright lines lie along each other, so that they look like one. */
function alongside(one: Line, other: Line): number {
  const shared = (axis: 'across' | 'down', along: 'across' | 'down'): number => {
    const isLevel = ({ from, to }: Line) => Math.abs(from[axis] - to[axis]) < 0.01
    if (!isLevel(one) || !isLevel(other) || Math.abs(one.from[axis] - other.from[axis]) >= 2) return 0
    const ends = ({ from, to }: Line) => [from[along], to[along]] as const
    return (
      Math.min(Math.max(...ends(one)), Math.max(...ends(other))) -
      Math.max(Math.min(...ends(one)), Math.min(...ends(other)))
    )
  }
  return Math.max(shared('across', 'down'), shared('down', 'across'))
}

test('in a likely family no two families’ lines look like one', () => {
  fc.assert(
    fc.property(likely, (input) => {
      const { lines } = uprightLayout(genogramPlan(input), 80)
      const wrong = lines.flatMap((one, index) =>
        lines.slice(index + 1).filter((other) => one.family !== other.family && alongside(one, other) > 2),
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: 200 },
  )
})
