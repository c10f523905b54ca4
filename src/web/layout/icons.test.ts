import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { icons } from '../../core/definitions/icon.ts'

test('every icon that a definition can name is drawn', () => {
  const sprite = readFileSync(new URL('icons.njk', import.meta.url), 'utf8')
  expect(icons.filter((icon) => !sprite.includes(`<symbol id="i-${icon}" `))).toEqual([])
})
