import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchema } from '../../scripts/describe-schema.ts'
import { areas } from '../../src/areas/index.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import { eachDatabase } from './each-database.ts'

eachDatabase(({ open }) => {
  test('db/schema.sql is what the migrations and record types make (if not: npm run schema)', async () => {
    const written = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
    expect(await describeSchema((await open()).db)).toBe(written)
  })
}, recordTypesOf(areas))
