import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchema } from '../../scripts/describe-schema.ts'
import { eachDatabase } from './each-database.ts'

eachDatabase(({ open }) => {
  test('db/schema.sql is what the migrations make (if not: npm run schema)', async () => {
    const written = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
    expect(await describeSchema((await open()).db)).toBe(written)
  })
})
