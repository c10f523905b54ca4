import type { App } from '../../../app/app.ts'
import type { OwnDraft } from '../../../app/people/drafts.ts'
import { address } from '../../query.ts'

const PREFIX = 'letter:'

/** As what the draft of a letter is kept: a letter is no record type, and becomes two records. */
export const draftTypeOf = (letter: string): string => `${PREFIX}${letter}`

/** What a draft is called and where it is gone on with, if it is one of a letter. */
export function letterDraft(app: App, { id, type, subject }: OwnDraft): { label: string; href: string } | undefined {
  const letter = type.startsWith(PREFIX) ? app.catalogue.letters.get(type.slice(PREFIX.length)) : undefined
  if (letter === undefined || subject === null) return undefined
  const href = address(`/people/${subject}/letters/${letter.key}`, { draft: String(id) })
  return { label: `Letter: ${letter.label}`, href }
}
