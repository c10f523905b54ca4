import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { figureOf, type National } from '../../core/benchmarks/national.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { isUntouched } from '../../store/untouched.ts'
import { importNational, importShipped } from './import-national.ts'
import { getMeasure, getPlace, nationalFigures } from './national.ts'

const raw = gunzipSync(readFileSync(new URL('../../../data/benchmarks/lait-values.csv.gz', import.meta.url)))
  .toString()
  .trimEnd()
  .split('\r\n')
  .slice(1)

/** A row of the raw file, read as simply as can be: the value is what follows the last comma, the number the third cell. */
const rawRow = (line: string) => {
  const [measure = '', year = '', number = ''] = line.split(',')
  return {
    measure: line.startsWith('"') ? (/^"(.*?)"/.exec(line)?.[1] ?? '') : measure,
    year,
    number: Number(number),
    value: line.slice(line.lastIndexOf(',') + 1),
  }
}

/** The same twenty each time: Lehmer's generator from a fixed seed. */
function drawn(): readonly string[] {
  let seed = 20_261_126
  const lines = raw.filter((line) => !line.startsWith('"') && !line.endsWith(',-'))
  return Array.from({ length: 20 }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return lines[seed % lines.length] ?? ''
  })
}

eachDatabase(({ share }) => {
  const store = share()
  const app = () => appOn(store())
  let added: number | undefined
  let national: National
  beforeAll(async () => {
    added = await importShipped(app())
    const figures = await nationalFigures(app())
    if (figures === undefined) throw new Error('They have been imported')
    national = figures
  }, 60_000)

  const value = (place: string, measure: string, label: string) => {
    const year = national.years.get(getMeasure(app(), measure).key)?.find((one) => one.label === label)
    return year && figureOf(national, year, getPlace(app(), place)).value
  }

  test('all that ships is there: 323 measures of the tool and the tables, of every authority, region and England', async () => {
    expect(raw).toHaveLength(476_170)
    expect(added).toBe(476_170 + 54_316)
    expect(national.places.authorities).toHaveLength(153)
    expect(national.measures.size).toBe(323)
    expect(await importShipped(app())).toBeUndefined()
    expect(await isUntouched(store())).toBe(true)
  })

  test.each([
    ['children-in-care', 67],
    ['children-in-need', 330.3],
    ['children-on-child-protection-plans', 40.6],
    ['referrals-within-12-months-of-the-one-before', 22.6],
  ])('England in 2025: %s', (measure, expected) => {
    expect(value('england', measure, '2025')).toBe(expected)
  })

  test.each(drawn())('the raw file agrees: %s', (line) => {
    const { measure, year, number, value: text } = rawRow(line)
    const of = national.byLait.get(measure)
    const place = national.places.findByNumber(number)
    const there = of && national.years.get(of.key)?.find((one) => one.label === year)
    expect(there && place && figureOf(national, there, place).value).toBeCloseTo(Number(text), 5)
  })

  test('Dorset’s statistical neighbours are those of the file, the closest first', () => {
    const neighbours = national.neighbours.get(getPlace(app(), 'dorset').number) ?? []
    expect(neighbours.map(({ place }) => place.name)).toEqual([
      'Somerset',
      'Devon',
      'Shropshire',
      'Suffolk',
      'Worcestershire',
      'Essex',
      'Derbyshire',
      'Kent',
      'West Sussex',
      'North Yorkshire',
    ])
  })

  test('the story begins in 2013 where the Department’s tables do', () => {
    const years = national.years.get('children-on-child-protection-plans') ?? []
    expect(years.map(({ endsIn }) => endsIn)).toEqual(Array.from({ length: 13 }, (_, at) => 2013 + at))
    expect(value('dorset-county-until-2019', 'children-on-child-protection-plans-number', '2013')).toBe(243)
  })

  test('an import tells what has changed, keeps what it does not say, and changes nothing the second time', async () => {
    const text = 'measure_short,year,la_number,value\nLAC,2025,838,66\nLAC,2025,970,67\nLAC,2026,838,64\n'
    const files = [{ name: 'newer.csv', bytes: Buffer.from(text) }]
    const on = plainDate('2026-11-26')
    const first = await importNational(app(), files, on)
    expect(first.counts).toEqual({ new: 1, changed: 1, same: 1 })
    expect(first.changes).toEqual([{ measure: 'LAC', year: '2025', place: 'Dorset', before: '65', now: '66' }])
    expect((await importNational(app(), files, on)).counts).toEqual({ new: 0, changed: 0, same: 3 })
    national = (await nationalFigures(app())) ?? national
    expect([value('dorset', 'children-in-care', '2025'), value('dorset', 'children-in-care', '2026')]).toEqual([66, 64])
    expect(value('kent', 'children-in-care', '2025')).not.toBeNull()
    // An older edition fills history and does not take the newer one's word.
    const older = Buffer.from('measure_short,year,la_number,value\nLAC,2025,838,65\n')
    await importNational(app(), [{ name: 'older.csv', bytes: older }], plainDate('2026-01-01'))
    national = (await nationalFigures(app())) ?? national
    expect(value('dorset', 'children-in-care', '2025')).toBe(66)
  })

  test('a faulty file is refused whole', async () => {
    const text = 'measure_short,year,la_number,value\nLAC,2025,838,1\nLAC,2025,838,many\n'
    const { refused, issues } = await importNational(
      app(),
      [{ name: 'bad.csv', bytes: Buffer.from(text) }],
      plainDate('2026-11-26'),
    )
    expect(refused).toBe(true)
    expect(issues).toHaveLength(1)
  })
}, productTypes)
