import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths } from './column-widths.ts'
import { roomOf } from './look.ts'
import { paginate } from './paginate.ts'
import type { Block } from './strip.ts'
import { wrapped } from './wrap.ts'

const byLetters = (text: string): number => text.length

test('lines are no wider than they may be, and lose no letter', () => {
  const width = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(fc.string(), width, (text, most) => {
      const lines = wrapped(text, most, byLetters)
      expect(lines.every((line) => line.trimEnd().length <= most)).toBe(true)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/[\s\p{Cc}]/gu, ''))
    }),
  )
})

test('words end where a blank was, and a long one breaks after a hyphen', () => {
  expect(wrapped('one two-three four', 9, byLetters)).toEqual(['one ', 'two-three ', 'four'])
  expect(wrapped('two-three', 6, byLetters)).toEqual(['two-', 'three'])
  expect(wrapped('', 6, byLetters)).toEqual([''])
})

test('columns take the whole room, and none less than its least where there is enough', () => {
  const need = fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.nat(90), fc.nat(400), fc.constantFrom(0.5, 1, 3))
    .map(([least, ease, most, share]) => ({ least, ease: least + ease, most: least + ease + most, share }))
  fc.assert(
    fc.property(fc.array(need, { minLength: 1, maxLength: 15 }), fc.integer({ min: 50, max: 800 }), (needs, room) => {
      const widths = columnWidths(needs, room)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6)
      const least = needs.reduce((sum, one) => sum + one.least, 0)
      if (least <= room) for (const [at, one] of needs.entries()) expect(widths[at]).toBeGreaterThan(one.least - 1e-6)
    }),
  )
})

const room = roomOf('upright').height
const strip = fc.record({
  height: fc.integer({ min: 1, max: Math.floor(room) }),
  before: fc.nat(40),
  keepWithNext: fc.boolean(),
  paint: fc.constant(() => {}),
})
const blocks = fc.array(
  fc.record<Block>({ shape: fc.constantFrom('upright', 'wide'), strips: fc.array(strip, { maxLength: 6 }) }),
  { maxLength: 8 },
)

test('every strip stands on a page of its shape, in order, one below the other and within the margins', () => {
  fc.assert(
    fc.property(blocks, (all) => {
      const fitting = all.map((block) => ({
        ...block,
        strips: block.strips.filter(({ height }) => height <= roomOf(block.shape).height),
      }))
      const sheets = paginate(fitting)
      expect(sheets.flatMap(({ placed }) => placed.map((one) => one.strip))).toEqual(
        fitting.flatMap(({ strips }) => strips),
      )
      for (const { shape, placed } of sheets) {
        let end = 0
        for (const { top, strip: one } of placed) {
          expect(top).toBeGreaterThanOrEqual(end)
          end = top + one.height
        }
        expect(end).toBeLessThanOrEqual(roomOf(shape).height)
      }
    }),
  )
})

test('what leads does not end a page while what it leads to would stand there with it', () => {
  const small = fc.record({
    height: fc.integer({ min: 1, max: 60 }),
    before: fc.nat(20),
    keepWithNext: fc.boolean(),
    wants: fc.option(fc.integer({ min: 1, max: Math.floor(room) }), { nil: 0 }),
    paint: fc.constant(() => {}),
  })
  const block = fc.array(small, { minLength: 1, maxLength: 6 }).map((strips) => ({
    shape: 'upright' as const,
    strips: strips.map((one, at) => (at === strips.length - 1 ? { ...one, keepWithNext: false } : one)),
  }))
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (all) => {
      for (const { placed } of paginate(all).slice(0, -1)) expect(placed.at(-1)?.strip.keepWithNext).toBe(false)
    }),
  )
})

test('heads are drawn again on a further page', () => {
  const rows = Array.from({ length: 3 }, () => ({
    height: room * 0.6,
    before: 0,
    keepWithNext: false,
    paint: () => {},
  }))
  const again = { height: 20, before: 0, keepWithNext: true, paint: () => {} }
  const sheets = paginate([{ shape: 'upright', strips: rows, again }])
  expect(sheets.map(({ placed }) => placed.map((one) => one.strip === again))).toEqual([
    [false],
    [true, false],
    [true, false],
  ])
})
