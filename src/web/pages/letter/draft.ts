import type { App } from '../../../app/app.ts'
import { letterOfDraft } from '../../../app/letters/draft.ts'
import type { OwnDraft } from '../../../app/people/drafts.ts'
import { address } from '../../query.ts'

/** What a draft is called and where it is gone on with, if it is one of a letter. */
export function letterDraft(app: App, draft: OwnDraft): { label: string; href: string } | undefined {
  const letter = letterOfDraft(app, draft)
  if (letter === undefined || draft.subject === null) return undefined
  const href = address(`/people/${draft.subject}/letters/${letter.key}`, { draft: String(draft.id) })
  return { label: `Letter “${letter.label}”`, href }
}
