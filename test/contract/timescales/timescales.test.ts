import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { areas } from '../../../src/areas/index.ts'
import { heldBy, servicesToCome } from './rows.ts'

// Nothing that the law asks of the services that are built is missing unseen.

type Row = {
  readonly row: string
  readonly service: string
  readonly 'in force': string
  readonly 'how we know': string
}

const rows: readonly Row[] = parse(readFileSync('test/fixtures/statutory-timescales.csv'), { columns: true })
const inForce = rows.filter((row) => row['in force'] === 'yes')
const clocks = new Map(areas.flatMap(({ timescales = [] }) => timescales.map((one) => [one.key, one] as const)))
const lists = new Set(areas.flatMap(({ workLists = [] }) => workLists.map(({ key }) => key)))
const figures = new Set(
  areas.flatMap(({ indicators }) => indicators.filter(({ counts }) => counts).map(({ key }) => key)),
)

const held = Object.entries(heldBy).flatMap(([row, some]) => some.map((one) => ({ row, one })))

describe('the timescales in force', () => {
  it('are each held by a clock, a list, a figure or a test, or left for a service that is named', () => {
    const missing = inForce.filter(({ row, service }) => !(row in heldBy) && !(service in servicesToCome))
    expect(missing.map(({ row }) => row)).toEqual([])
    const known = new Set(rows.map(({ row }) => row))
    expect(Object.keys(heldBy).filter((row) => !known.has(row))).toEqual([])
  })

  it('name what is there', () => {
    const gone = held.filter(({ one }) => {
      if ('clock' in one) return !clocks.has(one.clock)
      if ('list' in one) return !lists.has(one.list)
      if ('figure' in one) return !figures.has(one.figure)
      return 'test' in one ? !existsSync(one.test) : one.left === ''
    })
    expect(gone).toEqual([])
  })

  it('say so where the number of days is known by heart only', () => {
    const byHeart = new Set(inForce.filter((row) => row['how we know'] === 'own knowledge').map(({ row }) => row))
    const silent = held.flatMap(({ row, one }) => {
      if (!byHeart.has(row) || !('clock' in one)) return []
      const { source = '', rules = [] } = clocks.get(one.clock) ?? {}
      const said = [source, ...rules.map((rule) => rule.source)].some((text) => /to be (checked|confirmed)/.test(text))
      return said ? [] : [`${row} ${one.clock}`]
    })
    expect(silent).toEqual([])
  })
})
