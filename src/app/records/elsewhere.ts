import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Finding } from '../../formats/records.ts'
import { listFromElsewhere } from '../../store/records/list.ts'
import type { ImportRow } from '../../store/records/record-file.ts'
import type { Db } from '../../store/records/transaction.ts'

type Row = ImportRow & { readonly about: string }

/**
 * Leaves out what somebody wrote down already, on a form or from another source: by the type's identity it is the same record, and written twice it would
 * be counted twice. Where the file says something else, that is told.
 */
export async function notFromElsewhere<R extends Row>(
  db: Db,
  type: RecordType,
  sourceSystem: string,
  rows: readonly R[],
): Promise<{ readonly rows: readonly R[]; readonly findings: readonly Finding[] }> {
  const subjects = [...new Set(rows.flatMap(({ content }) => Object.values(content.subjects).flat()))]
  const held = await listFromElsewhere(db, type, sourceSystem, subjects)
  if (held.length === 0) return { rows, findings: [] }
  const known = new Map(held.map(({ content }) => [identityOf(type, content), content] as const))
  const findings: Finding[] = []
  const kept = rows.filter(({ content, about }) => {
    const there = known.get(identityOf(type, content))
    if (there === undefined) return true
    const fields = differing(type, there, content)
    if (fields.length > 0) findings.push(saysOtherwise(type, about, fields))
    return false
  })
  return { rows: kept, findings }
}

/** What a record is known by, whoever wrote it. */
export function identityOf({ identity }: RecordType, { subjects, links, fields }: Content): string {
  const part = (name: string): readonly SubjectId[] | unknown => subjects[name] ?? links[name] ?? fields[name] ?? null
  return JSON.stringify(identity.map(part))
}

/** Of the fields that the file fills in, those that say something else. */
const differing = ({ fields }: RecordType, there: Content, said: Content): readonly string[] =>
  Object.keys(fields).filter((name) => {
    const value = said.fields[name] ?? null
    return value !== null && JSON.stringify(value) !== JSON.stringify(there.fields[name] ?? null)
  })

const saysOtherwise = (type: RecordType, about: string, names: readonly string[]): Finding => {
  const labels = names.map((name) => `“${type.fields[name]?.label ?? name}”`).join(', ')
  return {
    rule: 'recorded-elsewhere',
    table: null,
    file: type.label,
    row: null,
    column: null,
    fields: [],
    subject: about,
    message: `This was written down already, not from a file, with another ${labels}. What was written stays; correct it if the file is right.`,
    severity: 'warning',
  }
}
