import { describe, expect, it } from 'vitest'
import { written, writtenShort } from './written.ts'

describe('written', () => {
  it.each([
    [473, 'count', '473'],
    [1234567, 'count', '1,234,567'],
    [64.94, 'per cent', '64.9%'],
    [100, 'per cent', '100.0%'],
    [71.64, 'per 10,000', '71.6'],
    [652.4, 'days', '652'],
    [15.55, 'score', '15.6'],
    [1.036, 'ratio', '1.04'],
    [-1234.5, 'count', '-1,235'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(written(value, unit)).toBe(text)
  })

  it('shortens targets and benchmarks', () => {
    expect(writtenShort(70, 'per cent')).toBe('70%')
    expect(writtenShort(72.5, 'per cent')).toBe('72.5%')
    expect(writtenShort(1.3, 'ratio')).toBe('1.30')
    expect(writtenShort(420, 'count')).toBe('420')
    expect(writtenShort(100, 'per cent')).toBe('100%')
  })
})
