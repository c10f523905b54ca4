import { describe, expect, it } from 'vitest'
import { type Cell, differsBy, exactly, type Knowledge, type Quantity } from './knowledge.ts'
import { protect } from './protect.ts'
import { departmentsRule, isSmall } from './rule.ts'
import { cycles } from './stretches.ts'

const rule = departmentsRule

/** A table of counts by their names, each of them one cell. */
function table(
  counts: Readonly<Record<string, number>>,
  ties: Knowledge['ties'],
  cells: Partial<Cell> = {},
): Knowledge {
  const entries = Object.entries(counts)
  return {
    quantities: new Map(
      entries.map(([key, count]): [string, Quantity] => [key, { key, count, guarded: isSmall(rule, count) }]),
    ),
    ties,
    cells: entries.map(([key, count]) => ({
      key,
      tells: [exactly(key, count)],
      small: isSmall(rule, count) ? [{ terms: [[key, 1]], least: 1, most: 5 }] : [],
      is: isSmall(rule, count) ? 'withheld' : 'open',
      notSmall: isSmall(rule, count) ? null : key,
      worth: 1,
      ...cells,
    })),
  }
}

const total = (whole: string, ...parts: readonly string[]) =>
  differsBy([[whole, -1], ...parts.map((part) => [part, 1] as const)], 0)

const withheld = (knowledge: Knowledge) => [...protect(knowledge, rule).withheld].toSorted()

describe('what is withheld', () => {
  it('is what is small, and nothing else where it hangs together with nothing', () => {
    expect(withheld(table({ few: 1, five: 5, six: 6, none: 0 }, []))).toEqual(['few', 'five'])
  })

  it('is one more part where the others and the total would give a small one back', () => {
    expect(withheld(table({ all: 40, a: 3, b: 17, c: 20 }, [total('all', 'a', 'b', 'c')]))).toHaveLength(2)
  })

  it('is enough that a small number may still be three others', () => {
    // Of 4 both are from 1 to 3 by “1 to 5”: that is three. Of 3 they would be 1 or 2, and the total has to go.
    expect(withheld(table({ all: 10, a: 2, b: 2, c: 6 }, [total('all', 'a', 'b', 'c')]))).toEqual(['a', 'b'])
    expect(withheld(table({ all: 9, a: 2, b: 1, c: 6 }, [total('all', 'a', 'b', 'c')]))).toHaveLength(3)
  })

  it('is not a part of which a reader would see that it is not small, where that would say too much', () => {
    // b is nought or 6 and more, as everybody sees; with 8 in all a would be 1 or 2.
    expect(withheld(table({ all: 8, a: 2, b: 6 }, [total('all', 'a', 'b')]))).toEqual(['a', 'all'])
  })

  it('follows through tables that share a number', () => {
    // Without b alone: it comes back as c and d.
    const counts = { all: 50, a: 4, b: 46, c: 30, d: 16 }
    const found = withheld(table(counts, [total('all', 'a', 'b'), total('b', 'c', 'd')]))
    expect(found).toEqual(['a', 'all'])
  })

  it('says what was given away before, and withholds what can still be', () => {
    const knowledge = table({ all: 10, a: 3, b: 7 }, [total('all', 'a', 'b')])
    const before: Knowledge = {
      ...knowledge,
      cells: knowledge.cells.map((cell) => (cell.key === 'a' ? cell : { ...cell, is: 'shown for ever' })),
    }
    expect(protect(before, rule)).toMatchObject({ withheld: new Set(['a']), givenAway: ['a'] })
  })
})

describe('stretches of time', () => {
  it('make each other up wherever two ways lead to the same day', () => {
    const group = (from: number, to: number) => ({
      ...{ found: 'stays', holds: [], isDated: true, count: to - from },
      from: from as never,
      to: to as never,
    })
    const found = cycles([group(0, 60), group(0, 30), group(30, 60), group(60, 90), group(30, 90)])
    const length = ({ from, to }: { from: number; to: number }) => to - from
    expect(found.map((terms) => terms.reduce((sum, [one, times]) => sum + times * length(one), 0))).toEqual([0, 0])
    expect(found.every((terms) => terms.length === 3)).toBe(true)
  })
})
