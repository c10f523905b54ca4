import type { DocumentLabels } from '../../../app/documents/label.ts'
import type { Named } from '../../../app/people/naming.ts'
import type { RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Value } from '../../../core/record/content.ts'
import type { Part } from '../../../core/record/differences.ts'
import { writtenFact } from './written-fact.ts'

/** What subjects and records that a record names are called. */
export type Called = {
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly records: ReadonlyMap<RecordId, { readonly label: string }>
  readonly documents: DocumentLabels
}

export const nameIn =
  ({ names }: Called) =>
  (subject: number): string =>
    names.get(subject as SubjectId)?.label ?? `Number ${subject}`

/** A role, a link or a field of a record as a person reads it; empty where nothing is there. */
export function writtenPart(type: RecordType, name: string, part: Part, called: Called): string {
  if (Array.isArray(part) && Object.hasOwn(type.subjects, name)) return part.map(Number).map(nameIn(called)).join(', ')
  const field = type.fields[name]
  const isRecord = Object.hasOwn(type.links, name) || field?.kind === 'record'
  if (isRecord && typeof part === 'number') return called.records.get(part as RecordId)?.label ?? 'Another record'
  return isValue(part) ? writtenFact(field, part, nameIn(called), called.documents).text : ''
}

/** Where a part of a record leads: a document to its file, a linked record to that. */
export function leadsTo(type: RecordType, name: string, part: Part, called: Called): string | undefined {
  const field = type.fields[name]
  const isRecord = Object.hasOwn(type.links, name) || field?.kind === 'record'
  if (isRecord && typeof part === 'number') return `/records/${part}`
  return isValue(part) ? writtenFact(field, part, nameIn(called), called.documents).href : undefined
}

/** Lists of ids stand only in roles. */
const isValue = (part: Part): part is Value => !Array.isArray(part) || typeof part[0] !== 'number'

export const labelIn = ({ subjects, links, fields }: RecordType, name: string): string =>
  (subjects[name] ?? links[name] ?? fields[name])?.label.replace(/\?$/, '') ?? name
