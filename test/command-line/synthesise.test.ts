import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { los, sharedFolder, sharedStore } from './los.ts'

const folder = sharedFolder()
const store = sharedStore()

test('los synthesise writes files that los import takes, by the commands that it prints', async () => {
  const out = join(folder(), 'exampleshire')
  const options = ['--seed', '5', '--children', '40', '--in-care', '6', '--years', '1', '--out', out]
  const written = await los(['synthesise', ...options, '--format', 'json'])
  expect(written.code).toBe(0)
  const extracts: readonly { readonly command: string; readonly rows: number; readonly files: readonly string[] }[] =
    JSON.parse(written.out)
  expect(extracts.map(({ command }) => command.replace(out, 'OUT'))).toEqual([
    'los import ssda903 OUT/01-ssda903-2022-23-known-on-2023-06-30/*.csv --year 2022/23 --known-on 2023-06-30',
    'los import ssda903 OUT/02-ssda903-2023-24-known-on-2023-09-04/*.csv --year 2023/24 --known-on 2023-09-04',
    'los import ssda903 OUT/03-ssda903-2023-24-known-on-2023-10-04/*.csv --year 2023/24 --known-on 2023-10-04',
    'los import templates OUT/04-templates-known-on-2023-10-04/*.csv --known-on 2023-10-04',
  ])
  const taken: Record<string, { readonly new: number; readonly changed: number }>[] = []
  for (const { command, files } of extracts) {
    const words = command
      .split(' ')
      .slice(1)
      .flatMap((word) => (word.endsWith('*.csv') ? files : [word]))
    const { code, out } = await los([...words, '--data', store()])
    expect(code).toBe(0)
    taken.push(JSON.parse(out).records)
  }
  const [first, , , rest] = taken
  expect(first?.['Episode']?.new).toBeGreaterThan(5)
  // The children, and those who foster or want to adopt.
  expect(rest?.['PersonName']?.new).toBeGreaterThan(40)
  expect(rest?.['PersonName']).toMatchObject({ changed: 0 })

  const again = await los(['synthesise', ...options])
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/holds something already\. Name a new folder/) })
  expect(readdirSync(out)).toHaveLength(4)
})

test.each([
  [[], 'Say where the files go: --out FOLDER'],
  [['--out', 'x', '--children', 'many'], '--children is a whole number from 0 to 1,000,000, not "many".'],
  [['--out', 'x', '--years', '30'], '--years is a whole number from 0 to 18, not "30".'],
])('los synthesise %j is refused', async (options, words) => {
  expect(await los(['synthesise', ...options])).toMatchObject({ code: 2, err: `${words}\n` })
})
