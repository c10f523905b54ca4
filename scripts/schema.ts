// npm run schema: writes db/schema.sql from what the migrations make.
import { writeFileSync } from 'node:fs'
import { Kysely } from 'kysely'
import { EmbeddedDialect, startEmbedded } from '../src/store/embedded-dialect.ts'
import { migrate } from '../src/store/migrate.ts'
import type { Tables } from '../src/store/tables.ts'
import { describeSchema } from './describe-schema.ts'

const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(await startEmbedded({})) })
try {
  await migrate(db)
  writeFileSync(new URL('../db/schema.sql', import.meta.url), await describeSchema(db))
} finally {
  await db.destroy()
}
