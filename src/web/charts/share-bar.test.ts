import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, extentOfMark, readSvg, withClass } from './read-svg.ts'
import { type ShareKind, shareBar } from './share-bar.ts'

const kinds: readonly ShareKind[] = ['green', 'amber', 'red', 'below', 'none']

test('segments stand side by side inside 112, as long as their counts', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 500 }), (all, most) => {
      const parts = kinds.map((kind, index) => ({ kind, count: all[index] ?? 0 }))
      fc.pre(parts.some(({ count }) => count > 0))
      const svg = readSvg(shareBar({ parts, most }))
      const segments = svg.children.filter((each) => attribute(each, 'class') !== 'c-b-fill')
      expect(segments).toHaveLength(all.filter((count) => count > 0).length)
      let free = 0
      for (const extent of segments.map(extentOfMark)) {
        expect(extent?.left).toBeGreaterThanOrEqual(free - 0.1)
        expect(extent?.right).toBeGreaterThanOrEqual(extent?.left ?? Number.NaN)
        free = extent?.right ?? Number.NaN
      }
      expect(free).toBeLessThanOrEqual(111.6)
    }),
  )
})

test('a bar of half the most is half as long', () => {
  const [bar] = readSvg(shareBar({ parts: [{ kind: 'green', count: 5 }], most: 10 })).children
  expect(bar && attribute(bar, 'width')).toBe('54.5')
})

test('worse than target is half full', () => {
  const svg = readSvg(shareBar({ parts: [{ kind: 'below', count: 2 }], most: 4 }))
  expect(withClass(svg, 'c-b').map((each) => attribute(each, 'height'))).toEqual(['12'])
  expect(withClass(svg, 'c-b-fill').map((each) => attribute(each, 'height'))).toEqual(['6'])
})

test('nothing to count, no bar', () => {
  expect(shareBar({ parts: [{ kind: 'red', count: 0 }], most: 4 })).toBe('')
})
