// npm run schema: writes db/schema.sql from what the migrations and the record types make.
import { writeFileSync } from 'node:fs'
import { Kysely } from 'kysely'
import { areas } from '../src/areas/index.ts'
import { recordTypesOf } from '../src/core/definitions/catalogue.ts'
import { EmbeddedDialect, startEmbedded } from '../src/store/embedded-dialect.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeRecordTables } from '../src/store/records/make-tables.ts'
import type { Tables } from '../src/store/tables.ts'
import { describeSchema } from './describe-schema.ts'

const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(await startEmbedded({})) })
try {
  await migrate(db)
  await makeRecordTables(db, recordTypesOf(areas))
  writeFileSync(new URL('../db/schema.sql', import.meta.url), await describeSchema(db))
} finally {
  await db.destroy()
}
