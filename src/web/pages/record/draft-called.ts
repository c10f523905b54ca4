import type { App } from '../../../app/app.ts'
import type { OwnDraft } from '../../../app/people/drafts.ts'
import { NEW_PERSON } from '../../../app/people/new-person-form.ts'
import { letterDraft } from '../letter/draft.ts'

/** What a draft is called in a list, and where it is gone on with. */
export function draftCalled(app: App, draft: OwnDraft): { label: string; href: string } {
  const letter = letterDraft(app, draft)
  if (letter !== undefined) return letter
  const { id, type, record } = draft
  if (type === NEW_PERSON) return { label: newPerson(draft), href: `/drafts/${id}` }
  const kind = app.catalogue.records.get(type)?.label ?? type
  return { label: record === null ? kind : `Correction: ${kind.toLowerCase()}`, href: `/drafts/${id}` }
}

function newPerson({ typed }: OwnDraft): string {
  const [given, family, known] = ['given', 'family', 'knownAs'].map((name) => typed[name]?.[0]?.trim() ?? '')
  return ['Somebody new', [given || known, family].filter(Boolean).join(' ') || 'no name yet'].join(': ')
}
