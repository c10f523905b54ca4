import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entities, notRead } from './entities.ts'

test('every entity of the dataset is read and written, or it is said why not, here and on its page', () => {
  const names = [...entities.map(({ name }) => name), ...notRead.keys()]
  expect([names.length, new Set(names).size]).toEqual([48, 48])
  const page = readFileSync(new URL('../../../docs/ssd.md', import.meta.url), 'utf8')
  const [done = '', notYet = ''] = page.split('## Not yet')
  for (const { name, columns } of entities) {
    const row = done.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? ''
    const left = columns.filter((one) => one.left !== undefined).map((one) => one.name)
    expect({
      name,
      left: [...row.matchAll(/`([a-z]+_\w+)`/g)].flatMap(([, one = '']) => (one === name ? [] : [one])).toSorted(),
    }).toEqual({
      name,
      left: left.toSorted(),
    })
  }
  for (const [name, why] of notRead) expect(notYet).toContain(`| \`${name}\` | ${why} |`)
})
