import type { DocumentLabels } from '../../../app/documents/label.ts'
import type { DocumentId, FieldDefinition } from '../../../core/definitions/field.ts'
import type { Value } from '../../../core/record/content.ts'
import { type NameOf, writtenValue } from './written-value.ts'

/** What a page shows of a field, and where it leads: a document to its file. */
export type WrittenFact = { readonly text: string; readonly href: string | undefined }

export function writtenFact(
  field: FieldDefinition | undefined,
  value: Value,
  nameOf: NameOf,
  documents: DocumentLabels,
): WrittenFact {
  if (field?.kind !== 'document' || typeof value !== 'number')
    return { text: writtenValue(field, value, nameOf), href: undefined }
  const label = documents.get(value as DocumentId)
  return label === undefined
    ? { text: `Document ${value}, which is not here any more`, href: undefined }
    : { text: label, href: `/documents/${value}` }
}
