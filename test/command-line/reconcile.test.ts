import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { los, readable, sharedFolder, sharedStore } from './los.ts'

const store = sharedStore()
const folder = sharedFolder()

test('los reconcile loads a list once, holds it against the record, and refuses what is none', async () => {
  await los(['users', 'add', 'olwen', '--name', 'Olwen Price', '--role', 'operator', '--data', store()])
  const template = await los(['template', 'health-list', '--out', folder()])
  expect(template.out.split('\n')).toEqual([
    join(folder(), 'health-list.csv'),
    join(folder(), 'examples', 'health-list.csv'),
    '',
  ])
  const nothing = await los(['reconcile', 'health-list', '--data', store()])
  expect(readable(nothing)).toEqual([expect.stringContaining('No list has been loaded yet')])
  const example = join(folder(), 'examples', 'health-list.csv')
  const dayless = await los(['reconcile', 'health-list', example, '--data', store()])
  expect([dayless.code, dayless.err]).toEqual([2, expect.stringContaining('--from 2023-09-01 --to 2023-09-30')])
  const days = ['--from', '2023-09-01', '--to', '2023-09-30', '--data', store(), '--format', 'json']
  const loaded = await los(['reconcile', 'health-list', example, ...days])
  expect(JSON.parse(loaded.out)).toMatchObject({
    list: 'health-list.csv',
    tally: { all: 4, state: { 'not found': 4 } },
    findings: [
      { child: 'Ada Keech', what: 'Initial health assessment', their_day: '2023-09-10', how: 'Nobody we know' },
      { child: 'Ben Okoro', what: 'Initial health assessment' },
      { child: 'Ada Keech', what: 'Review health assessment' },
      { child: 'Ada Keech', what: 'Dental check' },
    ],
  })
  expect(readable(loaded)[0]).toBe('4 days of the list were loaded. Nothing on the record is changed by it.')
  expect(readable(await los(['reconcile', 'health-list', example, ...days]))[0]).toMatch(/^The same file was loaded on/)
  const wrong = join(folder(), 'wrong.csv')
  writeFileSync(wrong, 'a,b\n1,2\n')
  const refused = await los(['reconcile', 'health-list', wrong, ...days])
  expect([refused.code, readable(refused).at(-1)]).toEqual([1, expect.stringContaining('Nothing was loaded')])
})
