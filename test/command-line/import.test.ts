import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { los, readable, sharedFolder, sharedStore } from './los.ts'

const heading = 'authority,indicator,period,value,published_in\n'

const store = sharedStore()
const folder = sharedFolder()

test('los import figures takes all or nothing', async () => {
  const [bad, good] = [join(folder(), 'bad.csv'), join(folder(), 'good.csv')]
  writeFileSync(good, `${heading}dorset,cic-started,2023-08,10,Pack\ndorset,cic-started,2023-09,12,Pack\n`)
  writeFileSync(bad, `${heading}dorset,cic-started,2023-07,10,Pack\ndorset,cic-startd,2023-06,"1,2\n3",Pack\n`)

  const refused = await los(['import', 'figures', good, bad, '--data', store()])
  expect(refused.code).toBe(1)
  expect(readable(refused)).toEqual([
    `${bad}, row 3, column indicator: There is no indicator "cic-startd". Did you mean "cic-started"?`,
    expect.stringMatching(/bad\.csv, row 3, column value: "1,2 3" is no number\. .*leave the cell blank\.$/),
    'Nothing was imported. Put the errors right and import the file again.',
  ])
  const { records, issues } = JSON.parse(refused.out)
  expect(records).toEqual({})
  expect(issues).toMatchObject([
    { file: bad, row: 3, column: 'indicator', subject: 'cic-startd', severity: 'error' },
    { file: bad, row: 3, column: 'value', subject: 'cic-startd', severity: 'error' },
  ])

  // Had anything of the good file been kept, it would now be the same rather than new.
  const taken = await los(['import', 'figures', good, '--known-on', '2023-10-04', '--data', store()])
  expect({ ...taken, out: JSON.parse(taken.out) }).toEqual({
    code: 0,
    out: { records: { Figure: { new: 2, changed: 0, same: 0, gone: 0 } }, issues: [] },
    err: '',
  })
})

test('national figures: what has changed is told, and a second time nothing has', async () => {
  const file = join(folder(), 'values.csv')
  const write = (value: number) =>
    writeFileSync(file, `measure_short,year,la_number,value\nLAC,2025,838,${value}\nLAC,2025,970,-\n`)
  write(65)
  const first = await los(['import', 'lait', file, '--data', store(), '--format', 'json'])
  expect(JSON.parse(first.out)).toMatchObject({ records: { 'National figure': { new: 2, changed: 0 } }, changes: [] })
  write(66)
  const second = await los(['import', 'lait', file, '--data', store(), '--format', 'table'])
  expect(second.err).toContain('Changed: LAC, 2025, Dorset: 65 before, 66 now.')
  const third = await los(['import', 'lait', file, '--data', store(), '--format', 'json'])
  expect(JSON.parse(third.out)).toMatchObject({ records: { 'National figure': { new: 0, changed: 0, same: 2 } } })
})
