import { PersonDocument } from '../../areas/people/documents.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Letter } from '../../core/definitions/letter.ts'
import type { App } from '../app.ts'
import type { DraftOf, OwnDraft } from '../people/drafts.ts'

const PREFIX = 'letter:'

/** As what the draft of a letter is kept: a letter is no record type, and becomes a document and its sending. */
export const letterBegun = ({ subject, letter }: { subject: SubjectId; letter: Letter }): DraftOf => ({
  type: PersonDocument,
  subject,
  as: `${PREFIX}${letter.key}`,
})

/** The letter that a draft is of, if it is of one. */
export const letterOfDraft = (app: App, { type }: Pick<OwnDraft, 'type'>): Letter | undefined =>
  type.startsWith(PREFIX) ? app.catalogue.letters.get(type.slice(PREFIX.length)) : undefined
