import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Finding, SourceRow, SourceTable } from '../../formats/records.ts'
import { listFromElsewhere } from '../../store/records/list.ts'
import type { ImportRow } from '../../store/records/record-file.ts'
import type { Db } from '../../store/records/transaction.ts'

type Row = ImportRow & Pick<SourceRow, 'inferred'> & { readonly about: string }

/**
 * Leaves out what somebody wrote down already, on a form or from another source: by the type's identity it is the same record, and written twice it would
 * be counted twice. Where the file says something else, that is told. A table that yields says nothing of anybody of whom others say more.
 */
export async function notFromElsewhere<R extends Row>(
  db: Db,
  { type, yieldsTo = [] }: Pick<SourceTable, 'type' | 'yieldsTo'>,
  sourceSystem: string,
  rows: readonly R[],
): Promise<{ readonly rows: readonly R[]; readonly findings: readonly Finding[] }> {
  const subjects = [...new Set(rows.flatMap(({ content }) => Object.values(content.subjects).flat()))]
  const held = await contentsFromElsewhere(db, type, sourceSystem, subjects)
  const told = new Set<SubjectId>()
  for (const other of yieldsTo)
    for (const one of other === type ? held : await contentsFromElsewhere(db, other, sourceSystem, subjects))
      for (const subject of Object.values(one.subjects).flat()) told.add(subject)
  if (held.length === 0 && told.size === 0) return { rows, findings: [] }
  const findSame = sameRecords(type, held)
  const findings: Finding[] = []
  const kept = rows.filter(({ content, about, inferred = [] }) => {
    const there = findSame(content)
    const closed = Object.values(content.subjects)
      .flat()
      .some((subject) => told.has(subject))
    if (there === undefined && closed && !inferred.includes(type.dated)) findings.push(notThere(type, about, content))
    if (there === undefined) return !closed
    const fields = differing(type, there, content).filter((name) => !inferred.includes(name))
    if (fields.length > 0) findings.push(saysOtherwise(type, about, fields))
    return false
  })
  return { rows: kept, findings }
}

async function contentsFromElsewhere(
  db: Db,
  type: RecordType,
  sourceSystem: string,
  subjects: readonly SubjectId[],
): Promise<readonly Content[]> {
  return (await listFromElsewhere(db, type, sourceSystem, subjects)).map(({ content }) => content)
}

/** Finds what was written down of the same record. What of the identity a row does not say cannot tell two apart. */
function sameRecords(type: RecordType, held: readonly Content[]): (content: Content) => Content | undefined {
  const known = new Map(held.map((content) => [identityOf(type, content), content] as const))
  return (content) => {
    const said = type.identity.filter((name) => partOf(content, name) !== null)
    const identity = identityBy(content, said)
    if (said.length === type.identity.length) return known.get(identity)
    return held.find((one) => identityBy(one, said) === identity)
  }
}

/** What a record is known by, whoever wrote it. */
export const identityOf = ({ identity }: RecordType, content: Content): string => identityBy(content, identity)

const identityBy = (content: Content, names: readonly string[]): string =>
  JSON.stringify(names.map((name) => partOf(content, name)))

const partOf = ({ subjects, links, fields }: Content, name: string): readonly SubjectId[] | unknown =>
  subjects[name] ?? links[name] ?? fields[name] ?? null

/** Of the fields that the file fills in, those that say something else. */
const differing = ({ fields }: RecordType, there: Content, said: Content): readonly string[] =>
  Object.keys(fields).filter((name) => {
    const value = said.fields[name] ?? null
    return value !== null && JSON.stringify(value) !== JSON.stringify(there.fields[name] ?? null)
  })

const saysOtherwise = (type: RecordType, about: string, names: readonly string[]): Finding => {
  const labels = names.map((name) => `“${type.fields[name]?.label ?? name}”`).join(', ')
  const message = `This was written down already, not from a file, with another ${labels}. What was written stays; correct it if the file is right.`
  return asFinding('recorded-elsewhere', type, about, message)
}

function notThere(type: RecordType, about: string, { fields }: Content): Finding {
  const on = fields[type.dated] ?? null
  const when = typeof on === 'number' ? shortText(on as PlainDate) : 'a day that is not known'
  const message = `By the file something of this kind began on ${when}, and what others wrote down of this person does not have it. Nothing was added; correct the record if the file is right.`
  return asFinding('not-recorded-elsewhere', type, about, message)
}

const asFinding = (rule: string, { label }: RecordType, about: string, message: string): Finding => ({
  rule,
  table: null,
  file: label,
  row: null,
  column: null,
  fields: [],
  subject: about,
  message,
  severity: 'warning',
})
