import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../../../test/support/app.ts'
import { hostile, madeUpOn } from '../../../../test/support/made-up.ts'
import { site } from '../../../../test/support/site.ts'

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)

describe('the dataset as CSV', () => {
  const read = (body: string) =>
    parse<Record<string, string>>(body, { bom: true, columns: true, record_delimiter: '\r\n' })

  test('is a file of its own name, for Excel', async () => {
    const { headers, body } = await demonstration().get(
      '/datasets/corporate-parenting.csv?authority=dorset&period=2023-08',
    )
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="corporate-parenting-dorset-2023-08.csv"',
    })
    expect(body.startsWith('\ufeffauthority,section,indicator,label,unit,good_is,2023-03,')).toBe(true)
    expect(body.endsWith('\r\n')).toBe(true)
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('has every row with its exact values, and nothing for what is not known', async () => {
    const rows = read((await demonstration().get('/datasets/corporate-parenting.csv')).body)
    expect(rows).toHaveLength(78)
    expect(rows[1]).toEqual({
      authority: 'dorset',
      section: 'Profile',
      indicator: 'cic-rate-month-end',
      label: 'Rate per 10,000 children',
      unit: 'per 10,000',
      good_is: 'low',
      '2023-04': '63.96',
      '2023-05': '63.96',
      '2023-06': '63.81',
      '2023-07': '63.52',
      '2023-08': '68.54',
      '2023-09': '71.64',
      provisional: 'no',
      direction: 'worse',
      target: '60',
      rag: 'worse than target',
      england: '70',
      good_statistical_neighbours: '61.2',
      source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    })
    expect(rows[3]).toMatchObject({ direction: '', target: '', rag: '', england: '' })
  })

  test('neutralises what a spreadsheet would run', async () => {
    const rows = read((await madeUp().get('/indicators/plans-late.csv')).body)
    const [row] = rows.filter((one) => one['period'] === '2023-08')
    expect(row?.['note']).toBe(`'${hostile.formula}`)
    for (const one of rows) for (const cell of Object.values(one)) expect(cell).not.toMatch(/^[=+@\t\r]/)
  })
})
