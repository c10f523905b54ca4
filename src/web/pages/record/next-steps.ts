import type { VersionsRead } from '../../../app/people/versions.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import { address } from '../../query.ts'

export type NextStep = { readonly href: string; readonly label: string }

/** What one does next with a document that is on the record: read it where it is a letter, and say to whom it went. */
export function nextSteps({ type, versions, subject }: VersionsRead, record: RecordId): readonly NextStep[] {
  const latest = versions.at(-1)
  if (type.key !== 'person-document' || latest?.state !== 'recorded') return []
  const { kind, says } = latest.content.fields
  return [
    ...(kind === 'letter' && says !== null
      ? [{ href: `/records/${record}/letter`, label: 'Read or print the letter' }]
      : []),
    {
      href: address(`/people/${subject}/record/document-sent`, { document: String(record) }),
      label: 'Say to whom it went',
    },
  ]
}
