import type { App } from '../../../app/app.ts'
import type { OwnDraft } from '../../../app/people/drafts.ts'
import { NEW_PERSON } from '../../../app/people/new-person-form.ts'
import { letterDraft } from '../letter/draft.ts'

/** What a draft is called in a list, and where it is gone on with. */
export function draftCalled(app: App, draft: OwnDraft): { label: string; href: string } {
  const letter = letterDraft(app, draft)
  if (letter !== undefined) return letter
  const { id, type, record } = draft
  const kind = type === NEW_PERSON ? 'Somebody new' : (app.catalogue.records.get(type)?.label ?? type)
  return { label: record === null ? kind : `Correction: ${kind.toLowerCase()}`, href: `/drafts/${id}` }
}
