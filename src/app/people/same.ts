import { londonDate } from '../../core/dates/instant.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { latestOfEach } from '../../core/record/chronology.ts'
import type { Content, Value } from '../../core/record/content.ts'
import { findVersionsOf, holdSubject } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/**
 * The record that says the same already, by what makes two rows of an import one record: the identity of its type. So nothing is on the
 * record twice because a button was pressed twice, or because two people wrote down one thing.
 */
export async function findSame(app: App, db: Db, type: RecordType, content: Content): Promise<RecordId | undefined> {
  const [subject] = Object.keys(type.subjects).flatMap((role) => content.subjects[role] ?? [])
  if (subject === undefined) return undefined
  await holdSubject(db, subject)
  return sameOf(app, db, { type, content, subject })
}

type Sought = { readonly type: RecordType; readonly content: Content; readonly subject: SubjectId }

async function sameOf(app: App, db: Db, { type, content, subject }: Sought): Promise<RecordId | undefined> {
  const versions = await findVersionsOf(db, {
    subject,
    types: new Map([[type.key, type]]),
    knownOn: app.clock.today,
  })
  const wanted = identityOf(type, content)
  for (const [record, version] of latestOfEach(versions, app.clock.today))
    if (version.state === 'recorded' && identityOf(type, version.content) === wanted) return record
  return undefined
}

/** A fact of which somebody has only one, such as who they are: told apart by nothing but whom it is about. */
const isOnlyOne = ({ identity, subjects }: RecordType): boolean =>
  identity.every((name) => Object.hasOwn(subjects, name) && subjects[name]?.many !== true)

/** The one record of such a type that there is about somebody. */
export async function findOnly(app: App, db: Db, type: RecordType, subject: SubjectId): Promise<RecordId | undefined> {
  const [role] = type.identity
  if (role === undefined || !isOnlyOne(type) || type.identity.length > 1) return undefined
  return sameOf(app, db, { type, content: { subjects: { [role]: [subject] }, links: {}, fields: {} }, subject })
}

/**
 * Text that is the same for the same identity. Who stands first among several does not matter, nor how exactly a time is known. Two files are
 * two records, though they were called alike.
 */
function identityOf(type: RecordType, { subjects, links, fields }: Content): string {
  const files = Object.keys(type.fields).filter((name) => type.fields[name]?.kind === 'document')
  return JSON.stringify(
    [...type.identity, ...files].map((name) => {
      if (Object.hasOwn(type.subjects, name)) return [...(subjects[name] ?? [])].sort((a, b) => a - b)
      if (Object.hasOwn(type.links, name)) return links[name] ?? null
      return told(fields[name] ?? null)
    }),
  )
}

function told(value: Value): Value {
  if (typeof value === 'string') return value.trim().toLowerCase()
  if (typeof value !== 'object' || value === null || !('precision' in value)) return value
  return value.precision === 'day' ? londonDate(value.at) : value.at
}
