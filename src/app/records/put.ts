import type { RecordId } from '../../core/definitions/field.ts'
import type { Content } from '../../core/record/content.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type Writing, type Written, writeVersion } from '../../store/records/write.ts'
import { lookUpAnew } from '../access/looked-up.ts'
import type { App } from '../app.ts'
import { complete } from '../complete.ts'
import { recountAfter } from '../counting/calculate.ts'

type Corrected = Writing & { readonly record: RecordId }
/** A new record; or another version of one, with what it said until now. */
type Putting =
  | readonly [writing: Exclude<Writing, Corrected>, before?: undefined]
  | readonly [writing: Corrected, before: Content]

/**
 * Puts a version on the record, with what follows from it, and counts again whoever it is, or was until now, about: the one way in which `app` writes a
 * record.
 */
export async function put(app: App, db: Db, ...[writing, before]: Putting): Promise<Written> {
  const { type, content } = writing
  const whole = { ...content, fields: complete(app, type, content.fields) }
  const written = await writeVersion(db, { ...writing, content: whole })
  lookUpAnew(db)
  await recountAfter(app, db, { type, before, after: whole })
  return written
}
