import type { Content } from '../../core/record/content.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type Writing, type Written, writeVersion } from '../../store/records/write.ts'
import { lookUpAnew } from '../access/looked-up.ts'
import type { App } from '../app.ts'
import { complete } from '../complete.ts'
import { recount } from '../counting/calculate.ts'

/**
 * Puts a version on the record, with what follows from it, and counts again whoever it is about: the one way in which `app` writes a record.
 * @param before what the record said until now: whoever it was about is counted again as well
 */
export async function put(app: App, db: Db, writing: Writing, before?: Content): Promise<Written> {
  const { type, content } = writing
  const whole = { ...content, fields: complete(app, type, content.fields) }
  const written = await writeVersion(db, { ...writing, content: whole })
  lookUpAnew(db)
  const about = [content, ...(before === undefined ? [] : [before])]
  await recount(app, db, [...new Set(about.flatMap(({ subjects }) => Object.values(subjects).flat()))])
  return written
}
